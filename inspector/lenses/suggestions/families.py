"""From shares of answers to siblings, and from siblings to families."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inspector.lenses.suggestions import Array, Kind, Sibling, Suggestion
from inspector.lenses.suggestions.clustering import chained
from inspector.lenses.suggestions.turns import Turn
from inspector.saying import say

# A sibling fires clearly more than before, and clearly more than the unit whose examples they are.
_GAIN = 0.1
_CALLED: dict[Kind, str] = {
    "rotation": say("Turned siblings of"),
    "flip": say("Mirrored siblings of"),
    "scale": say("Siblings in scale of"),
    "hue": say("Siblings in hue of"),
}


def siblings_of(shares: Array, tried: Sequence[Turn], least: float, unit: int | None) -> list[Sibling]:
    """Who fires now, for each unit and transform for which somebody clearly does.

    Args:
        shares: [units, 1 + transforms, units], as `_Trial.shares` has it.
        tried: The transforms.
        least: The least share of its own best answer that a sibling gives.
        unit: The unit that was asked for; None for all.
    """
    first = {
        (number, turn): found
        for number in range(len(shares))
        for place, turn in enumerate(tried, 1)
        if unit in (None, number)
        and (found := _fires(shares[number, 0], shares[number, place], number, least)) is not None
    }
    return [
        Sibling(
            number, turn.kind, turn.amount, sibling, share, _leads_back(first, sibling, turn.back, number)
        )
        for (number, turn), (sibling, share) in first.items()
    ]


def _fires(before: Array, after: Array, unit: int, least: float) -> tuple[int, float] | None:
    if not np.isfinite(after).any():
        return None
    best = int(np.nanargmax(after))
    share = float(after[best])
    if not share >= least:
        return None
    gained = share - max(np.nan_to_num(before[best]), np.nan_to_num(after[unit])) >= _GAIN
    return (best, share) if best == unit or gained else None


def _leads_back(first: dict[tuple[int, Turn], tuple[int, float]], unit: int, back: Turn, to: int) -> bool:
    near = (
        sibling
        for (number, turn), (sibling, _) in first.items()
        if number == unit and turn.kind == back.kind and abs(turn.amount - back.amount) < 1e-6
    )
    return next(near, None) == to


def groups_of(node: str, siblings: Sequence[Sibling], source: str, unit: int | None) -> list[Suggestion]:
    """Families: units that pairs of siblings connect there and back; of one unit, all its siblings."""
    found: list[Suggestion] = []
    for kind in _CALLED:
        own = [one for one in siblings if one.kind == kind and one.sibling != one.unit]
        pairs = [one for one in own if one.mutual] if unit is None else own
        for units in chained((one.unit, one.sibling) for one in pairs):
            if not any(set(units) == set(group.units) for group in found):
                found.append(_family(node, kind, units, pairs, source))
    return found


def _family(node: str, kind: Kind, units: list[int], pairs: Sequence[Sibling], source: str) -> Suggestion:
    within = [one for one in pairs if one.unit in units]
    away = _away(units[0] if len({one.unit for one in within}) > 1 else within[0].unit, within)
    ordered = sorted(units, key=lambda unit: (away.get(unit, (360.0, ""))[0], unit))
    sure = {
        unit: [min(one.share, 1.0) for one in within if unit in (one.unit, one.sibling)] for unit in units
    }
    members = tuple((unit, round(float(np.mean(sure[unit])), 3)) for unit in ordered)
    words = tuple(away.get(unit, (0.0, ""))[1] for unit in ordered)
    return Suggestion(
        say("{called} {node}/{ordered}", called=_CALLED[kind], node=node, ordered=ordered[0]),
        "transform",
        node,
        members,
        say("{source}.", source=source),
        words,
    )


def _away(first: int, pairs: Sequence[Sibling]) -> dict[int, tuple[float, str]]:
    """How far round each unit lies from the first one, along pairs; with words for it."""
    found: dict[int, tuple[float, str]] = {first: (0.0, "")}
    waiting = [first]
    while waiting:
        unit = waiting.pop(0)
        for one in sorted((pair for pair in pairs if pair.unit == unit), key=lambda pair: pair.amount):
            if one.sibling not in found:
                found[one.sibling] = _added(found[unit][0], one)
                waiting.append(one.sibling)
    return found


def _added(before: float, one: Sibling) -> tuple[float, str]:
    if one.kind in ("rotation", "hue"):
        amount = (before + one.amount) % 360
        return amount, Turn(one.kind, amount).text
    if one.kind == "scale":
        amount = (before or 1.0) * one.amount
        return amount, Turn(one.kind, amount).text
    return before + 1 + one.amount, Turn(one.kind, one.amount).text
