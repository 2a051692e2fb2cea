"""The tuning view: curves, heat map, the stimulus under the pointer, and what it asks for."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSpinBox, QToolButton

from inspector.gui.theme import DARK, Theme
from inspector.gui.views.curves import curves, plane
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.tuning import TuningView
from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.stimuli.axes import Axis, FamilyCard

ORIENTATION = Axis("orientation", "deg", 0, 180, 36, 0, "Angle of the lines.", periodic=True)
FREQUENCY = Axis("frequency", "cycles/image", 1, 32, 12, 8, "Cycles.", minimum=0.1, logarithmic=True)
PHASE = Axis("phase", "deg", 0, 360, 24, 0, "Place of the bars.", periodic=True)
SATURATION = Axis("saturation", "", 0, 1, 6, 1, "0 is grey.", minimum=0, maximum=1)
RADIUS = Axis("radius", "px", 1, 48, 36, 12, "Radius.", minimum=0.5, maximum=400)
GRATING = FamilyCard(
    "grating", "Gratings", "Sine gratings.", (ORIENTATION, FREQUENCY, PHASE), ("orientation", "frequency")
)
SPOT = FamilyCard("spot", "Spots", "Spots of growing size.", (RADIUS,), ("radius",))


def make_tuning(*axes: Axis, complete: bool = True, **changes: object) -> Tuning:
    """A tuning whose responses and stimuli tell their place: red is the first index, green the second."""
    samples = {
        axis.name: np.geomspace(axis.low, axis.high, axis.count)
        if axis.logarithmic
        else np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)
        for axis in axes
    }
    shape = tuple(axis.count for axis in axes)
    places = np.indices(shape)
    response = np.zeros(shape, np.float32)
    for place, count in zip(places, shape, strict=True):
        response += np.cos((place - count // 3) / count * 3)
    stimuli = np.full((*shape, 8, 8, 3), 128, np.uint8)
    for channel, place in enumerate(places[:2]):
        stimuli[..., channel] = (place * 5)[..., None, None]
    values = {
        "location": "demo/conv3/7", "family": "grating", "axes": samples, "response": response,
        "axis_units": tuple(axis.unit for axis in axes), "responses": response[..., None], "measured": "raw",
        "reduction": "max", "baseline": 0.25, "stimuli": stimuli, "indices": {"OSI": 0.82},
        "axis_cards": axes, "pre_activation": False, "complete": complete,
    }  # fmt: skip
    return Tuning(**(values | changes))


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    made = TuningView()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.set_families([GRATING, SPOT])
    made.set_context("demo/conv3/7")
    made.show()
    qtbot.waitExposed(made)
    return made


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


def test_that_families_are_asked_for_as_they_are_chosen(view: TuningView, qtbot) -> None:
    with qtbot.waitSignal(view.request_changed) as asked:
        view.choose_family("spot")
    assert asked.args[0] == {
        "family": "spot", "axes": (), "fixed": (),
        "reduction": "max", "pre_activation": True, "sigma": False, "subject": "",
    }  # fmt: skip
    assert view.findChild(QComboBox, "tuningFamily").currentText() == "Spots"
    with qtbot.assertNotEmitted(view.request_changed):
        view.choose_family("no such family")


def test_that_offering_families_asks_for_the_first_and_keeps_the_chosen_one(qtbot, theme: Theme) -> None:
    made = TuningView()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.request_changed) as asked:
        made.set_families([GRATING, SPOT])
    assert asked.args[0]["family"] == "grating"
    made.choose_family("spot")
    with qtbot.assertNotEmitted(made.request_changed):
        made.set_families([GRATING, SPOT])
    assert made.findChild(QComboBox, "tuningFamily").currentData() == "spot"


def test_that_the_reduction_is_asked_for(view: TuningView, qtbot) -> None:
    with qtbot.waitSignal(view.request_changed) as asked:
        view.findChild(QAction, "reduction-centre").trigger()
    assert asked.args[0]["reduction"] == "centre"
    assert view.findChild(QToolButton, "tuningReduction").text() == "centre ▾"


def test_that_responses_are_in_sigma_where_pictures_were_scanned_until_the_user_chooses(
    view: TuningView, qtbot
) -> None:
    menu = view.controls.response
    with qtbot.waitSignal(view.request_changed) as asked:
        menu.set_pictures(0, "12 pictures of photographs")
    assert asked.args[0]["sigma"]
    assert menu.text().endswith("σ ▾")
    with qtbot.waitSignal(view.request_changed) as asked:
        menu.set_pictures(5)  # a node that was not scanned
    assert not asked.args[0]["sigma"]
    with qtbot.waitSignal(view.request_changed) as asked:
        menu.sigma.trigger()
    assert asked.args[0]["sigma"]
    menu.sigma.trigger()
    with qtbot.assertNotEmitted(view.request_changed):
        menu.set_pictures(0, "12 pictures of photographs")
    assert not menu.chosen["sigma"]


def test_that_knobs_make_parameters_that_the_lens_takes(view: TuningView, qtbot) -> None:
    rows = {row.axis.name: row for row in view.knobs.rows}
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["orientation"].high.setValue(90)
        rows["orientation"].count.setValue(10)
        rows["frequency"].vary.click()
        rows["frequency"].value.setValue(4)
    values = asked.args[0]
    assert [name for name, _ in values["axes"]] == ["orientation"]
    assert values["axes"][0][1] == pytest.approx(tuple(range(0, 91, 10)))
    assert values["fixed"] == (("frequency", 4.0),)
    del values["sigma"]
    assert hash(TuningParameters(**values)) is not None


def test_that_a_whole_turn_leaves_its_end_out_and_ratios_stay_ratios(view: TuningView, qtbot) -> None:
    rows = {row.axis.name: row for row in view.knobs.rows}
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["orientation"].count.setValue(4)
        rows["frequency"].count.setValue(6)
    axes = dict(asked.args[0]["axes"])
    assert axes["orientation"] == pytest.approx((0, 45, 90, 135))
    assert axes["frequency"] == pytest.approx((1, 2, 4, 8, 16, 32))


def test_that_knobs_that_make_no_sense_ask_for_nothing_and_say_why(view: TuningView) -> None:
    rows = {row.axis.name: row for row in view.knobs.rows}
    for name in ("orientation", "frequency"):
        rows[name].vary.setChecked(False)
    assert view.knobs.request() is None
    assert view.knobs.problem() == "Vary at least one axis."
    rows["orientation"].vary.setChecked(True)
    rows["orientation"].low.setValue(100)
    rows["orientation"].high.setValue(50)
    assert view.knobs.problem() == "Orientation must end above its beginning."
    rows["orientation"].high.setValue(180)
    for row in rows.values():
        row.vary.setChecked(True)
        row.count.setValue(60)
    assert "at most 20,000" in view.knobs.problem()


def test_that_reset_goes_back_to_the_family(view: TuningView, qtbot) -> None:
    rows = {row.axis.name: row for row in view.knobs.rows}
    with qtbot.waitSignal(view.request_changed):
        rows["orientation"].count.setValue(8)
    reset = view.knobs.findChild(type(view.knobs._reset), "tuningKnobsReset")
    with qtbot.waitSignal(view.request_changed) as asked:
        reset.click()
    assert asked.args[0]["axes"] == ()
    assert not reset.isEnabled()


def test_that_knobs_show_what_was_measured_unless_they_were_turned(view: TuningView) -> None:
    rows = {row.axis.name: row for row in view.knobs.rows}
    rows["orientation"].count.setValue(9)
    measured = make_tuning(
        ORIENTATION,
        Axis("frequency", "cycles/image", 1, 74.7, 12, 28, "", logarithmic=True),
        fixed={"phase": 90.0},
    )
    view.show_tuning(measured)
    assert rows["frequency"].high.value() == 74.7
    assert rows["phase"].value.value() == 90
    assert rows["orientation"].count.value() == 9
    assert rows["frequency"].range_is_default


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_the_knobs_open_below_their_button(view: TuningView, qtbot) -> None:
    view.findChild(QToolButton, "tuningAxes").click()
    assert view.knobs.isVisible()
    assert view.knobs.findChild(QSpinBox, "samples-orientation").value() == 36
    view.knobs.hide()


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
