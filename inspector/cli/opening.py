"""Networks and locations as commands name them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from inspector.cli.output import complain, listening
from inspector.network.errors import AddressError, InputError, OpenError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.probe.edits import Edit, active
from inspector.probe.engine import set_up
from inspector.probe.patience import cancelled_between_leaves

if TYPE_CHECKING:
    from inspector.cli.edit_text import Wish


def opened(spec: str, trust: bool = False, edits: Sequence[Wish] = ()) -> Network:
    """The network; says on standard error where it is untrained, where weights were renamed, and edits.

    Raises:
        OpenError: It cannot be opened.
        InspectorError: An edit does not fit.
    """
    set_up()
    try:
        with listening(f"Opening {spec}") as (token, _), cancelled_between_leaves(token):
            network = open_network(spec, trust=trust)
    except InputError as error:
        raise OpenError(
            f"{error} An input of another size is written behind the name: {spec}@3x96x96."
        ) from error
    for sentence in network.limits:
        complain(sentence)
    if renamed := network.card.get("renamed"):
        complain(f"{network.name}: {renamed}.")
    if not network.trained:
        complain(f"{network.name} is untrained: no weights were given, so they are random.")
    return with_edits(network, edits) if edits else network


def with_edits(network: Network, edits: Sequence[Wish]) -> Network:
    """The network with edits; says on standard error what is edited.

    Raises:
        InspectorError: An edit does not fit.
    """
    from inspector.cli.edits import edits_for

    return through(network, edits_for(network, edits))


def through(network: Network, edits: Sequence[Edit]) -> Network:
    """The network through these edits; says on standard error what is edited.

    Raises:
        InspectorError: An edit does not fit.
    """
    from inspector.probe.edited import edited

    for edit in active(edits):
        complain(f"edited: {edit.title}")
    return edited(network, edits)


def located(network: Network, text: str) -> tuple[Location, int]:
    """A location that names a unit, and that unit.

    Raises:
        AddressError: It is no address, names no unit, or is not in the network.
    """
    location = Location.parse(text, network.name)
    network.check(location)
    if location.unit is None:
        raise AddressError(f"“{text}” names no unit: write {location.node}/UNIT, as in {location.node}/0.")
    return location, location.unit
