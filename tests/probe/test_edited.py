"""Edits: each against the same sum done by hand; the opened network stays as it is."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn
from torch.utils._python_dispatch import TorchDispatchMode

from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.probe.edited import edited
from inspector.probe.edits import ActivationEdit, Edit, Values, WeightEdit, from_json, to_json
from inspector.probe.record import values_at
from inspector.probe.resume import Resumed, run_with


class Small(nn.Module):
    """A branch, an addition, a concatenation, ReLUs in place: what edits have to find their way through."""

    def __init__(self) -> None:
        super().__init__()
        torch.manual_seed(0)
        self.one = nn.Conv2d(3, 6, 3, padding=1)
        self.relu = nn.ReLU(inplace=True)
        self.two = nn.Conv2d(6, 6, 3, padding=1)
        self.three = nn.Conv2d(6, 4, 1)
        self.head = nn.Linear(10, 5)

    def forward(self, x):
        n = x.size(0)
        a = self.relu(self.one(x))
        b = self.relu(self.two(a) + a)
        c = torch.cat([b, self.three(a)], 1)
        return self.head(c.mean((2, 3)).view(n, -1))


@pytest.fixture
def network():
    made = Network(Small(), name="small")
    assert made.nodes  # laid out for speed from here on
    return made


@pytest.fixture
def batch(network):
    torch.manual_seed(1)
    return torch.rand(3, *network.input_shape)[:, :, :20, :20]


def out(network, batch):
    with torch.inference_mode():
        return network.module(batch)


def by_hand(network, batch, at, change):
    """The network's own code with a change at one place."""
    m = network.module
    with torch.inference_mode():
        a = m.one(batch)
        a = torch.relu(change(a) if at == "one" else a)
        s = m.two(a) + a
        b = torch.relu(change(s) if at == "add" else s)
        c = torch.cat([b, m.three(a)], 1)
        c = change(c) if at == "cat" else c
        return m.head(c.mean((2, 3)))


def filled(units, value):
    def change(x):
        x = x.clone()
        x[:, units] = value
        return x

    return change


def along(x, units, weights, change):
    d = torch.tensor(weights)
    d = d / d.norm()
    x = x.clone()
    p = torch.einsum("nchw,c->nhw", x[:, units], d)
    x[:, units] += (change(p) - p)[:, None] * d[:, None, None]
    return x


def each(change):
    def whole(x):
        x = x.clone()
        x[:, [1, 3]] = change(x[:, [1, 3]])
        return x

    return whole


def axis(change):
    return lambda x: along(x, [1, 3], [3.0, -4.0], change)


AXIS = (3.0, -4.0)
CASES = {
    "zero": ({"kind": "zero"}, filled([1, 3], 0.0)),
    "scale": ({"kind": "scale", "amount": -2.0}, each(lambda v: v * -2)),
    "clamp": ({"kind": "clamp", "low": -0.01, "high": 0.02}, each(lambda v: v.clamp(-0.01, 0.02))),
    "steer": ({"kind": "steer", "amount": 0.7}, each(lambda v: v + 0.7)),
    "replace": ({"kind": "replace", "values": Values.of(np.array([0.3, 0.3]))}, filled([1, 3], 0.3)),
    "direction zero": ({"kind": "zero", "weights": AXIS}, axis(lambda p: p * 0)),
    "direction steer": ({"kind": "steer", "amount": 2.0, "weights": AXIS}, axis(lambda p: p + 2)),
}


@pytest.mark.parametrize("at", ["one", "add", "cat"])
@pytest.mark.parametrize("case", CASES)
def test_that_an_edit_of_activations_does_what_its_sum_does(network, batch, at, case):
    values, change = CASES[case]
    made = edited(network, [Edit(ActivationEdit(at, (1, 3), **values))])
    expected = by_hand(network, batch, at, change)
    assert torch.allclose(out(made, batch), expected, atol=1e-5)
    assert not torch.allclose(out(network, batch), expected, atol=1e-3), "the edit has an effect"


def test_that_maps_of_another_picture_take_the_place_of_a_units_own(network, batch):
    with torch.inference_mode():
        other = values_at(network, batch.flip(0), ["add"])["add"][0, [2]]
    made = edited(network, [Edit(ActivationEdit("add", (2,), "replace", values=Values.of(other.numpy())))])
    assert torch.allclose(out(made, batch), by_hand(network, batch, "add", filled([2], other[0])), atol=1e-5)


def test_that_lenses_see_edited_values_and_the_original_stays_as_it_was(network, batch):
    before = {name: p.clone() for name, p in network.module.state_dict().items()}
    plain, fingerprint = out(network, batch), network.fingerprint
    made = edited(network, [Edit(ActivationEdit("cat", (0,))), Edit(WeightEdit("three", 1))])
    with torch.inference_mode():
        assert not values_at(made, batch, ["cat"])["cat"][:, 0].any()
    assert not made.module.three.weight[1].any()
    assert made.module.one.weight is network.module.one.weight, "what is not edited is shared"
    assert torch.equal(out(network, batch), plain)
    assert all(torch.equal(before[name], p) for name, p in network.module.state_dict().items())
    assert network.fingerprint == fingerprint != made.fingerprint
    assert network.module.forward.__self__ is network.module


