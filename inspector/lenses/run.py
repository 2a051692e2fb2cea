"""Running a lens from a script: by name, at a location, with keyword parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inspector.lenses.base import Lens, LensRun, lens
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.network import Network


def run(
    lens_name: str,
    network: Network,
    location: Location | str,
    *,
    token: CancelToken | None = None,
    **parameters: Any,
) -> LensRun:
    """Start a lens: a generator of `Progress` and `Partial` updates that returns the result.

    Args:
        lens_name: "activations", "tuning", "feature-visualization", "examples", "weights" ...
        network: The network.
        location: Where to look; as text, the network may be left out ("conv3/17").
        token: Cancels the run from another thread.
        parameters: The lens's parameters.

    Raises:
        InspectorError: There is no such lens, parameter or place; raised at once, before the first update.
    """
    chosen = lens(lens_name)
    values = chosen.make_parameters(parameters)
    place = Location.parse(location, network.name) if isinstance(location, str) else location
    _check(chosen, network, place, values)
    return chosen.run(network, place, values, token or CancelToken())


def result(
    lens_name: str,
    network: Network,
    location: Location | str,
    *,
    token: CancelToken | None = None,
    **parameters: Any,
) -> Any:
    """Run a lens to its end and return its result; the arguments are those of `run`.

    Raises:
        InspectorError: There is no such lens, parameter or place, or the lens cannot do it.
        Cancelled: The token was set.
    """
    updates = run(lens_name, network, location, token=token, **parameters)
    while True:
        try:
            next(updates)
        except StopIteration as stop:
            return stop.value


def _check(chosen: Lens, network: Network, place: Location, parameters: Any) -> None:
    if place.network != network.name:
        raise AddressError(say("{place} is not a place in {name}.", place=place, name=network.name))
    if place.node is not None:
        network.check(place)
    # What is asked may need less than the lens mostly does: a class is no unit of the location's node.
    needs = getattr(parameters, "resolution", chosen.resolution)
    # Several units of one node may be named among the parameters instead.
    if needs == "unit" and place.unit is None and not getattr(parameters, "units", ()):
        raise AddressError(
            say(
                "{name} looks at a unit: {place} names none, as {network_name}/NODE/17 would.",
                name=chosen.name,
                place=place,
                network_name=network.name,
            )
        )
    if chosen.resolution == "unit" and needs != "network" and place.node is None:
        raise AddressError(
            say("{name} looks at units of a node: {place} names no node.", name=chosen.name, place=place)
        )
