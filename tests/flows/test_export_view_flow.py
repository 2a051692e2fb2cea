"""Exporting in the real window: every page as every kind of file, the dialog, what can go wrong."""

from __future__ import annotations

import base64
import errno
import io
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from inspector.gui.exporting.files import Sheet, write
from inspector.gui.views.parts import FittedPicture

XLINK = "http://www.w3.org/1999/xlink"


@pytest.fixture
def window(qtbot, make_window):
    window = make_window(steps=2, size=(1560, 980), scheme="dark", remember=False)
    window.features["weights"].pictures.set_makes(False)
    window.networks.start("demo", "demo/mixed3.cat/3")
    window.pictures.open_samples()
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    qtbot.waitUntil(lambda: window.features["notes"].notes.fingerprint != "")
    return window


def opened(window, qtbot, tmp_path, view=None):
    exporting = window.features["exporting"]
    exporting.show_view(view)
    dialog = exporting.dialog
    dialog.file.setText(str(tmp_path / "view.png"))
    return exporting, dialog


def test_that_every_page_is_exported_as_it_is_seen(window, qtbot, tmp_path):
    exporting = window.features["exporting"]
    names = []
    size = window.size()
    for place in (window.stage, window.desk, window.evidence):
        for at in range(place.count()):
            place.setCurrentIndex(at)
            view = place.view_at(at)
            choice = next(choice for choice in exporting.choices() if choice.view is view)
            names.append(choice.name)
            exporting.show_view(view)
            figure = exporting.dialog.figure()
            assert choice.name in figure.caption, choice.name
            assert "fingerprint" in figure.caption, choice.name
            for kind, begin in (("png", b"\x89PNG"), ("svg", b"<?xml"), ("pdf", b"%PDF")):
                path = tmp_path / f"{at}.{kind}"
                exporting.export(figure, kind, Sheet(100, 100), str(path))
                qtbot.waitUntil(path.is_file)
                assert path.read_bytes().startswith(begin), choice.name
                if kind == "svg":
                    drawing = path.read_text()
                    assert "demo/mixed3.cat" in "".join(ET.fromstring(drawing).itertext()), choice.name
                path.unlink()
    assert len(names) >= 19
    window.stage.setCurrentIndex(0)
    exporting.show_view(window.units)
    exporting.dialog.whole.setChecked(True)
    drawing = ET.fromstring(write(exporting.dialog.figure(), "svg", Sheet(100)))
    pictures = [node.get(f"{{{XLINK}}}href") for node in drawing.iter("{http://www.w3.org/2000/svg}image")]
    sizes = [Image.open(io.BytesIO(base64.b64decode(text.split(",")[1]))).width for text in pictures]
    side = window.units.tile_side
    assert sum(width >= 4 * side for width in sizes) == 96, "every tile, sharper than the screen"
    assert window.size() == size
    qtbot.waitUntil(lambda: not window.engine.activities)


def test_that_the_dialog_previews_writes_and_says_where(window, qtbot, tmp_path):
    exporting, dialog = opened(window, qtbot, tmp_path, window.picture)
    qtbot.waitUntil(lambda: not dialog.preview.label.pixmap().isNull())
    light = dialog.preview.label.pixmap().toImage()
    dialog.theme.setCurrentIndex(2)
    dialog.show_preview()
    assert dialog.preview.label.pixmap().toImage() != light
    assert dialog.which.currentText() == "Picture"
    dialog.units.setCurrentText("px")
    dialog.width_.setValue(640)
    dialog.caption.setPlainText("Bricks, said in my words")
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Wrote" in dialog.said.text())
    with Image.open(tmp_path / "view.png") as made:
        assert made.width == 640
        assert made.text["Description"] == "Bricks, said in my words"
    qtbot.mouseClick(dialog.kind.buttons["pdf"], Qt.MouseButton.LeftButton)
    assert dialog.file.text() == str(tmp_path / "view.pdf")
    dialog.file.setText(str(tmp_path / "view.png"))
    assert "replaced" in dialog.said.text()

    exporting.show_view(window.tuning)
    assert "demo/mixed3.cat/3" in dialog.caption.toPlainText()
    window.session.go_to_unit(5)
    assert "demo/mixed3.cat/5" in dialog.caption.toPlainText(), "it follows the unit"
    assert "demo-mixed3.cat-5" in dialog.file.text()


