"""Edits that need a look at the network first: reference values, and the weights that make a unit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from inspector.lenses.weights.strands import Strands
from inspector.lenses.weights.wiring import wiring
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import ActivationEdit, Values, WeightEdit, WeightKind, Which
from inspector.probe.record import prepare, values_at
from inspector.probe.reduce import units_first
from inspector.saying import say


def mean_edit(
    network: Network, node: str, units: Sequence[int], pictures: Sequence[Picture], token: CancelToken
) -> ActivationEdit:
    """Units set to their mean over all positions of pictures.

    Raises:
        InspectorError: There is no picture.
    """
    if not pictures:
        raise InspectorError("A mean needs at least one picture.")
    place, sums = network.node(node), np.zeros(len(units))
    for picture in pictures:
        with torch.inference_mode():
            value = values_at(network, prepare(network, [picture.image]), [node], token)[node]
            sums += units_first(value, place)[0, list(units)].double().mean(1).cpu().numpy()
    source = (
        say("their mean over {count} pictures", count=len(pictures))
        if len(pictures) > 1
        else say("their mean on {name}", name=pictures[0].name)
    )
    return ActivationEdit(
        node, tuple(units), "replace", values=Values.of(sums / len(pictures)), source=source
    )


def picture_edit(
    network: Network, node: str, units: Sequence[int], picture: Picture, token: CancelToken
) -> ActivationEdit:
    """Units set to the maps that they have on another picture."""
    place = network.node(node)
    with torch.inference_mode():
        value = values_at(network, prepare(network, [picture.image]), [node], token)[node]
        maps = value.movedim(place.unit_axis, 1)[0, list(units)].float().cpu().numpy()
    return ActivationEdit(
        node,
        tuple(units),
        "replace",
        values=Values.of(maps),
        source=say("those of {name}", name=picture.name),
    )


def weight_edits(
    network: Network, location: Location, kind: WeightKind, which: Which, token: CancelToken
) -> tuple[WeightEdit, ...]:
    """What changes the weights that make a unit, wherever between the nodes it is looked at.

    A unit of a concatenation is that of a branch, one behind a batch norm that of the convolution before it
    (with its sign turned where the norm does), that of an addition comes from both sides.

    Raises:
        InspectorError: No weights can be told that make it.
    """
    node, unit = network.check(location), location.unit
    if unit is None:
        raise InspectorError(
            say("{location} names no unit whose weights could be edited.", location=location)
        )
    strands = Strands(network, wiring(network, token)).of(node.name)
    found = []
    for strand in strands:
        place = unit // (strand.grid[0] * strand.grid[1])
        row = int(strand.unit[place])
        if row >= 0:
            sign = -1 if strand.factor[place] < 0 else 1
            found.append(WeightEdit(strand.node, row, kind, which, sign=sign))
    if not found:
        raise InspectorError(say("No weights can be told that make {location}.", location=location))
    return tuple(found)
