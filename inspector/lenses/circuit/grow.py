"""Growing a circuit: the unit at the end of the strongest path so far is taken next."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from math import sqrt

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitParameters, CircuitUnit, End
from inspector.lenses.weights import Connection
from inspector.lenses.weights.connections import inputs_of, strongest
from inspector.lenses.weights.strands import Strands
from inspector.lenses.weights.wiring import known_wiring
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

_ALL = 1 << 30


def grow(network: Network, location: Location, parameters: CircuitParameters, token: CancelToken) -> LensRun:
    """The lens's generator; returns `Circuit`.

    Raises:
        AddressError: The location names no unit.
        Cancelled: The token was set.
    """
    node = network.check(location)
    if location.unit is None:
        raise AddressError(say("{location} names no unit whose circuit could be drawn.", location=location))
    yield Progress(0, parameters.most, "Following the wires")
    strands = Strands(network, known_wiring(network, token))
    units: dict[End, CircuitUnit] = {}
    edges: dict[tuple[End, End], CircuitEdge] = {}
    waiting = [(-1.0, 0, (node.name, location.unit))]
    while waiting and len(units) < parameters.most:
        strength, depth, end = heapq.heappop(waiting)
        if end in units:
            continue  # a stronger path led to it
        yield Progress(len(units), parameters.most, f"{end[0]}/{end[1]}")
        token.check()
        units[end] = CircuitUnit(*end, depth, -strength)
        if depth < parameters.depth:
            for edge in _edges(strands, end, -strength, parameters.inputs):
                edges[edge.source, end] = edge
                heapq.heappush(waiting, (-edge.strength, depth + 1, edge.source))
    within = [edge for ends, edge in edges.items() if set(ends) <= units.keys()]
    within.sort(key=lambda edge: -edge.strength)
    note = (
        say("Inputs cannot be followed through {blocked}.", blocked=", ".join(strands.blocked))
        if strands.blocked
        else ""
    )
    return Circuit(str(location), tuple(units.values()), tuple(within), note)


def _edges(strands: Strands, end: End, strength: float, top: int) -> Iterator[CircuitEdge]:
    inputs, _ = strongest(inputs_of(strands, *end), _ALL)
    joined = _joined(inputs)
    whole = sqrt(sum(one.norm**2 for one in joined))
    for one in joined[:top]:
        share = one.norm / whole
        yield CircuitEdge((one.node, one.unit), end, one.norm, one.sum, share, strength * share, one.kernel)


def _joined(inputs: tuple[Connection, ...]) -> list[Connection]:
    """One connection a unit: of several kernels (by several ways) the strongest stands for all."""
    first: dict[End, Connection] = {}
    for one in inputs:
        first.setdefault((one.node, one.unit), one)
    return list(first.values())
