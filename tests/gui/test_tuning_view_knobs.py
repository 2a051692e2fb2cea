"""What the tuning view asks for: families, reductions, scales, and the knobs of the axes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QSpinBox, QToolButton

from inspector.gui.theme import Theme
from inspector.gui.views.tuning import TuningView
from inspector.lenses.tuning import TuningParameters
from inspector.stimuli.axes import Axis
from tests.gui.tuning_made import GRATING, ORIENTATION, SPOT, make_tuning, shown_view


@pytest.fixture
def view(qtbot, theme: Theme) -> TuningView:
    return shown_view(qtbot)


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