def test_that_switched_off_edits_are_none_and_names_do_not_count(network):
    change = ActivationEdit("one", (0,))
    assert edited(network, [Edit(change, on=False)]) is network
    one, two = (edited(network, [Edit(change, name)]).fingerprint for name in ("a", "b"))
    assert one == two


def test_that_edits_are_read_as_they_were_written():
    values = Values.of(np.arange(6.0).reshape(1, 2, 3))
    for change in (
        ActivationEdit("a", (3,), "replace", values=values, source="cat.png"),
        ActivationEdit("b", (1, 2), "steer", 3.0, weights=(1.0, -1.0)),
        WeightEdit("c", 4, "kernel", sources=(1,), kernel=((1.0, 2.0), (0.0, -1.0))),
    ):
        edit = Edit(change, "mine", on=False)
        assert from_json(to_json(edit)) == edit
    with pytest.raises(InspectorError):
        from_json({"name": "", "on": True, "change": {"of": "spells"}})


@pytest.mark.parametrize(
    ("edit", "word"),
    [
        (ActivationEdit("one", (99,)), "unit 99"),
        (ActivationEdit("nowhere", (0,)), "nowhere"),
        (WeightEdit("relu", 0), "no weights"),
        (WeightEdit("one", 0, "kernel", kernel=((1.0,),)), "3 × 3"),
        (WeightEdit("one", 0, sources=(7,)), "7"),
    ],
)
def test_that_an_edit_that_does_not_fit_is_refused_in_a_sentence(network, edit, word):
    with pytest.raises(InspectorError, match=word):
        edited(network, [Edit(edit)])


def test_that_a_kernel_is_written_and_signs_are_told_apart(network):
    kernel = ((0.0, 1.0, 0.0), (1.0, -4.0, 1.0), (0.0, 1.0, 0.0))
    made = edited(network, [Edit(WeightEdit("two", 2, "kernel", sources=(1,), kernel=kernel))])
    assert torch.equal(made.module.two.weight[2, 1], torch.tensor(kernel))
    old = network.module.two.weight[2]
    for sign in (1, -1):
        zeroed = edited(
            network, [Edit(WeightEdit("two", 2, "zero", "negative", sign=sign))]
        ).module.two.weight[2]
        assert torch.equal(zeroed, torch.where(old * sign < 0, 0.0, old))
    flipped = edited(network, [Edit(WeightEdit("two", 2, "flip", "positive"))]).module.two.weight[2]
    assert torch.equal(flipped, -old.abs())


@pytest.mark.parametrize("node", ["one", "relu", "add", "two", "cat", "three", "mean"])
def test_that_going_on_from_a_node_gives_what_the_whole_network_gives(network, batch, node):
    with torch.inference_mode():
        rest = Resumed(network, node, batch[:1])
        assert rest.replays
        torch.manual_seed(3)
        values = rest.value.expand(4, *rest.value.shape[1:]) * torch.rand(4, *rest.value.shape[1:])
        found = rest.run(values)
        expected = run_with(network, batch[:1].expand(4, -1, -1, -1), node, lambda _: values)
        again = rest.run(values)
    assert torch.allclose(found, expected, atol=1e-5)
    assert torch.equal(found, again), "nothing that is replayed was overwritten"


def test_that_what_lies_before_the_node_is_not_run_again(network, batch):
    with torch.inference_mode():
        rest = Resumed(network, "two", batch[:1])
        values = rest.value.expand(2, -1, -1, -1).clone()
        with Convolutions() as whole:
            network.module(batch)
        with Convolutions() as counted:
            rest.run(values)
    assert (whole.count, counted.count) == (3, 1), "only the one behind the node"


class Convolutions(TorchDispatchMode):
    count = 0

    def __torch_dispatch__(self, func, types, args=(), kwargs=None):
        self.count += "conv" in str(func)
        return func(*args, **(kwargs or {}))


def test_that_edited_networks_go_through_every_lens(network):
    from PIL import Image

    from inspector.pictures.decode import from_image

    picture = from_image(Image.effect_noise((64, 64), 60).convert("RGB"), "noise")
    made = edited(network, [Edit(ActivationEdit("add", (1,), "steer", 5.0))])
    before = result("activations", network, "small/add", picture=picture)
    after = result("activations", made, "small/add", picture=picture)
    assert np.allclose(after.maps[1], before.maps[1] + 5, atol=1e-4)
    assert np.allclose(np.delete(after.maps, 1, 0), np.delete(before.maps, 1, 0), atol=1e-5)
    tuned = result("tuning", made, "small/add/1", family="spot", pre_activation=False)
    plain = result("tuning", network, "small/add/1", family="spot", pre_activation=False)
    assert np.allclose(tuned.response, plain.response + 5, atol=1e-3)
    feature = result("feature-visualization", made, "small/add/1", steps=2, size=32)
    assert feature.step == 2
