"""What can be changed in a network, as plain values: named, switched on and off, kept, compared.

Naming an edit costs no torch; `inspector.probe.edited` makes the network that they describe. The network that
was opened is never changed.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

import numpy as np

from inspector.network.errors import InspectorError
from inspector.saying import counted, say

Array = np.ndarray[Any, Any]
ActivationKind = Literal["zero", "replace", "scale", "clamp", "steer"]
WeightKind = Literal["zero", "flip", "kernel"]
Which = Literal["all", "negative", "positive"]


@dataclass(frozen=True)
class Values:
    """Numbers that a hash can be taken of.

    Attributes:
        shape: [units] for one number a unit, or [units, *map].
        data: The numbers as float32, row by row.
    """

    shape: tuple[int, ...]
    data: bytes

    @staticmethod
    def of(numbers: Array) -> Values:
        """The values of an array."""
        return Values(tuple(numbers.shape), np.ascontiguousarray(numbers, np.float32).tobytes())

    @property
    def array(self) -> Array:
        """float32 of the shape; not to be changed."""
        return np.frombuffer(self.data, np.float32).reshape(self.shape)


@dataclass(frozen=True)
class ActivationEdit:
    """A change of what units of a node say.

    Attributes:
        node: The node.
        units: Which of its units.
        kind: "zero" them; "replace" them by `values`; "scale" by `amount`; "clamp" between `low` and `high`;
            "steer": add `amount`.
        amount: Factor or summand, in the node's own units of activation.
        low, high: Bounds of "clamp".
        weights: A direction over the units, of any length but 0: not the units but the part of the node's
            value along it is changed, as a multiple of the unit vector. Empty: each unit for itself.
        values: What "replace" puts there: a number a unit, or a map each.
        source: Where the values are from, for a person.
    """

    node: str
    units: tuple[int, ...]
    kind: ActivationKind = "zero"
    amount: float = 0.0
    low: float = 0.0
    high: float = 0.0
    weights: tuple[float, ...] = ()
    values: Values | None = None
    source: str = ""

    def __post_init__(self) -> None:
        if not self.units:
            raise InspectorError("An edit needs at least one unit.")
        if self.weights and len(self.weights) != len(self.units):
            raise InspectorError(
                counted(
                    "{count} weight does not fit {units} units.",
                    "{count} weights do not fit {units} units.",
                    count=len(self.weights),
                    units=len(self.units),
                )
            )
        if self.weights and not any(self.weights):
            raise InspectorError("A direction of nothing but zeros points nowhere.")
        if self.kind == "replace" and self.values is None:
            raise InspectorError("To replace activations takes values to put in their place.")
        if self.kind == "clamp" and self.low > self.high:
            raise InspectorError(
                say(
                    "To clamp takes a lower bound below the upper one, not {low:g} to {high:g}.",
                    low=self.low,
                    high=self.high,
                )
            )

    def describe(self) -> str:
        """The edit in a few words."""
        what = _units(self.node, self.units) + (say(" along a direction") if self.weights else "")
        how = {
            "zero": say("set to 0"),
            "replace": say("set to {source}", source=self.source or say("given values")),
            "scale": say("× {amount:g}", amount=self.amount),
            "clamp": say("clamped to {low:g} … {high:g}", low=self.low, high=self.high),
            "steer": say("{amount:+g}", amount=self.amount),
        }[self.kind]
        return say("{what} {how}", what=what, how=how)


@dataclass(frozen=True)
class WeightEdit:
    """A change of the weights that make one unit of a convolution or a linear layer.

    Attributes:
        node: The node whose module holds the weights.
        unit: The unit: a row of the weights.
        kind: "zero" or "flip" the chosen weights, or put a "kernel" in their place.
        which: Which weights by their sign.
        sources: Which inputs (columns of the weights); empty for all.
        sign: -1 where a batch norm behind turns the unit's sign, so that "negative" means what inhibits.
        kernel: Rows of the kernel that is put in place of that from each of the sources.
    """

    node: str
    unit: int
    kind: WeightKind = "zero"
    which: Which = "all"
    sources: tuple[int, ...] = ()
    sign: int = 1
    kernel: tuple[tuple[float, ...], ...] = ()

    def __post_init__(self) -> None:
        if self.kind == "kernel" and not self.kernel:
            raise InspectorError("A kernel written by hand needs its numbers.")

    def describe(self) -> str:
        """The edit in a few words."""
        which = {"all": "", "positive": say("positive "), "negative": say("negative ")}[self.which]
        from_ = say(" from {units}", units=_units(say("input"), self.sources)) if self.sources else ""
        done = {"zero": say("set to 0"), "flip": say("flipped"), "kernel": say("written by hand")}[self.kind]
        return say(
            "{node}/{unit}: {which}weights{from_} {done}",
            node=self.node,
            unit=self.unit,
            which=which,
            from_=from_,
            done=done,
        )


Change = ActivationEdit | WeightEdit


@dataclass(frozen=True)
class Edit:
    """A named change that is on or off.

    Attributes:
        change: What is changed.
        name: What the user calls it; empty takes the change's own words.
        on: Whether it counts.
    """

    change: Change
    name: str = field(default="")
    on: bool = True

    @property
    def title(self) -> str:
        """Its name, or the change in a few words."""
        return self.name or self.change.describe()


def active(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Those that are on."""
    return tuple(edit for edit in edits if edit.on)


def fingerprint(original: str, edits: Sequence[Edit]) -> str:
    """The identity of an edited network: that of the network and of what is changed, names apart."""
    changes = json.dumps([to_json(edit)["change"] for edit in active(edits)], sort_keys=True)
    return hashlib.sha256(f"{original}{changes}".encode()).hexdigest() if active(edits) else original


def to_json(edit: Edit) -> dict[str, Any]:
    """Plain values that `from_json` reads."""
    change = edit.change
    plain = asdict(change)
    if isinstance(change, ActivationEdit) and change.values is not None:
        plain["values"] = {"shape": change.values.shape, "data": b64encode(change.values.data).decode()}
    kind = "activation" if isinstance(change, ActivationEdit) else "weights"
    return {"name": edit.name, "on": edit.on, "change": {"of": kind, **plain}}


def from_json(document: Mapping[str, Any]) -> Edit:
    """The edit that `to_json` wrote.

    Raises:
        InspectorError: It is none.
    """
    try:
        values = dict(document["change"])
        kind = {"activation": ActivationEdit, "weights": WeightEdit}[values.pop("of")]
        if values.get("values"):
            given = values["values"]
            values["values"] = Values(tuple(given["shape"]), b64decode(given["data"]))
        plain = {key: _tuples(value) for key, value in values.items()}
        return Edit(kind(**plain), str(document["name"]), bool(document["on"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InspectorError(say("That is no edit that this program knows: {error}.", error=error)) from error


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list | tuple) else value


def _units(node: str, units: Sequence[int]) -> str:
    few = ", ".join(map(str, units[:4])) + (
        say(" and {count} more", count=len(units) - 4) if len(units) > 4 else ""
    )
    return f"{node}/" + few
