"""Weights between units of any two nodes, by differentiating the network with its activations as identity.

The expanded weights of Voss et al. ("Visualizing Weights", 2021) without naming the layers between: in a
linear network they are the product of the kernels.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.base import LensRun, Progress, Update
from inspector.lenses.expanded_weights import COLOURS, PICTURE, Expanded, ExpandedParameters, Pooling
from inspector.lenses.expanded_weights.linear import Linear
from inspector.lenses.weights import Connection
from inspector.lenses.weights.connections import Bundle, strongest
from inspector.network.errors import AddressError, InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken
from inspector.saying import say

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
    node, unit = network.check(location), location.unit
    if unit is None:
        raise AddressError(
            say("{location} names no unit whose weights could be expanded.", location=location)
        )
    if not (parameters.source or parameters.target):
        raise AddressError(
            say("No node is named that the weights of {location} could be expanded to.", location=location)
        )
    found = Expanded(
        str(location), parameters.source, parameters.pooling, (), 0, "", target=parameters.target
    )
    if parameters.picture is not None:
        found = replace(found, at=parameters.picture.name)
    if parameters.source:
        ends = Ends(end_of(network, parameters.source), node, location.position)
        found = yield from _with_inputs(found, network, ends, unit, parameters, token)
    if parameters.target:
        ends = Ends(node, network.node(parameters.target), only=unit)
        found = yield from _with_users(found, network, ends, parameters, token)
    return found


def end_of(network: Network, name: str) -> Node:
    """The node of that name, or the picture as one.

    Raises:
        AddressError: There is neither.
    """
    if name != PICTURE or name in network.nodes:
        return network.node(name)
    shape = (len(COLOURS), *network.preprocessing.crop)
    return Node(PICTURE, "Picture", shape, len(COLOURS), unit_axis=1, parameters=0)


def _with_inputs(
    found: Expanded,
    network: Network,
    ends: Ends,
    unit: int,
    parameters: ExpandedParameters,
    token: CancelToken,
) -> Generator[Update, None, Expanded]:
    kernels = yield from expand(network, ends, [unit], parameters.pooling, parameters.picture, token)
    inputs, count = _strongest(ends.source.name, kernels[0], parameters)
    colours = _as_colours(kernels[0]) if ends.source.op == "Picture" else None
    place = ",".join(map(str, ends.place))
    return replace(found, inputs=inputs, count=count, position=place, colours=colours)


def _with_users(
    found: Expanded, network: Network, ends: Ends, parameters: ExpandedParameters, token: CancelToken
) -> Generator[Update, None, Expanded]:
    units = range(ends.target.units)
    kernels = yield from expand(network, ends, units, parameters.pooling, parameters.picture, token)
    users, count = _strongest(ends.target.name, kernels[:, 0], parameters)
    return replace(found, users=users, user_count=count)


def _strongest(
    node: str, kernels: Array, parameters: ExpandedParameters
) -> tuple[tuple[Connection, ...], int]:
    bundle = Bundle(node, np.arange(len(kernels)), kernels.astype(np.float64))
    return strongest([bundle], parameters.top, parameters.rank)


def _as_colours(kernels: Array) -> Array:
    """Kernels [3,h,w] on red, green and blue as a picture [h,w,3] around mid grey."""
    largest = float(np.abs(kernels).max()) or 1.0
    return np.ascontiguousarray(0.5 + kernels.transpose(1, 2, 0) / (2 * largest), np.float32)


@dataclass(frozen=True)
class Ends:
    """Between what weights are expanded.

    Attributes:
        source: The node whose units the weights are on.
        target: The node whose units are looked at.
        position: Where on the target's map; None takes its middle.
        only: The one unit of the source that is wanted; None takes them all.
    """

    source: Node
    target: Node
    position: tuple[int, int] | None = None
    only: int | None = None

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

    Where the ends name one unit of the source, it is the only one.

    Raises:
        InspectorError: The source does not lead to the target.
        Cancelled: The token was set.
    """
    if not ends.source.units or not ends.target.units:
        raise InspectorError(
            say("{name} has no units.", name=(ends.source if ends.target.units else ends.target).name)
        )
    yield Progress(0, len(units) + 1, say("Running to {name}", name=ends.target.name))
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
        kernel = kernel if ends.only is None else kernel[ends.only, None]
        found.append(kernel.reshape(kernel.shape[0], -1, kernel.shape[-1] if kernel.ndim > 1 else 1).numpy())
    return _cut(np.stack(found))


def _unconnected(ends: Ends) -> InspectorError:
    return InspectorError(
        say("{name} does not lead to {target}.", name=ends.source.name, target=ends.target.name)
    )


def _values(
    network: Network, ends: Ends, pooling: Pooling, picture: Picture | None, token: CancelToken
) -> tuple[torch.Tensor, torch.Tensor]:
    rgb = _pixels(network, picture).requires_grad_()
    with torch.enable_grad():
        batch = network.preprocessing.normalise(rgb).contiguous(memory_format=network.memory_format)
    wanted = {ends.target.name} | ({ends.source.name} if ends.source.op != "Picture" else set())
    walk = _Ends(network, frozenset(wanted), token)
    # The walk inside: it is to see what comes out of the linear mode.
    with torch.enable_grad(), Linear(average_pooling=pooling == "average"):
        try:
            with walk:
                network.module(batch)
        except _BothSeen:
            pass
    if len(walk.values) < len(wanted):
        raise InspectorError(
            say(
                "{name}/{target} was not computed for this input.", name=network.name, target=ends.target.name
            )
        )
    target = walk.values[ends.target.name]
    if not target.requires_grad:
        raise _unconnected(ends)
    return walk.values.get(ends.source.name, rgb), target


def _pixels(network: Network, picture: Picture | None) -> torch.Tensor:
    """What of the picture the network sees, RGB [1,3,H,W] in [0,1]; mid grey without one."""
    if picture is None:
        return torch.full((1, 3, *network.preprocessing.crop), 0.5, device=network.device)
    view = torch.from_numpy(network.preprocessing.view(picture.image).copy())
    return (view.permute(2, 0, 1)[None].float() / 255).contiguous().to(network.device)


class _BothSeen(BaseException):
    """The rest of the forward pass is not needed."""


class _Ends(Walk):
    """Keeps two nodes' values with the way back between them."""

    def __init__(self, network: Network, wanted: frozenset[str], token: CancelToken) -> None:
        super().__init__(network.places)
        self.values: dict[str, torch.Tensor] = {}
        self._wanted, self._token = wanted, token

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
