"""One forward pass of real pictures: class probabilities and every unit's map at a node."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from inspector.lenses.activations import Activations, ActivationsParameters, Prediction, UnitResponse
from inspector.lenses.base import LensRun, Progress
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.walk import first_tensor
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values, prepare, values_at
from inspector.saying import say

FloatArray = np.ndarray[Any, np.dtype[np.float32]]


def measure(
    network: Network, location: Location, parameters: ActivationsParameters, token: CancelToken
) -> LensRun:
    """The lens's generator: one picture at the location's node; returns `Activations`."""
    node = network.check(location) if location.node is not None else None
    yield Progress(0, 1, say("Running {name}", name=network.name))
    return measure_pictures(
        network,
        [parameters.picture],
        node,
        top=parameters.top,
        predict=parameters.predict,
        token=token,
    )[0]


def measure_pictures(
    network: Network,
    pictures: Sequence[Picture],
    node: Node | None,
    *,
    top: int = 5,
    predict: bool = True,
    token: CancelToken | None = None,
) -> list[Activations]:
    """Activations of several pictures from one forward pass.

    Args:
        network: The network.
        pictures: At least one; all go in as one batch.
        node: Where the maps are read; None asks for predictions only.
        top: How many classes and units are listed.
        predict: Whether classes are wanted; without, the pass ends at the node.
        token: Looked at before every leaf module.

    Raises:
        Cancelled: The token was set.
        InspectorError: The node was not reached with these pictures.
    """
    if not predict and node is None:
        return [_result(network, picture, (), None, _NO_MAPS, top) for picture in pictures]
    batch = prepare(network, [picture.image for picture in pictures])
    wanted = [node.name] if node is not None and node.units else []
    with torch.inference_mode():
        if predict:
            output, values = output_and_values(network, batch, wanted, token)
            classes = predictions(network, output, len(batch), top)
        else:
            values = values_at(network, batch, wanted, token) if wanted else {}
            classes = [()] * len(pictures)
    maps = unit_maps(values[wanted[0]], node) if node is not None and wanted else None
    found = [
        _result(network, picture, classes[i], node, _NO_MAPS if maps is None else maps[i], top)
        for i, picture in enumerate(pictures)
    ]
    if node is None or not wanted or not node.apart:
        return found
    apart = values[wanted[0]][:, : node.apart].movedim(2, 1).float().cpu().contiguous().numpy()
    return [replace(one, apart=tokens) for one, tokens in zip(found, apart, strict=True)]


_NO_MAPS: FloatArray = np.zeros((0, 1, 1), np.float32)


def predictions(network: Network, output: Any, count: int, top: int) -> list[tuple[Prediction, ...]]:
    """The `top` strongest classes of each of `count` pictures, best first; see `class_probabilities`."""
    found = class_probabilities(output, count)
    if found is None:
        return [()] * count
    best = found.topk(min(top, found.shape[1]), dim=1)
    rows = zip(best.indices.tolist(), best.values.tolist(), strict=True)
    return [
        tuple(Prediction(index, network.label(index), value) for index, value in zip(*row, strict=True))
        for row in rows
    ]


def class_probabilities(output: Any, count: int) -> torch.Tensor | None:
    """Probabilities [N,classes] of each of `count` pictures, float32 on the CPU.

    None where the network's output is no vector of at least two finite class scores [N,classes] or
    [N,classes,1,1]. Scores become probabilities by softmax, unless they are probabilities already.
    """
    scores = first_tensor(output)
    if scores is not None and scores.ndim == 4 and scores.shape[2:] == (1, 1):
        scores = scores.flatten(1)
    if scores is None or scores.ndim != 2 or scores.shape[0] != count or scores.shape[1] < 2:
        return None
    scores = scores.float().cpu()
    return _probabilities(scores) if scores.isfinite().all() else None


def _probabilities(scores: torch.Tensor) -> torch.Tensor:
    """Softmax, left out where the network ends in one of its own (softmax twice would flatten it)."""
    sums = scores.sum(1)
    if scores.min() >= 0 and torch.allclose(sums, torch.ones_like(sums), atol=1e-3):
        return scores
    return scores.softmax(1)


def unit_maps(value: torch.Tensor, node: Node) -> FloatArray:
    """A node's value as maps: float32 [N, units, h, w], C-contiguous.

    Tokens [N,T,C] fall into their grid where the node knows one, without those that stand apart; otherwise
    they are one row. A node without positions has 1 x 1 maps.
    """
    moved = value.movedim(node.unit_axis, 1)
    if node.grid is not None and moved.shape[2:] == node.map_shape:
        moved = moved[:, :, node.apart :].reshape(*moved.shape[:2], *node.grid)
    height = moved.shape[2:-1].numel() if moved.ndim > 3 else 1
    width = moved.shape[-1] if moved.ndim > 2 else 1
    maps = moved.reshape(moved.shape[0], moved.shape[1], height, width)
    return maps.float().cpu().contiguous().numpy()


def _result(
    network: Network,
    picture: Picture,
    classes: tuple[Prediction, ...],
    node: Node | None,
    maps: FloatArray,
    top: int,
) -> Activations:
    flat = maps.reshape(len(maps), maps.shape[1] * maps.shape[2])
    peaks = flat.max(1) if flat.size else np.zeros(len(maps), np.float32)
    return Activations(
        picture=picture.name,
        digest=picture.digest,
        view=network.preprocessing.view(picture.image),
        predictions=classes,
        node=node.name if node is not None else None,
        maps=maps,
        peaks=peaks,
        placed=node is None or node.on_picture,
        top=_strongest(flat, peaks, maps.shape[-1], top),
    )


def _strongest(flat: FloatArray, peaks: FloatArray, width: int, top: int) -> tuple[UnitResponse, ...]:
    """The units of the highest peaks, best first, the lower number first among equals; NaN comes last."""
    order = np.argsort(-peaks, kind="stable")[:top]
    places = [divmod(int(flat[unit].argmax()), width) for unit in order]
    return tuple(
        UnitResponse(int(unit), float(peaks[unit]), *place) for unit, place in zip(order, places, strict=True)
    )
