"""How tuning is measured: order, updates, all kinds of nodes and inputs, cancelling, bad requests."""

import dataclasses
import threading
import time

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.base import Partial, Progress, lens
from inspector.lenses.tuning import TuningParameters, UnitScale, pace
from inspector.lenses.tuning.nonlinearity import is_pre_activation, nodes_before
from inspector.lenses.tuning.units import of_unit
from inspector.network.errors import AddressError, InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.stimuli.family import families, family

SIZE = (24, 32)


class Small(nn.Module):
    """A few of the shapes that users meet: maps, a residual sum, a concatenation, a head."""

    def __init__(self, inputs=3):
        super().__init__()
        self.conv = nn.Conv2d(inputs, 6, 5, padding=2)
        self.bn = nn.BatchNorm2d(6)
        self.relu = nn.ReLU(inplace=True)
        self.inner = nn.Sequential(nn.Conv2d(6, 6, 3, padding=1), nn.ReLU())
        self.pool = nn.MaxPool2d(2)
        self.flat = nn.Flatten()
        self.head = nn.Linear(12 * 12 * 16, 4)

    def forward(self, x):
        x = self.relu(self.bn(self.conv(x)))
        y = self.inner(x)
        total = x + y
        total = torch.cat([total, y], dim=1)
        return self.head(self.flat(self.pool(total)))


class Tokens(nn.Module):
    """Patches as tokens [N,T,C], as in a vision transformer."""

    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 8, 8, stride=8)
        self.norm = nn.LayerNorm(8)
        self.mix = nn.Linear(8, 5)

    def forward(self, x):
        return self.mix(self.norm(self.patches(x).flatten(2).transpose(1, 2)))


def opened(module, **preprocessing):
    torch.manual_seed(3)
    for parameter in module.parameters():
        nn.init.normal_(parameter, std=0.3)
    return Network(module, name="small", preprocessing=Preprocessing(**{"crop": SIZE, **preprocessing}))


@pytest.fixture(scope="module")
def network():
    return opened(Small())


def run(network, address, token=None, **parameters):
    location = Location.parse(address, network.name)
    return lens("tuning").run(network, location, TuningParameters(**parameters), token or CancelToken())


def updates(network, address, **parameters):
    """(all updates, the result)."""
    seen, generator = [], run(network, address, **parameters)
    while True:
        try:
            seen.append(next(generator))
        except StopIteration as stop:
            return seen, stop.value


def tuned(network, address, **parameters):
    return updates(network, address, **parameters)[1]


ORIENTATIONS = (("orientation", tuple(range(0, 180, 5))),)


def by_hand(network, node, pictures):
    """The node's value by a plain hook on the module, one picture at a time."""
    values = []
    module = network.module.get_submodule(node)
    hook = module.register_forward_hook(lambda module, args, output: values.append(output.clone()))
    with torch.no_grad():
        for picture in pictures:
            network.module(network.preprocessing.normalise(picture[None]))
    hook.remove()
    return torch.cat(values)


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


def test_that_a_grey_scale_network_sees_luminance():
    network = opened(Small(inputs=1), channels="L", mean=(0.4,), std=(0.2,))
    tuning = tuned(network, "conv/0", family="hue", axes=(("hue", (0.0, 120.0)),), fixed=(("radius", 6.0),))
    pictures = family("hue").render(
        {"hue": torch.tensor([0.0, 120.0]), "radius": torch.tensor([6.0, 6.0])}, SIZE
    )
    np.testing.assert_allclose(tuning.responses, by_hand(network, "conv", pictures).amax((2, 3)), atol=1e-4)


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


@pytest.mark.parametrize(
    ("node", "before"),
    [
        ("conv", True),
        ("bn", True),
        ("relu", False),
        ("inner.0", True),
        ("inner.1", False),
        ("inner", False),
        ("add", False),  # of two rectified maps nothing below zero can come
        ("cat", False),
        ("pool", False),
        ("head", True),
    ],
)
def test_that_it_says_whether_values_below_zero_can_be_seen(network, node, before):
    assert is_pre_activation(network.nodes, node) is before


