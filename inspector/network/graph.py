"""The nodes of a network, found by one real forward pass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isqrt
from types import MappingProxyType
from typing import Any

import torch
from torch import nn

from inspector.network.attention import PATTERN
from inspector.network.walk import Walk, places_in, tensors_in

_UNITS_LAST = (nn.Linear, nn.MultiheadAttention, nn.Embedding)
# The same by name: modules that were read from a file are of classes of their own.
_LAST_BY_NAME = frozenset({"Linear", "MultiheadAttention", "Embedding", "linear"})
_SECOND_BY_NAME = frozenset(
    {
        f"{kind}{d}d"
        for kind in ("Conv", "ConvTranspose", "BatchNorm", "MaxPool", "AvgPool")
        for d in (1, 2, 3)
    }
    | {f"Adaptive{kind}Pool{d}d" for kind in ("Avg", "Max") for d in (1, 2, 3)}
    | {"GroupNorm", "LocalResponseNorm"}
)
# More than these stand before no known network's tokens: a class token, one of distillation, four registers.
_APART = 8
_UNITS_SECOND = (
    nn.modules.conv._ConvNd,
    nn.modules.batchnorm._BatchNorm,
    nn.GroupNorm,
    nn.LocalResponseNorm,
    nn.modules.pooling._MaxPoolNd,
    nn.modules.pooling._AvgPoolNd,
    nn.modules.pooling._AdaptiveAvgPoolNd,
)


@dataclass(frozen=True)
class Node:
    """One operation at which values can be read.

    Attributes:
        name: Dotted module path, `:1`, `:2` behind it for later calls.
        op: The module's class (`Conv2d`) or the function (`add`).
        shape: Shape of the value without the batch.
        units: How many units it has; 0 where it has none to speak of.
        unit_axis: Axis of the units in the value with its batch: 1 for [N,C,H,W], the last for [N,T,C].
        parameters: How many numbers the module has learned (all below it, for a container).
        inputs: Names of the nodes whose values go into it.
        container: Whether it is a module that only holds others.
        kernel: Sides of the module's kernel or window, () where it has none.
        stride: How far the kernel goes at each step along each side, () likewise.
        grid: Rows and columns in which tokens lie on the picture, where they do.
    """

    name: str
    op: str
    shape: tuple[int, ...]
    units: int
    unit_axis: int
    parameters: int
    inputs: tuple[str, ...] = ()
    container: bool = False
    kernel: tuple[int, ...] = ()
    stride: tuple[int, ...] = ()
    grid: tuple[int, int] | None = None

    @property
    def apart(self) -> int:
        """How many tokens stand before those of the grid: the class token, registers."""
        return self.map_shape[0] - self.grid[0] * self.grid[1] if self.grid is not None else 0

    @property
    def on_picture(self) -> bool:
        """Whether the map's positions are places on the picture; those of attention are pairs of tokens."""
        return self.op != PATTERN and (len(self.map_shape) == 2 or self.grid is not None)

    @property
    def map_shape(self) -> tuple[int, ...]:
        """Shape of one unit's activation: (H, W), (T,) or () for a single number."""
        axis = self.unit_axis - 1
        return self.shape[:axis] + self.shape[axis + 1 :]


def trace(module: nn.Module, example: torch.Tensor) -> tuple[Mapping[str, Node], Any]:
    """All nodes of `module` in order of execution, and its answer, from one pass of `example` [N, ...]."""
    tracer = _Tracer(module, example)
    with torch.no_grad(), tracer:
        output = module(example)
    return MappingProxyType(tracer.nodes), output


@dataclass(frozen=True)
class _Origin:
    """Where a tensor comes from: the nodes that made it and the axis of its units."""

    nodes: tuple[str, ...]
    axis: int | None


