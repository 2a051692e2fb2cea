"""Labels, stars, groups and notes in the window: said, undone, kept over a restart, carried in files."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from inspector.gui.models.unit_mime import MIME, pack, unpack
from inspector.gui.models.units import SAID
from inspector.gui.window import MainWindow
from inspector.network.location import Location
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import REST, Mark
from tests.flows.windows import shown_window


def open_window(qtbot) -> MainWindow:
    window = shown_window(qtbot)
    window.start("demo", [])
    notes = window.features["notes"].notes
    qtbot.waitUntil(lambda: notes._notes is not None)
    window.engine.cancel_all()
    return window


@pytest.fixture
def window(qtbot, no_thread_left):
    made = open_window(qtbot)
    made.session.go(Location("demo", "conv2", 3))
    yield made
    made.close()


def said(window: MainWindow) -> dict[str, Mark]:
    return dict(window.features["notes"].notes.taxonomy.marks)


def drop_units(target, node: str, units: tuple[int, ...]) -> None:
    """As the desktop does: whoever is under the pointer is asked first, and says whether it takes them."""
    place = target.viewport().rect().center()
    none, left, copy = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    mime = pack(node, units)  # the event does not keep it alive
    assert QApplication.sendEvent(target.viewport(), QDragEnterEvent(place, copy, mime, left, none))
    QApplication.sendEvent(target.viewport(), QDropEvent(QPointF(place), copy, mime, left, none))


def section(window: MainWindow, name: str):
    return next(one for one in window.features["notes"].groups.sections if one.share.name == name)


def test_that_a_unit_is_labelled_by_keys_and_each_step_undone(window, qtbot):
    feature = window.features["notes"]
    window.actions_by_name["labelUnit"].trigger()
    qtbot.keyClicks(feature.view.label, "curve, left")
    qtbot.keyClick(feature.view.label, Qt.Key.Key_Return)
    window.actions_by_name["star"].trigger()
    assert said(window) == {"conv2/3": Mark("curve, left", "", True)}
    tile = window.units.model.index(window.units.model.row_of(3))
    assert tile.data(SAID) == "★ curve, left"
    window.actions_by_name["undo"].trigger()
    window.actions_by_name["undo"].trigger()
    assert said(window) == {}
    assert feature.view.label.text() == ""
    window.actions_by_name["redo"].trigger()
    assert said(window) == {"conv2/3": Mark("curve, left")}


def test_that_what_is_typed_when_one_walks_on_belongs_to_the_unit_one_leaves(window, qtbot):
    view = window.features["notes"].view
    qtbot.keyClicks(view.label, "edge")
    qtbot.keyClicks(view.note, "see *mixed3*")
    window.actions_by_name["nextUnit"].trigger()
    assert said(window) == {"conv2/3": Mark("edge", "see *mixed3*")}
    assert (view.label.text(), view.note.toPlainText()) == ("", "")


def test_that_what_another_window_says_is_there_when_one_comes_back(window, qtbot):
    notes = window.features["notes"].notes
    notes.set_mark("conv2/3", label="mine")
    other = Taxonomies(window.engine.workspace)
    theirs = lambda old: old.with_mark("conv2/5", Mark("theirs"))  # noqa: E731
    other.change(notes.fingerprint, "demo", theirs)
    QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))
    both = {"conv2/3": Mark("mine"), "conv2/5": Mark("theirs")}
    qtbot.waitUntil(lambda: said(window) == both)
    qtbot.waitUntil(lambda: other.read(notes.fingerprint).marks == both)
    window.actions_by_name["undo"].trigger()
    assert said(window) == {"conv2/5": Mark("theirs")}, "undone is only what was said here"


def test_that_tiles_are_dragged_into_groups_and_out_of_them(window, qtbot):
    feature = window.features["notes"]
    window.actions_by_name["showGroups"].trigger()
    qtbot.waitUntil(lambda: bool(feature.groups.sections))
    qtbot.keyClicks(feature.groups.new, "Curves")
    qtbot.keyClick(feature.groups.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(feature.groups.sections) == 2)
    drop_units(section(window, "Curves").tiles, "conv2", (3, 5, 8))
    qtbot.waitUntil(lambda: section(window, "Curves").share.units == (3, 5, 8))
    assert "3 of 64 units" in feature.groups.about.text()
    assert feature.view.groups.item(0).text() == "Curves"
    drop_units(section(window, REST).tiles, "conv2", (5,))
    qtbot.waitUntil(lambda: section(window, "Curves").share.units == (3, 8))
    tiles = section(window, "Curves").tiles
    tiles.item(0).setSelected(True)
    qtbot.keyClick(tiles, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: section(window, "Curves").share.units == (8,))
    section(window, "Curves").name.setText("Arcs")
    section(window, "Curves").name.editingFinished.emit()
    qtbot.waitUntil(lambda: feature.groups.sections[0].share.name == "Arcs")


def test_that_a_unit_joins_a_group_with_a_confidence(window, qtbot):
    view = window.features["notes"].view
    view.confidence.setValue(40)
    qtbot.keyClicks(view.group.lineEdit(), "Lines")
    qtbot.keyClick(view.group.lineEdit(), Qt.Key.Key_Return)
    assert window.features["notes"].notes.taxonomy.groups_of("conv2/3") == {"Lines": 0.4}
    assert view.groups.item(0).text() == "Lines · 40% sure"
    view.groups.setCurrentRow(0)
    qtbot.keyClick(view.groups, Qt.Key.Key_Delete)
    assert window.features["notes"].notes.taxonomy.groups_of("conv2/3") == {}


def test_that_a_dragged_tile_carries_unit_address_and_picture(window, qtbot):
    model = window.units.model
    qtbot.waitUntil(lambda: model.rowCount() == 64)
    mime = model.mimeData([model.index(4)])
    assert unpack(mime) == ("conv2", (4,))
    assert mime.text() == "conv2/4"
    assert MIME in model.mimeTypes()


def test_that_what_was_said_last_is_there_after_closing_at_once(qtbot, no_thread_left):
    window = open_window(qtbot)
    window.session.go(Location("demo", "conv1", 7))
    window.features["notes"].notes.set_mark("conv1/7", label="kept")
    window.close()  # before the worker has had a turn
    again = open_window(qtbot)
    assert said(again) == {"conv1/7": Mark("kept")}
    again.close()


def test_that_the_next_unlabelled_unit_is_walked_to(window):
    notes = window.features["notes"].notes
    notes.set_mark("conv2/4", label="x")
    window.actions_by_name["nextUnlabelled"].trigger()
    assert window.session.location.unit == 5
    window.actions_by_name["randomUnit"].trigger()
    assert window.session.location.unit is not None


def test_that_labels_travel_in_files_and_strange_ones_are_told(window, qtbot, tmp_path):
    notes = window.features["notes"].notes
    file = tmp_path / "groups.json"
    file.write_text(
        json.dumps([{"layer": "conv2", "name": "Lines", "units": [1, 2, 9999]}]), encoding="utf-8"
    )
    with qtbot.waitSignal(window.engine.noted) as noted:
        notes.import_from(str(file))
    assert noted.args == ["Left out of groups.json: The network has no conv2/9999."]
    qtbot.waitUntil(lambda: "Lines" in notes.taxonomy.groups)
    window.actions_by_name["undo"].trigger()
    assert "Lines" not in notes.taxonomy.groups, "an import is one step"
    window.actions_by_name["redo"].trigger()
    qtbot.waitUntil(lambda: not notes._unwritten)
    notes.export_to(str(tmp_path / "out.csv"))
    qtbot.waitUntil(lambda: (tmp_path / "out.csv").exists())
    assert "conv2,1,,0,,Lines" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_that_a_file_that_holds_no_labels_is_refused_in_a_sentence(window, qtbot, tmp_path):
    file = tmp_path / "not.json"
    file.write_text("{}", encoding="utf-8")
    window.features["notes"].notes.import_from(str(file))
    qtbot.waitUntil(lambda: "holds no labels" in window.banner.text)
