"""Single pictures through the unedited and the edited network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from inspector.lenses.activations.measure import predictions
from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.comparing import PictureChange, ResponseChange
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.picture import Picture
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values, prepare, values_at
from inspector.probe.reduce import per_unit
from inspector.saying import say

_BATCH = 16


def compare_picture(
    plain: Network, edited: Network, picture: Picture, token: CancelToken, top: int = 5
) -> LensRun:
    """The picture's strongest classes in both networks; returns `PictureChange`."""
    yield Progress(0, 2, "Unedited")
    batch = prepare(plain, [picture.image])
    found = []
    for network in (plain, edited):
        with torch.inference_mode():
            output, _ = output_and_values(network, batch, (), token)
            found.append(predictions(network, output, 1, top)[0])
    return PictureChange(picture.name, *found)


def compare_responses(
    plain: Network,
    edited: Network,
    location: Location,
    pictures: Sequence[Picture],
    token: CancelToken,
    source: str = "",
) -> LensRun:
    """The unit's maxima on pictures in both networks, the strongest (unedited) first; `ResponseChange`.

    `source` says where the pictures are from and is only handed on.

    Raises:
        InspectorError: The location names no unit.
    """
    node, unit = plain.check(location), location.unit
    if unit is None:
        raise InspectorError(
            say("{location} names no unit whose responses could be compared.", location=location)
        )
    responses: list[list[np.ndarray]] = [[], []]
    for start in range(0, len(pictures), _BATCH):
        yield Progress(start, len(pictures))
        batch = prepare(plain, [picture.image for picture in pictures[start : start + _BATCH]])
        for side, network in zip(responses, (plain, edited), strict=True):
            with torch.inference_mode():
                value = values_at(network, batch, [node.name], token)[node.name]
                side.append(per_unit(value, node)[:, unit].float().cpu().numpy())
        shown = pictures[: start + len(batch)]
        yield Partial(_responses(plain, location, shown, responses, source))
    return _responses(plain, location, pictures, responses, source)


def _responses(
    network: Network,
    location: Location,
    pictures: Sequence[Picture],
    responses: list[list[np.ndarray]],
    source: str,
) -> ResponseChange:
    before, after = (np.concatenate(side) if side else np.zeros(0, np.float32) for side in responses)
    order = np.argsort(-before, kind="stable")
    return ResponseChange(
        str(location),
        tuple(pictures[i].name for i in order),
        tuple(network.preprocessing.view(pictures[i].image) for i in order),
        before[order],
        after[order],
        source,
    )
