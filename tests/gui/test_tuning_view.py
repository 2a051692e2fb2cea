"""The tuning view: curves, heat map, the stimulus under the pointer, and what it asks for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from inspector.gui.theme import DARK, Theme
from inspector.gui.views.curves import curves, plane
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.tuning import TuningView
from inspector.stimuli.axes import Axis
from tests.gui.tuning_made import (
    FREQUENCY,
    ORIENTATION,
    PHASE,
    RADIUS,
    make_tuning,
    shown_view,
)

SATURATION = Axis("saturation", "", 0, 1, 6, 1, "0 is grey.", minimum=0, maximum=1)


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    return shown_view(qtbot)


def text(view: TuningView, name: str) -> str:
    return view.findChild(QLabel, name).text()


def settle(view: TuningView) -> None:
    """Lay out and draw; axes take their width when they are first drawn, so that once more is needed."""
    for _ in range(2):
        QApplication.processEvents()
        view.grab()


def colour(view: TuningView) -> tuple[int, ...]:
    return QColor(view.stimulus.image.pixel(4, 4)).getRgb()[:3]


def hover(qtbot, plot: QuietPlot, x: float, y: float) -> None:
    """Move the pointer to just beside a place on a plot, from elsewhere: a move of nothing tells nothing."""
    place = plot.mapFromScene(plot.plotItem.vb.mapViewToScene(QPointF(x, y)))
    qtbot.mouseMove(plot.viewport(), QPoint(1, 1))
    qtbot.mouseMove(plot.viewport(), place + QPoint(1, 1))


def test_that_hovering_a_point_shows_the_stimulus_that_made_it(view: TuningView, qtbot) -> None:
    tuning = make_tuning(RADIUS)
    view.show_tuning(tuning)
    settle(view)
    x, y = tuning.axes["radius"][30], float(tuning.response[30])
    hover(qtbot, view.plot, x, y)
    assert colour(view) == (30 * 5, 128, 128)
    assert "radius 41.3 px" in text(view, "tuningPlace")
    assert text(view, "tuningResponse") == "0.0707"
    assert text(view, "tuningWhich") == ""


def test_that_the_strongest_stimulus_is_shown_until_one_is_hovered_and_afterwards(
    view: TuningView, qtbot
) -> None:
    tuning = make_tuning(RADIUS)
    view.show_tuning(tuning)
    settle(view)
    best = int(tuning.response.argmax())
    assert colour(view)[0] == best * 5
    assert text(view, "tuningWhich") == "strongest"
    hover(qtbot, view.plot, tuning.axes["radius"][3], float(tuning.response[3]))
    assert colour(view)[0] == 15
    view.plot.pointer_left.emit()
    assert colour(view)[0] == best * 5


def test_that_hovering_a_cell_shows_its_stimulus(view: TuningView, qtbot) -> None:
    view.show_tuning(make_tuning(ORIENTATION, FREQUENCY))
    settle(view)
    hover(qtbot, view.heat_map, 20.5, 9.5)
    assert colour(view) == (100, 45, 128)
    assert text(view, "tuningPlace").startswith("orientation 100° · frequency ")
    assert view.heat_map.marker.rect().topLeft() == QPointF(20, 9)


def test_that_a_cell_that_is_not_measured_says_so(view: TuningView, qtbot) -> None:
    tuning = make_tuning(ORIENTATION, FREQUENCY, complete=False)
    tuning.response[20, 9] = np.nan
    view.show_tuning(tuning)
    settle(view)
    hover(qtbot, view.heat_map, 20.5, 9.5)
    assert text(view, "tuningResponse") == "not measured yet"


def test_that_points_that_are_not_measured_are_gaps(view: TuningView) -> None:
    tuning = make_tuning(RADIUS, complete=False)
    tuning.response[10:20] = np.nan
    view.show_tuning(tuning)
    line = view.plot.lines[0]
    x, y = line.getData()
    assert len(x) == len(y) == 36
    assert np.isnan(y[10:20]).all()
    assert np.isfinite(y[:10]).all()
    assert line.opts["connect"] == "finite"
    assert text(view, "tuningStatus") == "26 of 36 stimuli"


def test_that_nothing_measured_yet_draws_without_a_warning(view: TuningView) -> None:
    tuning = make_tuning(ORIENTATION, FREQUENCY, complete=False, baseline=float("nan"))
    tuning.response[:] = np.nan
    view.show_tuning(tuning)
    view.grab()
    assert not view.plot.baseline.isVisible()
    assert view.stimulus.image is None
    assert text(view, "tuningStatus") == "0 of 432 stimuli"


def test_that_updates_reuse_the_items_that_are_drawn(view: TuningView) -> None:
    tuning = make_tuning(ORIENTATION, SATURATION, complete=False)
    view.show_tuning(tuning)
    before = list(view.plot.plotItem.items)
    image = view.heat_map.item
    for count, mode in enumerate(("curve", "heat", "polar")):
        tuning.response[count] += 1
        view.choose_mode(mode)
        view.show_tuning(tuning)
    view.show_tuning(None)
    view.show_tuning(make_tuning(RADIUS))
    assert [id(item) for item in view.plot.plotItem.items] == [id(item) for item in before]
    assert view.heat_map.item is image


def test_that_few_second_values_are_a_line_each(view: TuningView) -> None:
    tuning = make_tuning(ORIENTATION, SATURATION)
    view.show_tuning(tuning)
    assert [line.isVisible() for line in view.plot.lines] == [True] * 6
    assert np.allclose(view.plot.lines[2].getData()[1], tuning.response[:, 2])
    assert all(f"{value}" in text(view, "tuningLegend") for value in ("saturation", "0.2", "0.8"))


def test_that_many_second_values_are_the_line_through_the_maximum_and_the_mean() -> None:
    tuning = make_tuning(ORIENTATION, FREQUENCY)
    best, mean = curves(tuning)
    assert np.allclose(best.response, tuning.response[:, 4])
    assert best.rest == (4,)
    assert np.allclose(mean.response, tuning.response.mean(axis=1))
    assert mean.rest is None


def test_that_a_third_axis_stands_where_the_response_is_strongest() -> None:
    tuning = make_tuning(ORIENTATION, SATURATION, PHASE)
    shown, rest = plane(tuning)
    assert rest == (8,)
    assert np.allclose(shown, tuning.response[:, :, 8])
    assert curves(tuning)[3].rest == (3, 8)


def test_that_the_mean_leaves_gaps_out() -> None:
    tuning = make_tuning(ORIENTATION, FREQUENCY, complete=False)
    tuning.response[:, 1:] = np.nan
    tuning.response[5] = np.nan
    mean = curves(tuning)[1].response
    assert np.isnan(mean[5])
    assert np.allclose(np.delete(mean, 5), np.delete(tuning.response[:, 0], 5))


def test_that_the_heat_map_has_the_first_axis_across_and_grey_gaps(view: TuningView) -> None:
    tuning = make_tuning(ORIENTATION, FREQUENCY, complete=False)
    tuning.response[3, 7] = np.nan
    view.show_tuning(tuning)
    image = view.heat_map.item.image
    assert image.shape == (12, 36, 3)
    assert tuple(image[7, 3]) == (128, 128, 128)
    peak = np.unravel_index(np.nanargmax(tuning.response), tuning.response.shape)
    assert image[peak[1], peak[0]].astype(int).sum() == image.astype(int).sum(axis=2).max()
    assert view.heat_map.label_of("bottom") == "orientation (deg)"
    assert view.heat_map.label_of("left") == "frequency (cycles/image)"


@pytest.mark.parametrize(("measured", "label"), [("raw", "response (raw)"), ("sigma", "response (sigma)")])
def test_that_axes_carry_names_and_units(view: TuningView, measured: str, label: str) -> None:
    view.show_tuning(make_tuning(ORIENTATION, measured=measured))
    assert view.plot.label_of("bottom") == "orientation (deg)"
    assert view.plot.label_of("left") == label
    ticks = view.plot.getAxis("bottom").tickValues(0, 175, 400)[0][1]
    assert {0.0, 45.0, 90.0} <= set(ticks) or {0.0, 30.0, 60.0} <= set(ticks)


def test_that_the_baseline_is_a_dashed_line_at_mid_grey(view: TuningView) -> None:
    view.show_tuning(make_tuning(RADIUS, baseline=-0.5))
    assert view.plot.baseline.isVisible()
    assert view.plot.baseline.value() == -0.5
    assert view.plot.baseline.pen.style() == Qt.PenStyle.DashLine
    low, high = view.plot.viewRange()[1]
    assert low < -0.5 < high


def test_that_a_theme_change_restyles_the_plots_that_exist(view: TuningView, theme: Theme) -> None:
    view.show_tuning(make_tuning(ORIENTATION, FREQUENCY))
    view.choose_mode("curve")
    line = view.plot.lines[0]
    theme.set_mode("dark")
    assert view.plot.backgroundBrush().color() == QColor(DARK.base)
    assert view.heat_map.backgroundBrush().color() == QColor(DARK.base)
    assert line.opts["pen"].color() == QColor(DARK.series[0])
    assert view.plot.getAxis("left").textPen().color() == QColor(DARK.muted)
    assert DARK.series[0] in text(view, "tuningLegend")


def test_that_without_a_unit_it_says_what_to_do(view: TuningView) -> None:
    view.set_context("")
    view.show_tuning(None)
    assert not view.plot.isVisible()
    assert view.findChild(QLabel, "tuningEmptyTitle").isVisible()
    view.set_context("demo/conv3/8")
    assert view.plot.isVisible()


def test_that_it_says_that_it_measures(view: TuningView) -> None:
    view.show_tuning(None)
    view.set_busy(True)
    assert text(view, "tuningStatus") == "Measuring…"
    view.set_busy(False)
    assert text(view, "tuningStatus") == ""


@pytest.mark.parametrize("axes", [(RADIUS,), (ORIENTATION, FREQUENCY)], ids=["curve", "both"])
def test_that_nothing_is_clipped_at_520_by_360(view: TuningView, axes: tuple[Axis, ...]) -> None:
    view.resize(520, 360)
    view.show_tuning(make_tuning(*axes))
    settle(view)
    assert (view.width(), view.height()) == (520, 360)
    parts = [view.plot, view.stimulus, *view.findChildren(QComboBox), *view.findChildren(QLabel)]
    for part in parts:
        if part.isVisibleTo(view) and part.window() is view:
            corner = part.mapTo(view, part.rect().bottomRight())
            assert view.rect().contains(corner), part.objectName()
            assert part.height() >= part.minimumSizeHint().height(), part.objectName()
    assert view.heat_map.isVisible() == (len(axes) == 2)
    assert view.plot.height() > 120
