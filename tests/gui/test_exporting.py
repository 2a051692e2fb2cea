"""A view as PNG, SVG and PDF: real lines and letters, its size, its metadata, and nothing left changed."""

from __future__ import annotations

import base64
import io
import json
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QSplitter, QVBoxLayout, QWidget

from inspector.gui.exporting.arranging import Arrangement, arranged
from inspector.gui.exporting.figure import Figure
from inspector.gui.exporting.files import Sheet, image, write
from inspector.gui.exporting.pdf_subject import with_subject
from inspector.gui.pixels import draw_part, rgb_image
from inspector.gui.theme import DARK, LIGHT, PRINT
from inspector.gui.views.parts import FittedPicture
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.network.errors import InspectorError

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = "What drives it · “grating”\nseed 7 <here> & there"


@pytest.fixture
def view(qtbot, theme):
    """A page like those of the window: a heading, a curve, a picture, a list longer than its room."""
    home, view = QSplitter(), QWidget()
    view.plot = QuietPlot("plot", "A curve")
    view.plot.plot(x=[0, 1, 2, 3], y=[0, 2, 1, 3], pen="#0072b2", symbol="o")
    view.plot.set_labels("orientation (deg)", "response")
    view.picture = FittedPicture("picture", "A picture")
    view.picture.set_picture(np.random.default_rng(0).integers(0, 255, (160, 160, 3), np.uint8))
    view.list, view.button = QListWidget(), QPushButton("Press")
    view.list.addItems([f"line {number}" for number in range(60)])
    layout, row = QVBoxLayout(view), QHBoxLayout()
    for part in (view.plot, view.picture, view.list):
        row.addWidget(part)
    layout.addWidget(QLabel("Heading of it"))
    layout.addLayout(row)
    layout.addWidget(view.button)
    home.addWidget(view)
    home.resize(600, 300)
    qtbot.addWidget(home)
    home.show()
    yield view
    home.close()


def figure(view, tokens=PRINT, **how):
    return Figure(view, Arrangement(tokens, **how), "A title", CAPTION, {"recipe": {"seed": 7}})


def texts(svg):
    return ["".join(node.itertext()).strip() for node in svg.iter(f"{SVG}text")]


def test_that_a_drawing_has_letters_lines_and_whole_pictures(view):
    data = write(figure(view), "svg", Sheet(150))
    svg = ET.fromstring(data)
    said = texts(svg)
    assert "Heading of it" in said
    assert "line 0" in said
    assert any("orientation" in text for text in said)
    assert any("What drives it" in text for text in said), "the caption is text, too"
    blue = [
        node
        for group in svg.iter(f"{SVG}g")
        if group.get("stroke") == "#0072b2"
        for node in (*group.iter(f"{SVG}path"), *group.iter(f"{SVG}polyline"))
    ]
    assert blue, "the curve is a path"
    pictures = [node.get("{http://www.w3.org/1999/xlink}href") for node in svg.iter(f"{SVG}image")]
    sizes = [Image.open(io.BytesIO(base64.b64decode(p.split(",", 1)[1]))).size for p in pictures]
    assert (160, 160) in sizes, "as many pixels as it has, not as the screen shows"
    assert svg.find(f"{SVG}title").text == "A title"
    assert CAPTION in svg.find(f"{SVG}desc").text
    assert '"seed": 7' in svg.find(f"{SVG}desc").text
    assert float(svg.get("width").removesuffix("mm")) == pytest.approx(150, abs=0.3)
    families = set(re.findall(r'font-family="([^"]*)"', data.decode()))
    assert families
    assert all(family.endswith(("sans-serif", "monospace")) for family in families)


def test_that_what_is_scrolled_away_stays_within_its_list(view):
    svg = ET.fromstring(write(figure(view), "svg", Sheet(150)))
    clips = {node.get("id"): node for node in svg.iter(f"{SVG}clipPath")}
    lines = [
        group
        for group in svg.iter(f"{SVG}g")
        if group.get("clip-path") and any(t.startswith("line ") for t in texts(group))
    ]
    assert lines, "the lines of the list are drawn inside a clip"
    for group in lines:
        clip = clips[re.search(r"#(\w+)", group.get("clip-path"))[1]]
        ys = [float(y) for _, y in re.findall(r"[ML]([\d.]+),([\d.]+)", ET.tostring(clip).decode())]
        assert max(ys) <= view.height() + 1


