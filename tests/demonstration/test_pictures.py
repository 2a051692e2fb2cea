import numpy as np
import pytest

from inspector.demonstration.canvas import scene_frame
from inspector.demonstration.dataset import generate
from inspector.demonstration.registry import CLASSES
from inspector.demonstration.scene import LABELS, render


def test_that_there_are_between_16_and_24_classes_in_alphabetical_order():
    assert 16 <= len(LABELS) <= 24
    assert list(LABELS) == sorted(CLASSES)


def test_that_a_picture_depends_on_its_seed_and_index_only():
    forwards = [render(3, index)[0] for index in range(6)]
    backwards = [render(3, index)[0] for index in reversed(range(6))][::-1]
    for one, other in zip(forwards, backwards, strict=True):
        np.testing.assert_array_equal(one, other)


def test_that_other_seeds_and_indices_give_other_pictures():
    base = render(3, 0)[0].astype(int)
    assert np.abs(base - render(4, 0)[0]).mean() > 5
    assert np.abs(base - render(3, len(LABELS))[0]).mean() > 5


def test_that_classes_take_turns():
    data = generate(5, 2 * len(LABELS))
    np.testing.assert_array_equal(data.labels, np.tile(np.arange(len(LABELS)), 2))
    assert data.pictures.shape == (2 * len(LABELS), 96, 96, 3)
    assert data.pictures.dtype == np.uint8


def test_that_pictures_use_the_range_of_values():
    data = generate(6, 60)
    assert data.pictures.min() == 0
    assert data.pictures.max() == 255
    assert 0.3 < data.pictures.mean() / 255 < 0.6
    assert data.pictures.std(axis=(1, 2)).min() > 1.0


def test_that_pictures_hold_colour():
    spread = generate(6, 60).pictures.astype(float).std(axis=3).mean(axis=(1, 2))
    assert np.median(spread) > 10


@pytest.mark.parametrize("name", LABELS)
@pytest.mark.parametrize("size", [48, 96, 192])
def test_that_each_class_paints_a_visible_object_at_any_size(name, size):
    below = np.full(3, 0.4, dtype=np.float32)
    frame = scene_frame(size).moved(0.1, -0.1, 0.8, 0.3)
    layer = CLASSES[name].paint(frame, np.random.default_rng(1), below)
    assert layer.alpha.shape == (size, size)
    assert layer.alpha.min() >= 0
    assert 0.02 < layer.alpha.mean() < 0.9
    colour = np.broadcast_to(layer.colour, (size, size, 3))
    assert colour.min() >= 0
    assert colour.max() <= 1.0001
    assert np.isfinite(colour).all()


@pytest.mark.parametrize("index", range(0, len(LABELS) * 2, 7))
def test_that_the_geometry_does_not_depend_on_the_size(index):
    small = render(11, index, 96, grain=False)[0].astype(float)
    large = render(11, index, 192, grain=False)[0].astype(float)
    reduced = large.reshape(96, 2, 96, 2, 3).mean(axis=(1, 3))
    assert np.abs(small - reduced).mean() < 8


def test_that_two_processes_render_the_same_pictures_as_one(monkeypatch):
    monkeypatch.setattr("inspector.demonstration.dataset.CHUNK", 8)
    one, two = generate(3, 20, processes=1), generate(3, 20, processes=2)
    np.testing.assert_array_equal(one.pictures, two.pictures)
    np.testing.assert_array_equal(one.labels, two.labels)
