"""Where a position lies in a map whose size is not the node's own."""

from __future__ import annotations

from math import isqrt

from inspector.lenses.feature_visualization.objectives.sums import Position
from inspector.network.graph import Node


def neuron_place(shape: tuple[int, ...], node: Node, position: Position | None) -> tuple[int, ...]:
    """Where a neuron lies in a map of `shape`, which is not the node's for pictures of another size.

    Without a position the centre; of tokens the first that stands apart (the class token) where one does.
    Two numbers mean a place in the grid of tokens, one the token itself.
    """
    if position is not None and len(shape) == 1 and len(position) == 2:
        return _token(shape[0], node, position)
    if position is not None and len(shape) == len(node.map_shape) == len(position):
        # The same place of the picture: what lies at half of the native map lies at half of this one.
        scaled = [int((p + 0.5) * n / old) for p, n, old in zip(position, shape, node.map_shape, strict=True)]
        return tuple(min(p, n - 1) for p, n in zip(scaled, shape, strict=True))
    if len(shape) == 1 and node.apart:
        return (0,)
    return tuple(n // 2 for n in shape)


def _token(tokens: int, node: Node, position: Position) -> tuple[int]:
    """The token at a place of the grid; in pictures of another size the grid is taken to be a square."""
    if node.grid is None:
        return (min(position[1], tokens - 1),)
    rows, columns = node.grid
    if (tokens,) != node.map_shape:
        rows = columns = isqrt(max(tokens - node.apart, 1))
    y, x = (
        min(int((p + 0.5) * side / own), side - 1)
        for p, side, own in zip(position, (rows, columns), node.grid, strict=True)
    )
    return (min(node.apart + y * columns + x, tokens - 1),)
