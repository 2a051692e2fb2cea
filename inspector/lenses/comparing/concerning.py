"""Which edits speak of how a unit is made: of the weights into it, or of the units that it reads."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from inspector.lenses.weights.connections import inputs_of
from inspector.lenses.weights.strands import Strands
from inspector.lenses.weights.wiring import known_wiring
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import Edit, WeightEdit
from inspector.saying import say

Row = tuple[str, int]


def concerning(
    network: Network, location: Location, edits: Iterable[Edit], token: CancelToken
) -> tuple[Edit, ...]:
    """Those of the edits that test the circuit of a unit, on or off.

    That is: edits of the weights that make it, and of activations or weights of units at the other end of
    those weights, wherever between the nodes they are edited. An edit of what the unit itself says is none:
    it shows what the unit is for, not what it is made of.

    Raises:
        InspectorError: The location names no unit.
    """
    node, unit = network.check(location), location.unit
    if unit is None:
        raise InspectorError(say("{location} names no unit that edits could concern.", location=location))
    strands = Strands(network, known_wiring(network, token))
    own = _rows(strands, network, node.name, unit)
    bundles = inputs_of(strands, node.name, unit)
    read = {(b.node, int(b.unit[i])) for b in bundles for i in np.flatnonzero(b.kernel.any((1, 2)))}
    return tuple(edit for edit in edits if _concerns(edit, own, read, strands, network))


def _concerns(edit: Edit, own: set[Row], read: set[Row], strands: Strands, network: Network) -> bool:
    change = edit.change
    if change.node not in network.nodes:
        return False  # kept for a network whose nodes were called otherwise
    if isinstance(change, WeightEdit):
        return (change.node, change.unit) in own | read
    return any(_rows(strands, network, change.node, unit) & read for unit in change.units)


def _rows(strands: Strands, network: Network, name: str, unit: int) -> set[Row]:
    """The rows of weights that a unit comes from, and the unit itself."""
    if unit >= network.nodes[name].units:
        return set()
    found = {(name, unit)}
    for strand in strands.of(name):
        row = int(strand.unit[unit // (strand.grid[0] * strand.grid[1])])
        if row >= 0:
            found.add((strand.node, row))
    return found
