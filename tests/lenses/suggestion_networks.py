"""Hand-built first layers whose kernels are known, for the suggestions of like units."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

SIDE, REACH = 49, 6
WIDE = 2 * REACH + 1
Y, X = np.mgrid[REACH : -REACH - 1 : -1, -REACH : REACH + 1].astype(float)


def grey(shape):
    return np.repeat((shape / np.abs(shape).sum())[None], 3, axis=0)


def gabor(orientation, cycles=0.16, phase=0.0):
    turn = np.radians(orientation)
    across = Y * np.cos(turn) - X * np.sin(turn)
    window = np.exp(-(X**2 + Y**2) / 12)
    wave = np.cos(2 * np.pi * cycles * across - phase)
    return grey(window * (wave - (window * wave).sum() / window.sum()))


def blob(red, green, blue):
    window = np.exp(-(X**2 + Y**2) / 8)
    colour = np.array([red, green, blue], float)
    return (colour - colour.mean())[:, None, None] * window / window.sum()


def ring(sign=1.0):
    radius = np.hypot(X, Y)
    shape = np.exp(-(radius**2) / 3) / 3 - np.exp(-(radius**2) / 12) / 12
    return grey(sign * (shape - shape.mean()))


def network_of(kernels, bias=0.0):
    kernels = torch.as_tensor(np.asarray(kernels), dtype=torch.float32)
    layer = nn.Conv2d(3, len(kernels), WIDE, padding=REACH)
    layer.weight.data, layer.bias.data = kernels, torch.full((len(kernels),), bias)
    preprocessing = Preprocessing((SIDE, SIDE), mean=(0.5,) * 3, std=(1.0,) * 3)
    return Network(nn.Sequential(layer, nn.ReLU()), name="hand", preprocessing=preprocessing)


def units(found, name):
    return next(group.units for group in found.groups if name in group.name)
