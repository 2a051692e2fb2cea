"""A unit's weights as its page shows them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from inspector.atlas.maps import kernel
from inspector.atlas.tiles import Tiles
from inspector.atlas.unit_view import WeightsView, Wire
from inspector.atlas.words import short
from inspector.lenses.weights import Connection, Weights

_LARGEST_SHOWN = 31


def weights_view(found: Weights, tiles: Tiles, up: str) -> WeightsView:
    """The kernels in and out, each in the colours of the strongest weight of its side."""
    return WeightsView(
        inputs=_wires(found.inputs, tiles, up),
        users=_wires(found.users, tiles, up),
        counts=found.counts,
        note=found.note,
    )


def _wires(connections: Sequence[Connection], tiles: Tiles, up: str) -> tuple[Wire, ...]:
    strongest = max((float(np.abs(one.kernel).max()) for one in connections), default=0.0)
    return tuple(
        Wire(
            other=tiles.link(one.node, one.unit, up),
            kernel=kernel(one.kernel, strongest) if max(one.kernel.shape) <= _LARGEST_SHOWN else "",
            norm=short(one.norm),
            total=short(one.sum),
            excites=one.sum > 0,
        )
        for one in connections
    )
