"""One pass of the same pictures through several networks; maps are let go as soon as they are read."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from inspector.lenses.base import Progress, Update
from inspector.lenses.comparison import Array, Comparison, Reading, Responses
from inspector.lenses.comparison.measures import cka_table
from inspector.network.attention import PATTERN
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.pictures.picture import Picture
from inspector.pictures.sources import PictureSet
from inspector.probe.cancel import CancelToken
from inspector.probe.record import prepare
from inspector.probe.reduce import per_unit
from inspector.saying import say

_BATCH, _FEWEST = 16, 3


@dataclass(frozen=True)
class Shown:
    """A picture to be shown: its name, and what opens it (may raise `InspectorError`)."""

    name: str
    open: Callable[[], Image.Image] = field(compare=False)


def of_pictures(pictures: Sequence[Picture]) -> list[Shown]:
    """Pictures that lie open."""
    return [Shown(picture.name, lambda image=picture.image: image) for picture in pictures]  # type: ignore[misc]


def of_set(pictures: PictureSet, most: int) -> list[Shown]:
    """Pictures of a set, at most so many, spread evenly over it."""
    count = len(pictures)
    chosen = np.unique(np.linspace(0, count - 1, min(count, most)).round().astype(int))
    return [
        Shown(pictures.shown(i), lambda i=i: pictures.open(i).image)  # type: ignore[misc]
        for i in map(int, chosen)
    ]


def compared_nodes(network: Network) -> list[Node]:
    """The nodes that are compared: those with units, but no containers and no attention patterns."""
    return [n for n in network.nodes.values() if n.units and not n.container and n.op != PATTERN]


@dataclass(frozen=True)
class Answered:
    """What networks answered, the pictures they saw, and one sentence for each that did not open."""

    responses: tuple[Responses, ...]
    pictures: tuple[str, ...]
    skipped: tuple[str, ...]


def responses(
    networks: Sequence[Network], pictures: Sequence[Shown], token: CancelToken, reading: Reading = "max"
) -> Generator[Update, None, Answered]:
    """One number per unit and picture, at every compared node, for all networks; each sees its own size.

    Raises:
        InspectorError: Fewer than three pictures open: a correlation over two is always 1.
        Cancelled: The token was set; looked at before every leaf module.
    """
    readers = [_Reader(network, reading, token) for network in networks]
    names: list[str] = []
    skipped: list[str] = []
    for start in range(0, len(pictures), _BATCH):
        yield Progress(start, len(pictures), pictures[start].name)
        token.check()
        images = []
        for shown in pictures[start : start + _BATCH]:
            try:
                images.append(shown.open())
                names.append(shown.name)
            except InspectorError as error:
                skipped.append(str(error))
        for reader in readers if images else ():
            reader.show(images)
    if len(names) < _FEWEST:
        raise InspectorError(
            say("Networks are compared over three pictures or more; {count} opened.", count=len(names))
        )
    return Answered(tuple(reader.joined() for reader in readers), tuple(names), tuple(skipped))


def compare(
    first: Network,
    second: Network,
    pictures: Sequence[Shown],
    token: CancelToken,
    *,
    reading: Reading = "max",
    title: str = "pictures",
) -> Generator[Update, None, Comparison]:
    """Show the same pictures to two networks and compare all their nodes.

    Raises:
        InspectorError, Cancelled: As `responses`.
    """
    found = yield from responses((first, second), pictures, token, reading)
    one, two = found.responses
    yield Progress(len(pictures), len(pictures), "CKA")
    table = cka_table(list(one.values.values()), list(two.values.values()))
    return Comparison(one, two, table, found.pictures, title, reading, found.skipped)


class _Reader:
    """Reads one number per unit wherever the network passes a compared node."""

    def __init__(self, network: Network, reading: Reading, token: CancelToken) -> None:
        self._network, self._reading, self._token = network, reading, token
        self._nodes = {node.name: node for node in compared_nodes(network)}
        self._parts: dict[str, list[Array]] = {name: [] for name in self._nodes}

    def show(self, images: Sequence[Image.Image]) -> None:
        """One batch."""
        batch = prepare(self._network, list(images))
        # A walk numbers the calls of a module, so each pass has one of its own.
        walk = _Reading(self._network, self._nodes, self._reading, self._token)
        with torch.inference_mode(), walk:
            self._network.module(batch)
        for name, values in walk.values.items():
            self._parts[name].append(values)

    def joined(self) -> Responses:
        """All batches; a node that was not reached in every pass is left out."""
        passes = max(map(len, self._parts.values()), default=0)
        values = {
            name: np.concatenate(parts)
            for name, parts in self._parts.items()
            if parts and len(parts) == passes
        }
        return Responses(self._network.name, values)


class _Reading(Walk):
    def __init__(
        self, network: Network, nodes: Mapping[str, Node], reading: Reading, token: CancelToken
    ) -> None:
        super().__init__(network.places)
        self._nodes, self._reading, self._token = nodes, reading, token
        self.values: dict[str, Array] = {}

    def before_leaf(self) -> None:
        self._token.check()

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        node = self._nodes.get(name)
        if node is None:
            return
        # Reading is functions, too, and they are no part of the network.
        with torch._C.DisableTorchFunction():
            self.values[name] = per_unit(output.float(), node, self._reading).cpu().numpy()
