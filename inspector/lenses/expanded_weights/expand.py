"""Weights between units of any two nodes, by differentiating the network with its activations as identity.

The expanded weights of Voss et al. ("Visualizing Weights", 2021) without naming the layers between: in a
linear network they are the product of the kernels.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.base import LensRun, Progress, Update
from inspector.lenses.expanded_weights import Expanded, ExpandedParameters, Pooling
from inspector.lenses.expanded_weights.linear import Linear
from inspector.lenses.weights.connections import Bundle, strongest
from inspector.network.errors import AddressError, InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]


def expanded(
    network: Network, location: Location, parameters: ExpandedParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; returns `Expanded`.

    Raises:
        AddressError: The location names no unit, or there is no such source.
        InspectorError: The source does not lead to the unit.
        Cancelled: The token was set.
    """
    node = network.check(location)
    if location.unit is None:
        raise AddressError(f"{location} names no unit whose weights could be expanded.")
    ends = Ends(network.node(parameters.source or None), node, location.position)
    kernels = yield from expand(network, ends, [location.unit], parameters.pooling, parameters.picture, token)
    bundle = Bundle(ends.source.name, np.arange(ends.source.units), kernels[0].astype(np.float64))
    inputs, count = strongest([bundle], parameters.top, parameters.rank)
    place = ",".join(map(str, ends.place))
    at = parameters.picture.name if parameters.picture is not None else "mid grey"
    return Expanded(str(location), ends.source.name, parameters.pooling, inputs, count, place, at=at)


@dataclass(frozen=True)
class Ends:
    """Between what weights are expanded.

    Attributes:
        source: The node whose units the weights are on.
        target: The node whose units are looked at.
        position: Where on the target's map; None takes its middle.
    """

    source: Node
    target: Node
    position: tuple[int, int] | None = None

    @property
    def place(self) -> tuple[int, ...]:
        """The position on the target's map."""
        return self.position or tuple(side // 2 for side in self.target.map_shape)


def expand(
    network: Network,
    ends: Ends,
    units: Sequence[int],
    pooling: Pooling,
    picture: Picture | None,
    token: CancelToken,
) -> Generator[Update, None, Array]:
    """Kernels float32 [units of the target, units of the source, h, w], cut to where any of them is not zero.

    Raises:
        InspectorError: The source does not lead to the target.
        Cancelled: The token was set.
    """
    if not ends.source.units or not ends.target.units:
        raise InspectorError(f"{(ends.source if ends.target.units else ends.target).name} has no units.")
    yield Progress(0, len(units) + 1, f"Running to {ends.target.name}")
    source, target = _values(network, ends, pooling, picture, token)
    found: list[Array] = []
    for number, unit in enumerate(units):
        yield Progress(number + 1, len(units) + 1, f"{ends.target.name}/{unit}")
        token.check()
        value = target.movedim(ends.target.unit_axis, 1)[0, unit][ends.place]
        (gradient,) = torch.autograd.grad(value, source, retain_graph=True, allow_unused=True)
        if gradient is None:
            raise _unconnected(ends)
        kernel = gradient.movedim(ends.source.unit_axis, 1)[0].float().cpu()
        found.append(kernel.reshape(kernel.shape[0], -1, kernel.shape[-1] if kernel.ndim > 1 else 1).numpy())
    return _cut(np.stack(found))


def _unconnected(ends: Ends) -> InspectorError:
    return InspectorError(f"{ends.source.name} does not lead to {ends.target.name}.")


def _values(
    network: Network, ends: Ends, pooling: Pooling, picture: Picture | None, token: CancelToken
) -> tuple[torch.Tensor, torch.Tensor]:
    if picture is None:
        grey = torch.full((1, 3, *network.preprocessing.crop), 0.5, device=network.device)
        batch = network.preprocessing.normalise(grey)
    else:
        batch = network.preprocessing(picture.image)[None].to(network.device)
    batch = batch.detach().contiguous(memory_format=network.memory_format).requires_grad_()
    walk = _Ends(network, (ends.source.name, ends.target.name), token)
    # The walk inside: it is to see what comes out of the linear mode.
    with torch.enable_grad(), Linear(average_pooling=pooling == "average"):
        try:
            with walk:
                network.module(batch)
        except _BothSeen:
            pass
    if len(walk.values) < len({ends.source.name, ends.target.name}):
        raise InspectorError(f"{network.name}/{ends.target.name} was not computed for this input.")
    source, target = walk.values[ends.source.name], walk.values[ends.target.name]
    if not target.requires_grad:
        raise _unconnected(ends)
    return source, target


class _BothSeen(BaseException):
    """The rest of the forward pass is not needed."""


class _Ends(Walk):
    """Keeps two nodes' values with the way back between them."""

    def __init__(self, network: Network, names: tuple[str, str], token: CancelToken) -> None:
        super().__init__(network.places)
        self.values: dict[str, torch.Tensor] = {}
        self._wanted, self._token = frozenset(names), token

    def before_leaf(self) -> None:
        self._token.passing(self.pace)

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if name in self._wanted:
            self.values[name] = output
            if len(self.values) == len(self._wanted):
                raise _BothSeen


def _cut(kernels: Array) -> Array:
    """Without the margins [.., h, w] that nothing reaches."""
    reached = np.abs(kernels).max(axis=(0, 1)) > 0
    if not reached.any():
        return np.ascontiguousarray(kernels[..., :1, :1])
    rows, columns = np.flatnonzero(reached.any(1)), np.flatnonzero(reached.any(0))
    return np.ascontiguousarray(kernels[..., rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