class _Tracer(Walk):
    def __init__(self, module: nn.Module, example: torch.Tensor) -> None:
        super().__init__(places_in(module))
        self.nodes: dict[str, Node] = {}
        self._batch = example.shape[0]
        self._maps: list[tuple[int, int]] = []
        self._origins: dict[int, _Origin] = {}
        # An id is reused once its object is gone: every tensor seen is kept until the pass is over.
        self._kept: list[torch.Tensor] = []
        # Weights, and what is made of weights alone: the same for every picture, so nothing to look at.
        self._constants = {id(tensor) for tensor in [*module.parameters(), *module.buffers()]}

    def wants_pattern(self, name: str) -> bool:
        return True

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if self._is_constant(args, output):
            return
        axis = self._axis(op, module, args, output)
        has_units = output.ndim >= 2 and output.shape[0] == self._batch and output.is_floating_point()
        container = module is not None and next(module.children(), None) is not None
        if output.ndim == 4 and axis == 1 and op != PATTERN:
            self._maps.append((output.shape[2], output.shape[3]))
        self.nodes[name] = Node(
            name=name,
            op=op,
            shape=tuple(output.shape[1:]),
            units=output.shape[axis] if has_units else 0,
            unit_axis=axis,
            parameters=sum(p.numel() for p in module.parameters()) if module is not None else 0,
            inputs=self._sources(args),
            container=container,
            kernel=_sides(module, "kernel_size", output.ndim - 2),
            stride=_sides(module, "stride", output.ndim - 2),
            grid=self._grid(output.shape[1]) if has_units and output.ndim == 3 and axis == 2 else None,
        )
        known = self._origins.get(id(output)) if container else None
        self._remember(output, _Origin(known.nodes if known else (name,), axis))

    def _grid(self, tokens: int) -> tuple[int, int] | None:
        """Rows and columns of tokens: those of the last map that they can be made of, else a square."""
        made = (g for g in reversed(self._maps) if g[0] * g[1] > 1 and 0 <= tokens - g[0] * g[1] <= _APART)
        sides = (isqrt(max(tokens - apart, 0)) for apart in (0, 1))
        square = ((s, s) for apart, s in enumerate(sides) if s > 1 and s * s == tokens - apart)
        return next(made, None) or next(square, None)

    def on_other(self, args: Any, output: Any) -> None:
        if self._is_constant(args, output):
            return
        sources = self._sources(args)
        for tensor in tensors_in(output):
            self._remember(tensor, _Origin(sources, self._inherited(args, tensor)))

    def _is_constant(self, args: Any, output: Any) -> bool:
        """Whether weights alone made `output`; remembers it where that is so."""
        found = False
        for tensor in tensors_in(args):
            if id(tensor) not in self._constants:
                return False  # mostly at the first: what is left is not asked for
            found = True
        outputs = [*tensors_in(output)]
        # A module without arguments (a parametrization) hands out what functions inside it made.
        constant = found or (bool(outputs) and self._constants.issuperset(map(id, outputs)))
        if constant:
            self._kept += outputs
            self._constants.update(map(id, outputs))
        return constant

    def _remember(self, tensor: torch.Tensor, origin: _Origin) -> None:
        self._kept.append(tensor)
        self._origins[id(tensor)] = origin

    def _sources(self, args: Any) -> tuple[str, ...]:
        found = (self._origins[id(tensor)] for tensor in tensors_in(args) if id(tensor) in self._origins)
        return tuple(dict.fromkeys(name for origin in found for name in origin.nodes))

    def _inherited(self, args: Any, output: torch.Tensor) -> int | None:
        for tensor in tensors_in(args):
            origin = self._origins.get(id(tensor))
            if origin is None or origin.axis is None:
                continue
            if (axis := _followed(origin.axis, tensor, output)) is not None:
                return axis
        return None

    def _joined(self, args: Any, output: torch.Tensor) -> int | None:
        """The axis of what is concatenated, whose size along it may have grown."""
        origins = (self._origins.get(id(tensor)) for tensor in tensors_in(args) if tensor.ndim == output.ndim)
        return next((o.axis for o in origins if o is not None and o.axis is not None), None)

    def _axis(self, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> int:
        if op == PATTERN:
            return 1
        known = self._origins.get(id(output))
        if known is not None and known.axis is not None:
            return known.axis  # the same tensor under another name: a container, an identity
        if isinstance(module, _UNITS_LAST) or op in _LAST_BY_NAME:
            return output.ndim - 1
        if isinstance(module, _UNITS_SECOND) or op in _SECOND_BY_NAME or output.ndim < 3:
            return min(1, output.ndim - 1)
        inherited = self._joined(args, output) if op == "cat" else self._inherited(args, output)
        if inherited is not None:
            return inherited
        return output.ndim - 1 if output.ndim == 3 or isinstance(module, nn.LayerNorm) else 1


def _sides(module: nn.Module | None, name: str, count: int) -> tuple[int, ...]:
    """A module's kernel or stride as one number for each of `count` sides; () where it has none."""
    value = getattr(module, name, None)
    if isinstance(value, int):
        return (value,) * count
    if isinstance(value, tuple) and all(isinstance(side, int) for side in value):
        return value
    return ()


def _followed(axis: int, tensor: torch.Tensor, output: torch.Tensor) -> int | None:
    """Where `axis` of `tensor` has gone in `output`, or None where nothing tells.

    A permuted view shows it by its stride; what was reshaped by how many numbers lie behind one step.
    """
    size, places = tensor.shape[axis], range(output.ndim)
    if tensor.untyped_storage().data_ptr() == output.untyped_storage().data_ptr():
        same = [i for i in places if output.shape[i] == size and output.stride(i) == tensor.stride(axis)]
    elif tensor.numel() == output.numel():
        behind = tensor.shape[axis + 1 :].numel()
        same = [i for i in places if output.shape[i] == size and output.shape[i + 1 :].numel() == behind]
    else:
        same = [axis] if tensor.ndim == output.ndim and output.shape[axis] == size else []
    return axis if axis in same else same[-1] if same else None
