"""Editing in the real window: edits are added, undone, kept, looked through, and compared."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from inspector.gui.views.edit_words import edit_of, units_of
from inspector.gui.views.families import group_of
from inspector.network.errors import InspectorError
from tests.flows.windows import settle


@pytest.fixture
def window(qtbot, make_window):
    window = make_window(steps=2, size=(1280, 900))
    window.networks.start("demo", "demo/mixed5/3")
    window.pictures.open_samples()
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    settle(qtbot, window)
    return window


def test_that_edits_are_added_compared_looked_through_undone_and_kept(window, qtbot):
    feature = window.features["editing"]
    view = feature.view
    window.stage.bring(view)
    view.units.setText("0-40")
    qtbot.mouseClick(view.add, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(window.session.edits) == 1
    assert view.picture.before.lines != view.picture.after.lines

    plain = window.pictures.activations
    view.through.setChecked(True)
    qtbot.waitUntil(lambda: window.pictures.activations is not plain)
    settle(qtbot, window)
    assert not window.pictures.activations.peaks[:41].any(), "the views show the edited network"
    view.through.setChecked(False)
    qtbot.waitUntil(lambda: np.array_equal(window.pictures.activations.peaks, plain.peaks))

    view.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not window.session.edits[0].on
    window.steps.undo()
    assert window.session.edits[0].on
    view.list.item(0).setText("no first half")
    assert window.session.edits[0].name == "no first half"
    qtbot.keyClick(
        view.list, Qt.Key.Key_Delete
    ) if view.list.currentRow() >= 0 else feature.controller._on_removed(0)
    assert window.session.edits == ()
    window.steps.undo()
    window.actions_by_name["cutNegative"].trigger()
    qtbot.waitUntil(lambda: len(window.session.edits) == 2)
    settle(qtbot, window)
    assert "negative" in view.list.item(1).text()

    qtbot.mouseClick(view.pages.buttons["accuracy"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.accuracy.samples, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert view.accuracy.lines[1].startswith("Top 1")
    kept = window.session.edits
    window.networks.open("demo")
    qtbot.waitUntil(lambda: window.session.edits == kept)
    assert view.list.count() == 2, "the edits of a network are there when it is opened again"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_a_tiles_menu_edits_and_notes_its_unit(window, qtbot):
    """By the menu key, the actions of several features, on the current unit."""
    grid, notes = window.units.view, window.features["notes"]
    grid.setFocus()
    menu = opened_menu(grid, QContextMenuEvent.Reason.Keyboard)
    tile = grid.visualRect(grid.currentIndex())
    assert tile.contains(grid.viewport().mapFromGlobal(menu.pos())), "the key opens it at the tile"
    texts = [action.text() for action in menu.actions() if action.isVisible() and not action.isSeparator()]
    assert texts[:5] == [
        "Silence the current unit", "Cut its negative weights", "Star", "Add to group…", "Copy address",
    ]  # fmt: skip
    assert all("view" in text or "Copy" in text or "Export" in text for text in texts[5:]), (
        "then what exports"
    )
    for action in menu.actions():
        if action.text() in ("Star", "Copy address", "Silence the current unit", "Add to group…"):
            action.trigger()
    menu.close()
    assert notes.notes.taxonomy.mark("mixed5/3").star
    assert QApplication.clipboard().text() == "demo/mixed5/3"
    assert [edit.change.units for edit in window.session.edits] == [(3,)]
    assert notes.view.isVisible()
    assert notes.view.group.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_named_groups_are_offered_where_units_are_written(window, qtbot):
    controller = window.features["notes"].notes
    qtbot.waitUntil(lambda: controller._notes is not None)
    controller.change(
        "groups",
        lambda said: said.with_members("Curves, left", ["mixed5/3", "mixed5/7"]).with_members(
            "lines", ["pool4/1", "pool4/2"]
        ),
    )
    families, edits = window.features["weights"].families, window.features["editing"].view
    window.stage.bring(families)
    settle(qtbot, window)
    families.source.setCurrentText("pool4")
    families.sources.setText("LINES")
    qtbot.keyClick(families.units, Qt.Key.Key_Down)
    assert [action.text() for action in families.units.menu.actions()] == ["Curves, left · 2"]
    families.units.menu.actions()[0].trigger()
    families.units.menu.close()
    qtbot.waitUntil(lambda: families.weights is not None and families.weights.units == (3, 7))
    assert families.weights.sources == (1, 2)
    window.stage.bring(edits)
    edits.units.setText("curves, left")
    qtbot.mouseClick(edits.add, Qt.MouseButton.LeftButton)
    assert window.session.edits[0].change.units == (3, 7)


def opened_menu(view, reason):
    corner = view.viewport().rect().bottomRight()
    QApplication.sendEvent(view, QContextMenuEvent(reason, corner, view.mapToGlobal(corner)))
    return view.findChild(QMenu, "unitMenu")


def test_that_what_is_written_becomes_units_directions_and_numbers():
    assert units_of("3, 5-7", 10) == ((3, 5, 6, 7), ())
    assert units_of("3:0.5; 7:-1", 10) == ((3, 7), (0.5, -1.0))
    assert edit_of("clamp", "n", (1,), (), "-1.5  2").low == -1.5
    assert edit_of("steer", "n", (1, 2), (1.0, -1.0), "−2").amount == -2
    kernel = edit_of("kernel", "n", (4,), (), "2: 0 1; 1 -4")
    assert (kernel.sources, kernel.kernel) == ((2,), ((0, 1), (1, -4)))
    assert units_of("Three", 10, {"three": (1, 2, 9), "3": (4,)}) == ((1, 2, 9), ())
    assert units_of("3", 10, {"3": (4,)}) == ((3,), ()), "a number is a unit"
    assert group_of("curves, 4, 6-7", {"Curves": (1, 2)}) == (1, 2, 4, 6, 7)
    for units in ("", "three", "12"):
        with pytest.raises(InspectorError):
            units_of(units, 10)
    for kind, text in (("scale", ""), ("clamp", "1"), ("kernel", "1 2 3"), ("kernel", "1: 1 2; 3")):
        with pytest.raises(InspectorError):
            edit_of(kind, "n", (1,), (), text)


def test_that_attribution_effects_and_verdicts_have_their_pages(window, qtbot):
    attribution, effects = window.features["attribution"].view, window.features["effects"].view
    window.desk.bring(attribution)
    qtbot.waitUntil(lambda: attribution.shown is not None and attribution.shown.complete)
    assert "completeness error" in attribution.sums.text()
    by_share = attribution.list.item(0).text()
    attribution.picture.hovered.emit(0.5, 0.5)
    shown = attribution.shown
    best = int(shown.activations[:, shown.maps.shape[1] // 2, shown.maps.shape[2] // 2].argmax())
    assert attribution.list.item(0).text().startswith(f"{best} ")
    attribution.picture.hovered.emit(-1.0, -1.0)
    assert attribution.list.item(0).text() == by_share
    qtbot.mouseClick(attribution.methods.buttons["groups"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: attribution.shown.groups is not None)
    assert attribution.list.count() == 6

    window.stage.bring(effects)
    qtbot.mouseClick(effects.measure, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert effects.model.rowCount() == window.session.node.units
    effects.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    first = effects.model.values[:, 0]
    assert (np.diff(first) >= 0).all()
    effects.table.clicked.emit(effects.model.index(0, 0))
    assert window.session.location.unit == int(effects.model.units[0])

    evidence = window.features["evidence"].view
    window.evidence.bring(evidence)
    settle(qtbot, window)
    row = evidence.rows["use"]
    row.verdict.setCurrentIndex(row.verdict.findData("for"))
    row.verdict.activated.emit(row.verdict.currentIndex())
    settle(qtbot, window)
    place = window.session.location.unit
    window.session.go_to_unit(place + 1 if not place else place - 1)
    settle(qtbot, window)
    assert evidence.rows["use"].verdict.currentData() == ""
    window.session.go_to_unit(place)
    qtbot.waitUntil(lambda: evidence.rows["use"].verdict.currentData() == "for")
