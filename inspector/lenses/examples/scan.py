"""The lens: one pass over a set of pictures fills the examples of every unit of every chosen node."""

from __future__ import annotations

from inspector.lenses.base import LensRun
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.nodes import node_arrays, node_examples
from inspector.lenses.examples.plan import COUNTED, Plan, make_plan
from inspector.lenses.examples.scanning import Scanning
from inspector.lenses.examples.state import ScanState
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.sources import PictureSet, open_set
from inspector.probe.cancel import CancelToken
from inspector.saying import say


def scan(network: Network, location: Location, parameters: ExamplesParameters, token: CancelToken) -> LensRun:
    """The lens's generator; returns {node: `NodeExamples`}.

    Pictures that do not open are left out and listed in `NodeExamples.skipped`.

    Raises:
        AddressError: A node is not in the network.
        InspectorError: There is no picture, none that opens, or no node with units.
        Cancelled: The token was set.
    """
    pictures, plan = planned(network, location, parameters)
    scanning = Scanning(network, pictures, plan)
    state: ScanState = yield from scanning.steps(token)
    names = [pictures.shown(int(number)) for number in (state.seen == COUNTED).nonzero()[0]]
    skipped = (*pictures.refusals, *(sentence for _, sentence in state.skipped))
    return {
        name: node_examples(network.nodes[name], node_arrays(state, name), state.seen, names, skipped)
        for name in plan.nodes
    }


def planned(
    network: Network,
    location: Location,
    parameters: ExamplesParameters,
    pictures: PictureSet | None = None,
) -> tuple[PictureSet, Plan]:
    """The set, opened where it is not given, and the plan of such a scan.

    Raises:
        AddressError, InspectorError: As `scan`.
    """
    nodes = _chosen(network, location, parameters)
    found = pictures if pictures is not None else open_set(parameters.pictures)
    return found, make_plan(network, nodes, found, parameters)


def _chosen(network: Network, location: Location, parameters: ExamplesParameters) -> list[Node]:
    """The nodes that are asked for; else the location's; else all that have units."""
    named = parameters.nodes or ((location.node,) if location.node is not None else ())
    nodes = [network.node(name) for name in dict.fromkeys(named)] or list(network.nodes.values())
    without = next((node for node in nodes if not node.units), None)
    if named and without is not None:
        raise InspectorError(
            say("{name}/{without_name} has no units to scan.", name=network.name, without_name=without.name)
        )
    return [node for node in nodes if node.units]
