"""What objectives speak of beside the network: said so that any process on any machine makes the same.

A facet goes with a piece in full. A picture goes by the digest of its pixels: it is read where it lies, and
on the workers of a cluster from the bytes that were sent to them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization.objectives import (
    Activation,
    Caricature,
    Faceted,
    Logit,
    Objective,
    Term,
    parse,
)
from inspector.lenses.feature_visualization.objectives.pictured import picture_meant
from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.graph import Node
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture

Level = Literal["unit", "node", "network"]
Sent = tuple[tuple[str, bytes], ...]
"""Digests of pictures and the bytes of their files: plain values, see `cluster_greeting`."""

_MOST_SENT = 256 << 20
_sent: dict[str, bytes] = {}


@dataclass(frozen=True)
class PictureAddress:
    """A picture where it lies, and the digest of its pixels that it must have."""

    path: str
    digest: str

    @property
    def name(self) -> str:
        """What objectives call it."""
        return Path(self.path).name

    def opened(self) -> Picture:
        """The picture, from its file or from what was sent.

        Raises:
            InspectorError: It is gone, or another by now.
        """
        from inspector.pictures.decode import decoded, from_image, open_picture

        if self.digest in _sent:
            picture = from_image(decoded(_sent[self.digest], self.name), self.name)
            picture = replace(picture, path=Path(self.path))
        else:
            picture = open_picture(self.path)
        if picture.digest != self.digest:
            raise InspectorError(
                say("{path} is another picture here than where the work was planned.", path=self.path)
            )
        return picture


def addressed(path: str) -> PictureAddress:
    """The address of a picture file.

    Raises:
        PictureError: It does not open.
    """
    from inspector.pictures.decode import open_picture

    where = Path(path).absolute()
    return PictureAddress(str(where), open_picture(where).digest)


def to_send(pictures: Iterable[PictureAddress]) -> Sent:
    """What workers need that do not see the pictures; nothing where that is too much to be sent."""
    files = {picture.digest: Path(picture.path) for picture in pictures}
    try:
        if sum(file.stat().st_size for file in files.values()) > _MOST_SENT:
            return ()
        return tuple((digest, file.read_bytes()) for digest, file in sorted(files.items()))
    except OSError:  # whoever does a piece says so
        return ()


def hold(sent: Sent) -> None:
    """Keep what was sent to this process; what was sent for earlier batches goes where it is too much."""
    if sum(map(len, _sent.values())) > _MOST_SENT:
        _sent.clear()
    _sent.update(sent)


def terms_of(text: str) -> tuple[Term, ...]:
    """Everything that an objective asks.

    Raises:
        InspectorError: It does not read.
    """
    read = parse(text)
    ends = (read,) if isinstance(read, Objective) else read.parts
    return tuple(term for end in ends for _, term in end.terms)


def level_of(text: str) -> Level:
    """What an objective makes a picture of: each unit, each node, or (of classes alone) the network.

    Raises:
        InspectorError: It does not read.
    """
    if parse(text).is_relative:
        return "unit"
    return "network" if all(isinstance(term, Logit) for term in terms_of(text)) else "node"


def at_level(objectives: Sequence[str], level: Level) -> tuple[str, ...]:
    """Those of some objectives that make a picture of each unit, of each node, or of the network."""
    return tuple(text for text in objectives if level_of(text) == level)


class Spoken:
    """The facets and pictures at hand for a wish's objectives.

    Args:
        facets: The facets.
        pictures: The files of the pictures, in the order in which objectives number them.
    """

    def __init__(self, facets: Sequence[Facet] = (), pictures: Sequence[str] = ()) -> None:
        self._facets, self._paths = {facet.name: facet for facet in facets}, tuple(pictures)

    def check(self, objectives: Sequence[str], network: Network) -> None:
        """Look that all objectives read, and that everything they speak of is there and fits.

        Raises:
            InspectorError: One does not read, or a facet or picture is not there or of another network.
        """
        for text in objectives:
            for facet in self.facets(text):
                facet.check(network)
            self.pictures(text)

    def facets(self, text: str) -> tuple[Facet, ...]:
        """Those that an objective speaks of.

        Raises:
            InspectorError: One of them is not there.
        """
        names = dict.fromkeys(term.name for term in terms_of(text) if isinstance(term, Faceted))
        missing = next((name for name in names if name not in self._facets), None)
        if missing is not None:
            there = ", ".join(self._facets) or say("none was given")
            raise InspectorError(
                say("The objective speaks of the facet “{name}”; facets: {there}.", name=missing, there=there)
            )
        return tuple(self._facets[name] for name in names)

    def pictures(self, text: str) -> tuple[PictureAddress, ...]:
        """All that are at hand, where an objective speaks of any.

        Raises:
            InspectorError: One of them is not there, or does not open.
        """
        meant = [term.picture for term in terms_of(text) if isinstance(term, Activation | Caricature)]
        for reference in meant:
            picture_meant(reference, self._addresses)
        return self._addresses if meant else ()

    def reachable(self, text: str, nodes: Sequence[Node], order: Mapping[str, int]) -> list[Node]:
        """The nodes that an objective can be made of: those not before any facet that it speaks of."""
        first = max((order[facet.node] for facet in self.facets(text)), default=0)
        return [node for node in nodes if order[node.name] >= first]

    @cached_property
    def _addresses(self) -> tuple[PictureAddress, ...]:
        return tuple(map(addressed, self._paths))
