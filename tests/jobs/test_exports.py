"""Pictures and films on disk: whole or not at all, with a sentence where it does not work."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from inspector.jobs.bench import Bench
from inspector.jobs.exports import ExportFilm, ExportPictures, durations, side_by_side
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.export import read_recipe
from inspector.network.errors import InspectorError
from inspector.probe.cancel import Cancelled, CancelToken
from tests.drawn import drawn


def frames(count: int = 5, side: int = 24) -> tuple[np.ndarray, ...]:
    """Two pictures per frame, the left one brighter with every frame."""
    made = [np.full((2, side, side, 3), 40, np.uint8) for _ in range(count)]
    for place, frame in enumerate(made):
        frame[0] = 30 + place * 200 // count
    return tuple(made)


def run(request, token: CancelToken | None = None) -> tuple[list[object], object]:
    return drawn(request.start(Bench(), token or CancelToken()))


@pytest.mark.parametrize("film", ["webp", "gif"])
def test_that_a_film_holds_every_frame_with_its_pictures_side_by_side(tmp_path, film):
    path = tmp_path / f"growth.{film}"
    heard, files = run(ExportFilm(frames(), str(path), film))
    assert files == (path,)
    with Image.open(path) as image:
        assert (image.format, image.n_frames, image.size) == (film.upper(), 5, (52, 24))
        levels, times = [], []
        for place in range(5):
            image.seek(place)
            levels.append(image.convert("RGB").getpixel((12, 12))[0])
            times.append(image.info["duration"])
    assert levels == pytest.approx([30, 70, 110, 150, 190], abs=6)
    assert times[-1] > times[0] > 0
    assert (heard[0].done, heard[0].total) == (0, 5)
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_film_that_cannot_be_written_leaves_the_old_one_and_says_why(tmp_path, monkeypatch):
    path = tmp_path / "growth.gif"
    path.write_bytes(b"the old one")

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    with pytest.raises(InspectorError, match=r"growth\.gif cannot be written: No space left on device\."):
        run(ExportFilm(frames(), str(path), "gif"))
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_that_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(InspectorError, match="nowhere"):
        run(ExportFilm(frames(), str(tmp_path / "nowhere" / "growth.webp"), "webp"))


def test_that_a_film_without_frames_is_refused(tmp_path):
    with pytest.raises(InspectorError, match="no frames"):
        run(ExportFilm((), str(tmp_path / "growth.webp"), "webp"))


def test_that_a_cancelled_film_stops_at_once_and_leaves_nothing(tmp_path):
    token = CancelToken()
    going = ExportFilm(frames(150, 256), str(tmp_path / "growth.webp"), "webp").start(Bench(), token)
    next(going)
    next(going)
    token.cancel()
    with pytest.raises(Cancelled):
        next(going)
    assert list(tmp_path.iterdir()) == []
    assert not [thread for thread in threading.enumerate() if thread.name == "inspector-film"]


def test_that_other_jobs_get_their_turn_while_a_film_is_encoded(tmp_path):
    heard, _ = run(ExportFilm(frames(60, 200), str(tmp_path / "growth.gif"), "gif"))
    done = [update.done for update in heard]
    assert len(done) > 2
    assert done == sorted(done)


def test_that_pictures_are_written_with_their_recipes(tmp_path):
    feature = Feature(
        locations=("demo/conv1/3", "demo/conv1/3@2,2"), objectives=("channel", "neuron"),
        images=frames(1)[0], step=8, steps=8, values=np.ones(2, np.float32),
        course=np.ones((2, 8), np.float32),
        moved=(True, True), seed=4, seconds=1.0, complete=True, parameters=FeatureParameters(steps=8, seed=4),
    )  # fmt: skip
    _, files = run(ExportPictures(feature, str(tmp_path / "new folder")))
    assert len(files) == 2
    assert all(isinstance(file, Path) and file.is_file() for file in files)
    assert [read_recipe(file)["objective"] for file in files] == ["channel", "neuron"]
    assert read_recipe(files[0])["parameters"]["seed"] == 4


def test_that_pictures_stand_in_a_row_with_a_gap():
    row = side_by_side(frames(1, 10)[0])
    assert row.shape == (10, 24, 3)
    assert (row[:, 10:14] == 255).all()


def test_that_films_last_about_six_seconds_and_rest_on_the_last_frame():
    assert sum(durations(100)) == pytest.approx(6000 + 1440, abs=200)
    assert durations(1) == [1500]
    assert max(durations(3)[:-1]) <= 200


def test_that_a_film_is_clear_where_its_pictures_are_and_a_gif_opaque(tmp_path):
    clear = tuple(np.concatenate([frame, frame[..., :1]], -1) for frame in frames())
    run(ExportFilm(clear, str(tmp_path / "g.webp"), "webp"))
    with Image.open(tmp_path / "g.webp") as film:
        film.seek(4)
        last = np.asarray(film.convert("RGBA"))
    assert last[12, 12, 3] == pytest.approx(190, abs=3)
    assert last[12, 40, 3] == pytest.approx(40, abs=3)
    assert last[12, 26, 3] == 0, "the gap"
    run(ExportFilm(clear, str(tmp_path / "g.gif"), "gif"))
    with Image.open(tmp_path / "g.gif") as film:
        assert film.convert("RGBA").getextrema()[3] == (255, 255)
        assert film.n_frames == 5


def test_that_a_picture_with_a_transparency_map_is_written_with_it(tmp_path):
    alpha = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    feature = Feature(
        locations=("demo/conv1/3",), objectives=("channel",), images=np.full((1, 16, 16, 3), 77, np.uint8),
        step=2, steps=2, values=np.ones(1, "f4"), course=np.ones((1, 2), "f4"), moved=(True,),
        seed=0, seconds=0.1, complete=True, alpha=alpha,
        parameters=FeatureParameters(parameterization="maco"),
    )  # fmt: skip
    _, (file,) = run(ExportPictures(feature, str(tmp_path)))
    with Image.open(file) as image:
        assert np.array_equal(np.asarray(image)[..., 3], alpha[0])
    assert read_recipe(file)["parameters"]["parameterization"] == "maco"
