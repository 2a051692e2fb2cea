"""Writing on a picture as the network sees it, and one pass of both."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.activations.measure import class_probabilities, unit_maps
from inspector.lenses.attack import Attack, AttackParameters, Change
from inspector.lenses.base import LensRun, Progress
from inspector.lenses.language.joint import class_directions, directions_of, probabilities
from inspector.lenses.language.recipe import recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.text_tower import has_text_tower, text_tower
from inspector.probe.cancel import CancelToken
from inspector.probe.record import output_and_values
from inspector.saying import say
from inspector.stimuli import overlay

Array = np.ndarray[Any, Any]
_LEAST, _MOST = 0.02, 1.0
_SPARE = 0.88  # of a third of the picture, for each of several copies


def measure(
    network: Network, location: Location, parameters: AttackParameters, token: CancelToken
) -> LensRun:
    """The lens's generator; see `AttackParameters` and `Attack`.

    Raises:
        AddressError: The location's node is not in the network.
        InspectorError: The word cannot be written, a colour is unknown, or prompts need a text tower.
        Cancelled: The token was set.
    """
    node = network.check(location) if location.node is not None else None
    yield Progress(0, 2, "Writing")
    before = network.preprocessing.view(parameters.picture.image)
    after, em = written_on(before, parameters)
    yield Progress(1, 2, say("Running {name}", name=network.name))
    names = [node.name] if node is not None and node.units else []
    both = torch.from_numpy(np.stack([before, after])).permute(0, 3, 1, 2).float() / 255
    batch = network.preprocessing.normalise(both.to(network.device))
    with torch.inference_mode():
        output, values = output_and_values(network, batch, names, token)
    asked, labels, shares = _answers(network, parameters, output)
    peaks = _NONE if not names or node is None else unit_maps(values[names[0]], node).max((2, 3))
    return Attack(
        network=network.name,
        picture=parameters.picture.name,
        digest=parameters.picture.digest,
        word=parameters.word,
        places=parameters.places,
        size=em,
        covered=float((before != after).any(2).mean()),
        before=before,
        after=after,
        asked=asked,
        classes=_changes(shares, labels, parameters.top),
        node=names[0] if names else None,
        units=_changes(
            peaks, [say("unit {unit}", unit=unit) for unit in range(peaks.shape[1])], parameters.top
        ),
        peaks_before=peaks[0].copy(),
        peaks_after=peaks[1].copy(),
        recipe=recipe("attack", network, location.node, parameters),
    )


_NONE: Array = np.zeros((2, 0), np.float32)


def written_on(view: Array, parameters: AttackParameters) -> tuple[Array, float]:
    """A picture uint8 [H,W,3] with the word on it, and the size of its letters in px.

    Raises:
        InspectorError: The word cannot be written, a colour is unknown, or a number is out of bounds.
    """
    _check(parameters)
    size = (view.shape[0], view.shape[1])
    em = parameters.size * min(size)
    if not parameters.word.strip() or not parameters.places:
        return view.copy(), em
    if len(parameters.places) > 1:
        em *= min(1.0, _SPARE * size[1] / 3 / overlay.extent(parameters.word, em)[1])
    picture = torch.from_numpy(view.copy()).permute(2, 0, 1).float() / 255
    if parameters.paper:
        note = overlay.notes(parameters.word, size, em, parameters.places)
        picture = overlay.painted(picture, note, parameters.paper)
    letters = overlay.coverage(parameters.word, size, em, parameters.places)
    picture = overlay.painted(picture, letters, parameters.ink)
    levels = (picture.clamp(0, 1) * 255).round().to(torch.uint8)
    return levels.permute(1, 2, 0).contiguous().numpy(), em


def _check(parameters: AttackParameters) -> None:
    if not _LEAST <= parameters.size <= _MOST:
        raise InspectorError(
            say(
                "Letters measure {least} to {most} of the picture, not {size}.",
                least=_LEAST,
                most=_MOST,
                size=parameters.size,
            )
        )
    if any(not 0 <= share <= 1 for place in parameters.places for share in place):
        raise InspectorError("A word's place lies on the picture: y and x from 0 to 1.")


def _answers(network: Network, parameters: AttackParameters, output: Any) -> tuple[str, list[str], Array]:
    """What was asked, the names of the answers, and their probabilities [2, answers]."""
    if parameters.prompts:
        tower = text_tower(network)
        texts = class_directions(tower, parameters.prompts, parameters.templates)
        shares = probabilities(directions_of(output, 2), texts, tower.scale)
        return "prompts", list(parameters.prompts), shares.numpy()
    found = class_probabilities(output, 2)
    if found is None or has_text_tower(network):  # a direction of the joint space is no list of classes
        return "", [], _NONE
    return "classes", [network.label(index) for index in range(found.shape[1])], found.numpy()


def _changes(values: Array, labels: list[str], top: int) -> tuple[Change, ...]:
    """Those of `values` [2, n] that are among the `top` of either row, by the second."""
    wanted = {int(i) for row in values for i in np.argsort(-row, kind="stable")[:top]}
    ordered = sorted(wanted, key=lambda index: (-values[1, index], index))
    return tuple(Change(i, labels[i], float(values[0, i]), float(values[1, i])) for i in ordered)