def test_that_what_cannot_be_written_is_said_in_a_sentence(window, qtbot, tmp_path, monkeypatch):
    _, dialog = opened(window, qtbot, tmp_path, window.picture)
    path = tmp_path / "view.png"
    path.write_bytes(b"older")
    (tmp_path / "folder.png").mkdir()
    faults = {
        "nowhere/view.png": "No such file",
        "folder.png": "Is a directory",
        f"{'n' * 300}.png": "name too long",
        "view.png": "No space left",
        "": "Say which file",
    }

    def full(self, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    for name, reason in faults.items():
        dialog.file.setText(str(tmp_path / name) if name else "")
        if name == "view.png":
            monkeypatch.setattr(Path, "write_bytes", full)
        qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: dialog.error.text() != "")
        monkeypatch.undo()
        assert reason in dialog.error.text(), name
        assert re.fullmatch(r"[^\n]+\.", dialog.error.text())
    assert path.read_bytes() == b"older"
    assert not [item for item in tmp_path.iterdir() if item.name.endswith(".part")]


def test_that_menus_offer_it_and_a_view_is_copied_with_its_caption(window, qtbot, monkeypatch):
    exporting = window.features["exporting"]
    window.picture.setFocus()
    window.actions_by_name["copyView"].trigger()
    mime = QApplication.clipboard().mimeData()
    assert mime.hasImage()
    assert "fingerprint" in mime.text()
    assert Path(mime.urls()[0].toLocalFile()).read_bytes().startswith(b"\x89PNG")

    menu = QMenu(window)
    exporting.menus.add_to(menu, window.picture)
    assert [action.objectName() for action in menu.actions()] == [
        "pageExportView",
        "pageExportData",
        "pageCopyView",
    ]
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert exporting.dialog.which.currentText() == window.desk.tabText(window.desk.currentIndex())
    assert "exportView" in [action.objectName() for action in window.units.view.actions()]

    behind = window.evidence.view_at(2)
    assert behind is not window.evidence.view_at(window.evidence.currentIndex())
    menu = QMenu(window)
    exporting.menus.add_to(menu, behind)
    menu.actions()[2].trigger()
    menu.deleteLater()
    assert window.evidence.currentIndex() == 2, "the tab's menu brings its page"
    assert window.evidence.tabText(2) in QApplication.clipboard().text()

    shown = window.picture.findChild(FittedPicture)
    menu = QMenu(window)
    exporting.menus.add_copy(menu, window.picture, shown.mapTo(window.picture, shown.rect().center()))
    menu.actions()[0].trigger()
    menu.deleteLater()
    assert QApplication.clipboard().image().size() == shown.image.size()

    qtbot.waitUntil(lambda: getattr(window.feature.shown, "complete", False))
    window.unit_page.exports._on_copy_requested(0)
    with Image.open(QApplication.clipboard().mimeData().urls()[0].toLocalFile()) as file:
        recipe = json.loads(file.text["recipe"])
    assert recipe["location"] == "demo/mixed3.cat/3"
    assert recipe["parameters"]["steps"] == 2

    graph = window.stage.view_at(1)
    window.stage.toggle_window(1)
    assert window.stage.currentIndex() != 1
    graph.window().activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is graph.window())
    assert exporting.view_in_front() is graph, "also in a window of its own"
    asked = []
    monkeypatch.setattr(exporting.menus, "_pop_up", lambda view, at: asked.append(view))
    for view in (graph, window.tuning):
        reason, point = QContextMenuEvent.Reason.Mouse, QPoint(3, 3)
        QApplication.sendEvent(view, QContextMenuEvent(reason, point, view.mapToGlobal(point)))
    assert asked == [graph, window.tuning], "in place and in a window of its own"
    exporting.show_view(graph)
    assert exporting.dialog.figure().view is graph
    window.stage.toggle_window(1)
    assert graph not in [choice.view for choice in exporting.choices()]


def test_that_a_unit_is_written_as_a_page_of_its_own(window, qtbot, tmp_path):
    qtbot.waitUntil(lambda: getattr(window.tuning.shown, "complete", False))
    page = window.features["exporting"].page
    window.actions_by_name["exportPage"].trigger()
    dialog = page.dialog
    assert [dialog.which.itemText(at) for at in range(2)] == ["Unit mixed3.cat/3", "Node mixed3.cat"]
    dialog.licence.setText("CC0 by hand")
    dialog.file.setText(str(tmp_path / "unit"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Wrote" in dialog.said.text())
    text = (tmp_path / "unit.html").read_text(encoding="utf-8")
    assert "demo/mixed3.cat/3" in text
    assert "CC0 by hand" in text
    assert "Gratings" in text, "the tuning that is measured already"
    dialog.file.setText(str(tmp_path / "nowhere" / "unit.html"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "No such file" in dialog.error.text())
