"""The tuning page of the real window: with the real worker, the demonstration network and real files."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QSlider,
    QToolButton,
)

from inspector.gui.models.units import BAR, UNIT
from inspector.gui.window import MainWindow
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.export import write_svg
from inspector.network.location import Location
from tests.flows.windows import PATIENCE

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
    """The window at a unit of the demonstration network, measured, with nothing running."""
    window = make_window(size=(1280, 800))
    window.start("demo", [], "demo/conv2/5")
    qtbot.waitUntil(lambda: window.session.network is not None, timeout=PATIENCE)
    settle(qtbot, window)
    return window


def settle(qtbot, window: MainWindow) -> None:
    """Wait until everything is there but the feature visualization, which is given up."""

    def is_over() -> bool:
        window.engine.give_up("feature")
        return not window.unit_page.is_resting and not window.engine.is_busy

    qtbot.waitUntil(is_over, timeout=PATIENCE)


def runs_of(window: MainWindow, panel: str) -> list[object]:
    """What the worker makes for a panel from now on."""
    heard: list[object] = []
    window.engine.arrived.connect(lambda name, payload: heard.append(payload) if name == panel else None)
    window.engine.finished.connect(lambda name, payload: heard.append(payload) if name == panel else None)
    return heard


def grid_units(window: MainWindow) -> list[int]:
    model = window.findChild(QListView, "unitGrid").model()
    return [model.index(row).data(UNIT) for row in range(model.rowCount())]


def press_mode(qtbot, window: MainWindow, mode: str) -> None:
    qtbot.mouseClick(window.tuning.findChild(QToolButton, f"mode-{mode}"), Qt.MouseButton.LeftButton)


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


def test_that_a_pinned_curve_stays_when_another_network_is_opened(window, qtbot):
    window.tuning.choose_mode("curve")
    pinned = window.tuning.shown
    window.tuning.findChild(QAction, "pinUnit").trigger()
    window.session.go_to_unit(9)
    labels = [curve.label for curve in window.tuning.plot.shown]
    assert labels == ["demo/conv2/9", "demo/conv2/5"]
    window.networks.open("demo", "demo/conv2/9")
    qtbot.waitUntil(lambda: window.engine.waits("tuning"), timeout=PATIENCE)
    settle(qtbot, window)
    kept = window.tuning.plot.shown[1]
    assert kept.label == "demo/conv2/5 (before)"
    best = np.unravel_index(int(pinned.response.argmax()), pinned.response.shape)
    assert np.array_equal(kept.response, pinned.response[:, best[1]])
    window.tuning.findChild(QAction, "unpin-0").trigger()
    assert "demo/conv2/5 (before)" not in [curve.label for curve in window.tuning.plot.shown]


def test_that_a_unit_of_a_second_network_is_measured_whatever_is_measured_here(window, qtbot):
    window.tuning.choose_mode("curve")
    window.tuning.findChild(QAction, "pinBeside").trigger()
    beside = window.tuning_page.beside
    assert beside.dialog.isVisible()
    beside.dialog.spec_chosen.emit("demo")
    qtbot.waitUntil(lambda: beside.unit_dialog is not None, timeout=PATIENCE)
    assert not beside.dialog.isVisible()
    dialog = beside.unit_dialog
    assert (dialog.node.currentText(), dialog.unit.value()) == ("conv2", 5), "where one is here"
    dialog.node.setEditText("nowhere")
    assert not dialog.pin.isEnabled()
    dialog.node.setCurrentText("conv1")
    dialog.unit.setValue(3)
    qtbot.mouseClick(dialog.pin, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert [curve.label for curve in window.tuning.plot.shown] == ["demo/conv2/5", "demo-2/conv1/3"]
    window.tuning.choose_family("spot")
    settle(qtbot, window)
    shown = window.tuning.plot.shown[1].response
    window.session.go(Location("demo", "conv1", 3))
    settle(qtbot, window)
    own = window.tuning.plot.shown[0].response
    assert np.allclose(own, shown, atol=1e-5), "the same unit of the same network, opened twice"
    window.tuning.findChild(QAction, "inSigma").trigger()
    settle(qtbot, window)
    assert window.tuning.shown.measured == "sigma"
    first, second = (curve.response for curve in window.tuning.plot.shown)
    assert np.allclose(first, second, atol=1e-3)
    window.tuning.findChild(QAction, "unpin-0").trigger()
    settle(qtbot, window)
    assert len(window.tuning.plot.shown) == 1
    assert beside.networks == ()
    assert window.tuning.findChild(QAction, "pinOf-demo-2") is None


def test_that_pinned_units_of_the_node_follow_to_another_family_and_are_written(window, qtbot, tmp_path):
    window.tuning.findChild(QAction, "pinUnit").trigger()
    window.session.go_to_unit(9)
    window.tuning.choose_family("spot")
    settle(qtbot, window)
    assert [curve.label for curve in window.tuning.plot.shown] == ["demo/conv2/9", "demo/conv2/5"]
    file = tmp_path / "curves.csv"
    window.tuning_page.exports.export("curves", str(file))
    settle(qtbot, window)
    rows = rows_of(file)
    for curve in window.tuning.plot.shown:
        own = [row for row in rows if row["curve"] == curve.label]
        assert [float(row["value"]) for row in own] == pytest.approx(curve.values.tolist())
        assert [float(row["response"]) for row in own] == pytest.approx(curve.response.tolist())
        assert {row["axis"] for row in own} == {"radius"}
    press_mode(qtbot, window, "table")
    assert not window.tuning.findChild(QAction, "tuning-curves").isEnabled()


def test_that_what_was_measured_and_what_is_seen_is_written(window, qtbot, tmp_path):
    for kind in ("png", "svg", "csv", "npz", "table", "view-png", "view-svg"):
        file = tmp_path / f"{kind}.{'csv' if kind == 'table' else kind.removeprefix('view-')}"
        window.tuning_page.exports.export(kind, str(file))
        settle(qtbot, window)
        assert str(file) in window.status.text()
        check_file(file, kind, window.tuning.shown)


def test_that_the_measurement_is_written_round_a_circle_where_it_is_seen_so(window, qtbot, tmp_path):
    for mode in ("curve", "polar"):
        press_mode(qtbot, window, mode)
        window.tuning_page.exports.export("svg", str(tmp_path / f"{mode}.svg"))
        settle(qtbot, window)
        form = "polar" if mode == "polar" else "plain"
        write_svg(window.tuning.shown, tmp_path / "expected.svg", form)
        assert (tmp_path / f"{mode}.svg").read_bytes() == (tmp_path / "expected.svg").read_bytes()
    assert (tmp_path / "curve.svg").read_bytes() != (tmp_path / "polar.svg").read_bytes()


def test_that_a_turned_knob_begins_anew_before_the_next_frame(window, qtbot):
    window.tuning.choose_family("picture")  # of many stimuli and axes, so that it is still under way
    qtbot.waitUntil(lambda: window.tuning.shown is not None, timeout=PATIENCE)
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


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def check_file(file: Path, kind: str, tuning: Tuning) -> None:
    if file.suffix == ".png":
        assert len(np.unique(np.asarray(Image.open(file).convert("L")))) > 10
    elif file.suffix == ".svg":
        text = file.read_text(encoding="utf-8")
        assert text.count("<") > 50
        assert "orientation" in text
    elif kind == "csv":
        assert len(rows_of(file)) == tuning.response.size
    elif kind == "table":
        rows = rows_of(file)
        assert len(rows) == 64
        assert float(rows[5]["OSI"]) == pytest.approx(float(tuning.table["OSI"][5]))
    else:
        with np.load(file) as arrays:
            assert np.array_equal(arrays["responses"], tuning.responses)
            assert "grating" in str(arrays["recipe"])


def test_that_live_responses_are_written_and_what_is_seen_is_copied(window, qtbot, tmp_path):
    press_mode(qtbot, window, "live")
    settle(qtbot, window)
    live = window.tuning.live.shown
    for name in ("live.csv", "live.npz"):
        window.tuning_page.exports.export(name[-3:], str(tmp_path / name))
        settle(qtbot, window)
    assert [float(row["response"]) for row in rows_of(tmp_path / "live.csv")] == pytest.approx(
        live.responses.tolist()
    )
    with np.load(tmp_path / "live.npz") as arrays:
        assert np.array_equal(arrays["stimulus"], live.stimulus)
    window.tuning.findChild(QAction, "tuning-copy").trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * window.tuning.page.width()


def test_that_the_view_moves_to_a_window_of_its_own_and_back(window, qtbot):
    enlarge = window.tuning.findChild(QToolButton, "tuningEnlarge")
    qtbot.mouseClick(enlarge, Qt.MouseButton.LeftButton)
    own = window.tuning.window()
    assert own is not window
    assert own.isVisible()
    window.session.go_to_unit(8)
    assert window.tuning.shown.location == "demo/conv2/8"
    own.close()
    assert window.tuning.window() is window
    assert window.tuning.isVisible()
    qtbot.mouseClick(enlarge, Qt.MouseButton.LeftButton)
    window.close()
    assert window.tuning.window() is window, "the layout that is remembered has the view in its place"
