"""Following a node's units back to the nearest weights that make them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import prod
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.weights.wiring import PICTURE, Wire
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.modules import module_of

Array = np.ndarray[Any, Any]
# Each unit stays what it is, at its positions or fewer; nonlinearities count as the identity.
_PASSING = re.compile(
    "(leaky|p)?relu6?|[ecsg]elu|silu|mish|hardswish|hardtanh|tanh|softplus|(adaptive)?(max|avg)pool[12]d"
    "|dropout[12d]*|alphadropout|stochasticdepth|identity|flatten|interpolate|upsample"
)


@dataclass(frozen=True)
class Strand:
    """What of a node's units comes linearly from one node's units.

    Attributes:
        node: The node it comes from.
        unit: int64 [units]: which of its units each unit comes from; -1 for none of them.
        factor: float64 [units], by how much.
        grid: Positions (h, w) that have been flattened into the units since; (1, 1) for none.
    """

    node: str
    unit: Array
    factor: Array
    grid: tuple[int, int] = (1, 1)

    @property
    def width(self) -> int:
        """How many units the positions and the units together make."""
        return len(self.unit) * self.grid[0] * self.grid[1]


class Strands:
    """Follows nodes back to the nodes they come from; each node once.

    Attributes:
        blocked: Nodes on the way that weights cannot be followed through, by name.
        picture: Whether some path ended at the picture itself.
    """

    def __init__(self, network: Network, wires: dict[str, Wire], stop: str | None = None) -> None:
        """`stop` ends every path like a node with weights does."""
        self.blocked: dict[str, None] = {}
        self.picture = False
        self._network = network
        self._wires = wires
        self._stop = stop
        self._known: dict[str, list[Strand]] = {}

    def real(self, name: str) -> str:
        """The node whose value this one returns: for a container its last inner node."""
        while (inner := self._wires[name].same_as) is not None:
            name = inner
        return name

    def kernel(self, name: str) -> nn.Conv2d | nn.Linear | None:
        """The node's module where it has weights of the kinds that can be read."""
        module = module_of(self._network, self._network.nodes[name])
        return module if isinstance(module, (nn.Conv2d, nn.Linear)) else None

    def behind(self, name: str, module: nn.Conv2d | nn.Linear) -> list[Strand]:
        """Where the units that a node with weights reads come from."""
        source = self._wires[name].sources[0]
        linear = isinstance(module, nn.Linear)
        width = module.in_features if isinstance(module, nn.Linear) else module.in_channels
        strands = self._fitted(self._source(source, name), source, width)
        if strands is None or any(strand.grid != (1, 1) and not linear for strand in strands):
            return self._block(name)
        return strands

    def blocked_behind_stop(self) -> list[str]:
        """The blocked nodes that are made of what all paths were to stop at."""
        found: dict[str, bool] = {}
        # Looking behind one may come upon others.
        while new := [name for name in self.blocked if name not in found]:
            found |= {name: self._reaches_stop(name) for name in new}
        return [name for name, reaches in found.items() if reaches]

    def _reaches_stop(self, name: str) -> bool:
        inputs = self._network.nodes[name].inputs
        return any(strand.node == self._stop for source in inputs for strand in self.of(source))

    def of(self, name: str) -> list[Strand]:
        """Where the node's own units come from; the node itself where it has weights."""
        name = self.real(name)
        if name not in self._known:
            self._known[name] = self._follow(self._network.nodes[name], self._wires[name])
        return self._known[name]

    def _source(self, source: str | None, reader: str) -> list[Strand]:
        if source is None:
            return self._block(reader)
        if source == PICTURE:
            self.picture = True
            return []
        return self.of(source)

    def _follow(self, node: Node, wire: Wire) -> list[Strand]:
        op, module = node.op.lower().replace("_", ""), module_of(self._network, node)
        if node.name == self._stop or self.kernel(node.name) is not None:
            return [Strand(node.name, np.arange(node.units), np.ones(node.units))]
        if isinstance(module, nn.modules.batchnorm._BatchNorm) and module.running_var is not None:
            return self._scaled(node, wire, _slope(module))
        if op == "cat":
            return self._joined(node, wire)
        if op in ("add", "sub") and len(wire.sources) == 2:
            return self._summed(node, wire, (1, 1 if op == "add" else -1))
        # An addition of one tensor is that of a number, which leaves the slope as it is.
        if (op == "add" or _PASSING.fullmatch(op)) and len(wire.sources) == 1:
            return self._passed(node, wire)
        return self._block(node.name)

    def _block(self, name: str) -> list[Strand]:
        self.blocked[name] = None
        return []

    def _units(self, source: str | None) -> int:
        return self._network.nodes[source].units if source else 0

    def _passed(self, node: Node, wire: Wire) -> list[Strand]:
        source = wire.sources[0]
        strands = self._fitted(self._source(source, node.name), source, node.units)
        return self._block(node.name) if strands is None else strands

    def _fitted(self, strands: list[Strand], source: str | None, width: int) -> list[Strand] | None:
        """The strands of `source` for a reader of `width` units, which may have flattened its positions."""
        if all(strand.width == width for strand in strands):
            return strands
        node = self._network.nodes[source or ""]
        flattened = len(node.shape) == 3 and node.unit_axis == 1 and prod(node.shape) == width
        if not flattened or any(strand.width != node.units for strand in strands):
            return None
        return [replace(strand, grid=(node.shape[1], node.shape[2])) for strand in strands]

    def _scaled(self, node: Node, wire: Wire, slope: Array) -> list[Strand]:
        strands = self._source(wire.sources[0], node.name)
        if any(len(strand.factor) != len(slope) for strand in strands):
            return self._block(node.name)
        return [replace(strand, factor=strand.factor * slope) for strand in strands]

    def _joined(self, node: Node, wire: Wire) -> list[Strand]:
        sizes = [self._units(source) for source in wire.sources]
        if sum(sizes) != node.units or None in wire.sources:
            return self._block(node.name)
        found: list[Strand] = []
        for source, start in zip(wire.sources, np.cumsum([0, *sizes]), strict=False):
            for strand in self._source(source, node.name):
                if strand.grid != (1, 1):
                    return self._block(node.name)
                found.append(_placed(strand, int(start), node.units))
        return _merged(found)

    def _summed(self, node: Node, wire: Wire, signs: Iterable[int]) -> list[Strand]:
        if any(source and self._units(source) != node.units for source in wire.sources):
            return self._block(node.name)
        return _merged(
            replace(strand, factor=strand.factor * sign)
            for source, sign in zip(wire.sources, signs, strict=True)
            for strand in self._source(source, node.name)
        )


def _slope(module: nn.modules.batchnorm._BatchNorm) -> Array:
    """By how much a batch norm in eval mode multiplies each unit."""
    assert module.running_var is not None
    slope = (module.running_var.double() + module.eps).rsqrt()
    if isinstance(module.weight, torch.Tensor):
        slope = slope * module.weight.detach().double()
    result: Array = slope.cpu().numpy()
    return result


def _placed(strand: Strand, start: int, units: int) -> Strand:
    """The strand among the units of a concatenation."""
    unit, factor = np.full(units, -1), np.zeros(units)
    unit[start : start + len(strand.unit)] = strand.unit
    factor[start : start + len(strand.unit)] = strand.factor
    return replace(strand, unit=unit, factor=factor)


def _merged(strands: Iterable[Strand]) -> list[Strand]:
    """Strands that come from the same units made one: a value and what it was added to."""
    merged: dict[object, Strand] = {}
    for strand in strands:
        key = (strand.node, strand.grid, strand.unit.tobytes())
        known = merged.get(key)
        merged[key] = replace(strand, factor=known.factor + strand.factor) if known else strand
    return list(merged.values())
