"""The picture view: heat map, classes, strongest units, clicks."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLabel, QSlider

from inspector.gui.theme import Theme
from inspector.gui.views.class_bars import ClassBars, percent
from inspector.gui.views.picture import PictureView
from inspector.gui.views.unit_chips import UnitChip, UnitChips
from inspector.lenses.activations import Activations, Prediction, UnitResponse


def make_activations(**changes: object) -> Activations:
    maps = np.zeros((8, 4, 4), np.float32)
    maps[5, 1, 3] = 6.5
    maps[2, 0, 0] = 3.0
    labels = ("tabby, tabby cat", "tiger cat", "Egyptian cat", "lynx", "remote control", "sock")
    shares = (0.612, 0.25, 0.1, 0.03, 0.0004, 0.0001)
    values = {
        "picture": "cat.jpg", "digest": "abc", "view": np.full((32, 32, 3), 100, np.uint8),
        "predictions": tuple(Prediction(i, *pair) for i, pair in enumerate(zip(labels, shares, strict=True))),
        "node": "conv3", "maps": maps, "peaks": maps.max((1, 2)),
        "top": (UnitResponse(5, 6.5, 1, 3), UnitResponse(2, 3.0, 0, 0)),
    }  # fmt: skip
    return Activations(**(values | changes))


@pytest.fixture
def view(qtbot, theme: Theme) -> PictureView:
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(560, 340)
    made.show()
    qtbot.waitExposed(made)
    return made


def pixel(view: PictureView, x: int, y: int) -> tuple[int, ...]:
    return QColor(view.picture.image.pixel(x, y)).getRgb()[:3]


def test_that_without_a_picture_it_says_drop_a_picture_here(view: PictureView) -> None:
    title = view.findChild(QLabel, "pictureEmptyTitle")
    assert title.isVisible()
    assert title.text() == "Drop a picture here"
    view.show_activations(make_activations())
    assert not title.isVisible()
    view.show_activations(None)
    assert title.isVisible()


def test_that_the_chosen_units_map_lies_over_the_picture(view: PictureView) -> None:
    view.show_activations(make_activations())
    assert pixel(view, 28, 12) == (100, 100, 100)
    view.set_unit(5)
    assert pixel(view, 28, 12) != (100, 100, 100)
    assert pixel(view, 2, 30) == (100, 100, 100)
    view.set_unit(2)
    assert pixel(view, 28, 12) == (100, 100, 100)
    assert pixel(view, 2, 2) != (100, 100, 100)


def test_that_the_heat_map_can_be_switched_off_and_thinned(view: PictureView) -> None:
    view.show_activations(make_activations())
    view.set_unit(5)
    strong = pixel(view, 28, 12)
    slider = view.findChild(QSlider, "heatOpacity")
    slider.setValue(20)
    weak = pixel(view, 28, 12)
    assert abs(np.array(weak) - 100).sum() < abs(np.array(strong) - 100).sum()
    view.findChild(QCheckBox, "heatToggle").setChecked(False)
    assert pixel(view, 28, 12) == (100, 100, 100)
    assert not slider.isEnabled()


@pytest.mark.parametrize("shape", [(8, 1, 1), (8, 1, 50)], ids=["no positions", "a row of tokens"])
def test_that_a_node_without_positions_lays_nothing_over_the_picture(
    view: PictureView, shape: tuple[int, ...]
) -> None:
    maps = np.ones(shape, np.float32)
    view.show_activations(make_activations(maps=maps, peaks=maps.max((1, 2))))
    view.set_unit(5)
    assert pixel(view, 28, 12) == (100, 100, 100)
    assert not view.findChild(QCheckBox, "heatToggle").isEnabled()
    assert "no positions" in view.findChild(QLabel, "pictureUnit").text()


def test_that_a_unit_that_the_node_does_not_have_is_survived(view: PictureView) -> None:
    view.set_unit(500)
    view.show_activations(make_activations())
    assert pixel(view, 28, 12) == (100, 100, 100)
    assert view.findChild(QLabel, "pictureUnit").text() == ""


def test_that_the_five_best_classes_are_listed_in_percent(view: PictureView) -> None:
    view.show_activations(make_activations())
    bars = view.findChild(ClassBars, "topClasses")
    assert bars.lines[0] == "tabby, tabby cat 61.2 %"
    assert bars.lines[4] == "remote control < 0.1 %"
    assert len(bars.lines) == 5
    assert "tiger cat 25.0 %" in bars.accessibleDescription()
    assert bars.sizeHint().height() == 5 * bars.row_height()


def test_that_bars_are_as_long_as_the_probability(qtbot, theme: Theme) -> None:
    bars = ClassBars()
    qtbot.addWidget(bars)
    bars.resize(200, 60)
    bars.set_predictions([Prediction(0, "a", 0.5)])
    image = bars.grab().toImage().convertToFormat(bars.grab().toImage().Format.Format_RGB32)
    y = bars.fontMetrics().height() + 3 + 2
    accent = QColor(theme.tokens.accent)
    filled = sum(QColor(image.pixel(x, y)) == accent for x in range(image.width()))
    assert abs(filled / image.width() - 0.5) < 0.03


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (1.0, "100 %"),
        (0.99999, "100 %"),
        (0.9949, "99.5 %"),
        (0.001, "0.1 %"),
        (0.0009, "< 0.1 %"),
        (0, "< 0.1 %"),
    ],
)
def test_that_probabilities_read_as_percent(probability: float, text: str) -> None:
    assert percent(probability) == text


def test_that_a_click_on_a_strong_unit_chooses_it(view: PictureView, qtbot) -> None:
    view.show_activations(make_activations())
    chip = view.findChild(UnitChip, "strongUnit-2")
    with qtbot.waitSignal(view.unit_chosen) as chosen:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    assert not chip.isChecked()
    view.set_unit(2)
    assert chip.isChecked()
    assert not view.findChild(UnitChip, "strongUnit-5").isChecked()


def test_that_chips_are_reused_and_those_left_over_disappear(view: PictureView, qtbot) -> None:
    view.show_activations(make_activations())
    chips = view.findChild(UnitChips, "strongUnits")
    before = [id(chip) for chip in chips.chips]
    view.show_activations(make_activations(top=(UnitResponse(7, 1.0, 0, 0),)))
    assert [id(chip) for chip in chips.chips] == before
    assert [chip.isVisible() for chip in chips.chips] == [True, False]
    with qtbot.waitSignal(view.unit_chosen) as chosen:
        qtbot.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [7]


def test_that_a_click_on_the_picture_tells_where(view: PictureView, qtbot) -> None:
    view.show_activations(make_activations())
    view.grab()
    place = view.picture.picture_rect()
    at = QPoint(round(place.left() + place.width() * 0.75), round(place.top() + place.height() * 0.25))
    with qtbot.waitSignal(view.position_chosen) as chosen:
        qtbot.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=at)
    y, x = chosen.args
    assert y == pytest.approx(0.25, abs=0.02)
    assert x == pytest.approx(0.75, abs=0.02)


def test_that_a_click_beside_the_picture_tells_nothing(view: PictureView, qtbot) -> None:
    view.show_activations(make_activations(view=np.zeros((16, 64, 3), np.uint8)))
    view.grab()
    below = QPoint(5, view.picture.height() - 2)
    assert not view.picture.picture_rect().contains(below)
    with qtbot.assertNotEmitted(view.position_chosen):
        qtbot.mouseClick(view.picture, Qt.MouseButton.LeftButton, pos=below)


def test_that_a_wide_picture_keeps_its_proportions(view: PictureView) -> None:
    view.show_activations(make_activations(view=np.zeros((16, 64, 3), np.uint8)))
    view.grab()
    shown = view.picture.picture_rect()
    assert shown.width() == pytest.approx(4 * shown.height(), abs=4)


@pytest.mark.parametrize("size", [(360, 240), (520, 360), (700, 500)])
def test_that_everything_fits(view: PictureView, size: tuple[int, int]) -> None:
    view.show_activations(make_activations())
    view.set_unit(5)
    view.resize(*size)
    view.grab()
    assert (view.width(), view.height()) == size
    for part in (
        view.picture,
        view.findChild(ClassBars),
        view.findChild(QSlider),
        view.findChild(UnitChip, "strongUnit-5"),
    ):
        assert part.isVisible(), part.objectName()
        assert view.rect().contains(part.mapTo(view, part.rect().bottomRight())), part.objectName()
