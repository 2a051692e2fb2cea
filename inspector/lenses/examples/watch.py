"""Reducing every node's value while the network runs, so that no value outlives its turn."""

from __future__ import annotations

import weakref
from collections.abc import Mapping
from typing import Any

import torch
from torch import nn

from inspector.lenses.examples import fused
from inspector.lenses.examples.lines import Line
from inspector.lenses.examples.looks import (
    all_places,
    in_rows,
    lies_last,
    looked_through,
    map_axes,
    means_of,
    positions,
)
from inspector.lenses.examples.reduced import Limits, Reduced, joined
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.walk import Walk, tensors_in
from inspector.probe.cancel import CancelToken
from inspector.saying import say

# Above this share of units and pictures one look over all maps for positions is cheaper than picking some.
_MANY = 0.25
# With maps of so many values a picture, compiled loops repay the seconds that compiling them takes.
_WORTH_COMPILING = 1 << 16
# The compiled loops take many units at once; so few are looked through faster by torch.
_FEW = 8
_RECTIFIERS = frozenset({"ReLU", "relu", "relu_"})


class Watch(Walk):
    """Reduces the values of nodes in one forward pass.

    Args:
        network: The network that will run.
        nodes: The nodes.
        limits: By node; None takes the position of every maximum.
        rooms: By node, the places int64 [n, s] that are looked at and where their values float32
            [units, n * s] go; a node that is missing is not sampled.
        same: Nodes whose value is another node's, by name; None finds out which are.
        lines: What their values go along next, by node.
        careful: Whether values that are no numbers are to be looked for and counted as zero.
        token: Looked at before every leaf module.
    """

    def __init__(
        self,
        network: Network,
        nodes: Mapping[str, Node],
        limits: Mapping[str, Limits] | None,
        rooms: Mapping[str, tuple[torch.Tensor, torch.Tensor]],
        same: Mapping[str, str] | None,
        token: CancelToken,
        *,
        lines: Mapping[str, Line] | None = None,
        careful: bool = False,
    ) -> None:
        super().__init__(network.places)
        self.reduced: dict[str, Reduced] = {}
        self.same: dict[str, str] = {}
        self._nodes, self._limits, self._rooms, self._known = nodes, limits, rooms, same
        self._careful, self._token, self._lines = careful, token, lines or {}
        # The same for every batch of a scan, so that going on with one finds what it would have found.
        largest = max((node.units * positions(node) for node in nodes.values()), default=0)
        self._compiled = not careful and largest >= _WORTH_COMPILING and fused.loops() is not None
        self._last: tuple[str, torch.Tensor] | None = None
        self._live: dict[int, tuple[weakref.ref[torch.Tensor], str]] = {}
        self._written: tuple[torch.Tensor, str] | None = None

    def wants_pattern(self, name: str) -> bool:
        return name in self._nodes

    def before_leaf(self) -> None:
        self._token.passing(self.pace)

    def before_write(self, tensor: torch.Tensor) -> None:
        # Whatever shares its memory holds other values from now on.
        place = tensor.untyped_storage().data_ptr()
        known = self._live.get(id(tensor))
        self._written = (tensor, known[1]) if known is not None and known[0]() is tensor else None
        for key, (reference, _) in list(self._live.items()):
            other = reference()
            if other is None or other.untyped_storage().data_ptr() == place:
                del self._live[key]
        if self._last is not None and self._last[1].untyped_storage().data_ptr() == place:
            self._last = None

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        written, self._written = self._written, None
        if name not in self._nodes:
            return
        # A container's value is that of its last part, an identity's that of what came before.
        if self._last is not None and self._last[1] is output and self._is_same(name):
            self.same[name] = self._last[0]
            return
        if self._known is not None and name in self._known:
            raise InspectorError(
                say("{name} is computed in another way for some pictures: scan it by itself.", name=name)
            )
        # Ours are no functions of the network's.
        with torch._C.DisableTorchFunction():
            made = None if self._careful else self._derived(name, op, module, args, output, written)
            self.reduced[name] = made if made is not None else self._reduce(name, output)
        self._last = (name, output)
        self._live[id(output)] = (weakref.ref(output), name)

    def _derived(
        self,
        name: str,
        op: str,
        module: nn.Module | None,
        args: Any,
        output: torch.Tensor,
        written: tuple[torch.Tensor, str] | None,
    ) -> Reduced | None:
        """What follows from the inputs' without a look at the value: a rectification, a concatenation."""
        if name in self._changes:
            return None  # an edit made something else of it
        node, inputs = self._nodes[name], list(tensors_in(args))
        if type(module) is nn.BatchNorm2d and inputs:
            source = self._name_of(inputs[0])
            return self._normalised(node, module, source, output) if source is not None else None
        if op in _RECTIFIERS:
            if written is not None and written[0] is output:
                return self._rectified(node, written[1], output)
            source = self._name_of(inputs[0]) if inputs else None
            return self._rectified(node, source, output) if source is not None else None
        if op == "cat" and node.unit_axis == 1:
            sources = [self._name_of(tensor) for tensor in inputs]
            parts = [self._nodes[source] for source in sources if source is not None]
            fits = all(part.map_shape == node.map_shape and part.unit_axis == 1 for part in parts)
            if fits and len(parts) == len(inputs) and sum(part.units for part in parts) == node.units:
                room = self._rooms[name][1] if name in self._rooms else None
                return joined([self.reduced[part.name] for part in parts], room)
        return None

    def _name_of(self, tensor: torch.Tensor) -> str | None:
        known = self._live.get(id(tensor))
        return known[1] if known is not None and known[0]() is tensor else None

    def _normalised(
        self, node: Node, module: nn.BatchNorm2d, source: str, value: torch.Tensor
    ) -> Reduced | None:
        """A batch normalisation's from its input's: with fixed statistics it rises or falls throughout.

        The maximum and the minimum go through it themselves, so they are those of its value to the bit. The
        places are looked up in the value, as rounding may bring more of it to the maximum.
        """
        ahead = self._lines.get(source)
        line = ahead if ahead is not None and ahead.module is module else Line.of(module)
        if line is None or self._nodes[source].shape != node.shape or value.dtype != torch.float32:
            return None
        before, maps = self.reduced[source], self._maps(node, value)
        looked = before.looked
        if looked is None:
            looked = fused.Looked(torch.cat([before.peaks, before.lowest, before.means]), len(value))
            made = looked.through(line, None)
            places = self._places_of(value, node, made.peaks, maps)
            return Reduced(made.peaks, made.lowest, made.means, places, self._rows(value, node, maps))
        return self._made(node, value, maps, looked.through(line, looked.ahead if line is ahead else None))

    def _rectified(self, node: Node, source: str, value: torch.Tensor) -> Reduced | None:
        """A rectified node's from its input's: all but the means, which may need a look."""
        before, axes = self.reduced[source], map_axes(value, node)
        if self._nodes[source].shape != node.shape or not axes:
            return None
        peaks, lowest, places = self._above_zero(before)
        rows = self._rooms[node.name][1] if before.rows is not None else None
        if before.rows is not None:
            torch.clamp_min(before.rows, 0, out=rows)
        means = before.fired if before.fired is not None else means_of(value, axes)
        return Reduced(peaks, lowest, means, places, rows, means)

    def _above_zero(self, before: Reduced) -> tuple[torch.Tensor, ...]:
        """Maxima, minima and positions of the maxima. Where all are zero the first position counts."""
        if self._compiled and before.peaks.device.type == "cpu":
            return fused.rectified(before.peaks, before.lowest, before.places)
        peaks = before.peaks.relu()
        return peaks, before.lowest.relu(), before.places * (peaks.cpu() > 0)

    def _is_same(self, name: str) -> bool:
        return self._known is None or name in self._known

    def _reduce(self, name: str, value: torch.Tensor) -> Reduced:
        node = self._nodes[name]
        if self._careful:
            value = value.float().nan_to_num(0, 0, 0)
        axes, maps = map_axes(value, node), self._maps(node, value)
        if not axes:
            flat = value.float().clone()
            places = torch.zeros_like(flat, dtype=torch.int64)
            return Reduced(flat, flat, flat, places, self._rows(value, node, maps))
        if maps is not None:
            return self._made(node, value, maps, fused.look(maps, self._lines.get(name)))
        last = lies_last(value) and not value.is_contiguous()
        if node.unit_axis == 1 and axes == (2, 3) and last and not self._careful:
            peaks, places, lowest, means = looked_through(value)
            return Reduced(peaks, lowest, means, places.cpu(), self._rows(value, node, maps))
        peaks = value.amax(axes).float()
        means = value.mean(axes, dtype=torch.float64 if self._careful else None).float()
        lowest = value.amin(axes).float()
        places = self._places_of(value, node, peaks, maps)
        return Reduced(peaks, lowest, means, places, self._rows(value, node, maps))

    def _maps(self, node: Node, value: torch.Tensor) -> torch.Tensor | None:
        """The value as [n, positions, units], where the compiled loops are used and can read it."""
        if not self._compiled or node.units < _FEW:
            return None
        maps = in_rows(value, node)
        return maps if fused.fits(maps) else None

    def _made(
        self, node: Node, value: torch.Tensor, maps: torch.Tensor | None, looked: fused.Looked
    ) -> Reduced:
        places = self._places_of(value, node, looked.peaks, maps, looked)
        rows = self._rows(value, node, maps)
        return Reduced(looked.peaks, looked.lowest, looked.means, places, rows, looked.fired, looked)

    def _places_of(
        self,
        value: torch.Tensor,
        node: Node,
        peaks: torch.Tensor,
        maps: torch.Tensor | None,
        looked: fused.Looked | None = None,
    ) -> torch.Tensor:
        limits = self._limits[node.name] if self._limits is not None else None
        if limits is not None and maps is not None:
            most = int(_MANY * peaks.numel())
            found = fused.find(maps, peaks, (limits.high, limits.low), most, looked)
            if found is not None:
                return found
        first = value.movedim(node.unit_axis, 1)
        if limits is None or maps is not None:
            return all_places(first)
        high, low = limits.high.to(peaks.device), limits.low.to(peaks.device)
        chosen = ((peaks > high) | (peaks < low)).nonzero()
        if len(chosen) > _MANY * peaks.numel():
            return all_places(first)
        places = torch.zeros(peaks.shape, dtype=torch.int64)
        if len(chosen):
            picture, unit = chosen.T.contiguous()
            found = first[picture, unit].flatten(1).argmax(1).cpu()
            places[picture.cpu(), unit.cpu()] = found
        return places

    def _rows(self, value: torch.Tensor, node: Node, maps: torch.Tensor | None) -> torch.Tensor | None:
        if node.name not in self._rooms:
            return None
        places, room = self._rooms[node.name]
        if maps is not None:
            fused.gather(maps, places, room)
            return room
        first = value.movedim(node.unit_axis, 1)
        first = first.flatten(2) if first.ndim > 2 else first[..., None]
        chosen = first.gather(2, places.to(value.device)[:, None].expand(-1, first.shape[1], -1))
        # A copy: what comes next may overwrite the value.
        return room.copy_(chosen.movedim(1, 0).reshape(first.shape[1], -1))
