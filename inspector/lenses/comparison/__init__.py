"""Two networks on the same pictures: which units answer alike, and how alike their nodes are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Array = np.ndarray[Any, Any]
Reading = Literal["max", "mean"]
MOST = 400
"""Pictures that are shown where no other number is asked for."""


@dataclass(frozen=True, eq=False)
class Responses:
    """What the units of a network answer to pictures.

    Attributes:
        network: The network's name.
        values: float32 [pictures, units] by node, in order of execution.
    """

    network: str
    values: Mapping[str, Array]

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes, in order of execution."""
        return tuple(self.values)

    @property
    def depths(self) -> Array:
        """How deep each node lies, float64 [nodes]: 0 for the first, 1 for the last."""
        return np.arange(len(self.values)) / max(len(self.values) - 1, 1)

    def depth(self, node: str) -> float:
        """How deep a node lies, from 0 to 1."""
        return float(self.depths[self.nodes.index(node)])


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two networks that saw the same pictures.

    Attributes:
        first, second: What they answered.
        cka: float32 [nodes of the first, nodes of the second], linear CKA; NaN where a node never varies.
        pictures: Names of the pictures.
        title: What the pictures are called.
        reading: What is read of a unit on a picture: the maximum or the mean of its map.
        skipped: One sentence for each picture that could not be read.
    """

    first: Responses
    second: Responses
    cka: Array
    pictures: tuple[str, ...]
    title: str
    reading: Reading
    skipped: tuple[str, ...] = ()

    def nearest(self, node: str) -> str:
        """The second network's node of that name, else the one most alike by CKA."""
        if node in self.second.values:
            return node
        row = self.cka[self.first.nodes.index(node)]
        return self.second.nodes[int(np.nan_to_num(row, nan=-1.0).argmax())]


@dataclass(frozen=True, eq=False)
class Matching:
    """The units of a node and those that answer alike in the other network.

    Attributes:
        node, other: The two nodes between which units are paired one to one.
        partners: int64 [units], the unit it is paired with; -1 for none (one of the two never varies, or
            the other node has fewer units).
        correlations: float32 [units], Pearson's correlation of the pair over the pictures; NaN for none.
        best_nodes: int64 [units], number of the node that holds the best match anywhere; -1 for none.
        best_units: int64 [units], its unit.
        best: float32 [units], its correlation; NaN for none.
        depths: float64 [units], how deep the best match lies, from 0 to 1; NaN for none.
        depth: How deep the node itself lies.
    """

    node: str
    other: str
    partners: Array
    correlations: Array
    best_nodes: Array
    best_units: Array
    best: Array
    depths: Array
    depth: float


@dataclass(frozen=True, eq=False)
class DepthProfile:
    """Where the best matches of all units of all nodes lie in the other network, also while it is counted.

    Attributes:
        nodes: Nodes of the first network.
        depths: float64 [nodes], how deep each lies, from 0 to 1.
        quartiles: float64 [nodes, 3], lower quartile, median and upper quartile of how deep the best
            matches of its units lie; NaN where none of them varies.
        best: float64 [nodes], mean correlation with them.
    """

    nodes: tuple[str, ...]
    depths: Array
    quartiles: Array
    best: Array


@dataclass(frozen=True, eq=False)
class TimeLine:
    """Checkpoints against the network in front.

    Attributes:
        names: The checkpoints, in order.
        nodes: Nodes that all of them have.
        cka: float32 [checkpoints, nodes], each node against itself.
        correlations: float32 [checkpoints, nodes], mean correlation of a unit with that of its number.
        complete: Whether all checkpoints have been looked at.
    """

    names: tuple[str, ...]
    nodes: tuple[str, ...]
    cka: Array
    correlations: Array
    complete: bool
