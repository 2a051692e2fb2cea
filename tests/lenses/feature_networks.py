"""Networks whose best pictures are known, and what visualizes them."""

from __future__ import annotations

import torch
from torch import nn

from inspector.lenses.base import lens
from inspector.lenses.feature_visualization import Feature
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken

LENS = lens("feature-visualization")


def updates(network, address, token=None, **parameters):
    """All updates, and the result at the end."""
    run = LENS.run(
        network,
        Location.parse(address, network.name),
        LENS.make_parameters(parameters),
        token or CancelToken(),
    )
    seen = []
    while True:
        try:
            seen.append(next(run))
        except StopIteration as stop:
            return [*seen, stop.value]


def visualize(network, address, **parameters) -> Feature:
    return updates(network, address, **parameters)[-1]


def kernel(size=16):
    """An oriented, windowed, odd grating [size,size]."""
    y, x = torch.meshgrid(
        torch.arange(size) - size / 2 + 0.5, torch.arange(size) - size / 2 + 0.5, indexing="ij"
    )
    return torch.sin((x + 0.5 * y) * 8 / size) * torch.exp(-(x * x + y * y) / (size / 2.2) ** 2)


def linear_network(weight, crop=(16, 16), **preprocessing):
    """One unit: the picture's product with a kernel [C,H,W]."""
    conv = nn.Conv2d(weight.shape[0], 1, weight.shape[1:], bias=False)
    conv.weight.data = weight[None]
    return Network(
        nn.Sequential(conv), name="linear", preprocessing=Preprocessing(crop=crop, **preprocessing)
    )


class Small(nn.Module):
    """Convolutions with in-place ReLUs, a cat, a pooled head: what larger networks are made of."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(1)
        self.one = nn.Conv2d(3, 6, 5, stride=2)
        self.relu = nn.ReLU(inplace=True)
        self.two = nn.Conv2d(6, 4, 3, padding=1)
        self.three = nn.Conv2d(6, 4, 1)
        self.act = nn.ReLU(inplace=True)
        self.head = nn.Linear(8, 3)

    def forward(self, x):
        x = self.relu(self.one(x))
        x = torch.cat([self.act(self.two(x)), self.three(x)], 1)
        return self.head(x.mean((2, 3)))
