"""What a node's units answer to a set of pictures: maxima, and where they are strongest."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image

from inspector.lenses.base import Progress, Update
from inspector.lenses.comparison.responses import Shown, of_set
from inspector.lenses.suggestions import Array, SuggestionParameters
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import PictureSet, open_set
from inspector.probe.cancel import CancelToken
from inspector.probe.record import prepare, values_at
from inspector.probe.reduce import peak
from inspector.saying import say

_BATCH = 16


@dataclass(frozen=True, eq=False)
class Answers:
    """Maxima of every unit on every picture that opened.

    Attributes:
        title: What the set is called.
        shown: The pictures.
        values: float32 [pictures, units].
        places: int64 [pictures, units], flat positions of the maxima.
    """

    title: str
    shown: tuple[Shown, ...]
    values: Array
    places: Array


@dataclass(frozen=True)
class Strongest:
    """One of a unit's strongest pictures, and the flat position of its maximum there."""

    picture: Shown
    place: int


def answers(
    network: Network, node: Node, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, Answers]:
    """Show the pictures once.

    Raises:
        InspectorError: There are no pictures, or none opens.
        Cancelled: The token was set.
    """
    pictures = open_set(parameters.pictures)
    listed = of_set(pictures, parameters.most)
    shown: list[Shown] = []
    parts: list[tuple[Array, Array]] = []
    for start in range(0, len(listed), _BATCH):
        yield Progress(
            start, len(listed), say("{name}: {picture}", name=node.name, picture=listed[start].name)
        )
        token.check()
        images, opened = _opened(listed[start : start + _BATCH])
        shown += opened
        if images:
            with torch.inference_mode():
                value = values_at(network, prepare(network, images), [node.name], token)[node.name]
                maxima, places = peak(value.float(), node)
            parts.append((maxima.cpu().numpy(), places.cpu().numpy()))
    if not parts:
        raise InspectorError(say("None of the pictures of {title} opens.", title=pictures.title))
    values, where = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    return Answers(pictures.title, tuple(shown), values, where)


def strongest(
    network: Network, node: Node, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, tuple[str, list[list[Strongest]]]]:
    """Every unit's strongest pictures, from the kept scan where there is one, and the name of the set.

    Raises:
        InspectorError: There are no pictures, or none opens.
        Cancelled: The token was set.
    """
    if parameters.kept is not None and parameters.kept.top:
        kept = parameters.kept
        named = _by_name(open_set(kept.paths))
        found = [
            [Strongest(named[name], place) for name, place in top if name in named][: parameters.examples]
            for top in kept.top
        ]
        return kept.title, found
    seen = yield from answers(network, node, parameters, token)
    order = np.argsort(-seen.values, axis=0, kind="stable")[: parameters.examples]
    return seen.title, [
        [Strongest(seen.shown[picture], int(seen.places[picture, unit])) for picture in order[:, unit]]
        for unit in range(node.units)
    ]


def _by_name(pictures: PictureSet) -> dict[str, Shown]:
    return {
        entry.name: Shown(entry.name, lambda number=number: pictures.open(number).image)  # type: ignore[misc]
        for number, entry in enumerate(pictures.entries)
    }


def _opened(listed: Sequence[Shown]) -> tuple[list[Image.Image], list[Shown]]:
    images: list[Image.Image] = []
    opened: list[Shown] = []
    for shown in listed:
        try:
            images.append(shown.open())
        except PictureError:
            continue  # a set that is scanned tells which do not open
        opened.append(shown)
    return images, opened
