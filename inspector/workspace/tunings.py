"""Between tuning measurements and findings: one finding for all units of a node and one family."""

from __future__ import annotations

import math
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.lenses.tuning.units import of_unit
from inspector.network.location import Location
from inspector.saying import say
from inspector.stimuli.axes import Axis
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.finding import Array, Finding

if TYPE_CHECKING:
    from inspector.network.network import Network

LENS = "tuning"
# What is told of a tuning as it is, and what is an array by unit.
_TOLD = ("family", "measured", "reduction", "pre_activation", "scale_source", "subject_text", "recorded",
         "remark")  # fmt: skip
_BY_UNIT = ("responses", "baselines", "baseline_noises")
_AXIS, _TABLE = "axis/", "index/"
_SHEET_SIDE = 512


def recipe_of(
    preprocessing: Mapping[str, Any], node: str, parameters: TuningParameters, precision: str
) -> dict[str, Any]:
    """The recipe of a node's tuning to a family, of a network that is shown pictures and computes so."""
    return {
        "lens": LENS,
        "node": node,
        "parameters": {
            "family": parameters.family,
            "axes": [[name, list(values)] for name, values in parameters.axes],
            "fixed": [list(pair) for pair in parameters.fixed],
            "reduction": parameters.reduction,
            "pre_activation": parameters.pre_activation,
            "at_once": parameters.at_once,
        },
        "preprocessing": dict(preprocessing),
        "precision": precision,
    }


def to_finding(tuning: Tuning, network: Network, parameters: TuningParameters) -> Finding:
    """A complete tuning as a finding of its node; its stimuli stand side by side in one picture."""
    node = str(Location.parse(tuning.location).node)
    about = {name: getattr(tuning, name) for name in _TOLD}
    cards = [_finite(asdict(card)) for card in tuning.axis_cards]
    recipe = recipe_of(network.preprocessing.to_json(), node, parameters, network.precision)
    return Finding(
        fingerprint=network.fingerprint,
        location=str(Location(network.name, node)),
        lens=LENS,
        recipe=recipe | {"compute": network.compute},
        images=_sheet(tuning.stimuli)[None],
        arrays={name: getattr(tuning, name) for name in _BY_UNIT}
        | {f"{_AXIS}{name}": values for name, values in tuning.axes.items()}
        | {f"{_TABLE}{name}": values for name, values in tuning.table.items()},
        told=({"tuning": about | {"cards": cards, "fixed": dict(tuning.fixed)}},),
        made_at=time.time(),
    )


def from_finding(finding: Finding, network: str, unit: int = 0) -> Tuning:
    """The tuning that was kept, seen from one unit; the network may be open under another name by now.

    Raises:
        WorkspaceError: The finding does not hold all of it.
        AddressError: The node has no such unit.
    """
    try:
        return of_unit(_restored(finding, network), unit)
    except (KeyError, TypeError, ValueError) as error:
        raise WorkspaceError(
            say("{location}: its tuning was kept by another version.", location=finding.location)
        ) from error


def _restored(finding: Finding, network: str) -> Tuning:
    about = dict(finding.told[0]["tuning"])
    cards = tuple(_card(values) for values in about.pop("cards"))
    axes = _named(finding.arrays, _AXIS)
    responses = finding.arrays["responses"]
    place = replace(Location.parse(finding.location), network=network, unit=0)
    shape = responses.shape[:-1]
    return Tuning(
        location=str(place),
        axes={card.name: axes[card.name] for card in cards},
        axis_units=tuple(card.unit for card in cards),
        response=np.ascontiguousarray(responses[..., 0]),
        responses=responses,
        baseline=float(finding.arrays["baselines"][0]),
        baselines=finding.arrays["baselines"],
        baseline_noises=finding.arrays["baseline_noises"],
        stimuli=_apart(finding.images[0], shape),
        indices={},
        table=_named(finding.arrays, _TABLE),
        complete=True,
        axis_cards=cards,
        **about,
    )


def _named(arrays: Mapping[str, Array], prefix: str) -> dict[str, Array]:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}


def _columns(count: int) -> int:
    return math.ceil(math.sqrt(count))


def _sheet(stimuli: Array) -> Array:
    """Small pictures [*axes, s, s, 3] as one, row by row: uint8 [H, W, 3]; mid grey behind the last.

    Many are made smaller still: the same stand beside every node.
    """
    side = stimuli.shape[-2]
    flat = stimuli.reshape(-1, side, side, 3)
    columns = _columns(len(flat))
    if side * columns > _SHEET_SIDE:
        step = -(-side * columns // _SHEET_SIDE)
        side = max(side // step, 1)
        blocks = flat[:, : side * step, : side * step].reshape(-1, side, step, side, step, 3)
        flat = blocks.mean((2, 4), dtype=np.float32).astype(np.uint8)
    rows = -(-len(flat) // columns)
    sheet = np.full((rows * columns, side, side, 3), 128, np.uint8)
    sheet[: len(flat)] = flat
    return sheet.reshape(rows, columns, side, side, 3).swapaxes(1, 2).reshape(rows * side, columns * side, 3)


def _apart(sheet: Array, shape: tuple[int, ...]) -> Array:
    """The inverse of `_sheet` for a grid of that shape."""
    count = math.prod(shape)
    columns = _columns(count)
    side = sheet.shape[1] // columns
    rows = sheet.shape[0] // side
    tiles = sheet.reshape(rows, side, columns, side, 3).swapaxes(1, 2).reshape(-1, side, side, 3)
    return np.ascontiguousarray(tiles[:count]).reshape(*shape, side, side, 3)


def _finite(values: Mapping[str, Any]) -> dict[str, Any]:
    """Without what JSON cannot hold: bounds that are none."""
    return {k: v for k, v in values.items() if not (isinstance(v, float) and not math.isfinite(v))}


def _card(values: Mapping[str, Any]) -> Axis:
    return Axis(**{**values, "choices": tuple(values["choices"])})
