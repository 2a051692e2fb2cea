"""A small network with classes, and visualizations of it."""

from __future__ import annotations

import torch
from torch import nn

from inspector.lenses.feature_visualization import Feature
from inspector.lenses.run import result
from inspector.probe.record import record


class Classes(nn.Module):
    """Convolutions, a pooled head, a softmax at the end."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(5)
        self.one = nn.Conv2d(3, 6, 5, stride=2)
        self.relu = nn.ReLU(inplace=True)
        self.two = nn.Conv2d(6, 5, 3)
        self.head = nn.Linear(5, 3)
        self.softmax = nn.Softmax(1)
        for conv in (
            self.one,
            self.two,
        ):  # what is even everywhere says nothing: pictures have to have a form
            conv.weight.data -= conv.weight.data.mean((2, 3), keepdim=True)
            conv.weight.data *= 3
            conv.bias.data.zero_()

    def forward(self, x):
        x = self.two(self.relu(self.one(x)))
        return self.softmax(self.head(x.mean((2, 3))))


def visualize(network, address, *objectives, steps=30, **parameters) -> Feature:
    return result("feature-visualization", network, address, objectives=objectives, steps=steps, **parameters)


def shown(network, feature):
    """What the network makes of the pictures as they are shown, at all nodes."""
    pictures = torch.from_numpy(feature.images).permute(0, 3, 1, 2).float() / 255
    return record(network, network.preprocessing.normalise(pictures), ["two", "head"])
