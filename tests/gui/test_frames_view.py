"""The frames of a run: in order, within bounds, evenly thinned; and the bar that scrubs through them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton

from inspector.gui.views.frames import Frames
from inspector.gui.views.frames_bar import FramesBar
from inspector.lenses.feature_visualization import Feature


def frame(step: int, steps: int = 1000, side: int = 8) -> Feature:
    return Feature(
        locations=("demo/conv3/7",), objectives=("channel",),
        images=np.full((1, side, side, 3), step % 256, np.uint8), step=step, steps=steps,
        values=np.array([3.0], np.float32), course=np.arange(step, dtype=np.float32)[None], moved=(True,),
        seed=0, seconds=1.0, complete=step == steps,
    )  # fmt: skip


def filled(steps: range, **bounds: int) -> Frames:
    frames = Frames(**bounds)
    for step in steps:
        frames.add(frame(step))
    return frames


def test_that_an_earlier_frame_shows_the_run_as_it_was():
    frames = filled(range(1, 21))
    earlier = frames.at(4)
    assert (earlier.step, earlier.course.shape, earlier.complete) == (5, (1, 5), False)
    assert (earlier.images == 5).all()
    assert np.isnan(earlier.values).all()
    assert frames.at(19) is frames.latest


def test_that_at_most_so_many_frames_are_kept_evenly_with_the_first_and_the_last():
    frames = filled(range(1, 1001), most=50)
    assert len(frames) == 50
    assert (frames.steps[0], frames.steps[-1]) == (1, 1000)
    gaps = np.diff(frames.steps)[:-1]  # the newest frame has just come
    assert gaps.max() <= 2 * gaps.min()
    assert frames.latest.complete


def test_that_large_pictures_keep_fewer_frames():
    frames = Frames(most=200, most_bytes=10 * 64 * 64 * 3)
    for step in range(1, 101):
        frames.add(frame(step, side=64))
    assert len(frames) == 10
    assert sum(images.nbytes for images in frames.images) <= 10 * 64 * 64 * 3


def test_that_a_frame_of_the_same_step_is_replaced():
    frames = filled(range(1, 5))
    frames.add(frame(4))
    assert frames.steps == (1, 2, 3, 4)


def test_that_a_copy_grows_by_itself():
    frames = filled(range(1, 5))
    other = frames.copy()
    other.add(frame(9))
    assert (len(frames), len(other)) == (4, 5)
    assert frames.latest.step == 4


def test_that_the_nearest_frame_is_found():
    frames = filled(range(10, 101, 10))
    assert frames.place_of(34) == 2
    assert Frames().place_of(3) == 0
    assert Frames().at(0) is None


@pytest.fixture
def bar(qtbot, theme):
    made = FramesBar()
    qtbot.addWidget(made)
    made.resize(500, 28)
    made.show()
    return made


def slider(bar) -> QSlider:
    return bar.findChild(QSlider, "framesSlider")


def test_that_the_slider_runs_over_the_frames_and_names_the_step(bar, qtbot):
    with qtbot.assertNotEmitted(bar.frame_chosen):
        bar.set_frames((1, 8, 16), 2)
    assert (slider(bar).maximum(), slider(bar).value()) == (2, 2)
    assert bar.findChild(QLabel, "framesText").text() == "frame 3 of 3 · step 16"


def test_that_keys_scrub(bar, qtbot):
    bar.set_frames((1, 8, 16), 2)
    slider(bar).setFocus()
    with qtbot.waitSignal(bar.frame_chosen) as chosen:
        qtbot.keyClick(slider(bar), Qt.Key.Key_Left)
    assert chosen.args == [1]
    assert "step 8" in bar.findChild(QLabel, "framesText").text()


def test_that_one_frame_cannot_be_scrubbed(bar):
    bar.set_frames((1,), 0)
    assert not slider(bar).isEnabled()
    assert not bar.findChild(QToolButton, "framesPlay").isEnabled()
    assert bar.findChild(QLabel, "framesText").text() == ""


def test_that_playing_starts_over_at_the_end_and_stops_there(bar, qtbot):
    bar.set_frames((1, 8, 16), 2)
    places: list[int] = []
    bar.frame_chosen.connect(places.append)
    play = bar.findChild(QToolButton, "framesPlay")
    qtbot.mouseClick(play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not play.isChecked())
    assert places == [0, 1, 2]


def test_that_a_frame_keeps_the_transparency_it_had():
    frames = Frames()
    for step in (1, 2, 3):
        frames.add(replace(frame(step), alpha=np.full((1, 8, 8), 10 * step, np.uint8)))
    assert [images.shape for images in frames.images] == [(1, 8, 8, 4)] * 3
    assert (frames.at(1).alpha == 20).all()
    assert (frames.at(1).images == 2).all()
    assert frames.at(2) is frames.latest