def test_that_a_sum_with_a_linear_branch_comes_before_the_nonlinearity():
    class Residual(nn.Module):
        def __init__(self):
            super().__init__()
            self.a, self.relu, self.b = nn.Conv2d(3, 4, 1), nn.ReLU(), nn.Conv2d(4, 4, 1)
            self.drop, self.end = nn.Dropout(), nn.GELU()

        def forward(self, x):
            x = self.relu(self.a(x))
            return self.end(self.drop(x + self.b(x)))

    network = opened(Residual())
    flags = {name: is_pre_activation(network.nodes, name) for name in network.nodes}
    assert flags == {"a": True, "relu": False, "b": True, "add": True, "drop": True, "end": False}
    assert tuned(network, "add/0", family="spot").pre_activation
    assert not tuned(network, "end/0", family="spot", pre_activation=False).pre_activation


def test_that_a_nonlinearity_is_read_before_it_unless_asked_otherwise(network):
    before, after = (
        tuned(network, "relu/2", family="grating", axes=ORIENTATIONS, pre_activation=flag)
        for flag in (True, False)
    )
    assert (before.recorded, before.pre_activation) == ("bn", True)
    assert (after.recorded, after.pre_activation) == ("relu", False)
    assert before.location == after.location == "small/relu/2"
    np.testing.assert_allclose(np.maximum(before.responses, 0), after.responses, atol=1e-5)
    same = tuned(network, "bn/2", family="grating", axes=ORIENTATIONS)
    np.testing.assert_array_equal(before.responses, same.responses)


def test_that_a_concatenation_of_rectified_maps_is_read_before_them_side_by_side():
    class Mixed(nn.Module):
        def __init__(self):
            super().__init__()
            self.one = nn.Sequential(nn.Conv2d(3, 4, 1), nn.ReLU(inplace=True))
            self.two, self.relu = nn.Conv2d(3, 2, 3, padding=1), nn.ReLU(inplace=True)

        def forward(self, x):
            second = self.relu(self.two(x))  # made first, but put second
            return torch.cat([self.one(x), second], dim=1)

    network = opened(nn.Sequential(Mixed()))
    before = tuned(network, "0/5", family="grating", axes=ORIENTATIONS)
    after = tuned(network, "0/5", family="grating", axes=ORIENTATIONS, pre_activation=False)
    assert (before.recorded, after.recorded) == ("0.one.0 + 0.two", "0")
    assert before.responses.shape == after.responses.shape == (36, 6)
    np.testing.assert_allclose(np.maximum(before.responses, 0), after.responses, atol=1e-5)
    assert (before.responses < 0).any()


@pytest.mark.parametrize(
    ("node", "before"),
    [
        ("relu", ("bn",)),
        ("inner.1", ("inner.0",)),
        ("inner", ("inner.0",)),
        ("conv", ()),
        ("bn", ()),
        ("add", ()),
        ("cat", ()),  # a sum of two rectified maps is none of them
        ("pool", ()),
        ("head", ()),
    ],
)
def test_that_it_says_what_a_nonlinearity_is_applied_to(network, node, before):
    assert nodes_before(network.nodes, node) == before


def test_that_responses_that_are_no_numbers_are_gaps_and_named():
    class Root(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, 2, 1)
            self.out = nn.Identity()

        def forward(self, x):
            return self.out(self.conv(x).mean((2, 3), keepdim=True).sqrt())

    network = Network(
        Root(), name="small", preprocessing=Preprocessing(crop=SIZE, mean=(0.5,) * 3, std=(1,) * 3)
    )
    network.module.conv.weight.data.fill_(1.0)
    network.module.conv.bias.data.fill_(0.0)
    contrasts = (("contrast", (-1.0, -0.5, 0.5, 1.0)),)
    tuning = tuned(network, "out/0", family="spot", axes=contrasts, reduction="mean")
    assert np.isnan(tuning.response).tolist() == [True, True, False, False]
    assert tuning.note == "2 of 4 responses are not finite numbers, the first at contrast -1."
    assert tuning.complete
    assert tuning.indices["preferred contrast"] == 1


def test_that_a_scale_gives_responses_in_its_standard_deviations(network):
    generator = np.random.default_rng(0)
    means, deviations = generator.normal(size=(2, 6)).astype(np.float32)
    deviations = np.abs(deviations)
    deviations[4] = 0  # a unit that answered all pictures alike
    scale = UnitScale(means, deviations, "12 photographs")
    raw, scaled = (tuned(network, "bn/2", family="spot", scale=which) for which in (None, scale))
    known = [0, 1, 2, 3, 5]
    expected = (raw.responses - means) / np.where(deviations, deviations, np.nan)
    np.testing.assert_allclose(scaled.responses, expected, rtol=1e-4, atol=1e-4)
    np.testing.assert_allclose(scaled.baselines[known], expected_of(raw.baselines, scale)[known], rtol=1e-4)
    noises = raw.baseline_noises[known] / deviations[known]
    np.testing.assert_allclose(scaled.baseline_noises[known], noises, rtol=1e-3)
    assert (scaled.measured, scaled.scale_source) == ("sigma", "12 photographs")
    assert (raw.measured, raw.scale_source) == ("raw", "")
    drives = (tuning.table["drive"][known] for tuning in (raw, scaled))
    np.testing.assert_allclose(next(drives) / deviations[known], next(drives), rtol=1e-3)
    silent = of_unit(scaled, 4)
    assert (silent.indices, silent.note) == ({}, "None of the responses is a finite number.")


