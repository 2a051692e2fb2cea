"""Scans under way and kept: left and gone on with, another network's, scales for tunings."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QToolButton,
)
from safetensors.torch import load_file, save_file

from inspector.gui.tour import drop
from inspector.jobs.scanning import ScanPictures
from inspector.lenses.examples import ExamplesParameters
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.pictures.samples import sample_paths
from tests.flows.examples_window import NODE, open_window, scanned, settle


@pytest.fixture
def window(qtbot, no_thread_left):
    window = open_window(qtbot)
    yield window
    window.close()


def test_that_unreadable_pictures_are_listed_and_those_that_go_missing_are_said_to_be(
    window, qtbot, tmp_path
):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for path in sample_paths()[:4]:
        shutil.copy(path, folder)
    (folder / "broken.png").write_bytes(sample_paths()[0].read_bytes()[:300])
    scanned(qtbot, window, (str(folder),))
    assert "1 could not be read" in window.banner.text
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    report = window.dataset.scanning._report
    assert "broken.png" in report.lines[0]
    report.close()

    window.evidence.setCurrentIndex(1)
    settle(qtbot, window)
    shown = window.examples.shown
    assert shown.pictures == 4
    (folder / shown.top[0].name).unlink()
    qtbot.mouseClick(window.examples.wall.tiles[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.strip.findChild(QLabel, "refusalsText").isVisible())
    assert "does not exist" in window.strip.findChild(QLabel, "refusalsText").text()


def test_that_a_scan_of_nothing_is_refused_in_a_sentence(window, qtbot, tmp_path):
    window.dataset.scanning.start(ExamplesParameters(pictures=(str(tmp_path / "nowhere"),)))
    qtbot.waitUntil(lambda: window.banner.text != "")
    assert "nowhere was not scanned" in window.banner.text
    window.evidence.setCurrentIndex(1)
    settle(qtbot, window)
    assert window.examples.empty.title == "No pictures scanned yet"


def test_that_a_dropped_folder_of_many_pictures_can_be_scanned(window, qtbot, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(100):
        Image.new("RGB", (8, 8), (number, 0, 0)).save(folder / f"{number:03}.png")
    drop(window.strip, [str(folder)])
    qtbot.waitUntil(lambda: "many holds 100 pictures" in window.banner.text)
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    assert window.dataset.scanning.dialog.wish.pictures == (str(folder),)
    window.dataset.scanning.dialog.close()
    qtbot.waitUntil(lambda: len(window.session.pictures) == 100)


def test_that_a_scan_is_paused_left_with_the_window_and_gone_on_with(qtbot, no_thread_left):
    window = open_window(qtbot)
    window.dataset.scanning.start(ExamplesParameters(pictures=("samples",), batch_size=2, nodes=(NODE,)))

    def done() -> int:
        job = next((a for a in window.engine.activities.values() if a.job.title.startswith("Scanning")), None)
        return job.progress.done if job is not None and job.progress is not None else 0

    qtbot.waitUntil(lambda: done() >= 4)
    number = next(n for n, a in window.engine.activities.items() if a.job.title.startswith("Scanning"))
    qtbot.waitUntil(lambda: window.findChild(QToolButton, f"pause-{number}") is not None)
    qtbot.mouseClick(window.findChild(QToolButton, f"pause-{number}"), Qt.MouseButton.LeftButton)
    assert window.engine.activities[number].state == "paused"
    window.close()

    window = open_window(qtbot)
    assert "stopped at" in window.banner.text
    assert "of 60 pictures" in window.banner.text
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.session.shelf.scans) == 1)
    assert window.session.shelf.scans[0].pictures == 60
    assert window.session.shelf.left == ()
    window.close()


def test_that_a_scan_gives_tunings_their_scale(window, qtbot):
    sigma = window.tuning.controls.response.sigma
    window.session.go(Location("demo", "logits", 2))
    settle(qtbot, window)
    assert not sigma.isEnabled(), "nothing is scanned, and no pictures lie in the strip"
    scanned(qtbot, window, ("samples",))
    assert sigma.isEnabled()
    assert "60 pictures of shipped samples" in sigma.toolTip()
    assert sigma.isChecked(), "where pictures were scanned, nobody has to ask"
    settle(qtbot, window)
    measured = window.unit_page.tuning.measured
    assert measured.measured == "sigma"
    assert measured.scale_source == "60 pictures of shipped samples"
    window.session.go(Location("demo", NODE, 3))
    settle(qtbot, window)
    assert not sigma.isEnabled(), "what goes into this node's nonlinearities was not scanned"
    assert window.unit_page.tuning.measured.measured == "raw"
    assert window.banner.text == ""


def test_that_a_second_network_has_the_scale_of_its_own_scan(window, qtbot):
    """The same weights, opened twice: the scan of the one is a scan of the other."""
    window.session.go(Location("demo", "logits", 2))
    scanned(qtbot, window, ("samples",))
    window.tuning.choose_mode("curve")
    beside = window.tuning_page.beside
    beside.open("demo")
    qtbot.waitUntil(lambda: beside.unit_dialog is not None)
    beside.add(Location("demo-2", "logits", 2))
    settle(qtbot, window)
    assert window.tuning.shown.measured == "sigma"
    own, other = window.tuning.plot.shown
    assert other.label == "demo-2/logits/2"
    np.testing.assert_allclose(other.response, own.response, atol=1e-3)


def test_that_a_second_network_without_a_scale_is_drawn_raw_and_says_so(window, qtbot, tmp_path):
    state = load_file(open_network("demo").source)
    name = next(name for name, values in state.items() if values.is_floating_point())
    save_file(state | {name: state[name] * (1 + 1e-6)}, tmp_path / "other.safetensors")  # no scan is its own
    window.session.go(Location("demo", "logits", 2))
    scanned(qtbot, window, ("samples",))
    window.tuning.choose_mode("curve")
    beside = window.tuning_page.beside
    beside.open(f"demo={tmp_path / 'other.safetensors'}")
    qtbot.waitUntil(lambda: beside.unit_dialog is not None)
    beside.add(Location("demo-2", "logits", 2))
    settle(qtbot, window)
    assert window.tuning.shown.measured == "sigma"
    own, raw = window.tuning.plot.shown
    assert raw.label == "demo-2/logits/2 (raw)"
    slope, middle = np.polyfit(own.response, raw.response, 1)
    assert slope > 0
    np.testing.assert_allclose(raw.response, own.response * slope + middle, atol=1e-3)
    assert not np.allclose(raw.response, own.response, atol=0.1), "in another measure"
    said = window.tuning.findChild(QLabel, "tuningIndices").toolTip
    assert "demo-2/logits/2 drawn raw: telling σ there takes two picture files in the strip." in said()
    drop(window, [str(path) for path in sample_paths()[:2]])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: window.tuning.plot.shown[-1].label == "demo-2/logits/2")
    assert "drawn raw" not in said()


def _is_scanning(window) -> bool:
    activities = window.engine.activities.values()
    return any(isinstance(a.job.request, ScanPictures) and a.progress is not None for a in activities)


def test_that_a_scan_goes_on_with_its_own_network_when_that_is_changed_and_is_not_mixed(window, qtbot):
    old = dict(window.session.network.preprocessing)
    # Looked at with every message: a short scan may begin and end between two looks by the clock,
    # and the progress of another job would change the network before the scan has begun.
    under_way = {"check_params_cb": lambda: _is_scanning(window)}
    with qtbot.waitSignal(window.engine.activity_changed, **under_way):
        window.dataset.scanning.start(ExamplesParameters(pictures=("samples",), batch_size=2, nodes=(NODE,)))
    window.networks.change_preprocessing({**old, "crop": (64, 64)})
    qtbot.waitUntil(lambda: window.session.network.preprocessing["crop"] != old["crop"])
    qtbot.waitUntil(lambda: window.status.text().startswith("Scanned 60"))
    qtbot.waitUntil(lambda: window.session.shelf is not None)
    settle(qtbot, window)
    assert window.session.shelf.scans == (), "it was shown pictures in another way"
    window.networks.change_preprocessing(old)
    qtbot.waitUntil(lambda: bool(window.session.shelf and window.session.shelf.scans))
    assert window.session.shelf.scans[0].pictures == 60
