"""From a node's value to one number per unit."""

from __future__ import annotations

from typing import Literal

import torch

from inspector.network.graph import Node

Reduction = Literal["centre", "max", "mean"]


def units_first(value: torch.Tensor, node: Node) -> torch.Tensor:
    """A node's value with its units in axis 1 and its positions flattened behind: [N, units, positions]."""
    moved = value.movedim(node.unit_axis, 1)
    return moved.reshape(moved.shape[0], moved.shape[1], -1)


def per_unit(value: torch.Tensor, node: Node, reduction: Reduction = "max") -> torch.Tensor:
    """One response per picture and unit [N, units].

    Args:
        value: The node's value [N, ...].
        node: The node.
        reduction: "max" or "mean" over all positions, or the one at the "centre" of the map.
    """
    if reduction == "centre":
        moved = value.movedim(node.unit_axis, 1)
        for size in reversed(moved.shape[2:]):
            moved = moved[..., size // 2]
        return moved
    flat = units_first(value, node)
    return flat.amax(2) if reduction == "max" else flat.mean(2)


def peak(value: torch.Tensor, node: Node) -> tuple[torch.Tensor, torch.Tensor]:
    """Maximum over positions and its flat position per picture and unit, each [N, units]."""
    flat = units_first(value, node)
    values, places = flat.max(2)
    return values, places
