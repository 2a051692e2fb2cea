"""All kernels of a node in one array, with the branch that each unit comes from."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.lenses.base import Progress, Update
from inspector.lenses.weights.connections import Bundle, inputs_of
from inspector.lenses.weights.strands import Strands
from inspector.lenses.weights.wiring import known_wiring
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Array = np.ndarray[Any, Any]
MOST_WEIGHTS = 30_000_000
"""More are refused: a first linear layer has a hundred million, and no picture shows them."""
_EVERY = 16


@dataclass(frozen=True, eq=False)
class Gathered:
    """A node's kernels.

    Attributes:
        weights: float32 [units, inputs, h, w]; kernels smaller than the largest stand in the middle.
        sizes: Size of each branch's kernels (h, w), by the branch's number.
        branch: int64 [units]: the number of the branch that makes each unit.
        branches: Names of the nodes that make them.
        group: int64 [units]: the branch or, where there is but one, the group of a grouped convolution.
        groups: Their names.
    """

    weights: Array
    sizes: tuple[tuple[int, int], ...]
    branch: Array
    branches: tuple[str, ...]
    group: Array
    groups: tuple[str, ...]


def gather(network: Network, node: Node, token: CancelToken) -> Generator[Update, None, Gathered]:
    """Read the weights, batch norm folded in.

    Raises:
        InspectorError: Nothing with weights makes the node, it reads the picture alone, or it is too large.
        Cancelled: The token was set.
    """
    strands = Strands(network, known_wiring(network, token))
    bundles: list[list[Bundle]] = []
    numbers = 0
    for unit in range(node.units):
        if unit % _EVERY == 0:
            yield Progress(unit, node.units, say("Reading the weights of {name}", name=node.name))
            token.check()
        bundles.append(list(inputs_of(strands, node.name, unit)))
        numbers += sum(bundle.kernel.size for bundle in bundles[-1])
        if numbers > MOST_WEIGHTS:
            raise InspectorError(say("{name} has too many weights for a wall of kernels.", name=node.name))
    if not numbers:
        raise InspectorError(say("{name} has no kernels on units before it.", name=node.name))
    makers = strands.of(node.name)
    branch = np.zeros(node.units, np.int64)
    for number, strand in enumerate(makers):
        if len(strand.unit) == node.units:
            branch[strand.unit >= 0] = number
    names = tuple(strand.node for strand in makers)
    weights, sizes = _joined(bundles, branch, len(names))
    group, groups = branch, names
    if len(names) == 1:
        module = strands.kernel(names[0])
        count = getattr(module, "groups", 1)
        group = np.arange(node.units) * count // node.units
        groups = (
            tuple(say("group {number}", number=number) for number in range(count))
            if 1 < count < node.units
            else names
        )
        group = group if len(groups) > 1 else np.zeros(node.units, np.int64)
    return Gathered(weights, sizes, branch, names, group, groups)


def _joined(
    bundles: list[list[Bundle]], branch: Array, count: int
) -> tuple[Array, tuple[tuple[int, int], ...]]:
    columns: dict[tuple[str, int], int] = {}
    for parts in bundles:
        for bundle in parts:
            for unit in bundle.unit.tolist():
                columns.setdefault((bundle.node, unit), len(columns))
    height = max(bundle.kernel.shape[1] for parts in bundles for bundle in parts)
    width = max(bundle.kernel.shape[2] for parts in bundles for bundle in parts)
    weights = np.zeros((len(bundles), len(columns), height, width), np.float32)
    sizes = [(0, 0)] * count
    for row, parts in enumerate(bundles):
        for bundle in parts:
            h, w = bundle.kernel.shape[1:]
            y, x = (height - h) // 2, (width - w) // 2
            places = [columns[bundle.node, unit] for unit in bundle.unit.tolist()]
            weights[row, places, y : y + h, x : x + w] += bundle.kernel
            sizes[branch[row]] = (h, w)
    return weights, tuple(sizes)
