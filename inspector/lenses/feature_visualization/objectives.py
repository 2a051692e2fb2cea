"""What is asked of a unit: its mean over the map or one neuron of it, as large or as small as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from inspector.network.errors import InspectorError
from inspector.network.graph import Node

KINDS = ("channel", "neuron")


@dataclass(frozen=True)
class Objective:
    """One picture's aim.

    Attributes:
        kind: "channel" (the unit's mean over its map) or "neuron" (one position of it).
        sign: 1 for as large as can be, -1 for as small.
    """

    kind: str
    sign: int = 1

    @classmethod
    def parse(cls, text: str) -> Objective:
        """Read "channel", "neuron", "-channel" or "-neuron"; the inverse of `str`.

        Raises:
            InspectorError: The text is none of them.
        """
        kind = text.strip().removeprefix("-")
        if kind not in KINDS:
            known = ", ".join([*KINDS, *(f"-{kind}" for kind in KINDS)])
            raise InspectorError(f"There is no objective “{text}”; there are {known}.")
        return cls(kind, -1 if text.strip().startswith("-") else 1)

    def __str__(self) -> str:
        return ("-" if self.sign < 0 else "") + self.kind


@dataclass(frozen=True)
class Aim:
    """An objective for one unit; `position` lies in the node's map at the network's input size."""

    objective: Objective
    unit: int
    position: tuple[int, int] | None = None

    def weights(self, shape: tuple[int, ...], node: Node) -> torch.Tensor:
        """The share of each position of a map of `shape` in the objective's value, [*shape]."""
        if self.objective.kind == "channel":
            return torch.full(shape, 1 / max(torch.Size(shape).numel(), 1))
        result = torch.zeros(shape)
        result[neuron_place(shape, node, self.position)] = 1
        return result


def neuron_place(shape: tuple[int, ...], node: Node, position: tuple[int, int] | None) -> tuple[int, ...]:
    """Where a neuron lies in a map of `shape`, which is not the node's for pictures of another size.

    Without a position the centre; of tokens the class token where there is one (their number is then a
    square + 1).
    """
    if position is not None and len(shape) == len(node.map_shape):
        # The same place of the picture: what lies at half of the native map lies at half of this one.
        scaled = [int((p + 0.5) * n / old) for p, n, old in zip(position, shape, node.map_shape, strict=True)]
        return tuple(min(p, n - 1) for p, n in zip(scaled, shape, strict=True))
    if len(shape) == 1 and shape[0] > 1 and round((shape[0] - 1) ** 0.5) ** 2 == shape[0] - 1:
        return (0,)
    return tuple(n // 2 for n in shape)


class Score:
    """The values of a batch of aims, one per picture, at one node."""

    def __init__(self, node: Node, aims: Sequence[Aim]) -> None:
        self._node = node
        self._aims = tuple(aims)
        self._units = torch.tensor([aim.unit for aim in aims])
        self._signs = torch.tensor([float(aim.objective.sign) for aim in aims])
        self._weights: torch.Tensor | None = None

    def __call__(self, value: torch.Tensor) -> torch.Tensor:
        """The objective [N] of the node's value, as it is (not negated for negative objectives).

        Args:
            value: The node's value [N, ...], picture n aiming at its own unit.
        """
        maps = value.movedim(self._node.unit_axis, 1)
        maps = maps[torch.arange(len(self._aims), device=value.device), self._units.to(value.device)]
        return (maps * self._placed(maps)).flatten(1).sum(1) if maps.ndim > 1 else maps

    def aimed(self, values: torch.Tensor) -> torch.Tensor:
        """What is to grow [N]: the values, negated for negative objectives."""
        return values * self._signs.to(values.device)

    def _placed(self, maps: torch.Tensor) -> torch.Tensor:
        shape = tuple(maps.shape[1:])
        if self._weights is None or tuple(self._weights.shape[1:]) != shape:
            weights = torch.stack([aim.weights(shape, self._node) for aim in self._aims])
            self._weights = weights.to(maps)
        return self._weights
