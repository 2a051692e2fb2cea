"""A CLIP by hand: pictures lie where their colours are, words where they say they are."""

from __future__ import annotations

import math

import torch
from torch import nn

from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

AXES = {"red": (1, 0, 0), "green": (0, 1, 0), "blue": (0, 0, 1), "grey": (1, 1, 1), "yellow": (1, 1, 0)}
SCALE = 20.0


class ByHand(nn.Module):
    """The joint space is red, green and blue: a picture's direction is its mean colour.

    A text's is the sum of the colours that it names; one that names none lies at -1, -1, -1.
    """

    def __init__(self):
        super().__init__()
        self.colours = nn.Conv2d(3, 3, 1, bias=False)
        self.mean = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.logit_scale = nn.Parameter(torch.tensor(math.log(SCALE)))
        with torch.no_grad():
            self.colours.weight.copy_(torch.eye(3).view(3, 3, 1, 1))

    def forward(self, pictures):
        return self.flatten(self.mean(self.colours(pictures)))

    def tokenize(self, texts):
        known = list(AXES)
        return torch.tensor([[name in text for name in known] for text in texts]).float()

    def encode_text(self, tokens):
        directions = torch.tensor(list(AXES.values())).float()
        found = tokens @ directions
        return torch.where(tokens.any(1, keepdim=True), found, -torch.ones_like(found))


def by_hand(side=48):
    """The network."""
    return Network(ByHand(), name="hand", preprocessing=Preprocessing((side, side)))
