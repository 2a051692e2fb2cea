"""Groups by tuning: units that are selective for an angle, a hue or a size, along what they prefer."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

import numpy as np

from inspector.lenses.base import LensRun, Progress, Remark, Update, passed_on
from inspector.lenses.suggestions import Array, Suggestion, SuggestionParameters
from inspector.lenses.suggestions.find import Found
from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.lenses.tuning import run as tune
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.stimuli.axes import Axis

_SECTORS = 6
# A response that noise on mid grey gives as well tells no preference.
_OVER_NOISE = 3.0
_HUES = (say("red"), say("yellow"), say("green"), say("cyan"), say("blue"), say("magenta"))


@dataclass(frozen=True)
class _Preference:
    """What units are sorted along: the axis, how selective each is for it, and where each lies on it."""

    axis: Axis
    index: str
    selectivity: Array
    preferred: Array

    @property
    def step(self) -> float:
        """How wide a sector of a circle is."""
        return (self.axis.high - self.axis.low) / _SECTORS

    @property
    def place(self) -> Array:
        """Where each unit stands in a row; a circle is opened between two sectors."""
        if not self.axis.periodic:
            return self.preferred
        return np.asarray((self.preferred + self.step / 2) % (self.axis.high - self.axis.low))

    def word(self, unit: int) -> str:
        """What a unit prefers, for a person."""
        value = round(float(self.preferred[unit]))
        whole = round(self.axis.high - self.axis.low)
        value = value % whole if self.axis.periodic else value
        return f"{value} {self.axis.unit}".strip()


def compare(
    network: Network, node: Node, unit: int | None, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Measure all units with each family, and group those that are selective.

    Raises:
        InspectorError: There is no such family.
        Cancelled: The token was set.
    """
    groups: list[Suggestion] = []
    place = Location(network.name, node.name, unit or 0)
    for number, family in enumerate(parameters.families):
        run = tune(network, place, TuningParameters(family=family), token)
        tuning: Tuning = yield from _as_part(run, number, len(parameters.families), family)
        groups += groups_of(node.name, tuning, parameters.selectivity)
    return Found(groups)


def groups_of(node: str, tuning: Tuning, least: float) -> list[Suggestion]:
    """The groups that a measured tuning of all of a node's units tells."""
    driven = tuning.table["drive"] > _OVER_NOISE * tuning.baseline_noises
    groups: list[Suggestion] = []
    for preference in _preferences(tuning):
        with np.errstate(invalid="ignore"):
            chosen = driven & (preference.selectivity >= least)
        if preference.axis.name == "hue" and "colour selectivity" in tuning.table:
            # Yellow is brighter than blue: a unit that only likes light is no unit of colour.
            chosen &= np.nan_to_num(tuning.table["colour selectivity"]) >= least
        units = np.flatnonzero(chosen)
        units = units[np.argsort(preference.place[units], kind="stable")]
        groups += _along(node, tuning, preference, units, least)
    return groups


def _preferences(tuning: Tuning) -> Iterator[_Preference]:
    table = tuning.table
    for axis in tuning.axis_cards:
        preferred = table.get(
            say("preferred {name} ({unit})", name=axis.name, unit=axis.unit)
            if axis.unit
            else say("preferred {name}", name=axis.name)
        )
        if axis.extent and "surround suppression" in table:
            index = "surround suppression"
        elif axis.periodic and axis.name == "orientation":
            index = "DSI" if "DSI" in table else "OSI"
        else:
            index = say("{name} selectivity", name=axis.name)
        if preferred is not None and index in table:
            yield _Preference(axis, index, table[index], preferred)


def _along(
    node: str, tuning: Tuning, preference: _Preference, units: Array, least: float
) -> list[Suggestion]:
    """The family along its preferred value and, round a circle, its sectors."""
    source = say(
        "Tuning of {node} to {family}: {index} of {least:g} or more, in the order of the preferred {name}.",
        node=node,
        family=tuning.family,
        index=preference.index,
        least=least,
        name=preference.axis.name,
    )
    whole = _group(_name(tuning, preference), node, preference, units, source)
    if not preference.axis.periodic:
        return [whole] if len(units) > 1 else []
    step = preference.step
    sector = (preference.place[units] / step).astype(int) % _SECTORS
    parts = [units[sector == number] for number in range(_SECTORS)]
    return [
        *([whole] if len(units) > 1 else []),
        *(
            _group(_sector_name(tuning, preference, number * step), node, preference, part, source)
            for number, part in enumerate(parts)
            if 1 < len(part) < len(units)
        ),
    ]


def _group(name: str, node: str, preference: _Preference, units: Array, source: str) -> Suggestion:
    members = tuple((int(unit), float(np.clip(preference.selectivity[unit], 0, 1))) for unit in units)
    words = tuple(preference.word(int(unit)) for unit in units)
    return Suggestion(name, "tuning", node, members, source, words)


def _name(tuning: Tuning, preference: _Preference) -> str:
    if preference.index == "surround suppression":
        return say("Suppressed by a larger {family}", family=tuning.family)
    if preference.axis.name == "orientation":
        return (
            say("Oriented") if preference.index == "OSI" else say("Directed ({family})", family=tuning.family)
        )
    return (
        say("Tuned to hue")
        if preference.axis.name == "hue"
        else say("Tuned to {name}", name=preference.axis.name)
    )


def _sector_name(tuning: Tuning, preference: _Preference, middle: float) -> str:
    if preference.axis.name == "hue":
        return say("Tuned to {hues}", hues=_HUES[round(middle / 60) % 6])
    return say("{name} at about {middle:.0f}°", name=_name(tuning, preference), middle=middle)


def _as_part(run: LensRun, number: int, count: int, family: str) -> LensRun:
    """One measurement of several: its progress as a part of the whole, without its curves."""

    def part(update: Update) -> Update | None:
        if isinstance(update, Progress):
            return Progress(number * update.total + update.done, count * update.total, family)
        return update if isinstance(update, Remark) else None

    return passed_on(run, part)
