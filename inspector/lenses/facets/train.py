"""Training a facet: pooled activations of two folders, and logistic regression by Newton's method."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from inspector.lenses.base import LensRun, Progress, Remark, Update
from inspector.lenses.facets import Facet, FacetParameters
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.folders import collect
from inspector.pictures.picture import PictureError
from inspector.probe.cancel import CancelToken
from inspector.probe.record import prepare, values_at
from inspector.saying import counted, say

Array = np.ndarray[Any, np.dtype[np.float64]]
_BATCH, _FEWEST, _LEFT_OUT = 16, 4, 4
_STEPS, _CLOSE = 100, 1e-10


def train(network: Network, location: Location, parameters: FacetParameters, token: CancelToken) -> LensRun:
    """The lens's generator; returns `Facet`.

    Raises:
        InspectorError: The node has no units, fewer than four pictures, or nothing tells them apart.
        Cancelled: The token was set.
    """
    node = network.check(location)
    if not node.units or not parameters.name.strip() or parameters.penalty <= 0:
        raise InspectorError("A facet needs a name, a node with units, and a penalty above 0.")
    found = yield from _both_sides(network, node, parameters, token)
    values = np.concatenate(found)
    classes = np.repeat([1.0, 0.0], [len(rows) for rows in found])
    token.check()
    weights, _ = fitted(values, classes, parameters.penalty)
    if not np.abs(weights).max() > 0:
        raise InspectorError(
            say(
                "No unit of {name}/{node_name} tells the two sets apart.",
                name=network.name,
                node_name=node.name,
            )
        )
    return Facet(
        name=parameters.name.strip(),
        node=node.name,
        weights=tuple(float(weight) for weight in weights / np.abs(weights).max()),
        pictures=(len(found[0]), len(found[1])),
        held_out=_held_out(values, classes, parameters.penalty),
        fingerprint=network.fingerprint,
    )


def _both_sides(
    network: Network, node: Node, parameters: FacetParameters, token: CancelToken
) -> Generator[Update, None, list[Array]]:
    """The pooled values [pictures, units] of the pictures with the facet and of those without."""
    sides = (parameters.positives, parameters.negatives)
    files = [collect([Path(path) for path in paths]) for paths in sides]
    found: list[Array] = []
    for paths, side in zip(files, sides, strict=True):
        place = (sum(map(len, files[: len(found)])), sum(map(len, files)))
        rows = yield from _pooled(network, node.name, paths, place, token)
        if len(rows) < _FEWEST:
            raise InspectorError(
                counted(
                    "{side}: {count} picture; a facet needs {fewest} of each.",
                    "{side}: {count} pictures; a facet needs {fewest} of each.",
                    side=", ".join(side),
                    count=len(rows),
                    fewest=_FEWEST,
                )
            )
        found.append(rows)
    return found


def fitted(values: Array, classes: Array, penalty: float) -> tuple[Array, float]:
    """Weights [units] and offset of a logistic regression.

    Minimises penalty / 2 times the squared weights of standardised units, less the log-likelihood, by
    Newton's method in the span of the pictures (the weights lie in it), so that many units cost little.

    Args:
        values: [pictures, units].
        classes: [pictures], 1 or 0.
        penalty: Above 0.
    """
    mean, deviation = values.mean(0), values.std(0)
    spread = np.where(deviation > 1e-12, deviation, np.inf)  # a unit that says nothing gets no weight
    left, sizes, right = np.linalg.svd((values - mean) / spread, full_matrices=False)
    seen = np.concatenate([left * sizes, np.ones((len(values), 1))], axis=1)
    against = np.diag([penalty] * len(sizes) + [0.0])
    found = np.zeros(seen.shape[1])

    def cost(at: Array) -> float:
        scores = seen @ at
        return float(np.logaddexp(0, scores).sum() - classes @ scores + at @ against @ at / 2)

    for _ in range(_STEPS):
        shares = 1 / (1 + np.exp(-np.clip(seen @ found, -500, 500)))
        slope = seen.T @ (shares - classes) + against @ found
        if np.abs(slope).max() < _CLOSE:
            break
        bend = (seen * (shares * (1 - shares))[:, None]).T @ seen + against
        step = np.linalg.lstsq(bend, slope, rcond=None)[0]
        size = 1.0
        while cost(found - size * step) > cost(found) and size > 1e-6:
            size /= 2
        found = found - size * step
    weights = (right.T @ found[:-1]) / spread
    return weights, float(found[-1] - weights @ mean)


def _held_out(values: Array, classes: Array, penalty: float) -> float:
    left = np.concatenate([np.arange(count) % _LEFT_OUT == 0 for count in _counts(classes)])
    weights, offset = fitted(values[~left], classes[~left], penalty)
    return float((((values[left] @ weights + offset) > 0) == (classes[left] > 0.5)).mean())


def _counts(classes: Array) -> tuple[int, int]:
    positive = int(classes.sum())
    return positive, len(classes) - positive


def _pooled(
    network: Network, node: str, files: Sequence[Path], place: tuple[int, int], token: CancelToken
) -> Generator[Update, None, Array]:
    """Every unit's mean over its map, [pictures, units]; pictures that do not open are told and left out."""
    rows: list[Array] = []
    for start in range(0, len(files), _BATCH):
        token.check()
        images = []
        for file in files[start : start + _BATCH]:
            try:
                images.append(open_picture(file).image)
            except PictureError as error:
                yield Remark(str(error))
        if images:
            with torch.inference_mode():
                value = values_at(network, prepare(network, images), [node], token)[node]
            maps = value.movedim(network.node(node).unit_axis, 1)
            pooled = maps.flatten(2).mean(2) if maps.ndim > 2 else maps
            rows.append(pooled.double().cpu().numpy())
        yield Progress(place[0] + min(start + _BATCH, len(files)), place[1], node)
    return np.concatenate(rows) if rows else np.zeros((0, network.node(node).units))