def test_that_a_line_half_in_sight_is_cut_and_the_rest_stay_letters(view):
    view.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
    row = view.list.sizeHintForRow(0)
    delegate = view.list.itemDelegate()
    for offset in (0, row // 2):
        view.list.verticalScrollBar().setValue(offset)
        with arranged(view, Arrangement(PRINT)):
            port = view.list.viewport().rect()
            places = [
                (view.list.item(i).text(), view.list.visualItemRect(view.list.item(i))) for i in range(60)
            ]
            whole = {text for text, rect in places if port.contains(rect)}
        said = {
            text for text in texts(ET.fromstring(write(figure(view), "svg", Sheet(150)))) if "line" in text
        }
        assert said == whole, "no letters outside the list, all inside"
    assert view.list.itemDelegate() is delegate


def test_that_a_page_has_the_size_asked_for_and_tells_what_it_is(view):
    pdf = write(figure(view), "pdf", Sheet(150))
    with figure(view).laid_out() as laid:
        share = laid.size.height() / laid.size.width()
    box = [float(n) for n in re.search(rb"/MediaBox \[([\d. ]+)\]", pdf)[1].split()]
    assert box[2] == pytest.approx(150 / 25.4 * 72, abs=1)
    assert box[3] == pytest.approx(150 * share / 25.4 * 72, abs=1.5)
    assert b"/Subject <feff" in pdf
    subject = bytes.fromhex(re.search(rb"/Subject <([0-9a-f]+)>", pdf)[1].decode()).decode("utf-16")
    assert subject == CAPTION
    assert "A title".encode("utf-16-be") in pdf
    assert b"recipe.json" in pdf or "recipe.json".encode("utf-16-be") in pdf
    assert b"/Font" in pdf, "letters stay letters"


def test_that_the_further_end_of_a_document_points_where_it_should(view):
    pdf = write(figure(view), "pdf", Sheet(80))
    start = int(pdf.split()[-2])
    assert pdf[start : start + 4] == b"xref"
    number, offset = (int(n) for n in re.match(rb"xref\n(\d+) 1\n(\d+) ", pdf[start:]).groups())
    assert pdf[offset:].startswith(b"%d 0 obj" % number)
    assert with_subject(b"no pdf at all", "x") == b"no pdf at all"


def test_that_a_picture_carries_its_caption_and_recipe(view):
    data = write(figure(view), "png", Sheet(100, 254))
    with Image.open(io.BytesIO(data)) as made:
        assert made.width == 1000
        assert made.text["Title"] == "A title"
        assert made.text["Description"] == CAPTION
        assert json.loads(made.text["recipe"]) == {"recipe": {"seed": 7}}
        assert made.info["dpi"][0] == pytest.approx(254, abs=0.1)


def test_that_pixels_and_millimetres_are_one_size():
    assert Sheet.of_pixels(1200, 300).pixels == 1200
    assert Sheet.of_pixels(1200, 300).width == pytest.approx(101.6)


def test_that_too_large_a_picture_is_refused_in_a_sentence(view):
    with pytest.raises(InspectorError, match="too large: choose a smaller width, or SVG or PDF"):
        write(figure(view), "png", Sheet.of_pixels(30_000))


def test_that_colours_are_those_asked_for_and_come_back(view, theme):
    before = {widget: (widget.palette().cacheKey(), widget.isHidden()) for widget in all_in(view)}
    size, home = view.geometry(), view.window().size()
    dark, light = image(figure(view, DARK), 600), image(figure(view, PRINT), 600)
    assert dark.pixelColor(3, 3) == QColor(DARK.window)
    assert light.pixelColor(3, 3) == QColor("white")
    viewport = view.list.viewport()
    place = viewport.mapTo(view, viewport.rect().center())
    assert dark.pixelColor(view.width() - 24, place.y()).lightness() < 60, "lists follow, too"
    assert view.list.palette().base().color() == QColor(LIGHT.base)
    assert {widget: hidden for widget, (_, hidden) in before.items()} == {
        w: w.isHidden() for w in all_in(view)
    }
    assert view.geometry() == size
    assert view.window().size() == home


def all_in(view):
    return [view, *view.findChildren(QWidget)]


def test_that_buttons_stand_aside_unless_wanted(view):
    assert "Press" not in texts(ET.fromstring(write(figure(view), "svg", Sheet(100))))
    assert "Press" in texts(ET.fromstring(write(figure(view, controls=True), "svg", Sheet(100))))
    assert view.button.isVisible()


def test_that_the_whole_of_a_list_is_shown_where_wanted(view, qtbot):
    height, window = view.height(), view.window().size()
    said = texts(ET.fromstring(write(figure(view, whole=True), "svg", Sheet(100))))
    assert "line 59" in said
    qtbot.wait(1)  # what Qt does about it a moment later
    assert view.height() == height
    assert view.window().size() == window
    assert "line 59" not in texts(ET.fromstring(write(figure(view), "svg", Sheet(100))))


def test_that_a_view_is_laid_out_in_the_room_asked_for(view):
    with arranged(view, Arrangement(LIGHT, QSize(900, 250))) as size:
        assert size == QSize(900, 250)
        assert view.plot.width() > 250
    assert view.width() <= 600
    made = image(figure(view, size=QSize(800, 400)), 1600)
    assert isinstance(made, QImage)
    assert made.width() == 1600
    assert made.height() > 800, "the caption stands below it"


def test_that_a_part_of_a_picture_is_that_part_in_a_drawing(qtbot, theme):
    pixels = np.zeros((40, 40, 3), np.uint8)
    pixels[10:20, 5:25] = (250, 10, 20)

    class Part(QWidget):
        def paintEvent(self, event):
            painter = QPainter(self)
            draw_part(painter, QRectF(0, 0, 80, 40), rgb_image(pixels), QRectF(5, 10, 20, 10))

    home = QSplitter()
    part = Part()
    home.addWidget(part)
    home.resize(80, 40)
    qtbot.addWidget(home)
    home.show()
    made = Figure(part, Arrangement(PRINT))
    assert image(made, 80).pixelColor(40, 20) == QColor(250, 10, 20)
    drawing = ET.fromstring(write(made, "svg", Sheet(40)))
    (only,) = [node.get("{http://www.w3.org/1999/xlink}href") for node in drawing.iter(f"{SVG}image")]
    shown = np.asarray(Image.open(io.BytesIO(base64.b64decode(only.split(",", 1)[1]))).convert("RGB"))
    assert shown.shape == (10, 20, 3)
    assert (shown == (250, 10, 20)).all()
