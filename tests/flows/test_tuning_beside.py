"""Tunings beside each other and written: pinned units, a second network, files, a window of its own."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QToolButton

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.export import write_svg
from inspector.network.location import Location
from tests.flows.tuning_window import measured_window, press_mode, settle


@pytest.fixture
def window(qtbot, make_window):
    return measured_window(qtbot, make_window)


def test_that_a_pinned_curve_stays_when_another_network_is_opened(window, qtbot):
    window.tuning.choose_mode("curve")
    pinned = window.tuning.shown
    window.tuning.findChild(QAction, "pinUnit").trigger()
    window.session.go_to_unit(9)
    labels = [curve.label for curve in window.tuning.plot.shown]
    assert labels == ["demo/conv2/9", "demo/conv2/5"]
    window.networks.open("demo", "demo/conv2/9")
    qtbot.waitUntil(lambda: window.engine.waits("tuning"))
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
    qtbot.waitUntil(lambda: beside.unit_dialog is not None)
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
