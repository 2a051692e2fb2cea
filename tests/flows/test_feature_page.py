"""Feature visualization on the unit page and the filling of nodes, in the whole window."""

from __future__ import annotations

import errno

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSlider

from inspector.gui.controllers import dreams, filling
from inspector.gui.window import MainWindow
from inspector.workspace import finding_files
from tests.flows.feature_window import STEPS, Quick, click, frames, open_window, shown, small_pieces
from tests.flows.windows import settle


@pytest.fixture(autouse=True)
def quick_tiles(monkeypatch):
    """Tiles and thumbnails of two steps: what is looked at is when they are made, not how they look."""
    monkeypatch.setattr(filling, "unit_pieces", small_pieces)
    monkeypatch.setattr(dreams, "_SIDE", 24)


@pytest.fixture
def window(qtbot, no_thread_left):
    window = open_window(qtbot)
    yield window
    window.close()


def until_step(qtbot, window: MainWindow, step: int) -> None:
    qtbot.waitUntil(lambda: shown(window) is not None and shown(window).step >= step)


def feature_states(window: MainWindow) -> list[str]:
    return [a.state for a in window.engine.activities.values() if a.job.panel == "feature"]


def test_that_a_growing_picture_is_paused_and_goes_on_from_there(window, qtbot):
    window.feature.run_requested.emit({"steps": 4000, "seed": 1})
    until_step(qtbot, window, 2)
    click(qtbot, window, "featurePause")
    assert feature_states(window) == ["paused"]
    assert window.feature.controls.findChild(QPushButton, "featurePause").text() == "Resume"
    window.engine.submit(Quick(), "probe", "Another job")  # is answered: the worker is free
    qtbot.waitUntil(lambda: not window.engine.waits("probe"))
    stood = shown(window).step
    click(qtbot, window, "featurePause")
    until_step(qtbot, window, stood + 2)
    assert frames(window).steps[0] == 1, "it did not start over"
    click(qtbot, window, "featureRun")
    settle(qtbot, window)
    assert feature_states(window) == []
    assert shown(window).step > stood, "what was there when it was cancelled stays on screen"


def test_that_a_finished_picture_goes_on_to_what_one_long_run_makes(window, qtbot):
    window.feature.run_requested.emit({"steps": STEPS, "seed": 2})
    settle(qtbot, window)
    before = frames(window).steps
    click(qtbot, window, "featureGoOn")
    settle(qtbot, window)
    went_on = shown(window)
    assert (went_on.step, went_on.steps, went_on.course.shape[1]) == (2 * STEPS, 2 * STEPS, 2 * STEPS)
    assert frames(window).steps[: len(before)] == before, "the frames before stay"
    window.unit_page.feature.forget()
    window.feature.run_requested.emit({"steps": 2 * STEPS, "seed": 2})
    settle(qtbot, window)
    assert shown(window) is not went_on
    assert np.array_equal(shown(window).images, went_on.images)


def test_that_a_picture_goes_on_after_a_restart_from_where_it_stopped(window, qtbot):
    address = str(window.session.location)
    window.close()
    again = open_window(qtbot, address)
    assert shown(again).complete
    assert len(frames(again)) == 1, "it came from the workspace"
    click(qtbot, again, "featureGoOn")
    settle(qtbot, again)
    went_on = shown(again)
    assert went_on.step == 2 * STEPS
    assert frames(again).steps[1] > STEPS, "nothing was computed a second time"
    again.unit_page.feature.forget()
    again.feature.run_requested.emit({"steps": 2 * STEPS, "seed": 0})
    settle(qtbot, again)
    assert shown(again) is not went_on
    assert np.array_equal(shown(again).images, went_on.images)
    again.close()


def test_that_a_full_disk_leaves_the_picture_on_screen_and_is_said_in_one_sentence(
    window, qtbot, monkeypatch
):
    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(finding_files, "_write", full)
    said: list[str] = []
    window.engine.noted.connect(said.append)
    window.session.go_to_unit(9)
    settle(qtbot, window)
    assert shown(window).complete
    assert shown(window).locations[0] == "demo/conv1/9"
    assert window.feature.cards[0].picture.image is not None
    (sentence,) = said
    assert window.banner.text == sentence
    assert sentence.startswith("demo/conv1/9 could not be kept in ")
    assert sentence.endswith(": No space left on device.")
    click(qtbot, window, "featureGoOn")
    settle(qtbot, window)
    assert shown(window).step == 2 * STEPS, "it goes on all the same"


def test_that_an_address_that_is_not_there_is_refused_and_the_page_stays(window, qtbot):
    made = shown(window)
    for address, reason in (("demo/conv1/999", "0 to 31"), ("demo/nowhere/0", "no node")):
        window.address.setText(address)
        qtbot.keyClick(window.address, Qt.Key.Key_Return)
        assert reason in window.banner.text
    settle(qtbot, window)
    assert shown(window) is made


def test_that_short_memory_is_said_beside_the_unit_while_its_pictures_are_made(window, qtbot):
    def tight(module, inputs):
        if len(inputs[0]) > 1:
            raise MemoryError

    network = window.engine._thread._bench.network("demo")
    handle = network.module.conv1.register_forward_pre_hook(tight)
    window.session.go_to_unit(9)
    settle(qtbot, window)
    handle.remove()
    context = window.findChild(QLabel, "featureContext")
    assert context.text() == "demo/conv1/9 · Memory is short: 1 at a time"
    assert shown(window).complete
    assert len(shown(window).images) == 2
    window.session.go_to_unit(10)
    assert context.text() == "demo/conv1/10"


def test_that_frames_are_scrubbed_with_the_keys_and_the_end_is_followed_again(window, qtbot):
    slider = window.findChild(QSlider, "framesSlider")
    assert slider.maximum() == len(frames(window)) - 1 > 0
    result = shown(window)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert shown(window).step == frames(window).steps[0] == 1
    assert not np.array_equal(shown(window).images, result.images)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert shown(window) is result


def test_that_walking_away_and_back_brings_picture_and_frames_at_once(window, qtbot):
    made, steps = shown(window), frames(window).steps
    window.session.go_to_unit(9)
    settle(qtbot, window)
    assert shown(window).locations[0] == "demo/conv1/9"
    window.session.back()
    settle(qtbot, window)
    assert shown(window) is made
    assert frames(window).steps == steps
