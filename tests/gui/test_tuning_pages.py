"""The ways to look at a tuning: polar plot, cuts through the heat map, strip, pins, all units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from inspector.gui.theme import Theme
from inspector.gui.views.polar_plot import PolarPlot
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.stimulus_strip import chosen
from inspector.gui.views.tuning import TuningView
from inspector.stimuli.axes import Axis
from tests.gui.tuning_drawn import (
    FILL,
    FREQUENCY,
    ORIENTATION,
    RADIUS,
    measured,
    press_mode,
    settle,
    shown_view,
)

HUE = Axis("hue", "deg", 0, 360, 24, 0, "Hue.", periodic=True)


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    return shown_view(qtbot)


def on_screen(plot: QuietPlot, x: float, y: float) -> QPoint:
    return plot.mapFromScene(plot.plotItem.vb.mapViewToScene(QPointF(x, y)))


def hover(qtbot, plot: QuietPlot, x: float, y: float) -> None:
    qtbot.mouseMove(plot.viewport(), QPoint(1, 1))
    qtbot.mouseMove(plot.viewport(), on_screen(plot, x, y))


def test_that_ways_that_the_measurement_does_not_allow_cannot_be_chosen_and_say_what_they_need(view) -> None:
    view.show_tuning(measured(RADIUS))
    polar, heat = (view.findChild(QToolButton, f"mode-{name}") for name in ("polar", "heat"))
    assert not polar.isEnabled()
    assert "comes round" in polar.toolTip()
    assert not heat.isEnabled()
    assert "two axes" in heat.toolTip()
    view.choose_mode("polar")
    assert view.mode == "curve"


def test_that_the_way_chosen_for_two_axes_stays_when_one_axis_was_looked_at_between(view, qtbot) -> None:
    view.show_tuning(measured(ORIENTATION, FREQUENCY))
    assert view.mode == "heat"
    press_mode(qtbot, view, "polar")
    view.show_tuning(measured(RADIUS))
    assert view.mode == "curve"
    view.show_tuning(measured(ORIENTATION, FREQUENCY, unit=3))
    assert view.mode == "polar"


def test_that_an_orientation_is_drawn_on_both_sides_and_a_hue_once(view) -> None:
    view.show_tuning(measured(ORIENTATION))
    view.choose_mode("polar")
    x, y = view.polar.plot.lines[0].getData()
    assert len(x) == 2 * 36 + 1
    assert np.allclose((x[7], y[7]), (-x[43], -y[43]), atol=1e-6)
    assert np.degrees(np.arctan2(y[7], x[7])) == pytest.approx(35), "as the bar stands on the page"
    assert np.hypot(x[7], y[7]) == pytest.approx(1), "the strongest response is at the outer ring"
    view.show_tuning(measured(HUE))
    assert len(view.polar.plot.lines[0].getData()[0]) == 24 + 1


def test_that_a_polar_gap_stays_a_gap_and_negative_responses_move_the_middle(view) -> None:
    tuning = measured(ORIENTATION)
    tuning.response[:] -= 2
    tuning.response[20] = np.nan
    view.show_tuning(tuning)
    view.choose_mode("polar")
    x, y = view.polar.plot.lines[0].getData()
    assert np.isnan(x[20])
    assert np.nanmin(np.hypot(x, y)) == pytest.approx(0, abs=1e-3)
    zero = np.hypot(*view.polar.plot.zero.getData())
    assert zero[0] == pytest.approx(2 / 8, rel=1e-2), "where nothing is answered has a ring of its own"


def test_that_each_value_of_the_other_axis_has_a_hue_and_the_pointer_isolates_one(view, qtbot) -> None:
    tuning = measured(ORIENTATION, FREQUENCY)
    view.show_tuning(tuning)
    press_mode(qtbot, view, "polar")
    plot: PolarPlot = view.polar.plot
    pens = [line.opts["pen"].color() for line in plot.lines]
    assert len({pen.name() for pen in pens}) == 12
    x, y = plot.lines[7].getData()
    hover(qtbot, plot, x[7], y[7])
    assert plot.shown_alone == 7
    assert plot.lines[7].opts["pen"].color().alpha() == 255
    assert all(plot.lines[i].opts["pen"].color().alpha() < 100 for i in range(12) if i != 7)
    assert view.findChild(QLabel, "tuningPlace").text().startswith("orientation 35° · frequency")
    plot.pointer_left.emit()
    assert plot.shown_alone == -1


def test_that_a_line_dragged_over_the_heat_map_takes_its_curve_along(view, qtbot) -> None:
    tuning = measured(ORIENTATION, FREQUENCY)
    view.show_tuning(tuning)
    settle(view)
    heat, section = view.heat_map, view.heat.sections[0]
    assert np.allclose(section.lines[0].getData()[1], tuning.response[:, 7])
    start, end = on_screen(heat, 25.5, 7.5), on_screen(heat, 25.5, 2.4)
    button = Qt.MouseButton.LeftButton
    qtbot.mouseMove(heat.viewport(), start)
    qtbot.mousePress(heat.viewport(), button, pos=start)
    for share in (0.3, 0.6, 1.0):
        drag(heat, start + (end - start) * share)
    qtbot.mouseRelease(heat.viewport(), button, pos=end)
    assert heat.lines[1].value() == 2.5, "lines stand in the middle of a cell"
    assert np.allclose(section.lines[0].getData()[1], tuning.response[:, 2])
    assert view.findChild(QLabel, "sectionTitle0").text().startswith("at frequency 1.88")
    other = replace(tuning, response=tuning.response * 2)
    view.show_tuning(other)
    assert heat.lines[1].value() == 2.5, "a line that was dragged stays for the next unit"
    assert np.allclose(section.lines[0].getData()[1], other.response[:, 2])


def drag(plot: QuietPlot, to: QPoint) -> None:
    """A move with the button down, as the desktop sends it."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPointF(plot.viewport().mapToGlobal(to))
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(to), where, Qt.MouseButton.NoButton, left, none)
    QApplication.sendEvent(plot.viewport(), event)


