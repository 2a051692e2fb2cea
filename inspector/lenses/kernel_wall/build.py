"""Building the wall: the factorisations one after the other (Voss et al. 2021, Petrov et al. 2021)."""

from __future__ import annotations

from typing import Any

import numpy as np

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.kernel_wall import FACTORS, BranchStatistics, KernelWall, WallParameters
from inspector.lenses.kernel_wall.factors import as_rows, by_likeness, non_negative, one_sided, singular
from inspector.lenses.kernel_wall.gather import Gathered, gather
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import counted

Array = np.ndarray[Any, Any]
_BRIGHTEST = 99.5


def build(network: Network, location: Location, parameters: WallParameters, token: CancelToken) -> LensRun:
    """The lens's generator; returns `KernelWall`.

    Raises:
        InspectorError: The node has no kernels on units before it, or too many.
        Cancelled: The token was set.
    """
    node = network.check(location)
    found = yield from gather(network, node, token)
    units, _, height, width = found.weights.shape
    colours = np.zeros((units, height, width, FACTORS))
    signed = np.zeros((units, height, width, FACTORS))
    lost, lost_signed = [], []
    parts = _parts(found)
    for number, (rows, columns) in enumerate(parts):
        note = counted("Three factors of {count} unit", "Three factors of {count} units", count=len(rows))
        yield Progress(number, len(parts) + 1, note)
        token.check()
        matrix = as_rows(found.weights[np.ix_(rows, columns)])
        factors, error = non_negative(matrix, parameters.seed)
        colours[rows] = _bright(factors.reshape(-1, height, width, FACTORS))
        lost.append(error * np.linalg.norm(matrix))
        token.check()
        factors, _, error = one_sided(matrix, parameters.seed)
        signed[rows] = factors.reshape(-1, height, width, FACTORS)
        lost_signed.append(error * np.linalg.norm(matrix))
    yield Progress(len(parts), len(parts) + 1, "Order and plane")
    token.check()
    points, shares = singular(found.weights)
    whole = float(np.linalg.norm(found.weights))
    return KernelWall(
        node=node.name,
        order=_ordered(colours, found.branch),
        rgb=np.ascontiguousarray(colours, np.float32),
        signed=np.ascontiguousarray(signed.transpose(0, 3, 1, 2), np.float32),
        positions=np.sqrt((found.weights**2).sum(axis=1)),
        points=points,
        group=found.group,
        groups=found.groups,
        errors=(float(np.linalg.norm(lost)) / whole, float(np.linalg.norm(lost_signed)) / whole),
        branches=_statistics(found),
        singular=shares,
    )


def _bright(colours: Array) -> Array:
    """Factors in [0, 1]; a few of the strongest may be cut, or one outlier would leave all others dark."""
    largest = float(np.percentile(colours[colours > 0], _BRIGHTEST)) if (colours > 0).any() else 1.0
    return np.ascontiguousarray(np.clip(colours / largest, 0, 1), np.float32)


def _parts(found: Gathered) -> list[tuple[Array, Array]]:
    """Units and the inputs that they read, by branch: branches that share no input share no factor either."""
    parts = []
    for number in np.unique(found.branch):
        units = np.flatnonzero(found.branch == number)
        inputs = np.flatnonzero(found.weights[units].any(axis=(0, 2, 3)))
        if inputs.size:
            parts.append((units, inputs))
    return parts


def _ordered(colours: Array, branch: Array) -> Array:
    """The units branch by branch, within each by likeness."""
    order = []
    for number in np.unique(branch):
        units = np.flatnonzero(branch == number)
        order.append(units[by_likeness(colours[units].reshape(len(units), -1))])
    return np.concatenate(order)


def _statistics(found: Gathered) -> tuple[BranchStatistics, ...]:
    rows = []
    for number, name in enumerate(found.branches):
        weights = found.weights[found.branch == number].astype(np.float64)
        if not weights.size:
            continue
        absolute, squares = np.abs(weights), weights**2
        middle = squares[..., weights.shape[2] // 2, weights.shape[3] // 2]
        rows.append(
            BranchStatistics(
                name,
                len(weights),
                int(absolute.any(axis=(0, 2, 3)).sum()),
                found.sizes[number],
                float(np.sqrt(squares.sum(axis=(1, 2, 3))).mean()),
                float(np.maximum(weights, 0).sum() / max(absolute.sum(), 1e-12)),
                float(middle.sum() / max(squares.sum(), 1e-12)),
            )
        )
    return tuple(rows)
