"""Expanding the weights between two groups, and measuring what they are tuned to."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Any

import numpy as np

from inspector.lenses.base import LensRun, Update
from inspector.lenses.expanded_weights.expand import Ends, expand
from inspector.lenses.family_weights import FamilyParameters, FamilyWeights
from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.lenses.tuning import run as tune
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Array = np.ndarray[Any, Any]


def between(
    network: Network, location: Location, parameters: FamilyParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; returns `FamilyWeights`.

    Raises:
        AddressError: No unit is named, or one is not there.
        InspectorError: The source does not lead to the node.
        Cancelled: The token was set.
    """
    node, source = network.check(location), network.node(parameters.source or None)
    units = parameters.units or (() if location.unit is None else (location.unit,))
    if not units:
        raise AddressError(say("{location} names no units whose weights could be shown.", location=location))
    for name, group in ((node.name, units), (source.name, parameters.sources)):
        for unit in group:
            network.check(Location(network.name, name, unit))
    ends = Ends(source, node)
    kernels = yield from expand(network, ends, units, parameters.pooling, parameters.picture, token)
    sources = parameters.sources or _strongest(kernels, parameters.most)
    values = yield from _tuned(network, node.name, units, parameters.tuning, token)
    source_values = yield from _tuned(network, source.name, sources, parameters.tuning, token)
    picked = np.ascontiguousarray(kernels[:, list(sources)])
    return FamilyWeights(node.name, tuple(units), source.name, tuple(sources), picked, values, source_values)


def _strongest(kernels: Array, most: int) -> tuple[int, ...]:
    """The units of the source of the largest weights on the group, in their own order."""
    norms = np.sqrt((kernels.astype(np.float64) ** 2).sum(axis=(0, 2, 3)))
    return tuple(sorted(int(unit) for unit in np.argsort(-norms, kind="stable")[:most]))


def _tuned(
    network: Network, node: str, units: Sequence[int], family: str, token: CancelToken
) -> Generator[Update, None, dict[str, Array]]:
    """Tuning indices of some units of a node, by name."""
    if not family:
        return {}
    # All of a node's units are measured in the same pass.
    location = Location(network.name, node, units[0])
    measured: Tuning = yield from tune(network, location, TuningParameters(family=family), token)
    return {name: np.asarray(column, np.float32)[list(units)] for name, column in measured.table.items()}
