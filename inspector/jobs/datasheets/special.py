"""Datasheets of what has axes, rows within rows, or no lens: tuning, examples, comparison, notes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.datasheets.results import sheet_of, together
from inspector.jobs.datasheets.sheet import Datasheet, Named
from inspector.lenses.tuning.document import recipe
from inspector.workspace.taxonomy import Taxonomy, unit_of

if TYPE_CHECKING:
    from inspector.jobs.evidence_arguments import UnitEvidence, Verdict
    from inspector.lenses.comparison import Comparison
    from inspector.lenses.examples import UnitExamples
    from inspector.lenses.feature_visualization import Feature
    from inspector.lenses.tuning import Tuning
    from inspector.network.graph import Node
    from inspector.probe.edits import Edit


def column(name: str, values: Iterable[Any], dims: str, unit: str = "") -> Named:
    """A column of a table."""
    return Named(name, np.array(list(values)), (dims,), unit)


def tuning_sheet(tuning: Tuning) -> Datasheet:
    """A measurement: responses of the unit and of all units over the axes, and the indices of all units."""
    axes = tuple(tuning.axes)
    unit = "sigma" if tuning.measured == "sigma" else "activation"
    arrays = [
        Named(name, np.asarray(values), (name,), of)
        for (name, values), of in zip(tuning.axes.items(), tuning.axis_units, strict=True)
    ]
    arrays.append(Named("response", tuning.response, axes, unit))
    arrays.append(Named("responses", tuning.responses, (*axes, "unit"), unit))
    tables = {"mid grey": tuning.baselines, "noise at mid grey": tuning.baseline_noises, **tuning.table}
    arrays += [Named(name, np.asarray(values), ("unit",)) for name, values in tables.items() if len(values)]
    arrays.append(Named("stimuli", tuning.stimuli, (*axes, "row", "column", "channel")))
    return Datasheet("Tuning", tuple(arrays), {**recipe(tuning), "indices": dict(tuning.indices)})


def examples_sheet(examples: UnitExamples) -> Datasheet:
    """What drives a unit: strongest and weakest pictures, the quilt's ranges with theirs, the histogram."""
    sheet = sheet_of(examples, "Dataset examples")
    quilt = [
        column(f"quilt.{name}", (getattr(part, name) for part in examples.quilt), "quilt")
        for name in ("low", "high", "count")
    ]
    rows = [(number, each) for number, part in enumerate(examples.quilt) for each in part.examples]
    within: list[Named] = []
    if rows:
        within.append(column("quilt example.range", (number for number, _ in rows), "quilt example"))
        for name in ("name", "path", "label", "value", "y", "x"):
            values = (getattr(each, name) for _, each in rows)
            within.append(column(f"quilt example.{name}", values, "quilt example"))
    return Datasheet(sheet.title, (*sheet.arrays, *quilt, *within), sheet.facts)


def comparison_sheet(comparison: Comparison, *further: Any) -> Datasheet:
    """Two networks: CKA of all nodes, what each unit answered to each picture, and what was found further."""
    made = sheet_of(comparison)
    arrays = list(made.arrays)
    for name, side in (("first", comparison.first), ("second", comparison.second)):
        arrays.append(column(f"{name} node", side.values, f"{name} node"))
        for node, values in side.values.items():
            arrays.append(Named(f"{name}.{node}", values, ("picture", f"unit of {name}.{node}")))
    facts = {**made.facts, "first": comparison.first.network, "second": comparison.second.network}
    own = [sheet_of(part, prefix=f"{_short(part)}.") for part in further if part is not None]
    return together("Comparison", Datasheet("Comparison", tuple(arrays), facts), *own)


def _short(part: Any) -> str:
    return {"Matching": "matching", "DepthProfile": "profile", "TimeLine": "time"}[type(part).__name__]


def feature_sheet(feature: Feature) -> Datasheet:
    """Pictures of a unit with what they reach, step by step, and every number of their recipe."""
    from inspector.lenses.feature_visualization.parameters import as_json

    made = sheet_of(feature, "Feature visualization")
    parameters = as_json(feature.parameters)
    told: dict[str, Any] = {
        name: parameters[name] for name in ("recipe", "size", "parameterization") if name in parameters
    }
    return Datasheet(made.title, made.arrays, {**told, **made.facts, "parameters": parameters})


