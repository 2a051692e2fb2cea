"""Reducing every node's value while the network runs, so that no value outlives its turn."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from inspector.lenses.examples import fused
from inspector.lenses.examples.lines import Line, Lines
from inspector.lenses.examples.looks import (
    all_places,
    in_rows,
    lies_last,
    looked_through,
    map_axes,
    means_of,
    positions,
)
from inspector.lenses.examples.rooms import MANY, Board
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.walk import Walk, tensors_in
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Array = np.ndarray[Any, Any]
# With maps of so many values a picture, compiled loops repay the seconds that compiling them takes.
_WORTH_COMPILING = 1 << 16
_RECTIFIERS = frozenset({"ReLU", "relu", "relu_"})


class _Followed(NamedTuple):
    """What was told of a node's value when that which it follows from was looked at.

    Attributes:
        source: The node it follows from.
        edges: float32 [n, 2, blocks, units] of that; None where no maximum passes its limits.
    """

    source: str
    edges: Array | None


class Watch(Walk):
    """Reduces the values of nodes in one forward pass.

    Args:
        network: The network that will run.
        nodes: The nodes.
        boards: Where what is found of each goes, by its name.
        same: Nodes whose value is another node's, by name; None finds out which are.
        token: Looked at before every leaf module.
        lines: The network's batch normalisations; None where their values are to be looked at.
        careful: Whether values that are no numbers are to be looked for and counted as zero.

    Attributes:
        seen: The names of the nodes that were computed.
        same: Nodes whose value was another node's, by name.
    """

    def __init__(
        self,
        network: Network,
        nodes: Mapping[str, Node],
        boards: Mapping[str, Board],
        same: Mapping[str, str] | None,
        token: CancelToken,
        *,
        lines: Lines | None = None,
        careful: bool = False,
    ) -> None:
        super().__init__(network.places)
        self.seen: set[str] = set()
        self.same: dict[str, str] = {}
        self._nodes, self._boards, self._known = nodes, boards, same
        self._careful, self._token = careful, token
        # The same for every batch of a scan, so that going on with one finds what it would have found.
        largest = max((node.units * positions(node) for node in nodes.values()), default=0)
        self._compiled = not careful and largest >= _WORTH_COMPILING and fused.loops() is not None
        self._lines = lines if lines is not None and self._compiled else Lines({}, {})
        self._fired: set[str] = set()
        self._followed: dict[str, _Followed] = {}
        self._last: tuple[str, torch.Tensor] | None = None
        self._live: dict[int, tuple[weakref.ref[torch.Tensor], str]] = {}
        self._written: tuple[torch.Tensor, str] | None = None

    def settle(self) -> None:
        """Write down all that was found; once, when the pass is through."""
        for board in {id(board): board for board in self._boards.values()}.values():
            board.settle()

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
            if not (self._compiled and self._follows(name, op, args, output, written)):
                self._look(name, output)
        self.seen.add(name)
        self._last = (name, output)
        self._live[id(output)] = (weakref.ref(output), name)

    def _follows(
        self,
        name: str,
        op: str,
        args: Any,
        output: torch.Tensor,
        written: tuple[torch.Tensor, str] | None,
    ) -> bool:
        """Whether it follows from the inputs' without a look: a rectification, a concatenation, a line."""
        if name in self._changes:
            return False  # an edit made something else of it
        if op in _RECTIFIERS and written is not None and written[0] is output:
            return self._rectified(name, written[1], output)
        if op not in _RECTIFIERS and op != "cat" and name not in self._lines.of:
            return False
        sources = [self._name_of(tensor) for tensor in tensors_in(args)]
        known = [source for source in sources if source is not None]
        if not known or len(known) < len(sources):
            return False
        if op == "cat":
            return self._joined(name, known)
        if op in _RECTIFIERS:
            return self._rectified(name, known[0], output)
        return self._normalised(name, known[0], output)

    def _name_of(self, tensor: torch.Tensor) -> str | None:
        known = self._live.get(id(tensor))
        return known[1] if known is not None and known[0]() is tensor else None

    def _joined(self, name: str, sources: Sequence[str]) -> bool:
        node, parts = self._nodes[name], [self._nodes[source] for source in sources]
        fits = all(part.map_shape == node.map_shape and part.unit_axis == 1 for part in parts)
        if not fits or node.unit_axis != 1 or sum(part.units for part in parts) != node.units:
            return False
        self._boards[name].copy(sources, name)
        if self._fired.issuperset(sources):
            self._fired.add(name)
        return True

    def _rectified(self, name: str, source: str, value: torch.Tensor) -> bool:
        """All but the means, which may need a look."""
        node, board = self._nodes[name], self._boards[name]
        if self._nodes[source].shape != node.shape or not (axes := map_axes(value.ndim, node.unit_axis)):
            return False
        if source not in self._fired:
            board.settle()  # else the source's own columns might be written after these
            board.hold(source, {"fired": means_of(value, axes)})
        board.rectify(source, name)
        self._fired |= {source, name}
        return True

    def _normalised(self, name: str, source: str, value: torch.Tensor) -> bool:
        """With fixed statistics it rises or falls throughout: its extremes are its input's along its line.

        The positions are looked up in the value, as rounding may bring more of it to the maximum.
        """
        node, board, line = self._nodes[name], self._boards[name], self._lines.of[name]
        if self._nodes[source].shape != node.shape or (maps := self._maps(node, value)) is None:
            return False
        followed, edges = self._followed.pop(name, None), None
        if followed is not None and followed.source == source:
            self._fired.add(name)
            passes, edges = followed.edges is not None, followed.edges
        else:
            board.settle()
            passes = board.follow(source, name, line)
        if passes:
            self._find(name, value, maps, edges, line)
        return True

    def _is_same(self, name: str) -> bool:
        return self._known is None or name in self._known

    def _look(self, name: str, value: torch.Tensor) -> None:
        node, board = self._nodes[name], self._boards[name]
        if self._careful:
            value = value.float().nan_to_num(0, 0, 0)
        axes, maps = map_axes(value.ndim, node.unit_axis), self._maps(node, value)
        if axes and maps is not None:
            self._look_through(name, value, maps)
            return
        if axes:
            self._look_by_torch(name, value, axes)
        else:
            flat = value.float().clone()
            board.hold(name, {"peaks": flat, "lowest": flat, "means": flat})
        if board.looked_at is not None:
            board.bring(name, _at_places(value, node, torch.from_numpy(board.looked_at)))

    def _look_through(self, name: str, value: torch.Tensor, maps: Array) -> None:
        board, ahead = self._boards[name], self._lines.behind.get(name)
        # What comes next is told along with it, where someone asks for that.
        if ahead is None or self._boards.get(ahead.name) is not board or ahead.name in self.seen:
            edges = board.look(name, maps, name, None)
            self._fired.add(name)
        else:
            edges = board.look(name, maps, *ahead)
            passes = board.follow(name, *ahead)
            self._followed[ahead.name] = _Followed(name, edges if passes else None)
        self._find(name, value, maps, edges, None)

    def _look_by_torch(self, name: str, value: torch.Tensor, axes: tuple[int, ...]) -> None:
        node, board = self._nodes[name], self._boards[name]
        last = lies_last(value) and not value.is_contiguous()
        if node.unit_axis == 1 and axes == (2, 3) and last and not self._careful:
            peaks, places, lowest, means = looked_through(value)
            board.hold(name, {"peaks": peaks, "places": places, "lowest": lowest, "means": means})
            return
        peaks = value.amax(axes).float()
        means = value.mean(axes, dtype=torch.float64 if self._careful else None).float()
        places = self._places_of(name, value, peaks)
        found = {"peaks": peaks, "lowest": value.amin(axes).float(), "means": means, "places": places}
        board.hold(name, found)

    def _maps(self, node: Node, value: torch.Tensor) -> Array | None:
        """The value as [n, positions, units], where the compiled loops are used and can read it."""
        return in_rows(value, node.unit_axis) if self._compiled else None

    def _find(
        self,
        name: str,
        value: torch.Tensor,
        maps: Array,
        edges: Array | None,
        line: Line | None,
    ) -> None:
        board = self._boards[name]
        if not board.find(name, maps, edges, line):
            board.hold(name, {"places": all_places(value.movedim(self._nodes[name].unit_axis, 1))})

    def _places_of(self, name: str, value: torch.Tensor, peaks: torch.Tensor) -> torch.Tensor:
        high, low = (torch.from_numpy(one).to(peaks.device) for one in self._boards[name].limits(name))
        first = value.movedim(self._nodes[name].unit_axis, 1)
        chosen = ((peaks > high) | (peaks < low)).nonzero()
        if len(chosen) > MANY * peaks.numel():
            return all_places(first)
        places = torch.zeros(peaks.shape, dtype=torch.int64)
        if len(chosen):
            picture, unit = chosen.T.contiguous()
            places[picture.cpu(), unit.cpu()] = first[picture, unit].flatten(1).argmax(1).cpu()
        return places


def _at_places(value: torch.Tensor, node: Node, places: torch.Tensor) -> torch.Tensor:
    """Values [units, n * s] at the places int64 [n, s] of a node's value."""
    first = value.movedim(node.unit_axis, 1)
    first = first.flatten(2) if first.ndim > 2 else first[..., None]
    chosen = first.gather(2, places.to(value.device)[:, None].expand(-1, first.shape[1], -1))
    return chosen.movedim(1, 0).reshape(first.shape[1], -1)