def test_that_a_click_on_a_cell_brings_both_lines_there(view, qtbot) -> None:
    tuning = measured(ORIENTATION, FREQUENCY)
    view.show_tuning(tuning)
    settle(view)
    heat = view.heat_map
    qtbot.mouseMove(heat.viewport(), QPoint(1, 1))
    place = on_screen(heat, 30.5, 10.5)
    qtbot.mouseMove(heat.viewport(), place)
    qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [line.value() for line in heat.lines] == [30.5, 10.5]


def test_that_stimuli_stand_below_their_points_as_many_as_fit(view, qtbot) -> None:
    tuning = measured(RADIUS)
    view.show_tuning(tuning)
    settle(view)
    stamps = view.curve.strip.stamps
    assert 5 < len(stamps) <= 36
    across = view.plot.across(view.plot.shown[0])
    assert [stamp.place.center().x() for stamp in stamps] == pytest.approx(
        [across[stamp.index[0]] for stamp in stamps], abs=1
    )
    third = stamps[2]
    qtbot.mouseMove(view.curve.strip, third.place.center().toPoint())
    assert view.findChild(QLabel, "tuningWhich").text() == ""
    assert view.stimulus.image.pixelColor(4, 4).red() == third.index[0] * 5


def test_that_the_strip_shows_the_curve_with_the_strongest_response(view) -> None:
    view.show_tuning(measured(ORIENTATION, FILL, unit=7))
    settle(view)
    assert {stamp.index[1] for stamp in view.curve.strip.stamps} == {7 % 3}


def test_that_stimuli_of_the_strip_keep_their_distance() -> None:
    assert chosen([0, 10, 20, 30, 40], 18) == [0, 2, 4]
    assert chosen([0, 1, 2, 200], 30) == [0, 3]
    assert chosen([5], 30) == [0]


def test_that_the_noise_at_mid_grey_is_a_band_around_the_baseline(view) -> None:
    view.show_tuning(measured(RADIUS))
    assert view.plot.band.isVisible()
    assert view.plot.band.getRegion() == pytest.approx((0.1 - 0.3, 0.1 + 0.3), rel=1e-5)
    view.show_tuning(replace(measured(RADIUS), baseline_noises=np.zeros(0, np.float32)))
    assert not view.plot.band.isVisible()


def test_that_the_label_of_mid_grey_stands_where_the_curve_is_not(view) -> None:
    view.choose_mode("curve")
    view.show_tuning(measured(RADIUS))
    label, places = view.plot.baseline.label, np.arange(36)
    for near, place in ((places < 12, 0.98), (places > 24, 0.02), (abs(places - 18) > 8, 0.5)):
        response = np.where(near, 0.15, 1.0).astype(np.float32)
        view.show_tuning(replace(measured(RADIUS), response=response, baseline=0.05))
        assert label.orthoPos == place
