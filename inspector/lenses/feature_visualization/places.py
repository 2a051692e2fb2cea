"""Where a position lies in a map whose size is not the node's own."""

from __future__ import annotations

from math import isqrt

from inspector.lenses.feature_visualization.objectives.sums import Position
from inspector.network.graph import Node


def neuron_place(shape: tuple[int, ...], node: Node, position: Position | None) -> tuple[int, ...]:
    """Where a neuron lies in a map of `shape`, which is not the node's for pictures of another size.

    Without a position the centre; of tokens the class token where there is one (their number is then a
    square + 1). Two numbers mean a place in the grid of tokens, one the token itself.
    """
    if position is not None and len(shape) == 1 and len(position) == 2:
        return _token(shape[0], node, position)
    if position is not None and len(shape) == len(node.map_shape) == len(position):
        # The same place of the picture: what lies at half of the native map lies at half of this one.
        scaled = [int((p + 0.5) * n / old) for p, n, old in zip(position, shape, node.map_shape, strict=True)]
        return tuple(min(p, n - 1) for p, n in zip(scaled, shape, strict=True))
    if len(shape) == 1 and shape[0] > 1 and _grid(shape[0]) == (1, isqrt(shape[0] - 1)):
        return (0,)
    return tuple(n // 2 for n in shape)


def _grid(tokens: int) -> tuple[int, int]:
    """How many tokens stand before a square grid of them, and its side; all of them and 0 where none is."""
    for apart in (0, 1):
        side = isqrt(max(tokens - apart, 0))
        if side and side * side == tokens - apart:
            return apart, side
    return tokens, 0


def _token(tokens: int, node: Node, position: Position) -> tuple[int]:
    apart, side = _grid(tokens)
    native = _grid(node.map_shape[0])[1] if len(node.map_shape) == 1 else 0
    if not side or not native:
        return (min(position[1], tokens - 1),)
    y, x = (min(int((p + 0.5) * side / native), side - 1) for p in position)
    return (apart + y * side + x,)
