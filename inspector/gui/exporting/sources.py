"""What numbers stand behind each page of the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from inspector.gui.translation import mark, tr
from inspector.jobs.datasheets.results import sheet_of, together
from inspector.jobs.datasheets.sheet import Datasheet
from inspector.jobs.datasheets.special import (
    comparison_sheet,
    edits_sheet,
    evidence_sheet,
    examples_sheet,
    feature_sheet,
    graph_sheet,
    notes_sheet,
    tuning_sheet,
)

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


def datasheet(window: MainWindow, view: str, title: str) -> Datasheet | None:
    """What a page (the object name of its view) shows as numbers; None where it shows nothing yet."""
    source = SOURCES.get(view)
    found = source(window) if source is not None else None
    return Datasheet(title, found.arrays, found.facts) if found is not None and found.arrays else None


def _units(window: MainWindow) -> Datasheet | None:
    activations, tuning = window.pictures.activations, window.unit_page.tuning.measured
    node = window.session.node
    here = activations is not None and node is not None and activations.node == node.name
    sheets = [sheet_of(activations)] if here else []
    if tuning is not None and tuning.complete and node is not None and f"/{node.name}/" in tuning.location:
        table = tuning_sheet(tuning)
        indices = tuple(array for array in table.arrays if array.dims == ("unit",))
        sheets.append(Datasheet("", indices, {"family": tuning.family}))
    return together("", *sheets) if sheets else None


def _picture(window: MainWindow) -> Datasheet | None:
    activations = window.pictures.activations
    return None if activations is None else sheet_of(activations)


def _graph(window: MainWindow) -> Datasheet | None:
    card = window.session.network
    return None if card is None else graph_sheet(card.nodes)


def _shown(found: object) -> Datasheet | None:
    return None if found is None else sheet_of(found)


def _edits(window: MainWindow) -> Datasheet | None:
    view = window.features["editing"].view
    changes = (view.picture.shown, view.responses.shown, view.accuracy.shown)
    made = edits_sheet(window.session.edits, *changes)
    tunings = zip(("before", "after"), view.tuning.shown, strict=True)
    measured = [(when, tuning_sheet(tuning)) for when, tuning in tunings if tuning is not None]
    for when, sheet in measured:
        own = tuple(a if a.name in a.dims else a.called(f"{when}.{a.name}") for a in sheet.arrays)
        made = together("", made, Datasheet("", own, sheet.facts))
    return made


def _notes(window: MainWindow) -> Datasheet | None:
    node = window.session.node
    return None if node is None else notes_sheet(window.features["notes"].notes.taxonomy, node.name)


def _compare(window: MainWindow) -> Datasheet | None:
    controller = window.features["comparison"].controller
    if controller.found is None:
        return _shown(controller.line)
    further = (controller.matching, controller.profile, controller.line)
    return comparison_sheet(controller.found.comparison, *further)


def _tuning(window: MainWindow) -> Datasheet | None:
    view = window.tuning
    if view.mode == "live":
        return _shown(view.live.shown)
    return None if view.shown is None else tuning_sheet(view.shown)


def _examples(window: MainWindow) -> Datasheet | None:
    return None if window.examples.shown is None else examples_sheet(window.examples.shown)


def _weights(window: MainWindow) -> Datasheet | None:
    view = window.features["weights"].view
    sheets = [sheet_of(found, prefix="expanded.") for found in view.expanded.values()]
    if view.nearest is not None:
        sheets.insert(0, sheet_of(view.nearest))
    return together("", *sheets) if sheets else None


def _evidence(window: MainWindow) -> Datasheet | None:
    view = window.features["evidence"].view
    return None if view.evidence is None else evidence_sheet(view.evidence, view.verdicts)


def _feature(window: MainWindow) -> Datasheet | None:
    return None if window.feature.shown is None else feature_sheet(window.feature.shown)


SOURCES: dict[str, Callable[[MainWindow], Datasheet | None]] = {
    "unitsPanel": _units,
    "graphView": _graph,
    "circuitView": lambda window: _shown(window.features["weights"].circuit.shown),
    "kernelWallView": lambda window: _shown(window.features["weights"].wall.wall),
    "familiesView": lambda window: _shown(window.features["weights"].families.weights),
    "editsView": _edits,
    "groupsPage": _notes,
    "effectsView": lambda window: _shown(window.features["effects"].controller.found),
    "compareView": _compare,
    "pictureView": _picture,
    "attributionView": lambda window: _shown(window.features["attribution"].view.shown),
    "attackView": lambda window: _shown(window.features["clip"].attack.shown),
    "promptsView": lambda window: _shown(window.features["clip"].prompting.shown),
    "tuningView": _tuning,
    "examplesView": _examples,
    "weightsView": _weights,
    "notesPage": _notes,
    "evidenceView": _evidence,
    "blindView": lambda window: _shown(window.features["blind"].controller.found()),
    "featureView": _feature,
}
"""By the object name of the page's view."""
NOTHING = {
    "blindView": mark("Scan a folder of pictures first."),
    "compareView": mark("Compare with another network first."),
    "effectsView": mark("Measure something first."),
    "evidenceView": mark("Gather the evidence first."),
    "examplesView": mark("Scan a folder of pictures first."),
}


def why_nothing(view: str) -> str:
    """A sentence on why there is nothing to export of a page."""
    return tr(NOTHING.get(view, mark("There are no numbers behind this page yet.")))
