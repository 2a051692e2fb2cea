"""Which units only hand on what earlier ones say, on networks built so that it is known."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.origins import Origin, ancestors, origins


class Handing(nn.Module):
    """Two convolutions joined, normalised, dropped out, averaged and flattened."""

    def __init__(self, pool: nn.Module | None = None) -> None:
        super().__init__()
        torch.manual_seed(3)
        self.one, self.two = nn.Conv2d(3, 2, 3), nn.Conv2d(3, 3, 3)
        self.norm, self.drop = nn.BatchNorm2d(5), nn.Dropout()
        self.pool, self.flat = pool or nn.AdaptiveAvgPool2d(1), nn.Flatten()
        with torch.no_grad():
            self.norm.weight.copy_(torch.tensor([2.0, 0.5, -1.0, 0.0, 3.0]))
            self.norm.bias.copy_(torch.arange(5.0))
            self.norm.running_mean.fill_(0.25)
            self.norm.running_var.fill_(4.0 - self.norm.eps)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        joined = torch.cat([self.two(pictures), self.one(pictures)], 1)
        return self.flat(self.pool(self.drop(self.norm(joined))))


def network(module: nn.Module, side: int = 12) -> Network:
    return Network(module.eval(), name="net", preprocessing=Preprocessing(crop=(side, side), resize=side))


def test_that_joined_normalised_averaged_and_flattened_units_are_told():
    found = origins(network(Handing()), (9, 9))
    assert found["cat"] == tuple(Origin("two", u) for u in range(3)) + tuple(Origin("one", u) for u in (0, 1))
    scaled = found["norm"]
    assert [one is None for one in scaled] == [False, False, True, True, False], "turned round, and silenced"
    assert (scaled[0].scale, scaled[0].shift) == pytest.approx((1.0, -0.25))
    assert (scaled[4].scale, scaled[4].shift) == pytest.approx((1.5, 4 - 0.375))
    assert found["drop"][2] == Origin("norm", 2)
    assert found["pool"][2] == Origin("drop", 2, averaged=True)
    assert found["flat"][2] == Origin("pool", 2)
    assert not {"one", "two"} & set(found)


def test_that_the_way_back_is_followed_to_its_end():
    found = origins(network(Handing()))
    way = list(ancestors(found, "flat", 4))
    assert [(one.node, one.unit) for one in way] == [
        ("pool", 4),
        ("drop", 4),
        ("norm", 4),
        ("cat", 4),
        ("one", 1),
    ]
    assert way[-1].averaged
    assert (way[-1].scale, way[-1].shift) == pytest.approx((1.5, 3.625))
    assert [one.node for one in ancestors(found, "flat", 2)][-1] == "norm", "what is turned round is new"


class Misleading(nn.Module):
    """Operations of the same names that do something else."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.pool, self.flat = nn.Conv2d(3, 4, 3, padding=1), nn.AvgPool2d(2), nn.Flatten()

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        found = self.conv(pictures)
        turned = found.view(found.shape[0], 4, found.shape[2], -1)
        joined = torch.cat([turned.relu(), turned.relu().flip(1)], 1)
        return self.flat(self.pool(joined))


def test_that_what_only_seems_to_hand_on_is_not_told():
    found = origins(network(Misleading()))
    assert "pool" not in found, "not the mean of the whole map"
    assert "flat" not in found, "its units are places, too"
    assert "cat" not in found, "the second half was turned round between"
    assert all(name == "view" for name in found)


class Fixed(nn.Module):
    """A window that fits only pictures of one size."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.drop, self.pool, self.head = (
            nn.Conv2d(3, 4, 3),
            nn.Dropout(),
            nn.AvgPool2d(10),
            nn.Linear(4, 2),
        )
        self.last = nn.Identity()

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.last(self.head(self.pool(self.drop(self.conv(pictures))).flatten(1)))


def test_that_what_is_shown_at_another_size_than_its_origin_is_not_told():
    assert {"drop", "pool", "last"} <= set(origins(network(Fixed())))
    found = origins(network(Fixed()), (8, 8))
    assert "pool" not in found, "the window does not fit into such a map, which the convolution has"
    assert {"drop", "last"} <= set(found)


def test_that_of_the_demonstration_network_joins_norms_and_means_are_told():
    found = origins(open_network("demo"), (96, 96))
    norms = {name for name in found if "bn" in name}
    assert set(found) - norms == {"mixed3.cat", "mixed5.cat", "avgpool", "flatten"}
    assert len(norms) == 16
    *_, last = ancestors(found, "flatten", 200)
    assert last == Origin("mixed5.branch5x5.relu", 8, averaged=True)
