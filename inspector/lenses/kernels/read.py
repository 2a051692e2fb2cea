"""Reading the kernels of convolutions that see the picture itself."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.kernels import Kernels
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.modules import module_of
from inspector.saying import say

FloatArray = np.ndarray[Any, np.dtype[np.float32]]


def read(network: Network, location: Location) -> LensRun:
    """The lens's generator; returns `Kernels`."""
    node = network.check(location)
    yield Progress(0, 1, say("Reading the weights of {name}", name=node.name))
    kernels = first_layer_kernels(network, node)
    note = (
        ""
        if kernels is not None
        else say("{name} is no convolution that reads the picture directly.", name=node.name)
    )
    return Kernels(node.name, kernels, note)


def nodes_with_kernels(network: Network) -> tuple[str, ...]:
    """Names of the nodes whose kernels can be shown as pictures."""
    return tuple(name for name, node in network.nodes.items() if _convolution(network, node) is not None)


def first_layer_kernels(network: Network, node: Node) -> FloatArray | None:
    """Raw kernels as pictures: float32 [units, kh, kw, 3] in [0, 1], or None where the node has none.

    The weights are brought into the picture's space: the channel order is undone, the preprocessing's
    division by std and its range folded in. Each unit is scaled symmetrically about mid grey (no weight).
    A network of one luminance channel has grey kernels.
    """
    convolution = _convolution(network, node)
    if convolution is None:
        return None
    weight = convolution.weight.detach().float().cpu() * _scale(network).view(1, -1, 1, 1)
    if network.preprocessing.channels == "BGR":
        weight = weight.flip(1)
    largest = weight.abs().amax((1, 2, 3), keepdim=True)
    pictures = 0.5 + 0.5 * weight / largest.clamp_min(torch.finfo(torch.float32).tiny)
    return pictures.expand(-1, 3, -1, -1).permute(0, 2, 3, 1).contiguous().numpy()


def _convolution(network: Network, node: Node) -> nn.Conv2d | None:
    """The node's convolution where its input is the whole picture and nothing else."""
    if node.op != "Conv2d" or node.inputs:
        return None
    module = module_of(network, node)
    depth = network.preprocessing.depth
    fits = isinstance(module, nn.Conv2d) and module.in_channels == depth and module.groups == 1
    return module if isinstance(module, nn.Conv2d) and fits else None


def _scale(network: Network) -> torch.Tensor:
    """By how much one step of a picture's channel, in the network's order, moves the network's input."""
    low, high = network.preprocessing.range
    return (high - low) / torch.tensor(network.preprocessing.std)
