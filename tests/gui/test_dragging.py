"""What is dragged to other programs: pixels, a file and words; and that a click stays a click."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector.gui.exporting import dragging
from inspector.gui.exporting.carrying import carried, folder, plain
from inspector.gui.exporting.dragging import carry_items, tile
from inspector.gui.models.unit_mime import unpack
from inspector.gui.models.units import UnitsModel
from inspector.gui.views.heat_map import HeatMap
from inspector.gui.views.parts import FittedPicture
from inspector.gui.views.quiet_plot import QuietPlot


@pytest.fixture
def sent(monkeypatch):
    """What was carried; the drag itself would wait for a button of the screen's pointer."""
    found = []
    monkeypatch.setattr(dragging, "send", lambda mime, source: found.append(mime))
    return found


def drag(widget, start: QPoint, far: int) -> None:
    """Press, move and let go, as the desktop sends it."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind, at, button in (
        (QEvent.Type.MouseButtonPress, start, left),
        (QEvent.Type.MouseMove, start + QPoint(far, 0), Qt.MouseButton.NoButton),
        (QEvent.Type.MouseButtonRelease, start + QPoint(far, 0), left),
    ):
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else left
        point = QPointF(at)
        event = QMouseEvent(kind, point, QPointF(widget.mapToGlobal(at)), button, held, none)
        QApplication.sendEvent(widget, event)


def shown(plot, qtbot):
    """A plot within a page, as plots stand."""
    home = QWidget()
    QVBoxLayout(home).addWidget(plot)
    home.resize(240, 180)
    qtbot.addWidget(home)
    home.show()
    return home


@pytest.fixture
def picture(qtbot, theme):
    made = FittedPicture("featureImage", "Channel visualization of conv1/3")
    made.set_picture(np.full((120, 100, 3), (200, 30, 40), np.uint8))
    made.resize(60, 72)
    qtbot.addWidget(made)
    made.show()
    return made


def test_that_a_picture_is_dragged_with_all_its_pixels_as_a_file_and_words(picture, sent):
    drag(picture, QPoint(30, 30), 40)
    (mime,) = sent
    assert QImage(mime.imageData()).size().toTuple() == (100, 120), "not as small as it is shown"
    assert mime.text() == "Channel visualization of conv1/3"
    path = Path(mime.urls()[0].toLocalFile())
    with Image.open(path) as file:
        assert file.size == (100, 120)
        assert file.getpixel((50, 60)) == (200, 30, 40)
        assert file.text["Description"] == "Channel visualization of conv1/3"
    assert path.parent == folder()


def test_that_a_click_carries_nothing(picture, sent, qtbot):
    with qtbot.waitSignal(picture.clicked):
        drag(picture, QPoint(30, 30), 1)
    picture.carrier.on = False
    drag(picture, QPoint(30, 30), 40)
    picture.carrier.on = True
    picture.set_picture(None)
    drag(picture, QPoint(30, 30), 40)
    assert sent == []


def test_that_a_plot_is_dragged_as_a_picture_and_a_drawing_for_print(sent, qtbot, theme):
    plot = QuietPlot("plot", "Growth of the objective")
    plot.plot(x=[0, 1, 2], y=[0, 2, 1], pen="#0072b2")
    home = shown(plot, qtbot)
    drag(plot.viewport(), QPoint(100, 60), 40)
    (mime,) = sent
    image = QImage(mime.imageData())
    assert image.width() == 2 * plot.width()
    home.hide()
    assert image.pixelColor(2, 2) == QColor("white")
    svg = bytes(mime.data("image/svg+xml").data()).decode()
    assert "#0072b2" in svg
    assert "Growth of the objective" in svg


def test_that_a_line_of_a_heat_map_keeps_its_drag(sent, qtbot, theme):
    heat = HeatMap()
    home = shown(heat, qtbot)
    heat.lines[0].mouseHovering = True
    drag(heat.viewport(), QPoint(100, 60), 40)
    assert sent == []
    heat.lines[0].mouseHovering = False
    drag(heat.viewport(), QPoint(100, 60), 40)
    assert len(sent) == 1
    home.hide()


def test_that_tiles_of_lists_are_dragged(sent, qtbot, theme, tmp_path):
    tiles = QListWidget()
    tiles.setAccessibleName("Kernels")
    pixmap = QPixmap(64, 64)
    pixmap.fill(QColor("red"))
    tiles.addItem(QListWidgetItem(QIcon(pixmap), "unit 3"))
    tiles.addItem("words alone")
    qtbot.addWidget(tiles)
    tiles.show()
    files = {0: "", 1: ""}
    carry_items(tiles, lambda index: files[index.row()])
    at = tiles.visualItemRect(tiles.item(0)).center()
    drag(tiles.viewport(), at, 40)
    assert QImage(sent[0].imageData()).size().toTuple() == (64, 64)
    assert sent[0].text() == "unit 3"
    drawn = tile(tiles, tiles.model().index(1, 0))
    assert drawn.width() == 4 * tiles.visualItemRect(tiles.item(1)).width()

    lying = tmp_path / "cat.png"
    Image.new("RGB", (7, 9), (1, 2, 3)).save(lying)
    files[0] = str(lying)
    drag(tiles.viewport(), at, 40)
    assert sent[1].urls()[0].toLocalFile() == str(lying), "the file itself, where there is one"
    assert QImage(sent[1].imageData()).size().toTuple() == (7, 9)
    drag(tiles.viewport(), QPoint(5, tiles.viewport().height() - 5), 40)
    assert len(sent) == 2, "there is no tile"


def test_that_units_carry_their_tile_as_a_file_beside_their_addresses(qtbot, theme):
    model = UnitsModel()
    model.node = "conv1"
    model.set_units(4)
    model.set_maps(np.random.default_rng(0).random((4, 8, 8), np.float32))
    with model.sharpened(1):
        mime = model.mimeData([model.index(2, 0)])
    assert unpack(mime) == ("conv1", (2,))
    assert mime.hasImage()
    assert Path(mime.urls()[0].toLocalFile()).is_file()
    assert mime.text() == "conv1/2"


def test_that_pixels_and_words_go_where_no_file_can(monkeypatch, tmp_path):
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    monkeypatch.setattr("inspector.gui.exporting.carrying.folder", lambda: tmp_path / "gone")
    mime = carried(image, "a/b: c?", "words")
    assert mime.hasImage()
    assert mime.text() == "words"
    assert mime.urls() == []
    assert plain("a/b: c?") == "a-b-c"
