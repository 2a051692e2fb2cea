"""The pages of many units: small multiples, pins, the table of indices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLabel, QListView

from inspector.gui.models.indices import NAME
from inspector.gui.theme import DARK, LIGHT, Theme
from inspector.gui.views.hues import curve_colours
from inspector.gui.views.small_multiples import UNIT
from inspector.gui.views.tuning import TuningView
from inspector.gui.views.tuning_pins import Pin
from inspector.lenses.tuning.units import of_unit
from inspector.stimuli.axes import Axis
from tests.gui.tuning_drawn import (
    FREQUENCY,
    ORIENTATION,
    RADIUS,
    UNITS,
    measured,
    press_mode,
    shown_view,
)


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    return shown_view(qtbot)


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
