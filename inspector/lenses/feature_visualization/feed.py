"""Showing pictures of any size to a network: at their own size where it can, else at its input size."""

from __future__ import annotations

import copy
from collections.abc import Collection
from typing import Self

import torch
from torch.nn import functional as F

from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at


class Feed:
    """From pictures to the values of nodes, run no further than the last of them.

    Attributes:
        shape: Height and width at which pictures go into the network.
    """

    def __init__(
        self, network: Network, nodes: Collection[str], shape: tuple[int, int], token: CancelToken
    ) -> None:
        self._network = network
        self._token = token
        self.shape = shape
        native = network.preprocessing.crop
        if shape != native and not self._takes(shape, nodes):
            self.shape = native

    def __call__(self, pictures: torch.Tensor, nodes: Collection[str]) -> dict[str, torch.Tensor]:
        """The nodes' values [N, ...] for RGB pictures [N,3,H,W] in [0,1]; differentiable.

        Raises:
            Cancelled: The token was set; looked at before every leaf module.
        """
        if pictures.shape[-2:] != self.shape:
            pictures = F.interpolate(pictures, size=self.shape, mode="bilinear", antialias=True)
        batch = self._network.preprocessing.normalise(pictures)
        batch = batch.contiguous(memory_format=self._network.memory_format)
        return values_at(self._network, batch, nodes, self._token)

    def through(self, network: Network) -> Self:
        """The same through another network of the same preprocessing and node names."""
        other = copy.copy(self)
        other._network = network
        return other

    def _takes(self, shape: tuple[int, int], nodes: Collection[str]) -> bool:
        """Whether the network runs to the nodes at this size; a head of fixed size before it would not."""
        grey = torch.full((1, 3, *shape), 0.5, device=self._network.device)
        self.shape = shape
        try:
            with torch.no_grad():
                self(grey, nodes)
        except Exception:  # whatever a user's module raises when a size does not fit
            return False
        return True


def picture_shape(crop: tuple[int, int], size: int | None) -> tuple[int, int]:
    """Height and width of the pictures: the network's own, or alike with `size` as the longer side."""
    if size is None:
        return crop
    height, width = (max(round(side * size / max(crop)), 1) for side in crop)
    return height, width
