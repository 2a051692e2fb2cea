"""From what a person writes of an edit to the edit: units, directions, numbers, kernels."""

from __future__ import annotations

import re

from inspector.gui.translation import mark, tr
from inspector.gui.views.group_field import Groups, group_named
from inspector.network.errors import InspectorError
from inspector.probe.edits import ActivationEdit, WeightEdit

KINDS = {
    "zero": (mark("Set to zero"), "", mark("The units say nothing.")),
    "mean": (
        mark("Set to their mean"),
        "",
        mark("The units say their mean over the pictures that are laid out."),
    ),
    "picture": (
        mark("Set to the current picture’s"),
        "",
        mark("The units say on every picture what they say on this one."),
    ),
    "scale": (mark("Scale"), mark("factor"), mark("What the units say is multiplied.")),
    "clamp": (mark("Clamp"), mark("lowest highest"), mark("What the units say is kept between two bounds.")),
    "steer": (
        mark("Steer"),
        mark("amount"),
        mark("An amount is added to what the units say, or along a direction."),
    ),
    "zero negative": (mark("Zero negative weights"), "", mark("What inhibits the units is cut off.")),
    "zero positive": (mark("Zero positive weights"), "", mark("What excites the units is cut off.")),
    "flip all": (
        mark("Flip weights"),
        "",
        mark("What excited the units inhibits them, and the other way round."),
    ),
    "kernel": (
        mark("Write a kernel"),
        mark("input: 0 1 0; 1 −4 1; 0 1 0"),
        mark("A kernel of the unit on one input, by hand."),
    ),
}
"""Title, what is to be written beside it, and a sentence, by name."""
NEEDS_A_LOOK = ("mean", "picture", "zero negative", "zero positive", "flip all")
_ITEM = re.compile(r"(\d+)\s*(?:[-–]\s*(\d+))?\s*(?::\s*([-+−]?[\d.]+))?")
_NUMBER = re.compile(r"[-+−]?\d*\.?\d+(?:e[-+]?\d+)?")


def units_of(text: str, most: int, groups: Groups | None = None) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Units, and their weights where "3:0.5, 7:-1" makes a direction of them; or those of a group by name.

    Raises:
        InspectorError: The text names no units, or some that are not there.
    """
    named = group_named(text, groups or {})
    if named is not None:
        return named, ()
    units: list[int] = []
    weights: list[float] = []
    for item in filter(None, (part.strip() for part in re.split(r"[,;]", text))):
        found = _ITEM.fullmatch(item)
        if found is None:
            raise InspectorError(
                tr("“{item}” is no unit and no group: write 3, 3-7, or 3:0.5, 7:-1 for a direction.").format(
                    item=item
                )
            )
        first, last = int(found[1]), int(found[2] or found[1])
        units += range(first, last + 1)
        weights += [float(found[3].replace("−", "-")) if found[3] else 1.0] * (last + 1 - first)
    if not units:
        raise InspectorError(tr("Write which units: 3, or 3-7, or 3:0.5, 7:-1 for a direction."))
    if max(units) >= most:
        raise InspectorError(
            tr("There is no unit {unit}: the last one is {last}.").format(unit=max(units), last=most - 1)
        )
    return tuple(units), tuple(weights) if ":" in text else ()


def edit_of(
    kind: str, node: str, units: tuple[int, ...], weights: tuple[float, ...], text: str
) -> ActivationEdit | WeightEdit:
    """The edit of a kind that needs no look at the network.

    Raises:
        InspectorError: The numbers beside it do not fit.
    """
    if kind == "kernel":
        return _kernel(node, units, text)
    numbers = [float(part.replace("−", "-")) for part in _NUMBER.findall(text)]
    wanted = {"zero": 0, "scale": 1, "steer": 1, "clamp": 2}[kind]
    if len(numbers) < wanted:
        raise InspectorError(
            tr("{kind} needs {numbers} beside it.").format(
                kind=tr(KINDS[kind][0]), numbers=tr("two numbers") if wanted > 1 else tr("a number")
            )
        )
    if kind == "clamp":
        return ActivationEdit(node, units, "clamp", low=numbers[0], high=numbers[1], weights=weights)
    amount = numbers[0] if wanted else 0.0
    plain = "scale" if kind == "scale" else "steer" if kind == "steer" else "zero"
    return ActivationEdit(node, units, plain, amount, weights=weights)


def _kernel(node: str, units: tuple[int, ...], text: str) -> WeightEdit:
    source, colon, rest = text.partition(":")
    if not colon or not source.strip().isdigit() or len(units) != 1:
        raise InspectorError(
            tr("Write the input and the kernel’s rows, for one unit: “2: 0 1 0; 1 -4 1; 0 1 0”.")
        )
    rows = [tuple(float(part.replace("−", "-")) for part in _NUMBER.findall(row)) for row in rest.split(";")]
    if not rows[0] or len({len(row) for row in rows}) > 1:
        raise InspectorError(tr("The kernel’s rows are of different lengths."))
    return WeightEdit(node, units[0], "kernel", sources=(int(source),), kernel=tuple(rows))
