"""The live page: sliders, the stimulus, and bars for all units."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSlider

from inspector.gui.theme import Theme
from inspector.gui.views.live import LivePage
from inspector.lenses.live import Live
from inspector.stimuli.axes import Axis, FamilyCard

FREQUENCY = Axis("frequency", "cycles/image", 1, 64, 12, 8, "Cycles.", logarithmic=True)
RADIUS = Axis("radius", "px", 0, 40, 12, 10, "Radius.")
FILL = Axis("fill", "", 0, 2, 3, 1, "Fill.", choices=("outline", "filled", "coloured"))
CARD = FamilyCard("spot", "Spots", "Spots.", (FREQUENCY, RADIUS, FILL), ("radius",))


def answer(responses: np.ndarray, **changes: object) -> Live:
    values = {
        "location": "net/conv/0", "family": "spot", "values": {}, "responses": responses.astype(np.float32),
        "stimulus": np.full((6, 6, 3), 200, np.uint8), "baselines": np.zeros(len(responses), np.float32),
        "reduction": "max", "pre_activation": True, "recorded": "conv", "scale_source": "", "seconds": 0.01,
    }  # fmt: skip
    return Live(**(values | changes))


@pytest.fixture
def page(qtbot, theme: Theme) -> LivePage:
    made = LivePage()
    qtbot.addWidget(made)
    made.resize(640, 240)
    made.set_family(CARD)
    made.set_unit(2)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_that_there_is_a_knob_for_every_axis_at_its_default(page) -> None:
    assert dict(page.sliders.values()) == {"frequency": 8, "radius": 10, "fill": 1}
    assert page.findChild(QLabel, "liveValue-radius").text() == "10 px"
    assert page.findChild(QComboBox, "liveChoice-fill").currentText() == "filled"


def test_that_sliders_move_by_ratio_where_the_axis_does(page, qtbot) -> None:
    slider = page.findChild(QSlider, "live-frequency")
    with qtbot.waitSignal(page.values_changed):
        slider.setValue(slider.maximum() // 3)
    assert dict(page.sliders.values())["frequency"] == pytest.approx(4, rel=0.01)
    with qtbot.waitSignal(page.values_changed):
        qtbot.keyClick(slider, Qt.Key.Key_End)
    assert dict(page.sliders.values())["frequency"] == pytest.approx(64)


def test_that_a_value_that_was_set_is_kept_exactly_until_its_knob_is_turned(page, qtbot) -> None:
    with qtbot.assertNotEmitted(page.values_changed):
        page.set_values({"radius": 13.37, "frequency": 100.0, "fill": 2.0})
    assert dict(page.sliders.values()) == {"frequency": 100.0, "radius": 13.37, "fill": 2.0}
    page.findChild(QSlider, "live-radius").setValue(500)
    assert dict(page.sliders.values())["radius"] == 20


def test_that_another_family_keeps_the_knobs_that_both_have(page) -> None:
    page.set_values({"radius": 33.0})
    page.set_family(FamilyCard("ring", "Rings", "Rings.", (RADIUS, FREQUENCY), ("radius",)))
    assert dict(page.sliders.values()) == {"radius": 33.0, "frequency": 8}


def test_that_stimulus_bars_and_the_units_response_are_shown(page) -> None:
    page.show_live(answer(np.array([1.0, -2.0, 3.5, np.nan]), baselines=np.full(4, 0.5, np.float32)))
    assert page.stimulus.image.pixelColor(3, 3).red() == 200
    assert page.bars.bars.opts["height"].tolist() == [1, -2, 3.5, 0]
    assert page.bars.own.opts["x"] == [2]
    assert page.findChild(QLabel, "liveFacts").text() == "unit 2: 3.50 · mid grey (line) 0.500"
    page.show_live(answer(np.ones(4), scale_source="60 pictures"))
    assert page.bars.label_of("left") == "response (sigma)"
    assert "σ" in page.findChild(QLabel, "liveFacts").text()
    page.show_live(None)
    assert page.findChild(QLabel, "liveFacts").text() == ""


def test_that_the_scale_holds_still_unless_it_must_move(page) -> None:
    page.show_live(answer(np.array([0.0, 10.0])))
    high = page.bars.viewRange()[1][1]
    page.show_live(answer(np.array([0.0, 6.0])))
    assert page.bars.viewRange()[1][1] == high
    page.show_live(answer(np.array([0.0, 20.0])))
    assert page.bars.viewRange()[1][1] > high
    page.show_live(answer(np.array([0.0, 1.0])))
    assert page.bars.viewRange()[1][1] < 2


def test_that_a_bar_is_hovered_and_clicked(page, qtbot) -> None:
    page.show_live(answer(np.arange(1.0, 9.0)))
    page.grab()
    bars = page.bars
    place = bars.mapFromScene(bars.plotItem.vb.mapViewToScene(QPointF(5, 2)))
    qtbot.mouseMove(bars.viewport(), QPoint(1, 1))
    qtbot.mouseMove(bars.viewport(), place)
    assert page.findChild(QLabel, "liveFacts").text().startswith("unit 5: 6.00")
    with qtbot.waitSignal(page.unit_chosen) as went:
        qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == [5]
    bars.pointer_left.emit()
    assert page.findChild(QLabel, "liveFacts").text().startswith("unit 2:")
