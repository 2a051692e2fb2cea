"""The strongest kernels into and out of a unit, ranked by L2 norm or by their sum (Voss et al. 2021).

Between two nodes with weights, batch norm is folded in; nonlinearities count as the identity and pooling as a
mean or a choice that leaves units apart. So these are the weights of a linear approximation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.weights import Connection, Rank, Weights, WeightsParameters
from inspector.lenses.weights.strands import Strand, Strands
from inspector.lenses.weights.wiring import known_wiring
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import joined, say

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Bundle:
    """Kernels to or from units of one node: unit int64 [n], kernel float64 [n, h, w]."""

    node: str
    unit: Array
    kernel: Array


def connections(
    network: Network, location: Location, parameters: WeightsParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; returns `Weights`.

    Raises:
        AddressError: The location names no unit.
        Cancelled: The token was set.
    """
    node, unit = network.check(location), location.unit
    if unit is None:
        raise AddressError(say("{location} names no unit whose weights could be read.", location=location))
    yield Progress(0, 3, "Following the wires")
    wires = known_wiring(network, token)
    yield Progress(1, 3, "Weights in")
    back = Strands(network, wires)
    inputs, before = strongest(inputs_of(back, node.name, unit), parameters.top, parameters.rank)
    yield Progress(2, 3, "Weights out")
    ahead = Strands(network, wires, stop=back.real(node.name))
    bundles = _users(ahead, network, back.real(node.name), unit, token)
    users, behind = strongest(bundles, parameters.top, parameters.rank)
    note = joined(" ", filter(None, [_on_inputs(back, inputs), _on_users(ahead, users)]))
    return Weights(str(location), inputs, users, note, (before, behind))


def inputs_of(back: Strands, node: str, unit: int) -> Iterator[Bundle]:
    """The kernels from all units before one, a bundle for every node and position."""
    for strand in back.of(node):
        place = unit // (strand.grid[0] * strand.grid[1])
        module, row = back.kernel(strand.node), int(strand.unit[place])
        if module is None or row < 0:
            continue
        for source in back.behind(strand.node, module):
            columns, kernel = _kernels_into(module, row, source)
            known = source.unit[columns] >= 0
            factor = (source.factor[columns] * strand.factor[place])[known, None, None]
            yield Bundle(source.node, source.unit[columns][known], kernel[known] * factor)


def _users(ahead: Strands, network: Network, target: str, unit: int, token: CancelToken) -> Iterator[Bundle]:
    for name in network.nodes:
        token.check()
        module = ahead.kernel(name)
        if module is None:
            continue
        for strand in ahead.behind(name, module):
            for column in np.flatnonzero(strand.unit == unit) if strand.node == target else ():
                rows, kernel = _kernels_out_of(module, int(column), strand)
                yield Bundle(name, rows, kernel * strand.factor[column])


def _kernels_into(module: nn.Conv2d | nn.Linear, row: int, strand: Strand) -> tuple[Array, Array]:
    """The columns that one of the module's units reads, and its kernel [h, w] on each."""
    if isinstance(module, nn.Linear):
        return np.arange(len(strand.unit)), _numbers(module.weight[row]).reshape(-1, *strand.grid)
    width = module.in_channels // module.groups
    first = row // (module.out_channels // module.groups) * width
    return np.arange(first, first + width), _numbers(module.weight[row])


def _kernels_out_of(module: nn.Conv2d | nn.Linear, column: int, strand: Strand) -> tuple[Array, Array]:
    """The units that read one column of the module's input, and the kernel [h, w] of each on it."""
    if isinstance(module, nn.Linear):
        weight = module.weight.view(module.out_features, -1, *strand.grid)
        return np.arange(module.out_features), _numbers(weight[:, column])
    width, height = module.in_channels // module.groups, module.out_channels // module.groups
    rows = column // width * height + np.arange(height)
    return rows, _numbers(module.weight[int(rows[0]) : int(rows[-1]) + 1, column % width])


def _numbers(weight: torch.Tensor) -> Array:
    numbers: Array = weight.detach().double().cpu().numpy()
    return numbers


def strongest(bundles: Iterable[Bundle], top: int, rank: Rank = "norm") -> tuple[tuple[Connection, ...], int]:
    """The first `top` kernels by `rank`, and how many there are; kernels of nothing but zeros are none."""
    found: list[tuple[float, float, Bundle, int]] = []
    count = 0
    for bundle in bundles:
        norms = np.sqrt((bundle.kernel**2).sum((1, 2)))
        keys = _keys(norms, bundle, rank)
        count += int((norms > 0).sum())
        order = [i for i in np.argsort(keys, kind="stable") if norms[i] > 0][:top]
        found += [(float(keys[i]), float(norms[i]), bundle, int(i)) for i in order]
    found.sort(key=lambda item: item[0])
    return tuple(_connection(*item[1:]) for item in found[:top]), count


def _keys(norms: Array, bundle: Bundle, rank: Rank) -> Array:
    """What to sort by, lowest first."""
    return -norms if rank == "norm" else bundle.kernel.sum((1, 2)) * (-1 if rank == "sum" else 1)


def _connection(norm: float, bundle: Bundle, i: int) -> Connection:
    kernel = np.ascontiguousarray(bundle.kernel[i], np.float32)
    return Connection(bundle.node, int(bundle.unit[i]), norm, float(bundle.kernel[i].sum()), kernel)


def _on_inputs(back: Strands, inputs: tuple[Connection, ...]) -> str:
    if back.blocked:
        return say("Inputs cannot be followed through {listed}.", listed=_listed(back.blocked))
    if inputs:
        return ""
    return say("It reads the picture itself.") if back.picture else say("No weights lead to it.")


def _on_users(ahead: Strands, users: tuple[Connection, ...]) -> str:
    blocked = ahead.blocked_behind_stop()
    if blocked:
        return say("Users cannot be followed through {listed}.", listed=_listed(blocked))
    return "" if users else say("Nothing with weights reads it.")


def _listed(names: Iterable[str]) -> str:
    first, *others = names
    return say("{first} and {count} more", first=first, count=len(others)) if others else first
