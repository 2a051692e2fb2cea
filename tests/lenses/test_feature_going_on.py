"""Going on: from a checkpoint bit for bit, and past a lack of memory."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import Progress
from inspector.lenses.feature_visualization import Checkpoint
from inspector.lenses.feature_visualization.batches import Batches, is_out_of_memory
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.lenses.run import result, run
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

NAME = "feature-visualization"


class Hungry(nn.Module):
    """Takes no more than so many pictures at once where a gradient is wanted."""

    def __init__(self, most=99, error=None):
        super().__init__()
        torch.manual_seed(5)
        self.one = nn.Conv2d(3, 6, 5, stride=2)
        self.relu = nn.ReLU(inplace=True)
        self.two = nn.Conv2d(6, 5, 3)
        self.most, self.error, self.seen = most, error, []

    def forward(self, x):
        self.seen.append(len(x))
        if len(x) > self.most:
            raise self.error or torch.OutOfMemoryError("out of memory. Tried to allocate 8 GiB")
        return self.two(self.relu(self.one(x)))


def network(**arguments):
    return Network(Hungry(**arguments), name="net", preprocessing=Preprocessing(crop=(20, 20)))


@pytest.mark.parametrize("recipe", ["standard", "lucid", "maco"])
def test_that_going_on_gives_the_bits_of_an_uninterrupted_run(recipe):
    values = vars(with_recipe(recipe, size=20, crops=2)) | {"units": (1, 3)}
    whole = result(NAME, network(), "two", **values | {"steps": 30})
    part = result(NAME, network(), "two", **values | {"steps": 11})
    rest = result(NAME, network(), "two", **values | {"steps": 30, "resume": part.checkpoint})
    for name in ("images", "values", "course"):
        assert np.array_equal(getattr(whole, name), getattr(rest, name)), name
    if whole.alpha is not None:
        assert np.array_equal(whole.alpha, rest.alpha)
    assert rest.checkpoint == whole.checkpoint
    assert part.checkpoint != whole.checkpoint
    assert (part.checkpoint.step, rest.checkpoint.step) == (11, 30)
    assert rest.seconds > part.seconds


def test_that_the_step_of_a_silent_unit_does_not_depend_on_how_many_there_will_be():
    silent = network()
    silent.module.one.bias.data -= 0.5
    silent.module.relu.inplace = False
    whole, part = (result(NAME, silent, "relu/2", steps=n) for n in (40, 12))
    assert not whole.course[0, 0], "the start has to be silent for this test to say anything"
    rest = result(NAME, silent, "relu/2", steps=40, resume=part.checkpoint)
    assert np.array_equal(whole.images, rest.images)


def test_that_a_run_with_no_steps_left_returns_what_there_was():
    part = result(NAME, network(), "two/1", steps=5)
    again = result(NAME, network(), "two/1", steps=5, resume=part.checkpoint)
    assert np.array_equal(part.images, again.images)
    assert again.complete


@pytest.mark.parametrize(
    "other", [{"objectives": ("neuron",)}, {"size": 32}, {"seed": 4}, {"parameterization": "pixels"}]
)
def test_that_other_pictures_do_not_go_on_from_a_checkpoint(other):
    part = result(NAME, network(), "two/1", steps=2)
    with pytest.raises(InspectorError, match="cannot go on from there"):
        result(NAME, network(), "two/1", steps=4, resume=part.checkpoint, **other)


def test_that_checkpoints_are_equal_where_all_of_their_numbers_are():
    part: Checkpoint = result(NAME, network(), "two/1", steps=2).checkpoint
    assert part == replace(part, seconds=9.0)
    assert hash(part) == hash(replace(part, seconds=9.0))
    changed = part.coefficients.copy()
    changed.flat[0] += 1
    assert part != replace(part, coefficients=changed)


@pytest.mark.parametrize(
    "error",
    [
        None,
        MemoryError(),
        RuntimeError("[enforce fail at alloc_cpu.cpp:117] DefaultCPUAllocator: can't allocate memory"),
    ],
)
def test_that_short_memory_halves_the_batch_and_says_so(error):
    tight, wide = network(most=2, error=error), network()
    assert tight.nodes
    seen = list(run(NAME, tight, "two", units=(0, 1, 2, 3, 4), steps=4))
    notes = [update.note for update in seen if isinstance(update, Progress)]
    assert notes == ["Memory is short: 2 at a time"] * 4
    made, usual = seen[-1].payload, result(NAME, wide, "two", units=(0, 1, 2, 3, 4), steps=4)
    assert np.abs(made.images.astype(int) - usual.images).max() <= 2
    assert np.allclose(made.course, usual.course, rtol=1e-3, atol=1e-4)
    assert tight.module.seen.count(5) == 1, "what does not fit is not tried again"


def test_that_many_units_go_eight_at_a_time_and_each_is_its_own_picture():
    several, one = network(), network()
    assert several.nodes
    several.module.seen.clear()
    units = (0, 1, 2, 3, 4) * 4
    made = result(NAME, several, "two", units=units, steps=4)
    assert max(several.module.seen) == 8
    alone = result(NAME, one, "two", units=(3,), steps=4)
    assert np.abs(made.images[18].astype(int) - alone.images[0]).max() <= 2


def test_that_too_little_memory_for_one_picture_is_said_in_a_sentence():
    tight = network()
    assert tight.nodes
    tight.module.most = 0
    with pytest.raises(InspectorError, match="Memory does not suffice for even one picture"):
        result(NAME, tight, "two", units=(0, 1), steps=4)


def test_that_pictures_to_be_told_apart_stay_together():
    from inspector.lenses.feature_visualization import FeatureParameters
    from inspector.lenses.feature_visualization.plan import plan
    from inspector.network.location import Location

    parameters = FeatureParameters(objectives=("channel(1)", "diversity(channel(2), 3)", "channel(3)"))
    batches = Batches(plan(network(), Location.parse("net/two"), parameters))
    assert batches.parts() == [[0, 1, 2, 3, 4]]
    batches.halve()
    assert batches.parts() == [[0], [1, 2, 3], [4]]
    with pytest.raises(InspectorError, match="one group"):
        batches.halve()


def test_that_other_errors_are_not_taken_for_a_lack_of_memory():
    broken = network(most=1, error=RuntimeError("shapes do not match"))
    assert broken.nodes
    assert not is_out_of_memory(RuntimeError("shapes do not match"))
    with pytest.raises(RuntimeError, match="shapes"):
        result(NAME, broken, "two", units=(0, 1), steps=4)


def test_that_a_size_too_small_for_the_network_is_enlarged_and_said():
    seen = list(
        run(
            NAME,
            Network(Deep(), name="deep", preprocessing=Preprocessing(crop=(64, 64))),
            "4/1",
            size=8,
            steps=3,
        )
    )
    notes = {update.note for update in seen if isinstance(update, Progress)}
    assert notes == {"Shown to the network at 64 × 64, which it needs"}
    assert seen[-1].payload.images.shape == (1, 8, 8, 3)


class Deep(nn.Sequential):
    """Has nothing left of a small picture."""

    def __init__(self):
        torch.manual_seed(0)
        super().__init__(
            nn.Conv2d(3, 4, 7), nn.MaxPool2d(2), nn.Conv2d(4, 4, 7), nn.ReLU(), nn.Conv2d(4, 2, 7)
        )


def test_that_weights_which_are_not_finite_are_named():
    conv = nn.Conv2d(3, 2, 3)
    conv.weight.data[0, 0, 0, 0] = float("inf")
    bad = Network(nn.Sequential(conv), name="net", preprocessing=Preprocessing(crop=(16, 16)))
    with pytest.raises(
        InspectorError, match=r"net/0/0: .* the network's “0.weight” holds numbers that are not"
    ):
        result(NAME, bad, "0/0", steps=3)