def expected_of(responses, scale):
    with np.errstate(divide="ignore"):
        return (responses - scale.means) / scale.deviations


def test_that_a_scale_of_another_node_is_refused(network):
    scale = UnitScale(np.zeros(4, np.float32), np.ones(4, np.float32), "photographs")
    with pytest.raises(InspectorError, match="over photographs holds 4 units; small/bn/2 has 6"):
        tuned(network, "bn/2", family="spot", scale=scale)


def test_that_scales_are_compared_by_what_they_hold():
    one, two = (UnitScale(np.zeros(2, np.float32), np.ones(2, np.float32), "a") for _ in range(2))
    assert (one, hash(one)) == (two, hash(two))
    assert one != UnitScale(np.zeros(2, np.float32), np.full(2, 2, np.float32), "a")
    assert TuningParameters(scale=one) == TuningParameters(scale=two)


def test_that_noise_at_mid_grey_is_that_of_a_linear_unit():
    network = Network(
        nn.Sequential(nn.Conv2d(3, 2, SIZE, bias=False)),
        name="small",
        preprocessing=Preprocessing(crop=SIZE),
    )
    torch.manual_seed(5)
    network.module[0].weight.data.normal_()
    noises = tuned(network, "0/0", family="spot").baseline_noises
    # Independent noise of sd 0.02 in each number adds up in squares; eight pictures tell it to a quarter.
    expected = 0.02 * network.module[0].weight.square().sum((1, 2, 3)).sqrt().numpy()
    np.testing.assert_allclose(noises, expected, rtol=0.5)
    again = tuned(network, "0/0", family="spot").baseline_noises
    np.testing.assert_array_equal(noises, again)


def test_that_phase_over_all_positions_is_remarked_upon(network):
    axes = (("phase", (0.0, 90.0, 180.0, 270.0)),)
    over_all = tuned(network, "conv/0", family="grating", axes=axes)
    assert "F1/F0 means something at the centre only" in over_all.note
    assert of_unit(over_all, 3).note == over_all.note
    assert tuned(network, "conv/0", family="grating", axes=axes, reduction="centre").note == ""
    assert tuned(network, "head/0", family="grating", axes=axes).note == ""
    assert tuned(network, "conv/0", family="grating", axes=ORIENTATIONS).note == ""


def test_that_a_subject_is_shown_and_named(network):
    sizes = (("size", (8.0, 16.0)),)
    one, two = (
        tuned(network, "conv/0", family="words", axes=sizes, subject=text) for text in ("no", "maybe")
    )
    assert (one.subject_text, two.subject_text) == ("no", "maybe")
    assert (one.stimuli != two.stimuli).any()
    with pytest.raises(InspectorError, match="picture first"):
        tuned(network, "conv/0", family="picture")
    assert tuned(network, "conv/0", family="spot", subject="no").subject_text == ""


