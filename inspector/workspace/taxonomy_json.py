"""Taxonomies as JSON and CSV, ours and the published ones."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from inspector.saying import say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.taxonomy import Group, Mark, Rejected, Taxonomy, unit_of, unit_place

VERSION = 1
COLUMNS = ("node", "unit", "label", "star", "note", "groups")
_BETWEEN_GROUPS = "; "


@dataclass(frozen=True)
class Imported:
    """What was read, and in one sentence each what was left out."""

    taxonomy: Taxonomy
    left_out: tuple[str, ...]


def to_json(taxonomy: Taxonomy) -> dict[str, Any]:
    """The document that `from_json` reads."""
    return {
        "version": VERSION,
        "marks": {place: asdict(mark) for place, mark in taxonomy.marks.items()},
        "groups": [
            {"name": name, "comment": group.comment, "members": dict(group.members)}
            for name, group in taxonomy.groups.items()
        ],
        "rejected": [
            {"by": one.by, "node": one.node, "units": list(one.units)}
            for one in sorted(taxonomy.rejected, key=lambda one: (one.by, one.node, one.units))
        ],
    }


def from_json(document: Any) -> Taxonomy:
    """The inverse of `to_json`; also reads the published form, a list of {"layer", "name", "units"}.

    Raises:
        WorkspaceError: A newer program wrote it.
        ValueError, TypeError, KeyError, AttributeError: It is something else.
    """
    if isinstance(document, list):
        return _published(document)
    if int(document["version"]) > VERSION:
        raise WorkspaceError("a newer version of the program wrote them; update the program")
    taxonomy = Taxonomy()
    for place, said in document["marks"].items():
        mark = Mark(str(said.get("label", "")), str(said.get("note", "")), bool(said.get("star", False)))
        taxonomy = taxonomy.with_mark(str(place), mark)
    for group in document["groups"]:
        members = {str(place): float(confidence) for place, confidence in group["members"].items()}
        taxonomy = taxonomy.with_group(group["name"], Group(str(group.get("comment", "")), members))
    rejected = (
        Rejected(str(one["by"]), str(one["node"]), tuple(map(int, one["units"])))
        for one in document.get("rejected", ())
    )
    return replace(taxonomy, rejected=frozenset(rejected))


def _published(groups: Sequence[Any]) -> Taxonomy:
    taxonomy = Taxonomy()
    for group in groups:
        places = [unit_place(str(group["layer"]), int(unit)) for unit in group["units"]]
        taxonomy = taxonomy.with_members(str(group["name"]), places)
    return taxonomy


def to_csv(taxonomy: Taxonomy) -> str:
    """A table with a line for each unit spoken of; groups with their confidence where it is below 1."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(COLUMNS)
    for place in _units_spoken_of(taxonomy):
        node, unit = unit_of(place) or ("", 0)
        mark = taxonomy.mark(place)
        groups = _BETWEEN_GROUPS.join(_with_confidence(*item) for item in taxonomy.groups_of(place).items())
        table.writerow((node, unit, mark.label, int(mark.star), mark.note, groups))
    return text.getvalue()


def from_csv(text: str) -> Taxonomy:
    """The inverse of `to_csv`, but for comments, empty groups, and marks of nodes and pictures.

    Raises:
        ValueError: Columns are missing or a unit is no number.
    """
    rows = csv.DictReader(io.StringIO(text))
    if not {"node", "unit"} <= set(rows.fieldnames or ()):
        raise ValueError(say("the table needs the columns {columns}", columns=", ".join(COLUMNS)))
    taxonomy = Taxonomy()
    for row in rows:
        place = unit_place(row["node"], int(row["unit"]))
        star = (row.get("star") or "").strip().lower() in ("1", "true", "yes")
        mark = Mark(row.get("label") or "", row.get("note") or "", star)
        taxonomy = taxonomy.with_mark(place, mark)
        for entry in filter(None, (row.get("groups") or "").split(_BETWEEN_GROUPS)):
            name, confidence = _read_confidence(entry)
            taxonomy = taxonomy.with_members(name, [place], confidence)
    return taxonomy


def fitting(taxonomy: Taxonomy, units: Mapping[str, int]) -> Imported:
    """What of a taxonomy the network has places for; `units` is the number of units by node."""

    def fits(place: str) -> bool:
        unit = unit_of(place)
        if unit is None:
            return place.startswith("picture:") or place in units
        return unit[1] < units.get(unit[0], 0)

    kept = Taxonomy(marks={place: mark for place, mark in taxonomy.marks.items() if fits(place)})
    for name, group in taxonomy.groups.items():
        members = {place: confidence for place, confidence in group.members.items() if fits(place)}
        if members or not group.members:
            kept = kept.with_group(name, Group(group.comment, members))
    rejected = frozenset(
        one for one in taxonomy.rejected if max(one.units, default=0) < units.get(one.node, 0)
    )
    kept = replace(kept, rejected=rejected)
    spoken = {*taxonomy.marks, *(place for group in taxonomy.groups.values() for place in group.members)}
    strange = sorted(place for place in spoken if not fits(place))
    return Imported(kept, tuple(say("The network has no {place}.", place=place) for place in strange))


def merged(old: Taxonomy, new: Taxonomy) -> Taxonomy:
    """Both together; where both speak of one place, the new one's words hold, and groups of one name join."""
    result = replace(old, rejected=old.rejected | new.rejected)
    for place, mark in new.marks.items():
        result = result.with_mark(place, mark)
    for name, group in new.groups.items():
        before = result.groups.get(name, Group())
        comment = group.comment or before.comment
        result = result.with_group(name, Group(comment, {**before.members, **group.members}))
    return result


def _units_spoken_of(taxonomy: Taxonomy) -> Iterable[str]:
    spoken = {*taxonomy.marks, *(place for group in taxonomy.groups.values() for place in group.members)}
    units = [(unit_of(place), place) for place in spoken if unit_of(place) is not None]
    return [place for _, place in sorted(units, key=lambda item: item[0] or ("", 0))]


def _with_confidence(name: str, confidence: float) -> str:
    return name if confidence == 1 else say("{name} ({confidence:.0%})", name=name, confidence=confidence)


def _read_confidence(entry: str) -> tuple[str, float]:
    name, bracket, rest = entry.rpartition(" (")
    if bracket and rest.endswith("%)") and rest[:-2].isdecimal():
        return name, int(rest[:-2]) / 100
    return entry, 1.0
