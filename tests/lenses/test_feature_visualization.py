"""Feature visualization as a whole, on networks whose best pictures are known."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import Partial, Progress
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from tests.lenses.feature_networks import Small, kernel, linear_network, updates, visualize


@pytest.fixture
def small():
    return Network(Small(), name="small", preprocessing=Preprocessing(crop=(24, 24)))


def test_that_a_linear_units_picture_is_its_kernel():
    weight = kernel().expand(3, -1, -1).clone()
    feature = visualize(
        linear_network(weight), "0/0", steps=60, transform=0.0, objectives=("channel", "-channel")
    )
    for image, sign in zip(feature.images, (1, -1), strict=True):
        grey = image.astype(float).mean(2)
        assert np.corrcoef(grey.ravel(), weight[0].numpy().ravel())[0, 1] * sign > 0.8
    assert feature.values[0] > 1 > -1 > feature.values[1]


def test_that_colour_is_found_too():
    weight = torch.stack([kernel(), -kernel(), torch.zeros(16, 16)])
    image = visualize(linear_network(weight), "0/0", steps=80, transform=0.0).images[0].astype(float)
    difference = image[..., 0] - image[..., 1]
    assert np.corrcoef(difference.ravel(), kernel().numpy().ravel())[0, 1] > 0.8


def test_that_the_objective_grows_and_its_negative_falls(small):
    feature = visualize(small, "cat/5", steps=40, objectives=("channel", "-channel", "neuron", "-neuron"))
    start, end = feature.course[:, 0], feature.values
    assert end[0] > start[0] + 0.05
    assert end[1] < start[1] - 0.05
    assert end[2] > end[3] + 0.1
    assert all(feature.moved)


def test_that_the_value_is_that_of_the_picture_as_shown(small):
    from inspector.probe.record import record

    feature = visualize(small, "cat/1", steps=20)
    shown = torch.from_numpy(feature.images).permute(0, 3, 1, 2).float() / 255
    value = record(small, small.preprocessing.normalise(shown), ["cat"])["cat"][0, 1].mean()
    # Rounding to 256 levels is all that lies between them.
    assert feature.values[0] == pytest.approx(value, abs=0.01)


def test_that_a_clicked_neuron_changes_the_picture_around_it():
    torch.manual_seed(0)
    conv = nn.Conv2d(3, 2, 5, padding=2)
    network = Network(nn.Sequential(conv), name="net", preprocessing=Preprocessing(crop=(32, 32)))
    feature = visualize(network, "0/1@4,27", steps=40, objectives=("neuron",), transform=0.0, decay=1.0)
    assert feature.locations == ("net/0/1@4,27",)
    away = np.abs(feature.images[0].astype(float) - 128).mean(2)
    assert away[2:7, 25:30].mean() > 2 * away[16:, :16].mean()


def test_that_a_unit_without_any_gradient_says_so():
    class Constant(nn.Module):
        def forward(self, x):
            return x.new_ones(x.shape[0], 2, 4, 4) + torch.zeros(1)

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.constant = Constant()

        def forward(self, x):
            return self.constant(x)

    network = Network(Net(), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    feature = visualize(network, "constant/0", steps=3)
    assert feature.moved == (False,)
    assert feature.values.tolist() == [1.0]


def test_that_a_silent_start_gets_going():
    conv = nn.Conv2d(3, 1, 7)
    conv.weight.data = (kernel(7).expand(3, -1, -1) - kernel(7).mean())[None].clone()
    conv.bias.data[:] = -1.0
    network = Network(
        nn.Sequential(conv, nn.ReLU(True)), name="net", preprocessing=Preprocessing(crop=(24, 24))
    )
    feature = visualize(network, "1/0", steps=60)
    assert not feature.course[0, 0], "the start has to be silent for this test to say anything"
    assert feature.moved == (True,)
    assert feature.values[0] > 0.2


def test_that_the_same_recipe_gives_the_same_bits(small):
    first, second = (visualize(small, "cat/2", steps=25, units=(2, 5), seed=7) for _ in range(2))
    assert np.array_equal(first.images, second.images)
    assert np.array_equal(first.course, second.course)
    other = visualize(small, "cat/2", steps=25, units=(2, 5), seed=8)
    assert not np.array_equal(first.images, other.images)


def test_that_a_picture_does_not_depend_on_what_else_is_in_its_batch(small):
    alone = visualize(small, "cat/5", steps=25)
    among = visualize(small, "cat", steps=25, units=(0, 7, 5, 2))
    # Convolutions of another batch size add up in another order: two of 255 levels is what that may do.
    assert np.abs(alone.images[0].astype(int) - among.images[2]).max() <= 2
    assert alone.values[0] == pytest.approx(among.values[2], rel=1e-3)


def test_that_the_networks_name_does_not_change_a_picture(small):
    same = Network(small.module, name="renamed", preprocessing=small.preprocessing)
    assert np.array_equal(visualize(small, "cat/5", steps=5).images, visualize(same, "cat/5", steps=5).images)


def test_that_frames_come_at_once_then_on_time_and_the_last_is_the_result(small):
    seen = updates(small, "cat/0", steps=6, frame_every=0.0)
    assert [type(update) for update in seen[:2]] == [Progress, Partial]
    frames = [update.payload for update in seen if isinstance(update, Partial)]
    assert [frame.step for frame in frames] == [1, 2, 3, 4, 5, 6]
    assert [frame.complete for frame in frames] == [False] * 5 + [True]
    assert seen[-1] is frames[-1]
    assert all(np.isnan(frame.values).all() for frame in frames[:-1])
    assert not any(np.shares_memory(a.images, b.images) for a, b in itertools.pairwise(frames))
    assert all(f.images.flags.c_contiguous and f.images.dtype == np.uint8 for f in frames)
    assert [frame.course.shape for frame in frames] == [(1, n) for n in range(1, 7)]
    assert [u for u in seen if isinstance(u, Progress)] == [Progress(n, 6) for n in range(1, 7)]
    rare = updates(small, "cat/0", steps=6, frame_every=1e6)
    assert [u.payload.step for u in rare if isinstance(u, Partial)] == [1, 6]
