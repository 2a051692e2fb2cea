"""Averages over units at every node of one forward pass; maps are let go as soon as they are averaged."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from inspector.lenses.activations.measure import FloatArray, unit_maps
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken
from inspector.probe.record import prepare


def averages(network: Network, picture: Picture, token: CancelToken) -> dict[str, FloatArray]:
    """The mean over the units at every node with units: float32 [h,w] by the node's name.

    Raises:
        Cancelled: The token was set; looked at before every leaf module.
    """
    batch = prepare(network, [picture.image])
    walk = _Averaging(network, token)
    with torch.inference_mode(), walk:
        network.module(batch)
    return walk.means


class _Averaging(Walk):
    def __init__(self, network: Network, token: CancelToken) -> None:
        super().__init__(network.places)
        self.means: dict[str, FloatArray] = {}
        self._network, self._token = network, token

    def before_leaf(self) -> None:
        self._token.passing(self.pace)

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        node = self._network.nodes.get(name)
        if node is None or not node.units:
            return
        # Averaging is functions, too, and they are no part of the network.
        with torch._C.DisableTorchFunction():
            self.means[name] = unit_maps(output.float().mean(node.unit_axis, keepdim=True), node)[0, 0]
