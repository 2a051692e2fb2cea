"""How tuning is measured: order, updates, all kinds of nodes and inputs, cancelling, bad requests."""

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import Partial, Progress
from inspector.lenses.tuning import pace
from inspector.lenses.tuning.units import of_unit
from inspector.network.errors import AddressError
from inspector.stimuli.family import families, family
from tests.lenses.tuning_networks import ORIENTATIONS, SIZE, Small, by_hand, opened, tuned, updates


class Tokens(nn.Module):
    """Patches as tokens [N,T,C], as in a vision transformer."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 8, stride=8)
        self.norm = nn.LayerNorm(8)
        self.mix = nn.Linear(8, 5)

    def forward(self, x):
        return self.mix(self.norm(self.patches(x).flatten(2).transpose(1, 2)))


@pytest.fixture(scope="module")
def network():
    return opened(Small())


@pytest.mark.parametrize("reduction", ["max", "mean", "centre"])
def test_that_responses_are_those_of_one_picture_at_a_time(network, reduction):
    tuning = tuned(network, "conv/2", family="grating", axes=ORIENTATIONS, reduction=reduction)
    pictures = family("grating").render({"orientation": torch.arange(0, 180, 5.0)}, SIZE)
    value = by_hand(network, "conv", pictures)
    expected = {"max": value.amax((2, 3)), "mean": value.mean((2, 3)), "centre": value[:, :, 12, 16]}[
        reduction
    ]
    np.testing.assert_allclose(tuning.responses, expected.numpy(), atol=1e-5)
    np.testing.assert_array_equal(tuning.response, tuning.responses[:, 2])
    grey = by_hand(network, "conv", torch.full((1, 3, *SIZE), 0.5))
    reduced = {"max": grey.amax((2, 3)), "mean": grey.mean((2, 3)), "centre": grey[:, :, 12, 16]}[reduction]
    np.testing.assert_allclose(tuning.baselines, reduced[0].numpy(), atol=1e-5)
    assert tuning.baseline == tuning.baselines[2]


def test_that_a_neuron_is_read_at_its_position(network):
    tuning = tuned(network, "conv/2@3,30", family="grating", axes=ORIENTATIONS)
    pictures = family("grating").render({"orientation": torch.arange(0, 180, 5.0)}, SIZE)
    expected = by_hand(network, "conv", pictures)[:, 2, 3, 30]
    np.testing.assert_allclose(tuning.response, expected.numpy(), atol=1e-5)
    assert tuning.reduction == "3,30"


def test_that_a_two_axis_family_is_laid_out_in_the_order_of_its_axes(network):
    axes = (("frequency", (2.0, 4.0, 8.0)), ("orientation", (0.0, 40.0)))
    asked = {"family": "grating", "axes": axes, "fixed": (("contrast", 0.5),), "pre_activation": False}
    tuning = tuned(network, "inner/1", **asked)
    assert list(tuning.axes) == ["frequency", "orientation"]
    assert tuning.axis_units == ("cycles/image", "deg")
    assert tuning.response.shape == (3, 2)
    assert tuning.responses.shape == (3, 2, 6)
    assert tuning.stimuli.shape == (3, 2, 32, 32, 3)
    assert tuning.fixed["contrast"] == 0.5
    for row, frequency in enumerate(axes[0][1]):
        for column, turn in enumerate(axes[1][1]):
            given = {"frequency": frequency, "orientation": turn, "contrast": 0.5}
            picture = family("grating").render({key: torch.tensor([v]) for key, v in given.items()}, SIZE)
            expected = by_hand(network, "inner", picture)[0, 1].max()
            assert tuning.response[row, column] == pytest.approx(float(expected), abs=1e-5)
            shown = tuning.stimuli[row, column, 4:28]  # 24 x 32 px on a square
            np.testing.assert_allclose(shown, picture[0].permute(1, 2, 0) * 255, atol=0.51)


@pytest.mark.parametrize("name", sorted(n for n, one in families().items() if one.subject != "picture"))
def test_that_every_family_runs_with_its_defaults(network, name):
    tuning = tuned(network, "conv/0", family=name)
    assert tuning.complete
    assert np.isfinite(tuning.responses).all()
    assert [axis.name for axis in tuning.axis_cards] == list(family(name).varied) == list(tuning.axes)
    assert set(tuning.fixed) | set(tuning.axes) == {axis.name for axis in family(name).axes_for(SIZE)}


def test_that_a_fixed_default_axis_leaves_the_other_to_vary(network):
    tuning = tuned(network, "conv/0", family="grating", fixed=(("frequency", 4.0),))
    assert list(tuning.axes) == ["orientation"]
    assert tuning.response.shape == (36,)


def test_that_the_curve_comes_coarse_first_and_its_updates_keep_what_they_said(network):
    seen, result = updates(network, "head/1", family="grating", axes=ORIENTATIONS)
    partials = [update.payload for update in seen if isinstance(update, Partial)]
    copies = [partial.response.copy() for partial in partials]
    known = [np.flatnonzero(np.isfinite(partial.response)).tolist() for partial in partials]
    assert known[0] == [0]
    for partial, copy, points in zip(partials, copies, known, strict=True):
        np.testing.assert_array_equal(partial.response, copy)
        np.testing.assert_array_equal(partial.response[points], result.response[points])
        assert not partial.complete
        assert partial.indices == {}
        assert not np.shares_memory(partial.responses, result.responses)
        assert np.shares_memory(partial.stimuli, result.stimuli)
        assert not partial.stimuli.flags.writeable
        assert partial.table == {}
        assert partial.baseline_noises.size == 0
    assert np.isfinite(partials[-1].response).all()  # the whole curve is seen before what is asked last
    assert result.complete
    assert result.indices
    assert result.indices == {name: values[1] for name, values in result.table.items()}


def test_that_the_order_of_measuring_is_coarse_to_fine(network, monkeypatch):
    monkeypatch.setattr(pace, "_LARGEST_CHUNK", 1)
    monkeypatch.setattr(pace, "_PARTIAL_EVERY", 0.0)
    monkeypatch.setattr(pace, "_CHUNK_SECONDS", 1e9)
    seen, _ = updates(network, "conv/1", family="grating", axes=ORIENTATIONS)
    partials = [u.payload for u in seen if isinstance(u, Partial)]
    points = max(
        (p for p in partials if np.isfinite(p.response).sum() <= 5),
        key=lambda p: np.isfinite(p.response).sum(),
    )
    assert set(np.flatnonzero(np.isfinite(points.response))) <= {0, 8, 16, 24, 32}


@pytest.mark.parametrize("largest", [1, 7, 64])
def test_that_the_result_does_not_depend_on_the_chunks(network, monkeypatch, largest):
    expected = tuned(network, "head/1", family="curve", axes=(("orientation", tuple(range(0, 360, 9))),))
    monkeypatch.setattr(pace, "_LARGEST_CHUNK", largest)
    found = tuned(network, "head/1", family="curve", axes=(("orientation", tuple(range(0, 360, 9))),))
    np.testing.assert_allclose(found.responses, expected.responses, rtol=1e-5, atol=1e-5)
    np.testing.assert_array_equal(found.stimuli, expected.stimuli)
    assert found.indices == pytest.approx(expected.indices, rel=1e-4, abs=1e-3)


def test_that_progress_counts_up_to_all_stimuli(network):
    seen, _ = updates(network, "conv/0", family="spot")
    done = [update.done for update in seen if isinstance(update, Progress)]
    assert done == sorted(done)
    assert done[0] == 0
    assert done[-1] == 36
    assert {update.total for update in seen if isinstance(update, Progress)} == {36}


def test_that_a_fully_connected_node_is_tuned(network):
    tuning = tuned(network, "head/3", family="hue", axes=(("hue", (0.0, 120.0, 240.0)),))
    pictures = family("hue").render({"hue": torch.tensor([0.0, 120.0, 240.0])}, SIZE)
    np.testing.assert_allclose(tuning.response, by_hand(network, "head", pictures)[:, 3], atol=1e-4)


def test_that_a_node_of_tokens_is_tuned_over_its_last_axis():
    network = opened(Tokens())
    tuning = tuned(network, "mix/4", family="grating", axes=ORIENTATIONS, reduction="mean")
    pictures = family("grating").render({"orientation": torch.arange(0, 180, 5.0)}, SIZE)
    np.testing.assert_allclose(tuning.responses, by_hand(network, "mix", pictures).mean(1), atol=1e-5)


def test_that_another_unit_needs_no_other_run(network):
    axes = (("frequency", (2.0, 4.0, 8.0)), ("orientation", tuple(range(0, 180, 20))))
    first = tuned(network, "bn/0", family="grating", axes=axes)
    other, again = of_unit(first, 4), tuned(network, "bn/4", family="grating", axes=axes)
    assert other.location == again.location == "small/bn/4"
    np.testing.assert_allclose(other.response, again.response, atol=1e-5)
    assert other.baseline == pytest.approx(again.baseline, abs=1e-5)
    assert other.indices == pytest.approx(again.indices, rel=1e-4, abs=1e-3)
    with pytest.raises(AddressError, match="6 units, 0 to 5; 6 is none"):
        of_unit(first, 6)