def graph_sheet(nodes: Mapping[str, Node]) -> Datasheet:
    """The operations of a network and what each reads."""
    listed = list(nodes.values())
    ends = [(source, node.name) for node in listed for source in node.inputs]
    arrays = [
        column("node", (node.name for node in listed), "node"),
        column("op", (node.op for node in listed), "node"),
        column("shape", ("×".join(map(str, node.shape)) for node in listed), "node"),
        column("units", (node.units for node in listed), "node"),
        column("parameters", (node.parameters for node in listed), "node"),
        column("from", (source for source, _ in ends), "edge"),
        column("to", (target for _, target in ends), "edge"),
    ]
    return Datasheet("Graph", tuple(arrays))


def notes_sheet(taxonomy: Taxonomy, node: str) -> Datasheet:
    """What is said of the units of a node: labels, notes, stars, and the groups they are in."""
    here = {place: found[1] for place in taxonomy.marks if (found := unit_of(place)) and found[0] == node}
    marks = [(unit, taxonomy.mark(place)) for place, unit in sorted(here.items(), key=lambda item: item[1])]
    members = [
        (name, found[1], confidence)
        for name, group in taxonomy.groups.items()
        for place, confidence in group.members.items()
        if (found := unit_of(place)) and found[0] == node
    ]
    groups = sorted({name for name, _, _ in members}, key=list(taxonomy.groups).index)
    arrays = [
        column("marked.unit", (unit for unit, _ in marks), "marked"),
        column("marked.label", (mark.label for _, mark in marks), "marked"),
        column("marked.star", (mark.star for _, mark in marks), "marked"),
        column("marked.note", (mark.note for _, mark in marks), "marked"),
        column("member.group", (name for name, _, _ in members), "member"),
        column("member.unit", (unit for _, unit, _ in members), "member"),
        column("member.confidence", (sure for _, _, sure in members), "member", "share"),
        column("group", groups, "group"),
        column("comment", (taxonomy.groups[name].comment for name in groups), "group"),
        column("units", (sum(name == other for other, _, _ in members) for name in groups), "group"),
    ]
    return Datasheet("Groups and notes", tuple(a for a in arrays if a.values.size))


def evidence_sheet(evidence: UnitEvidence, verdicts: Sequence[Verdict]) -> Datasheet:
    """The arguments for a unit: facts, recipe, what a person says, and the pictures of each."""
    said = {verdict.argument: verdict for verdict in verdicts}
    listed = evidence.arguments
    arrays = [
        column("argument", (argument.name for argument in listed), "argument"),
        column("facts", (" ".join(argument.facts) for argument in listed), "argument"),
        column("recipe", (argument.recipe for argument in listed), "argument"),
        column("verdict", (said[a.name].verdict if a.name in said else "" for a in listed), "argument"),
        column("remark", (said[a.name].remark if a.name in said else "" for a in listed), "argument"),
    ]
    for argument in listed:
        for number, (_, pixels) in enumerate(argument.pictures):
            name = f"picture.{argument.name}.{number}"
            arrays.append(Named(name, pixels, ("row", "column", "channel")[: pixels.ndim]))
    captions = {f"picture.{a.name}.{n}": words for a in listed for n, (words, _) in enumerate(a.pictures)}
    return Datasheet("Evidence", tuple(arrays), {"network": evidence.network, "captions": captions})


def edits_sheet(edits: Sequence[Edit], *changes: Any) -> Datasheet:
    """The edits of a network, and what changed with them."""
    own = [
        column("edit", range(len(edits)), "edit"),
        column("what", (edit.title for edit in edits), "edit"),
        column("on", (edit.on for edit in edits), "edit"),
    ]
    sheets = [sheet_of(change, prefix=f"{_change(change)}.") for change in changes if change is not None]
    return together("Edits", Datasheet("Edits", tuple(own) if edits else ()), *sheets)


def _change(change: Any) -> str:
    return {"PictureChange": "picture", "ResponseChange": "responses", "AccuracyChange": "accuracy"}[
        type(change).__name__
    ]
