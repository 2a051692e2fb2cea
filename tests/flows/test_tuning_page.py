"""The tuning page of the real window: with the real worker, the demonstration network and real files."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QSlider,
)

from inspector.gui.models.units import BAR, UNIT
from inspector.gui.window import MainWindow
from inspector.lenses.tuning import Tuning
from inspector.network.location import Location
from tests.flows.tuning_window import measured_window, press_mode, settle

FAMILY = """
import torch
from pathlib import Path
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import Family

Path(__file__).with_suffix(".ran").write_text("ran")


class Stripe(Family):
    name, title, sentence, varied = "stripe", "My stripe", "A stripe.", ("height",)

    def axes_for(self, size):
        return (Axis("height", "px", -20, 20, 9, 0, "Where.", minimum=-100, maximum=100),)

    def draw(self, values, size):
        y = torch.arange(size[0]).view(1, -1, 1) - size[0] / 2
        return 0.5 + 0.5 * torch.exp(-(((y - values["height"]) / 3) ** 2)) * torch.ones(1, 1, size[1])
"""


@pytest.fixture
def window(qtbot, make_window):
    return measured_window(qtbot, make_window)


def runs_of(window: MainWindow, panel: str) -> list[object]:
    """What the worker makes for a panel from now on."""
    heard: list[object] = []
    window.engine.arrived.connect(lambda name, payload: heard.append(payload) if name == panel else None)
    window.engine.finished.connect(lambda name, payload: heard.append(payload) if name == panel else None)
    return heard


def grid_units(window: MainWindow) -> list[int]:
    model = window.findChild(QListView, "unitGrid").model()
    return [model.index(row).data(UNIT) for row in range(model.rowCount())]


def test_that_another_unit_of_the_node_is_drawn_at_once_and_another_node_is_measured(window, qtbot):
    measured: Tuning = window.tuning.shown
    runs = runs_of(window, "tuning")
    qtbot.keyClick(window.findChild(QListView, "unitGrid"), Qt.Key.Key_Right)
    assert window.tuning.shown.location == "demo/conv2/6", "before any event is processed"
    assert np.array_equal(window.tuning.shown.response, measured.responses[..., 6])
    settle(qtbot, window)
    assert runs == []
    window.session.go(Location("demo", "conv1", 3))
    assert window.tuning.shown is None
    settle(qtbot, window)
    assert window.tuning.shown.location == "demo/conv1/3"
    assert runs


def test_that_a_unit_change_while_measuring_goes_on_with_the_same_measurement(window, qtbot):
    begun = []
    window.engine.activity_changed.connect(
        lambda: begun.extend(
            a.job.number for a in window.engine.activities.values() if a.job.panel == "tuning"
        )
    )
    window.tuning.choose_family("curve")
    window.session.go_to_unit(30)
    settle(qtbot, window)
    assert len(set(begun)) == 1
    assert window.tuning.shown.complete
    assert window.tuning.shown.location == "demo/conv2/30"


def test_that_a_dragged_slider_is_followed_without_work_piling_up(window, qtbot):
    press_mode(qtbot, window, "live")
    settle(qtbot, window)
    first = window.tuning.live.shown
    assert first.stimulus.shape == (*window.session.network.input_shape[1:], 3)
    slider = window.tuning.findChild(QSlider, "live-orientation")
    shown, most, steps = runs_of(window, "live"), 0, 0
    until = time.monotonic() + 1.5
    while time.monotonic() < until:
        slider.setValue((slider.value() + 7) % 1000)
        steps += 1
        QApplication.processEvents()
        live = [a for a in window.engine.activities.values() if a.job.panel == "live"]
        most = max(most, len(live))
    assert most <= 1, "one is under way, the newest waits; those between are skipped"
    assert len(shown) >= 8, "20 a second is the aim; this catches a page that shows none while one drags"
    settle(qtbot, window)
    last = window.tuning.live.shown
    assert last.values["orientation"] == pytest.approx(
        dict(window.tuning.live.sliders.values())["orientation"]
    )
    bars = window.findChild(QListView, "unitGrid").model()
    strongest = int(last.responses.argmax())
    assert bars.index(bars.row_of(strongest)).data(BAR) == pytest.approx(1)
    press_mode(qtbot, window, "curve")
    assert bars.index(0).data(BAR) is None


def test_that_the_preferred_stimulus_opens_large_and_live_with_its_own_values(window, qtbot):
    best = np.unravel_index(int(window.tuning.shown.response.argmax()), window.tuning.shown.response.shape)
    wanted = {n: v[i] for (n, v), i in zip(window.tuning.shown.axes.items(), best, strict=True)}
    peak = float(window.tuning.shown.response.max())
    qtbot.mouseClick(window.tuning.stimulus, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.tuning.mode == "live"
    assert {n: window.tuning.live.shown.values[n] for n in wanted} == pytest.approx(wanted)
    assert window.tuning.live.shown.responses[5] == pytest.approx(peak, rel=1e-3)


def test_that_units_are_searched_and_sorted_by_the_indices_of_the_measurement(window, qtbot):
    table = window.tuning.shown.table
    qtbot.keyClicks(window.findChild(QLineEdit, "unitSearch"), "OSI > 0.25")
    assert grid_units(window) == np.flatnonzero(table["OSI"] > 0.25).tolist()
    combo = window.findChild(QComboBox, "unitSort")
    combo.setCurrentText("OSI")
    combo.activated.emit(combo.currentIndex())
    values = table["OSI"][grid_units(window)]
    assert (np.diff(values) <= 0).all()
    press_mode(qtbot, window, "units")
    tiles = window.tuning.findChild(QListView, "tuningUnits").model()
    assert [tiles.index(row).data() for row in range(tiles.rowCount())] == [
        str(u) for u in grid_units(window)
    ]


def test_that_a_familys_file_is_run_only_after_a_yes(window, qtbot, tmp_path):
    file = tmp_path / "stripes.py"
    file.write_text(FAMILY, encoding="utf-8")
    families = window.tuning_page.families
    families.ask(str(file))
    box = window.findChild(QMessageBox, "runFamilyFile")
    assert "stripes.py" in box.text()
    assert "runs the Python code" in box.informativeText()
    cancel = box.button(QMessageBox.StandardButton.Cancel)
    assert box.defaultButton() is cancel
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert not file.with_suffix(".ran").exists()
    families.ask(str(file))
    run = next(b for b in families.question.findChildren(QPushButton) if b.text() == "Run it")
    qtbot.mouseClick(run, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert file.with_suffix(".ran").exists()
    assert window.tuning.shown.family == "stripe"
    assert window.tuning.findChild(QComboBox, "tuningFamily").currentText() == "My stripe"


def test_that_a_familys_file_that_does_not_run_says_why(window, qtbot, tmp_path):
    file = tmp_path / "broken.py"
    file.write_text("1 / 0\n", encoding="utf-8")
    window.tuning_page.families.ask(str(file))
    run = next(
        b for b in window.tuning_page.families.question.findChildren(QPushButton) if b.text() == "Run it"
    )
    qtbot.mouseClick(run, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert "broken.py, line 1" in window.banner.text
    assert window.tuning.shown.family == "grating"


def test_that_responses_in_sigma_scan_the_strips_pictures_once(window, qtbot):
    raw: Tuning = window.tuning.shown
    scans = runs_of(window, "tuning-scale")
    window.tuning.findChild(QAction, "inSigma").trigger()
    settle(qtbot, window)
    shown: Tuning = window.tuning.shown
    assert (shown.measured, len(scans)) == ("sigma", 1)
    assert "pictures" in shown.scale_source
    slope, _ = np.polyfit(raw.response.ravel(), shown.response.ravel(), 1)
    assert np.allclose(np.corrcoef(raw.response.ravel(), shown.response.ravel())[0, 1], 1, atol=1e-4)
    assert slope > 0
    window.tuning.choose_family("spot")
    settle(qtbot, window)
    assert window.tuning.shown.measured == "sigma"
    assert len(scans) == 1


def test_that_a_nonlinearity_is_read_before_or_behind_and_says_which(window, qtbot):
    window.session.go(Location("demo", "relu2", 5))
    window.tuning.findChild(QAction, "reduction-centre").trigger()
    settle(qtbot, window)
    status = window.tuning.findChild(QLabel, "tuningStatus")
    assert status.text().endswith("pre-activation (bn2)")
    assert window.tuning.shown.responses.min() < 0
    window.tuning.findChild(QAction, "beforeNonlinearity").trigger()
    settle(qtbot, window)
    assert status.text().endswith("post-activation")
    assert window.tuning.shown.responses.min() >= 0


def test_that_words_and_the_current_picture_are_what_the_stimuli_are_about(window, qtbot):
    window.tuning.choose_family("words")
    settle(qtbot, window)
    words = window.tuning.findChild(QLineEdit, "tuningWords")
    qtbot.keyClicks(words, "bricks")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.tuning.shown.subject_text == "bricks"
    window.tuning.choose_family("picture")
    settle(qtbot, window)
    assert window.tuning.shown.subject_text == window.session.picture.name
    other = list(window.session.pictures)[3]
    window.session.choose_picture(other)
    settle(qtbot, window)
    assert window.tuning.shown.subject_text == window.session.pictures[other].name


def test_that_glyphs_that_the_font_lacks_are_refused_in_a_sentence(window, qtbot):
    window.tuning.choose_family("words")
    words = window.tuning.findChild(QLineEdit, "tuningWords")
    words.setText("雪")
    qtbot.keyClick(words, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "雪" in window.banner.text


def test_that_a_turned_knob_begins_anew_before_the_next_frame(window, qtbot):
    window.tuning.choose_family("picture")  # of many stimuli and axes, so that it is still under way
    qtbot.waitUntil(lambda: window.tuning.shown is not None)
    numbers = {a.job.number for a in window.engine.activities.values() if a.job.panel == "tuning"}
    start = time.perf_counter()
    window.tuning.findChild(QAction, "reduction-mean").trigger()
    seconds = time.perf_counter() - start
    begun = {a.job.number for a in window.engine.activities.values() if a.job.panel == "tuning"}
    assert begun - numbers, "the new measurement waits for the worker already"
    assert window.tuning.shown is None, "the old curve is gone"
    assert seconds < 0.1, "a frame is 16 ms; the machine may be busy"
    settle(qtbot, window)
    assert window.tuning.shown.reduction == "mean"
