"""The ways to look at a tuning: polar plot, cuts through the heat map, strip, pins, all units."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QListView, QToolButton

from inspector.gui.models.indices import NAME
from inspector.gui.theme import DARK, LIGHT, Theme
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.polar_plot import PolarPlot
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.small_multiples import UNIT
from inspector.gui.views.stimulus_strip import chosen
from inspector.gui.views.tuning import TuningView
from inspector.gui.views.tuning_pins import Pin
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.units import of_unit
from inspector.stimuli.axes import Axis, FamilyCard

ORIENTATION = Axis("orientation", "deg", 0, 180, 36, 0, "Angle of the lines.", periodic=True)
HUE = Axis("hue", "deg", 0, 360, 24, 0, "Hue.", periodic=True)
FREQUENCY = Axis("frequency", "cycles/image", 1, 32, 12, 8, "Cycles.", minimum=0.1, logarithmic=True)
RADIUS = Axis("radius", "px", 1, 48, 36, 12, "Radius.", minimum=0.5, maximum=400)
FILL = Axis("fill", "", 0, 2, 3, 0, "How it is filled.", choices=("outline", "filled", "coloured"))
GRATING = FamilyCard(
    "grating", "Gratings", "Gratings.", (ORIENTATION, FREQUENCY), ("orientation", "frequency")
)
CURVE = FamilyCard("curve", "Curves", "Curves.", (ORIENTATION, RADIUS, FILL), ("orientation", "fill"))
WORDS = FamilyCard("words", "Words", "Words.", (RADIUS,), ("radius",), subject="text")
PICTURE = FamilyCard("picture", "A picture", "Pictures.", (RADIUS,), ("radius",), subject="picture")
UNITS = 20


def measured(*axes: Axis, unit: int = 7) -> Tuning:
    """Unit u of the node has its peak at place u of every axis, and a height of 1 + u."""
    samples = {
        axis.name: np.arange(float(len(axis.choices)))
        if axis.choices
        else np.geomspace(axis.low, axis.high, axis.count)
        if axis.logarithmic
        else np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)
        for axis in axes
    }
    shape = tuple(len(values) for values in samples.values())
    responses = np.zeros((*shape, UNITS), np.float32)
    for u in range(UNITS):
        far = sum(
            np.square((place - u % count) / count)
            for place, count in zip(np.indices(shape), shape, strict=True)
        )
        responses[..., u] = (1 + u) * np.exp(-20 * far)
    stimuli = np.full((*shape, 8, 8, 3), 128, np.uint8)
    stimuli[..., 0] = (np.indices(shape)[0] * 5)[..., None, None]
    tuning = Tuning(
        location="net/conv/0", family="grating", axes=samples, axis_units=tuple(a.unit for a in axes),
        response=responses[..., 0], responses=responses, measured="raw", reduction="max", baseline=0.1,
        stimuli=stimuli, indices={}, pre_activation=True, complete=True, axis_cards=axes,
        baselines=np.full(UNITS, 0.1, np.float32), baseline_noises=np.full(UNITS, 0.3, np.float32),
        table={"OSI": np.linspace(0, 1, UNITS, dtype=np.float32)}, recorded="conv",
    )  # fmt: skip
    return of_unit(tuning, unit)


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    made = TuningView()
    qtbot.addWidget(made)
    made.resize(640, 460)
    made.set_families([GRATING, CURVE, WORDS, PICTURE])
    made.set_context("net/conv/7", 7)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(view: TuningView) -> None:
    for _ in range(2):
        QApplication.processEvents()
        view.grab()


def on_screen(plot: QuietPlot, x: float, y: float) -> QPoint:
    return plot.mapFromScene(plot.plotItem.vb.mapViewToScene(QPointF(x, y)))


def hover(qtbot, plot: QuietPlot, x: float, y: float) -> None:
    qtbot.mouseMove(plot.viewport(), QPoint(1, 1))
    qtbot.mouseMove(plot.viewport(), on_screen(plot, x, y))


def press_mode(qtbot, view: TuningView, name: str) -> None:
    qtbot.mouseClick(view.findChild(QToolButton, f"mode-{name}"), Qt.MouseButton.LeftButton)
    settle(view)


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


def test_that_a_pinned_unit_stands_beside_the_current_one(view) -> None:
    tuning = measured(ORIENTATION, FREQUENCY)
    other = of_unit(tuning, 12)
    view.choose_mode("curve")
    view.show_tuning(tuning)
    view.choose_mode("curve")
    view.set_pins([Pin("other/conv/12", other)])
    assert [curve.label for curve in view.plot.shown] == ["net/conv/7", "other/conv/12"]
    assert np.allclose(view.plot.lines[1].getData()[1], other.response[:, 0])
    assert "other/conv/12" in view.findChild(QLabel, "tuningLegend").text()
    view.show_tuning(replace(tuning, family="curve"))
    assert len(view.plot.shown) == 2, "what another family was measured with is not laid over this one"
    assert view.plot.shown[1].average
    view.set_pins([])
    assert "other/conv/12" not in view.findChild(QLabel, "tuningLegend").text()


def test_that_a_unit_without_a_scale_is_drawn_raw_beside_sigma_and_said(view) -> None:
    tuning = replace(measured(ORIENTATION, FREQUENCY), measured="sigma")
    raw = replace(of_unit(tuning, 12), measured="raw")
    said = view.findChild(QLabel, "tuningIndices").toolTip
    view.choose_mode("curve")
    view.show_tuning(tuning)
    view.choose_mode("curve")
    view.set_pins([Pin("other/conv/12", raw)])
    assert "other/conv/12" not in [curve.label for curve in view.plot.shown], "it is measured otherwise"
    assert "drawn raw" not in said()
    view.set_pins([Pin("other/conv/12", raw, unscaled=True), Pin("net/conv/3", of_unit(tuning, 3))])
    assert [curve.label for curve in view.plot.shown][1:] == ["other/conv/12 (raw)", "net/conv/3"]
    assert said().startswith("other/conv/12 drawn raw: telling σ there takes two picture files in the strip.")
    view.show_tuning(replace(tuning, measured="raw"))
    assert "other/conv/12" in [curve.label for curve in view.plot.shown], "both are raw now"
    assert "drawn raw" not in said()


def test_that_the_current_unit_stays_framed_among_all_units(view) -> None:
    view.set_context("net/conv/7", 7)
    view.show_tuning(measured(ORIENTATION, FREQUENCY))
    view.choose_mode("units")
    assert view.units.view.currentIndex().data() == "7"
    view.units.set_units(np.array([9, 7, 2]))
    assert view.units.view.currentIndex().row() == 1


def test_that_many_curves_end_in_another_hue_than_they_begin_with() -> None:
    for tokens in (LIGHT, DARK):
        hues = [QColor(name).hslHue() for name in curve_colours(12, tokens)]
        assert min((a - b) % 360 for a, b in zip([*hues[1:], hues[0]], hues, strict=True)) > 20
        assert (hues[0] - hues[-1]) % 360 > 50


def test_that_a_curve_of_another_network_keeps_its_own_places_on_the_axis(view) -> None:
    tuning = measured(RADIUS)
    large = Axis("radius", "px", 4, 96, 12, 12, "Radius.")
    view.show_tuning(tuning)
    view.set_pins([Pin("large/conv/3", measured(large, unit=3))])
    x, _ = view.plot.lines[1].getData()
    assert (x[0], x[-1], len(x)) == (4, 96, 12)
    low, high = view.plot.viewRange()[0]
    assert low < 1 < 96 < high


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


def test_that_every_unit_has_a_tile_and_a_click_goes_there(view, qtbot) -> None:
    view.show_tuning(measured(ORIENTATION, FREQUENCY))
    press_mode(qtbot, view, "units")
    grid = view.findChild(QListView, "tuningUnits")
    assert grid.model().rowCount() == UNITS
    place = grid.visualRect(grid.model().index(2)).center()
    with qtbot.waitSignal(view.unit_chosen) as went:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == [2]
    image = view.units.model.picture(2)
    assert (image.width(), image.height()) == (36, 12)
    bright = [image.pixelColor(x, image.height() - 1 - y).lightness() for x, y in ((2, 2), (30, 9))]
    assert bright[0] > bright[1], "first axis across, second one up"


def test_that_small_multiples_follow_an_order_and_share_a_scale_where_asked(view, qtbot) -> None:
    view.show_tuning(measured(RADIUS))
    press_mode(qtbot, view, "units")
    view.units.set_units(np.array([5, 3, 19]))
    model = view.units.model
    assert [model.index(row).data(UNIT) for row in range(model.rowCount())] == [5, 3, 19]
    assert model.range(3)[1] == pytest.approx(4, rel=1e-3)
    qtbot.mouseClick(
        view.findChild(QCheckBox, "tuningUnitsShared"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8)
    )
    assert model.range(3)[1] == pytest.approx(20, rel=1e-3)


def test_that_a_measurement_of_fewer_units_forgets_an_order_that_does_not_fit(view) -> None:
    view.units.set_units(np.array([5, 19]))
    few = measured(RADIUS, unit=1)
    view.show_tuning(few)
    view.choose_mode("units")
    view.show_tuning(replace(few, responses=few.responses[..., :4]))
    assert view.units.model.rowCount() == 4


def clicked_heading(qtbot, view: TuningView, column: int) -> list[int]:
    heads = view.table.view.horizontalHeader()
    place = QPoint(heads.sectionViewportPosition(column) + 12, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return view.table.model.units


def test_that_the_indices_of_all_units_are_columns_that_a_click_sorts_by(view, qtbot) -> None:
    osi = np.linspace(0, 1, UNITS, dtype=np.float32)[np.arange(UNITS) * 7 % UNITS]
    osi[4] = np.nan
    view.show_tuning(replace(measured(RADIUS), table={"OSI": osi}))
    press_mode(qtbot, view, "table")
    model = view.table.model
    heads = [model.headerData(i, Qt.Orientation.Horizontal, NAME) for i in range(model.columnCount())]
    assert heads == ["unit", "OSI", "mid grey", "noise at mid grey"]
    assert model.index(4, 1).data() == "–"
    assert model.index(3, 1).data().startswith(f"{osi[3]:.3g}"[:4])
    assert view.table.view.currentIndex().row() == 7
    down = clicked_heading(qtbot, view, 1)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "OSI ▾"
    assert (down[-1], (np.diff(osi[down[:-1]]) <= 0).all()) == (4, True), "those without it stand last"
    assert view.table.view.currentIndex().data(UNIT) == 7, "the current unit stays so wherever it goes"
    up = clicked_heading(qtbot, view, 1)
    assert (up[-1], (np.diff(osi[up[:-1]]) >= 0).all()) == (4, True)
    with qtbot.waitSignal(view.unit_chosen) as went:
        place = view.table.view.visualRect(model.index(1, 0)).center()
        qtbot.mouseClick(view.table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert went.args == [up[1]]
    view.table.set_units(np.array([5, 4, 9]))
    assert model.units == [*sorted([5, 9], key=lambda unit: osi[unit]), 4]


def test_that_the_table_waits_for_the_indices_and_says_so(view, qtbot) -> None:
    press_mode(qtbot, view, "table")
    view.show_tuning(replace(measured(RADIUS), complete=False, table={}))
    assert view.table.model.rowCount() == 0
    assert "when every stimulus was shown" in view.findChild(QLabel, "tuningTableAbout").text()
    view.show_tuning(measured(RADIUS))
    assert view.table.model.rowCount() == UNITS


def test_that_named_choices_stand_at_the_axis_and_in_the_words(view) -> None:
    view.choose_mode("curve")
    view.show_tuning(measured(FILL, unit=1))
    ticks = view.plot.getAxis("bottom")
    places = ticks.tickValues(0, 2, 300)[0][1]
    assert ticks.tickStrings(places, 1, 1) == ["outline", "filled", "coloured"]
    assert view.findChild(QLabel, "tuningPlace").text() == "fill filled"


def test_that_choices_are_checked_instead_of_ranged(view, qtbot) -> None:
    view.choose_family("curve")
    rows = {row.axis.name: row for row in view.knobs.rows}
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["fill"].boxes[1].click()
    assert dict(asked.args[0]["axes"])["fill"] == (0.0, 2.0)
    for box in (rows["fill"].boxes[0], rows["fill"].boxes[2]):
        box.click()
    assert view.knobs.problem() == "Check at least one fill."
    with qtbot.waitSignal(view.request_changed) as asked:
        rows["fill"].vary.click()
        view.knobs.findChild(QComboBox, "at-fill").setCurrentIndex(2)
    assert asked.args[0]["fixed"] == (("fill", 2.0),)


def test_that_words_are_asked_for_where_the_family_writes_some(view, qtbot) -> None:
    words = view.findChild(QLineEdit, "tuningWords")
    assert not words.isVisible()
    view.choose_family("words")
    assert words.isVisible()
    with qtbot.waitSignal(view.request_changed) as asked:
        qtbot.keyClicks(words, "apple")
        qtbot.keyClick(words, Qt.Key.Key_Return)
    assert asked.args[0]["subject"] == "apple"


def test_that_a_family_of_pictures_names_the_picture_or_asks_for_one(view) -> None:
    view.choose_family("picture")
    label = view.findChild(QLabel, "tuningPicture")
    view.controls.set_picture("")
    assert label.isVisible()
    assert label.text() == "Drop or choose a picture first"
    view.controls.set_picture("rose.png")
    assert label.text().endswith("rose.png")


def test_that_the_last_entry_of_the_families_opens_a_file_and_the_family_stays(view, qtbot) -> None:
    combo = view.findChild(QComboBox, "tuningFamily")
    combo.setCurrentIndex(combo.count() - 1)
    with qtbot.waitSignal(view.controls.file_requested), qtbot.assertNotEmitted(view.request_changed):
        combo.activated.emit(combo.count() - 1)
    assert combo.currentData() == "grating"


def test_that_a_response_that_is_no_number_is_named(view) -> None:
    tuning = measured(RADIUS)
    tuning.response[3] = np.nan
    view.show_tuning(replace(tuning, note="1 of 36 responses is no number."))
    view.curve.hovered.emit((3,))
    assert view.findChild(QLabel, "tuningResponse").text() == "no number"
    assert "no number" in view.findChild(QLabel, "tuningIndices").toolTip()


@pytest.mark.parametrize("size", [(500, 300), (1100, 760)])
@pytest.mark.parametrize("mode", ["curve", "polar", "heat", "units", "table", "live"])
def test_that_no_control_is_cut_off(view, size: tuple[int, int], mode: str) -> None:
    view.resize(*size)
    view.show_tuning(measured(ORIENTATION, FREQUENCY))
    view.choose_mode(mode)
    settle(view)
    assert (view.width(), view.height()) == size
    for kind in (QToolButton, QComboBox, QLabel, QCheckBox):
        for part in view.findChildren(kind):
            if part.isVisibleTo(view) and part.window() is view and part.width() > 0:
                corner = part.mapTo(view, part.rect().bottomRight())
                assert view.rect().contains(corner), part.objectName()