class Slow(nn.Module):
    """Every leaf waits for the test: a network that would take very long."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(*(Waiting() for _ in range(40)))

    def forward(self, x):
        return self.layers(x)


class Waiting(nn.Module):
    started = threading.Event()
    pause = 0.0

    def forward(self, x):
        Waiting.started.set()
        time.sleep(Waiting.pause)
        return x * 1


def test_that_cancelling_acts_in_the_middle_of_a_slow_pass(monkeypatch):
    network = Network(Slow(), name="small", preprocessing=Preprocessing(crop=SIZE))
    assert network.nodes
    monkeypatch.setattr(Waiting, "pause", 0.05)  # 2 s a pass
    Waiting.started.clear()
    token = CancelToken()
    stopped = []

    def cancel():
        Waiting.started.wait(10)
        stopped.append(time.perf_counter())
        token.cancel()

    thread = threading.Thread(target=cancel)
    thread.start()
    with pytest.raises(Cancelled):
        list(run(network, "layers.39/0", token, family="spot"))
    thread.join()
    assert time.perf_counter() - stopped[0] < 0.5


def test_that_a_cancelled_measurement_leaves_the_network_as_it_was(network):
    token = CancelToken()
    generator = run(network, "head/1", token, family="grating")
    while not isinstance(next(generator), Partial):
        pass
    token.cancel()
    with pytest.raises(Cancelled):
        list(generator)
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in network.module.modules())
    assert not torch.is_inference_mode_enabled()


def test_that_the_callers_gradient_mode_is_its_own_between_updates(network):
    generator = run(network, "conv/1", family="grating")
    for _ in range(4):
        next(generator)
        assert torch.is_grad_enabled()
        assert not torch.is_inference_mode_enabled()
    generator.close()


@pytest.mark.parametrize(
    ("address", "parameters", "said"),
    [
        ("conv/0", {"family": "plaid"}, "no stimulus family “plaid”"),
        ("conv/0", {"axes": (("colour", (1.0,)),)}, "grating has no axis “colour”; it has orientation"),
        ("conv/0", {"fixed": (("size", 3.0),)}, "no axis “size”"),
        ("conv/0", {"axes": (("frequency", ()),)}, "frequency has no values"),
        ("conv/0", {"axes": (("frequency", (4.0, float("nan"))),)}, "frequency must be finite"),
        ("conv/0", {"axes": (("frequency", (8.0, 4.0)),)}, "frequency must rise"),
        ("conv/0", {"axes": (("frequency", (4.0, 13.0)),)}, "frequency = 13 lies outside of 0.1 to 12"),
        ("conv/0", {"fixed": (("contrast", 2.0),)}, "contrast = 2 lies outside of 0 to 1"),
        ("conv/0", {"fixed": (("phase", float("inf")),)}, "phase must be finite"),
        (
            "conv/0",
            {"axes": (("phase", (0.0,)),), "fixed": (("phase", 0.0),)},
            "phase can be varied or fixed",
        ),
        ("conv/0", {"axes": (("phase", (0.0,)), ("phase", (1.0,)))}, "phase can be varied or fixed"),
        ("conv/0", {"fixed": (("orientation", 0.0), ("frequency", 4.0))}, "needs an axis to vary"),
        ("conv/0", {"axes": (("phase", tuple(np.linspace(0, 359, 20_001))),)}, "at most 20,000"),
        ("conv/0", {"reduction": "median"}, "no reduction “median”"),
        ("conv", {}, "names no unit"),
        ("conv/6", {}, "6 units"),
        ("nowhere/0", {}, "no node “nowhere”"),
        ("conv/0@99,0", {}, "outside"),
    ],
)
def test_that_a_bad_request_is_refused_in_one_sentence(network, address, parameters, said):
    with pytest.raises(InspectorError, match=said) as caught:
        tuned(network, address, **parameters)
    assert "\n" not in str(caught.value)


def test_that_an_input_too_small_for_stimuli_is_refused():
    network = opened(nn.Sequential(nn.Conv2d(3, 2, 1)), crop=(4, 40))
    with pytest.raises(InspectorError, match="at least 8 x 8 pixels, not 4 x 40"):
        tuned(network, "0/0")


def test_that_parameters_are_plain_values_that_can_be_compared():
    one, two = (TuningParameters(axes=ORIENTATIONS, fixed=(("phase", 0.0),)) for _ in range(2))
    assert hash(one) == hash(two)
    assert one == two
    assert one != dataclasses.replace(one, reduction="mean")


def test_that_with_a_scale_a_nonlinearity_is_read_as_it_was_for_the_scale(network):
    scale = UnitScale(np.zeros(6, np.float32), np.ones(6, np.float32), "photographs")
    assert tuned(network, "relu/0", family="spot", scale=scale).recorded == "relu"


def test_that_a_scale_of_what_comes_before_the_nonlinearity_is_read_there(network):
    before = UnitScale(np.zeros(6, np.float32), np.full(6, 2, np.float32), "photographs", ("bn",))
    scaled, raw = tuned(network, "relu/0", family="spot", scale=before), tuned(network, "bn/0", family="spot")
    assert (scaled.recorded, scaled.pre_activation) == ("bn", True)
    np.testing.assert_allclose(scaled.responses, raw.responses / 2, atol=1e-5)
    elsewhere = dataclasses.replace(before, nodes=("conv",))
    with pytest.raises(InspectorError, match="was read at conv, not at small/relu/0"):
        tuned(network, "relu/0", family="spot", scale=elsewhere)
