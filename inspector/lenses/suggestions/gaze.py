"""Where in the input a node's neurons look, and what they answer in the middle of it."""

from __future__ import annotations

import numpy as np
import torch

from inspector.lenses.examples.receptive import fields
from inspector.lenses.suggestions import Array
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from inspector.probe.reduce import per_unit

_AROUND = 1


class Gaze:
    """Lays what a neuron saw where the neuron in the middle of the map sees it.

    Attributes:
        target: What the neuron in the middle of the map looks at: y and x in the input, in pixels from the
            middle of the first one.
    """

    def __init__(self, network: Network, node: Node) -> None:
        self._network, self._node = network, node
        self._field = fields(network, {}, (node.name,))[node.name]
        self._map = self._shape()
        self.target = self._looks_at(*(side // 2 for side in self._map))

    def centre(self, place: int) -> tuple[float, float]:
        """The same of the neuron at a flat position of the map."""
        return self._looks_at(*divmod(max(place, 0), self._map[1]))

    def read(self, batch: torch.Tensor, token: CancelToken) -> Array:
        """Answers float64 [n, units]: the largest around the middle of the map, or all over a tiny one."""
        with torch.inference_mode():
            value = values_at(self._network, batch, [self._node.name], token)[self._node.name].float()
            if self._moves:
                moved = value.movedim(self._node.unit_axis, 1)
                y, x = (side // 2 for side in self._map)
                value = moved[
                    :, :, max(y - _AROUND, 0) : y + _AROUND + 1, max(x - _AROUND, 0) : x + _AROUND + 1
                ]
                return np.asarray(value.amax((2, 3)).double().cpu().numpy())
            return np.asarray(per_unit(value, self._node).double().cpu().numpy())

    @property
    def _moves(self) -> bool:
        return self._field.source != "whole" and min(self._map) > 2

    def _shape(self) -> tuple[int, int]:
        shape = [side for axis, side in enumerate(self._node.shape, 1) if axis != self._node.unit_axis]
        return (shape[0], shape[1]) if len(shape) == 2 else (1, 1)

    def _looks_at(self, y: int, x: int) -> tuple[float, float]:
        if not self._moves:
            height, width = self._network.preprocessing.crop
            return (height - 1) / 2, (width - 1) / 2
        top, left = (
            self._field.start[side] + place * self._field.step[side] for side, place in enumerate((y, x))
        )
        return top + (self._field.size[0] - 1) / 2, left + (self._field.size[1] - 1) / 2
