"""From a way of comparing to suggestions: the lens's generator."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Generator
from dataclasses import dataclass

from inspector.lenses.base import LensRun, Update
from inspector.lenses.suggestions import WAYS, Sibling, Suggestion, SuggestionParameters, Suggestions
from inspector.network.errors import AddressError, InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say


@dataclass(frozen=True)
class Found:
    """What a way of comparing has found, and what is to be said of it."""

    groups: list[Suggestion]
    siblings: tuple[Sibling, ...] = ()
    note: str = ""


Way = Callable[[Network, Node, int | None, SuggestionParameters, CancelToken], Generator[Update, None, Found]]


def find(
    network: Network, location: Location, parameters: SuggestionParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; returns `Suggestions`.

    Raises:
        AddressError: The node has no units.
        InspectorError: There is no such way to compare, or it needs what the node does not have.
        Cancelled: The token was set.
    """
    if parameters.by not in WAYS:
        raise InspectorError(
            say("Groups are found by {ways}; not by “{by}”.", ways=", ".join(WAYS), by=parameters.by)
        )
    node = network.check(location)
    if not node.units:
        raise AddressError(say("{location} has no units that could be grouped.", location=location))
    way: Way = importlib.import_module(f"{__package__}.by_{parameters.by}").compare
    found = yield from way(network, node, location.unit, parameters, token)
    groups = [group for group in found.groups if location.unit in (None, *group.units)]
    groups.sort(key=lambda group: -len(group.members))
    note = found.note or ("" if groups else "Nothing belongs together clearly enough.")
    return Suggestions(network.name, node.name, parameters.by, tuple(groups), found.siblings, note)
