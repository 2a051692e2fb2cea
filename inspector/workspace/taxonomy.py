"""What a person says of units, nodes and pictures: labels, notes, stars, and groups of units.

A taxonomy is a value: every change makes another one. Groups follow the published taxonomies of early vision
(Olah et al. 2020, "An Overview of Early Vision in InceptionV1"): named families of a node's units, by size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

# Where something is said: "node", "node/unit", or "picture:" and the picture's digest.
Place = str
REST = "Other units"


def unit_place(node: str, unit: int) -> Place:
    """The place of a unit."""
    return f"{node}/{unit}"


def unit_of(place: Place) -> tuple[str, int] | None:
    """Node and number of a unit's place; None for other places."""
    node, slash, unit = place.rpartition("/")
    return (node, int(unit)) if slash and unit.isdecimal() and not place.startswith("picture:") else None


@dataclass(frozen=True)
class Mark:
    """What is said of one place.

    Attributes:
        label: A few words; "" for none.
        note: Markdown; "" for none.
        star: Whether it is starred.
    """

    label: str = ""
    note: str = ""
    star: bool = False


@dataclass(frozen=True)
class Group:
    """Units that belong together.

    Attributes:
        comment: Markdown; "" for none.
        members: Confidence, 0 to 1, by the unit's place, in the order of joining.
    """

    comment: str = ""
    members: Mapping[Place, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Share:
    """A group as a node's page shows it: its units there, and what part of the node they are, 0 to 1."""

    name: str
    units: tuple[int, ...]
    part: float
    comment: str


@dataclass(frozen=True)
class Rejected:
    """A suggested group that a person did not want.

    Attributes:
        by: What units were compared by ("tuning", say).
        node: The node.
        units: The suggested units, in order of number.
    """

    by: str
    node: str
    units: tuple[int, ...]


@dataclass(frozen=True)
class Taxonomy:
    """All that was said of one network.

    Attributes:
        marks: What is said of single places; places of which nothing is said are not there.
        groups: Groups by name, in the order of making; a unit may be in several.
        rejected: Suggestions that are not to be made again.
    """

    marks: Mapping[Place, Mark] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    rejected: frozenset[Rejected] = frozenset()

    def mark(self, place: Place) -> Mark:
        """What is said of a place."""
        return self.marks.get(place, Mark())

    def with_mark(self, place: Place, mark: Mark) -> Taxonomy:
        """The same with this said of the place; an empty mark takes back what was said."""
        marks = {other: said for other, said in self.marks.items() if other != place}
        return replace(self, marks=marks if mark == Mark() else {**marks, place: mark})

    def with_group(self, name: str, group: Group) -> Taxonomy:
        """The same with this group, in the place of one of that name.

        Raises:
            ValueError: The name is empty, or a confidence lies outside 0 to 1.
        """
        if not name.strip():
            raise ValueError("A group needs a name.")
        if any(not 0 <= confidence <= 1 for confidence in group.members.values()):
            raise ValueError("A confidence lies between 0 and 1.")
        return replace(self, groups={**self.groups, name.strip(): group})

    def without_group(self, name: str) -> Taxonomy:
        """The same without that group; its units stay."""
        return replace(self, groups={other: group for other, group in self.groups.items() if other != name})

    def with_group_renamed(self, old: str, new: str) -> Taxonomy:
        """The same with a group renamed in its place; it joins a group that has the new name already.

        Raises:
            ValueError: The new name is empty.
        """
        if not new.strip():
            raise ValueError("A group needs a name.")
        if new.strip() in self.groups and new.strip() != old:
            joined = self.groups[new.strip()]
            members = {**self.groups[old].members, **joined.members}
            return self.without_group(old).with_group(new, replace(joined, members=members))
        groups = {new.strip() if name == old else name: group for name, group in self.groups.items()}
        return replace(self, groups=groups)

    def with_members(self, name: str, places: Iterable[Place], confidence: float = 1.0) -> Taxonomy:
        """The same with units in a group, which is made where it is not there.

        Raises:
            ValueError: The confidence lies outside 0 to 1.
        """
        group = self.groups.get(name, Group())
        return self.with_group(
            name, replace(group, members={**group.members, **dict.fromkeys(places, confidence)})
        )

    def without_members(self, name: str, places: Iterable[Place]) -> Taxonomy:
        """The same with units taken out of a group, which stays, if empty."""
        gone = set(places)
        group = self.groups.get(name, Group())
        return self.with_group(
            name, replace(group, members={p: c for p, c in group.members.items() if p not in gone})
        )

    def groups_of(self, place: Place) -> dict[str, float]:
        """The groups that a unit is in, with the confidence."""
        return {name: group.members[place] for name, group in self.groups.items() if place in group.members}

    def is_labelled(self, place: Place) -> bool:
        """Whether a unit has a label or is in a group."""
        return bool(self.mark(place).label or self.groups_of(place))


def page_of(taxonomy: Taxonomy, node: str, units: int) -> list[Share]:
    """A node's page: its groups, the largest first, and behind them the units that are in none."""
    shares = []
    grouped: set[int] = set()
    for name, group in taxonomy.groups.items():
        own = _units_in(group, node, units)
        if own:
            shares.append(Share(name, own, len(own) / units, group.comment))
            grouped.update(own)
    shares.sort(key=lambda share: -len(share.units))
    rest = tuple(unit for unit in range(units) if unit not in grouped)
    return [*shares, Share(REST, rest, len(rest) / units, "")] if rest else shares


def units_by_group(taxonomy: Taxonomy, node: str, units: int) -> dict[str, tuple[int, ...]]:
    """The units that every group has in a node, groups without any left out."""
    found = ((name, _units_in(group, node, units)) for name, group in taxonomy.groups.items())
    return {name: own for name, own in found if own}


def next_unlabelled(taxonomy: Taxonomy, node: str, units: int, after: int) -> int | None:
    """The first unit behind `after`, round the end, of which nothing is said; None where all are labelled."""
    turn = ((after + step) % units for step in range(1, units + 1))
    return next((unit for unit in turn if not taxonomy.is_labelled(unit_place(node, unit))), None)


def _units_in(group: Group, node: str, units: int) -> tuple[int, ...]:
    found = (unit_of(place) for place in group.members)
    return tuple(place[1] for place in found if place is not None and place[0] == node and place[1] < units)


def said_of_units(taxonomy: Taxonomy, node: str) -> dict[int, str]:
    """What tiles say of a node's units: a star, and the label or else the groups; "" is not there."""
    names: dict[int, list[str]] = {}
    for name, group in taxonomy.groups.items():
        for place in group.members:
            where = unit_of(place)
            if where is not None and where[0] == node:
                names.setdefault(where[1], []).append(name)
    said = {unit: ", ".join(groups) for unit, groups in names.items()}
    for place, mark in taxonomy.marks.items():
        where = unit_of(place)
        if where is not None and where[0] == node and (mark.label or mark.star):
            text = mark.label or said.get(where[1], "")
            said[where[1]] = f"★ {text}".strip() if mark.star else text
    return said
