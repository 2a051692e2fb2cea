"""Where the best matches of a whole network's units lie: depth against depth."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from inspector.lenses.base import Partial, Progress, Update
from inspector.lenses.comparison import Array, Comparison, DepthProfile
from inspector.lenses.comparison.measures import standardised
from inspector.probe.cancel import CancelToken

_UNITS = 256
_EQUAL = 1e-5  # single precision: correlations nearer than this are equal


def depth_profile(comparison: Comparison, token: CancelToken) -> Generator[Update, None, DepthProfile]:
    """Find the best match of every unit of every node; yields the profile of the nodes so far.

    Raises:
        Cancelled: The token was set; looked at before every 256 units.
    """
    first, second = comparison.first, comparison.second
    others = np.concatenate([standardised(v) for v in second.values.values()], 1).astype(np.float32)
    places = np.repeat(second.depths, [v.shape[1] for v in second.values.values()])
    quartiles, best = np.full((len(first.nodes), 3), np.nan), np.full(len(first.nodes), np.nan)
    for number, (name, depth) in enumerate(zip(first.nodes, first.depths, strict=True)):
        yield Progress(number, len(first.nodes), name)
        own = standardised(first.values[name]).astype(np.float32)
        own = own[:, own.any(0)]
        found = []
        for start in range(0, own.shape[1], _UNITS):
            token.check()
            found.append(_best(own[:, start : start + _UNITS], others, np.abs(places - depth)))
        if found:
            values, columns = np.concatenate(found, 1)
            quartiles[number] = np.percentile(places[columns.astype(int)], (25, 50, 75))
            best[number] = values.mean()
        end = number + 1
        so_far = (quartiles[:end].copy(), best[:end].copy())
        yield Partial(DepthProfile(first.nodes[:end], first.depths[:end], *so_far))
    return DepthProfile(first.nodes, first.depths, quartiles, best)


def _best(own: Array, others: Array, apart: Array) -> Array:
    """Correlation and column of each unit's best match [2, units]; among equals the nearest in depth."""
    table = own.T @ others
    top = table.max(1)
    columns = np.where(table >= top[:, None] - _EQUAL, apart, np.inf).argmin(1)
    return np.stack([top.astype(float), columns])
