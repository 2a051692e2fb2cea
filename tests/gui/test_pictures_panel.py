from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPushButton, QToolButton, QWidget

from inspector.gui.panels.drops import image_from, is_welcome, paths_from
from inspector.gui.panels.pictures import PicturesPanel

THUMB = np.full((72, 96, 3), 90, np.uint8)
COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot):
    made = PicturesPanel()
    qtbot.addWidget(made)
    made.resize(900, 180)
    made.show()
    return made


@pytest.fixture
def filled(panel):
    for digest, name in (
        ("a", "eye.png"),
        ("b", "a name much too long for a thumbnail.jpeg"),
        ("c", "star.png"),
    ):
        panel.add_picture(digest, name, THUMB, "label")
    return panel


def heard(signal):
    values = []
    signal.connect(values.append)
    return values


def files(*urls):
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    return data


def pixels():
    image = QImage(4, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    return data


def drop(widget, data):
    """Drag over the widget and let go, as Qt does it; whether the drag was welcome."""
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(20, 20), COPY, data, LEFT, none)
    enter.ignore()
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), COPY, data, LEFT, none))
    return enter.isAccepted()


@pytest.mark.parametrize("where", ["panel", "strip"])
def test_dropped_files_and_folders_are_passed_on_as_they_are(filled, where):
    paths = heard(filled.paths_dropped)
    widget = filled if where == "panel" else filled.findChild(QListView, "pictureStrip").viewport()
    assert drop(widget, files("file:///tmp/a%20b.png", "file:///tmp/folder"))
    assert paths == [["/tmp/a b.png", "/tmp/folder"]]


def test_dropped_pixels_become_a_picture(panel):
    images = heard(panel.image_pasted)
    assert drop(panel, pixels())
    assert images[0].pixelColor(1, 1) == QColor("red")


def test_what_holds_no_picture_is_not_welcome(panel):
    told = heard(panel.paths_dropped) + heard(panel.image_pasted)
    text = QMimeData()
    text.setText("just words")
    assert not drop(panel, text)
    assert not drop(panel, files("https://example.org/cat.png"))
    assert told == []


def test_a_drag_over_the_panel_is_answered_at_once_and_forgotten_after(panel):
    before, data = panel.grab().toImage(), pixels()
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(panel, event)
    assert panel.grab().toImage() != before
    drop(panel, pixels())
    assert panel.grab().toImage() == before


def test_pasting_prefers_files_to_the_pixels_of_their_icon(panel):
    paths, images = heard(panel.paths_dropped), heard(panel.image_pasted)
    both = pixels()
    both.setUrls([QUrl("file:///tmp/a.png")])
    panel.paste_from(both)
    panel.paste_from(pixels())
    panel.paste_from(QMimeData())
    assert paths == [["/tmp/a.png"]]
    assert len(images) == 1


def test_only_local_files_count_as_paths(qtbot):
    data = files("https://example.org/x.png", "file:///tmp/y.png")
    assert paths_from(data) == ["/tmp/y.png"]
    assert image_from(data) is None
    assert is_welcome(data)
    assert not is_welcome(QMimeData())


def test_walking_the_strip_chooses_pictures(filled):
    chosen = heard(filled.picture_chosen)
    filled.select("a")
    assert chosen == []
    QTest.keyClick(filled.strip, Qt.Key.Key_Right)
    place = filled.strip.visualRect(filled.strip.model().index(2, 0)).center()
    QTest.mouseClick(filled.strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == ["b", "c"]


def test_delete_asks_to_remove_and_removing_gives_no_signal_back(filled):
    removed, chosen = heard(filled.remove_requested), heard(filled.picture_chosen)
    filled.select("b")
    QTest.keyClick(filled.strip, Qt.Key.Key_Delete)
    assert removed == ["b"]
    assert filled.strip.model().rowCount() == 3, "the caller decides"
    filled.remove("b")
    assert filled.strip.model().rowCount() == 2
    assert chosen == []


def test_a_tooltip_tells_the_whole_name_and_the_label(filled):
    assert filled.strip.model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole) == (
        "a name much too long for a thumbnail.jpeg (label)"
    )


def test_an_empty_strip_says_what_to_do_until_a_picture_comes(panel):
    empty = panel.findChild(QWidget, "picturesEmpty")
    assert empty.isVisible()
    panel.add_picture("a", "eye.png", THUMB, "")
    assert not empty.isVisible()
    assert panel.strip.isVisible()
    panel.remove("a")
    assert empty.isVisible()


def test_refusals_are_listed_until_dismissed(panel):
    line = panel.findChild(QWidget, "refusals")
    assert line.isHidden()
    panel.set_refusals([f"file{number}.txt is no picture." for number in range(5)])
    text = panel.findChild(QLabel, "refusalsText")
    assert text.text().splitlines()[0] == "file0.txt is no picture."
    assert text.text().endswith("… and 2 more")
    assert "file4.txt" in text.toolTip()
    QTest.mouseClick(panel.findChild(QToolButton, "dismissRefusals"), Qt.MouseButton.LeftButton)
    assert line.isHidden()
    panel.set_refusals(["x.png is truncated."])
    assert line.isVisible()
    assert text.toolTip() == ""
    panel.set_refusals([])
    assert line.isHidden()


def test_the_open_button_asks_for_files(panel, qtbot):
    with qtbot.waitSignal(panel.open_requested):
        QTest.mouseClick(panel.findChild(QPushButton, "openPictures"), Qt.MouseButton.LeftButton)
