"""Suggested groups in the window: looked for, accepted, rejected, undone, remembered over a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from inspector.gui.window import MainWindow
from inspector.network.location import Location
from tests.flows.windows import shown_window


def open_window(qtbot) -> MainWindow:
    window = shown_window(qtbot)
    window.start("demo", [])
    notes = window.features["notes"].notes
    qtbot.waitUntil(lambda: notes._notes is not None)
    window.engine.cancel_all()
    window.session.go(Location("demo", "conv1", 3))
    return window


@pytest.fixture
def window(qtbot, no_thread_left):
    made = open_window(qtbot)
    yield made
    made.close()


def names(window) -> list[str]:
    return [section.suggestion.name for section in window.features["notes"].groups.suggested]


def look(window, qtbot, by: str) -> None:
    window.actions_by_name[f"suggest-{by}"].trigger()
    qtbot.waitUntil(lambda: bool(names(window)))


def section(window, name):
    return next(s for s in window.features["notes"].groups.suggested if s.suggestion.name == name)


def test_that_suggestions_are_accepted_and_rejected_undone_and_remembered(window, qtbot):
    notes, groups = window.features["notes"].notes, window.features["notes"].groups
    look(window, qtbot, "kernels")
    assert names(window) == ["Gabor", "Colour contrast"]
    assert groups.heading.title.text() == "2 suggestions · by kernels"
    gabor = section(window, "Gabor")
    assert gabor.tiles.count() == len(gabor.suggestion.units)
    qtbot.mouseClick(gabor.accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(window) == ["Colour contrast"])
    group = notes.taxonomy.groups["Gabor"]
    assert dict(group.members) == {f"conv1/{unit}": sure for unit, sure in gabor.suggestion.members}
    assert group.comment.startswith("Suggested. Kernels of conv1 on the picture")
    qtbot.waitUntil(lambda: groups.sections[0].share.name == "Gabor")

    qtbot.mouseClick(section(window, "Colour contrast").reject, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(window) == [])
    assert "All of them were accepted or rejected." in groups.heading.note.text()
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: names(window) == ["Colour contrast"])
    window.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: names(window) == ["Gabor", "Colour contrast"])
    assert "Gabor" not in notes.taxonomy.groups
    window.actions_by_name["redo"].trigger()
    window.actions_by_name["redo"].trigger()
    window.close()

    again = open_window(qtbot)
    again.actions_by_name["suggest-kernels"].trigger()
    heading = again.features["notes"].groups.heading
    qtbot.waitUntil(lambda: "All of them" in heading.note.text())
    assert "Gabor" in again.features["notes"].notes.taxonomy.groups
    assert names(again) == []
    again.close()


def test_that_suggestions_belong_to_a_node_and_can_be_hidden(window, qtbot):
    heading = window.features["notes"].groups.heading
    look(window, qtbot, "kernels")
    window.session.go(Location("demo", "conv2", 0))
    qtbot.waitUntil(lambda: names(window) == [] and heading.isHidden())
    window.session.go(Location("demo", "conv1", 3))
    qtbot.waitUntil(lambda: len(names(window)) == 2)
    heading.hidden.emit()
    qtbot.waitUntil(lambda: names(window) == [] and heading.isHidden())


def test_that_this_units_siblings_are_looked_for_and_walked_to(window, qtbot):
    groups = window.features["notes"].groups
    window.session.go(Location("demo", "relu1", 4))
    window.actions_by_name["suggest-siblings"].trigger()
    qtbot.waitUntil(lambda: bool(names(window)))
    assert all(4 in part.suggestion.units for part in groups.suggested)
    other = next(unit for unit in groups.suggested[0].suggestion.units if unit != 4)
    groups.suggested[0].chosen.emit(other)
    assert window.session.location == Location("demo", "relu1", other)


def test_that_a_search_can_be_cancelled_and_a_refusal_is_told(window, qtbot, monkeypatch):
    heading = window.features["notes"].groups.heading
    window.session.go(Location("demo", "mixed3.cat", 0))
    window.actions_by_name["suggest-transform"].trigger()  # takes seconds
    qtbot.waitUntil(lambda: heading.title.text().startswith("Looking for groups"))
    window.actions_by_name["cancelAll"].trigger()
    qtbot.waitUntil(heading.isHidden)

    monkeypatch.setattr("inspector.lenses.suggestions.by_transform._MOST_UNITS", 90)
    window.actions_by_name["suggest-transform"].trigger()
    qtbot.waitUntil(lambda: heading.note.text().startswith("mixed3.cat has 96 units"))
    assert heading.title.text() == "No suggestions by transform"
