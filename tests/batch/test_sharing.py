"""Pictures that stand for other units': as if made for these, on networks where both can be made alike."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from inspector.batch.reading import Kept
from inspector.batch.running import run
from inspector.batch.sharing import Sharing
from inspector.batch.wish import AtlasWish, plan
from inspector.lenses.run import result
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from tests.batch.contents import left_of

QUICK = (("size", 24), ("steps", 12))
ALL = ("channel", "neuron", "-channel")


class Named(nn.Module):
    """Convolution, ReLU, a join with itself negated, batch norm, mean: under names to be chosen.

    A picture's start is drawn by the name of its node: two networks whose nodes have changed names make the
    same start for an origin here and for the unit that repeats it there.
    """

    def __init__(self, conv: str, norm: str, drop: str, pool: str) -> None:
        super().__init__()
        torch.manual_seed(1)
        self.names = (conv, norm, drop, pool)
        parts = (nn.Conv2d(3, 4, 5, padding=2), nn.BatchNorm2d(4), nn.Dropout(), nn.AdaptiveAvgPool2d(1))
        for name, part in zip(self.names, parts, strict=True):
            self.add_module(name, part)
        norm_part = parts[1]
        with torch.no_grad():
            norm_part.weight.copy_(torch.tensor([0.3, 1.7, 4.0, -1.0]))
            norm_part.bias.copy_(torch.arange(4.0))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        for name in self.names:
            pictures = self._modules[name](pictures)
        return pictures


def network(*names: str) -> Network:
    return Network(Named(*names).eval(), name="net", preprocessing=Preprocessing(crop=(24, 24), resize=24))


def made(net: Network, node: str, objective: str):
    settings = dict(QUICK) | {"learning_rate": 0.1, "recipe": "preview"}
    return result(
        "feature-visualization", net, f"net/{node}/0", units=(0, 1, 2), objectives=(objective,), **settings
    )


@pytest.mark.parametrize("objective", ALL)
@pytest.mark.parametrize(
    ("names", "node"),
    [(("b", "a", "c", "d"), "norm"), (("c", "b", "a", "d"), "drop"), (("d", "b", "c", "a"), "pool")],
)
def test_that_a_shared_picture_is_the_one_that_would_be_made(names, node, objective):
    """`a` is the convolution in one network and the unit that repeats it in the other."""
    plain, renamed = network("a", "b", "c", "d"), network(*names)
    own = made(renamed, "a", objective)
    wish = AtlasWish(objectives=ALL, settings=QUICK, shared=True)
    place = {"norm": "b", "drop": "c", "pool": "d"}[node]
    for unit in range(3):
        shared = Sharing(wish, plain, frozenset("abcd")).of(place, unit, objective)
        assert (shared.origin.node, shared.origin.unit) == ("a", unit)
        there = made(plain, "a", shared.objective)
        apart = np.abs(there.images[unit].astype(int) - own.images[unit].astype(int))
        assert apart.max() <= 2
        assert shared.origin.scale * there.values[unit] + shared.origin.shift == pytest.approx(
            own.values[unit], rel=1e-3, abs=1e-4
        )


def test_that_what_is_turned_round_weighed_or_not_wished_for_is_made_itself():
    net = network("conv", "norm", "drop", "pool")

    def of(node, unit, objective="channel", nodes=("conv", "norm", "drop", "pool"), **wishes):
        wish = AtlasWish(**{"objectives": ALL, "settings": QUICK, "shared": True} | wishes)
        return Sharing(wish, net, frozenset(nodes)).of(node, unit, objective)

    assert of("conv", 0) is None
    assert of("norm", 0).origin.node == "conv"
    assert of("norm", 0, shared=False) is None, "a batch makes what the window looks for"
    assert of("norm", 3) is None, "it is driven by what silences the convolution's"
    assert of("drop", 3).origin.node == "norm"
    assert of("norm", 0, settings=(*QUICK, ("grey", 0.5))) is None, "weighed against the value"
    assert of("drop", 0, settings=(*QUICK, ("grey", 0.5))).origin.node == "norm"
    assert of("drop", 0, nodes=("norm", "drop")).origin.node == "norm"
    assert of("drop", 0, nodes=("drop",)) is None
    assert of("norm", 1, units=(1,)).origin.unit == 1
    assert of("pool", 0, "neuron").objective == "channel"
    assert of("pool", 0, "neuron", objectives=("neuron",)) is None
    assert of("drop", 0, "2*channel", objectives=("2*channel",)) is None


def test_that_a_plan_makes_each_picture_once_and_every_unit_has_its_own_value(tmp_path):
    net = network("conv", "norm", "drop", "pool")
    wish = AtlasWish(objectives=ALL, settings=QUICK, thumbnail="", shared=True)
    pieces = plan(wish, net)
    asked = {(piece.node, piece.objective): piece.units for piece in pieces}
    assert asked == {
        **{("conv", objective): (0, 1, 2, 3) for objective in ALL},
        **{("norm", objective): (3,) for objective in ALL},
    }
    for _ in run(pieces, net, tmp_path, CancelToken()):
        pass
    assert not left_of(pieces, tmp_path)
    with Kept(wish, net, tmp_path) as kept:
        conv, pool = kept.picture("conv", 2, "channel"), kept.picture("pool", 2, "neuron")
        assert np.array_equal(conv.images, pool.images)
        shown = torch.from_numpy(pool.images[0]).permute(2, 0, 1)[None].float() / 255
        with torch.no_grad():
            value = net.module(net.preprocessing.normalise(shown))[0, 2, 0, 0]
        assert pool.value == pytest.approx(float(value), abs=0.05)
        assert conv.value != pool.value
        assert kept.picture("pool", 3).recipe["node"] == "norm"
