"""What is changed in the open window: network, preprocessing, labels, theme; and how it is closed."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from inspector.network.location import Location
from inspector.settings import load
from tests.flows.windows import settle, settled_window, shown_window


@pytest.fixture
def window(qtbot, no_thread_left):
    """The window with the demonstration network open and nothing running."""
    window = settled_window(qtbot, steps=4)
    yield window
    window.close()


def test_that_another_network_that_does_not_open_leaves_the_old_one(window, qtbot, tmp_path):
    missing = tmp_path / "nowhere.pth"
    window.networks.open(f"resnet18={missing}")
    settle(qtbot, window)
    assert window.session.network.name == "demo"
    assert "nowhere.pth" in window.banner.text


def test_that_changed_preprocessing_is_used_and_a_wrong_one_refused(window, qtbot):
    window.networks.change_preprocessing({**window.session.network.preprocessing, "crop": [64, 64]})
    settle(qtbot, window)
    assert window.session.network.input_shape == (3, 64, 64)
    assert window.pictures.activations.view.shape == (64, 64, 3)
    window.networks.change_preprocessing({**window.session.network.preprocessing, "crop": [0, 64]})
    settle(qtbot, window)
    assert window.session.network.input_shape == (3, 64, 64)
    assert window.banner.text


def test_that_class_labels_can_be_changed_read_from_a_file_and_wrong_ones_refused(window, qtbot, tmp_path):
    names = tuple(f"class of {index}" for index in range(20))
    window.networks.change_labels(names)
    settle(qtbot, window)
    assert window.pictures.activations.predictions[0].label.startswith("class of")
    file = tmp_path / "labels.txt"
    file.write_text("\n".join(f"kind {index}" for index in range(20)) + "\n", encoding="utf-8")
    window.actions_by_name["labels"].trigger()
    dialog = window.findChild(QDialog, "labelsDialog")
    dialog.file_chosen.emit(str(file))
    settle(qtbot, window)
    assert not dialog.isVisible()
    assert window.session.network.labels[19] == "kind 19"
    window.networks.change_labels(names[:3])
    settle(qtbot, window)
    assert window.session.network.labels[19] == "kind 19"
    assert "3 labels" in window.banner.text


def test_that_a_network_can_be_opened_again_from_the_menu(window, qtbot):
    entries = window.recent.actions()
    assert [entry.data() for entry in entries] == ["demo"]
    before = window.session.network
    window.recent.triggered.emit(entries[0])
    settle(qtbot, window)
    assert window.session.network is not before


def test_that_escape_cancels_what_runs_within_half_a_second(window, qtbot):
    window.feature.run_requested.emit({"steps": 100_000})
    qtbot.waitUntil(lambda: any(a.state == "running" for a in window.engine.activities.values()))
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    began = time.monotonic()
    qtbot.waitUntil(lambda: not window.engine.activities)
    assert time.monotonic() - began < 5, "half a second is the aim; this catches a job that is deaf"


def test_that_themes_switch_and_the_layout_and_place_are_remembered(window, qtbot):
    window.actions_by_name["theme-dark"].trigger()
    assert window.theme.is_dark
    window.session.go(Location("demo", "conv1", 9))
    window.units.set_tile_side(150)
    window.close()
    stored = load()
    assert stored.tile == 150
    assert (stored.theme, stored.location, stored.network) == ("dark", "demo/conv1/9", "demo")
    assert {"window", "arena", "panels"} <= set(stored.layout)


@pytest.mark.parametrize("job", ["feature", "tuning", "deaf"])
def test_that_closing_while_a_job_runs_ends_cleanly(window, qtbot, job):
    if job == "feature":
        window.feature.run_requested.emit({"steps": 100_000})
    elif job == "tuning":
        window.tuning.choose_family("curve")
    else:
        window.engine.submit(Deaf(), "deaf", "A job that hears nothing")
        assert Deaf.running.wait(10)
    qtbot.waitUntil(lambda: any(a.state == "running" for a in window.engine.activities.values()))
    window.close()
    assert not window.isVisible()


class Deaf:
    """A request that neither yields nor looks at its token for a while."""

    keep = False
    running = threading.Event()

    def start(self, bench, token):
        self.running.set()
        threading.Event().wait(0.7)
        yield from ()


def test_that_pictures_given_at_the_start_are_laid_out(qtbot, no_thread_left, tmp_path):
    file = tmp_path / "given.png"
    Image.new("RGB", (50, 50), "green").save(file)
    window = shown_window(qtbot, steps=2)
    window.start("demo", [str(file)], "demo/conv1/4")
    qtbot.waitUntil(lambda: window.session.picture is not None)
    qtbot.waitUntil(lambda: window.session.picture.name == Path(file).name)
    assert window.session.location == Location("demo", "conv1", 4)
    window.close()


def test_that_a_network_that_cannot_be_opened_at_the_start_gives_way_to_the_demonstration(
    qtbot, no_thread_left, tmp_path
):
    window = shown_window(qtbot, steps=2)
    window.start(str(tmp_path / "gone.pth"), [])
    qtbot.waitUntil(lambda: window.session.network is not None)
    assert window.session.network.name == "demo"
    assert "gone.pth" in window.banner.text
    window.close()
