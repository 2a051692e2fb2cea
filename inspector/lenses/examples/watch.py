"""Reducing every node's value while the network runs, so that no value outlives its turn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
# Above this share of units and pictures one look over all maps for positions is cheaper than picking some.
_MANY = 0.04


@dataclass(frozen=True)
class Limits:
    """What a maximum must pass to be among the highest (above) or lowest (below): float32 [units] each."""

    high: torch.Tensor
    low: torch.Tensor


@dataclass
class Reduced:
    """What is kept of one node's value for a batch.

    Attributes:
        peaks: float32 [n, units], maxima.
        lowest: float32 [n, units], minima.
        means: float32 [n, units].
        places: int64 [n, units], flat positions of the maxima that pass the limits; 0 elsewhere.
        rows: float32 [n * s, units], values at the places looked at, picture by picture; None for none.
    """

    peaks: torch.Tensor
    lowest: torch.Tensor
    means: torch.Tensor
    places: torch.Tensor
    rows: torch.Tensor | None


class Watch(Walk):
    """Reduces the values of nodes in one forward pass.

    Args:
        network: The network that will run.
        nodes: The nodes.
        limits: By node; None takes the position of every maximum.
        places: int64 [n, s] by number of positions of a map; a map whose number is missing is not sampled.
        same: Nodes whose value is another node's, by name; None finds out which are.
        careful: Whether values that are no numbers are to be looked for and counted as zero.
        token: Looked at before every leaf module.
    """

    def __init__(
        self,
        network: Network,
        nodes: Mapping[str, Node],
        limits: Mapping[str, Limits] | None,
        places: Mapping[int, torch.Tensor],
        same: Mapping[str, str] | None,
        token: CancelToken,
        *,
        careful: bool = False,
    ) -> None:
        super().__init__(network.places)
        self.reduced: dict[str, Reduced] = {}
        self.same: dict[str, str] = {}
        self._nodes, self._limits, self._sampled, self._known = nodes, limits, places, same
        self._careful, self._token = careful, token
        self._last: tuple[str, torch.Tensor] | None = None

    def before_leaf(self) -> None:
        self._token.check()

    def before_write(self, tensor: torch.Tensor) -> None:
        self._last = None  # what it holds is another value from now on

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if name not in self._nodes:
            return
        # A container's value is that of its last part, an identity's that of what came before.
        if self._last is not None and self._last[1] is output and self._is_same(name):
            self.same[name] = self._last[0]
            return
        if self._known is not None and name in self._known:
            raise InspectorError(f"{name} is computed in another way for some pictures: scan it by itself.")
        # Ours are no functions of the network's.
        with torch._C.DisableTorchFunction():
            self.reduced[name] = self._reduce(name, output)
        self._last = (name, output)

    def _is_same(self, name: str) -> bool:
        return self._known is None or name in self._known

    def _reduce(self, name: str, value: torch.Tensor) -> Reduced:
        node = self._nodes[name]
        if self._careful:
            value = value.float().nan_to_num(0, 0, 0)
        axes = tuple(axis for axis in range(1, value.ndim) if axis != node.unit_axis)
        if not axes:
            flat = value.float().clone()
            return Reduced(
                flat, flat, flat, torch.zeros_like(flat, dtype=torch.int64), self._rows(value, node)
            )
        peaks, lowest = value.amax(axes).float(), value.amin(axes).float()
        means = value.mean(axes, dtype=torch.float64 if self._careful else None).float()
        return Reduced(peaks, lowest, means, self._peak_places(value, node, peaks), self._rows(value, node))

    def _peak_places(self, value: torch.Tensor, node: Node, peaks: torch.Tensor) -> torch.Tensor:
        if self._limits is None:
            return _all_places(value, node)
        limits = self._limits[node.name]
        chosen = ((peaks > limits.high) | (peaks < limits.low)).nonzero()
        if len(chosen) > _MANY * peaks.numel():
            return _all_places(value, node)
        places = torch.zeros(peaks.shape, dtype=torch.int64)
        if len(chosen):
            picture, unit = chosen.T
            maps = value.movedim(node.unit_axis, 1)[picture, unit].flatten(1)
            places[picture, unit] = maps.argmax(1).cpu()
        return places

    def _rows(self, value: torch.Tensor, node: Node) -> torch.Tensor | None:
        count = positions(node)
        if count not in self._sampled:
            return None
        places = self._sampled[count]
        last = value.movedim(node.unit_axis, -1)
        units = last.shape[-1]
        if places.shape[1] == count:
            # A copy: what comes next may overwrite the value.
            return last.reshape(-1, units).to(torch.float32, copy=True)
        if last.is_contiguous():
            across = places + torch.arange(len(places))[:, None] * count
            return last.view(-1, units).index_select(0, across.flatten()).float()
        first = value.movedim(node.unit_axis, 1).flatten(2)
        chosen = first.gather(2, places[:, None].expand(-1, units, -1))
        return chosen.movedim(1, 2).reshape(-1, units).float()


def positions(node: Node) -> int:
    """How many positions a unit's map has."""
    return int(np.prod(node.map_shape, dtype=np.int64))


def _all_places(value: torch.Tensor, node: Node) -> torch.Tensor:
    """Flat position of every maximum, the first among equals, int64 [n, units]."""
    if value.ndim == 4 and node.unit_axis == 1 and value.is_contiguous(memory_format=torch.channels_last):
        # A third of the time of `max` with indices where channels lie last.
        size = (value.shape[2], value.shape[3])
        return torch.nn.functional.max_pool2d(value, size, return_indices=True)[1].flatten(1).cpu()
    return value.movedim(node.unit_axis, 1).flatten(2).argmax(2).cpu()
