"""From what is wished for of a network to the pieces that make it, always the same in the same order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.batch.address import NetworkAddress, address_of
from inspector.batch.piece import Piece
from inspector.batch.shards import MergePiece, ShardPiece
from inspector.batch.sharing import Sharing
from inspector.batch.tuning import TuningPiece
from inspector.batch.visualizing import PictureAddress, Setting, VisualizePiece
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.feature_visualization.objectives import parse
from inspector.lenses.feature_visualization.pace import LARGEST_BATCH
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.graph import Node
    from inspector.network.network import Network

OBJECTIVES = ("channel", "neuron", "-channel")
PREVIEW_SIDE = 96
"""Pixels of a preview picture: as the window's unit grid makes them, so that both find each other's."""
_SHARD, _MOST_SHARDS = 512, 1024
_SAMPLES = "samples"


@dataclass(frozen=True)
class AtlasWish:
    """What is wished for of a network.

    Attributes:
        nodes: The nodes; empty takes all that have units and hold no others.
        units: Units of each node, for trying things out; empty takes all.
        objectives: What is visualized of every unit, a picture each; empty makes none.
        recipe: The recipe's name.
        settings: What departs from the recipe; "preview" is made in 96 pixels at most where no size is given.
        families: Stimulus families that every unit is tuned to.
        pictures: Pictures to find examples in: folders, archives, lists, or "samples"; empty finds none.
        top: Pictures kept at either end of each unit.
        thumbnail: What every node's own picture shows: "layer" (DeepDream), "caricature" or "" for none.
        caricature_of: The picture file that a caricature is of.
        shard: Pictures in a piece of a scan; 0 takes what suits.
        shared: Whether one picture may stand for all units that it drives alike, see `sharing`; else every
            unit gets its own, as the window makes them.
    """

    nodes: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    objectives: tuple[str, ...] = OBJECTIVES
    recipe: str = "preview"
    settings: tuple[Setting, ...] = ()
    families: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    top: int = 24
    thumbnail: str = "layer"
    caricature_of: str = ""
    shard: int = 0
    shared: bool = False

    def settings_for(self, input_shape: tuple[int, int, int]) -> tuple[Setting, ...]:
        """What departs from the recipe for a network with this input."""
        given = dict(self.settings)
        if self.recipe == "preview" and "size" not in given:
            given["size"] = min(PREVIEW_SIDE, *input_shape[1:])
        return tuple(given.items())


def plan(wish: AtlasWish, network: Network, spec: str = "", trust: bool = False) -> tuple[Piece, ...]:
    """The pieces: thumbnails of nodes first, then scans, tuning and pictures of units, node by node.

    Args:
        wish: What is wished for.
        network: The open network.
        spec: What opens it; needed where other processes are to do pieces.
        trust: Whether code that opening needs may run there.

    Raises:
        AddressError: A node or unit is not in the network.
        InspectorError: A node has no units, a recipe, setting, objective or family is unknown, or there are
            no pictures.
    """
    address = address_of(network, spec, trust)
    chosen = chosen_nodes(wish, network)
    settings = wish.settings_for(network.input_shape)
    with_recipe(wish.recipe, objectives=wish.objectives or ("channel",), **dict(settings))
    check_objectives(wish.objectives)
    _check_families(wish.families)
    sharing = Sharing(wish, network, frozenset(node.name for node in chosen))
    return (
        *thumbnail_pieces(wish, address, chosen, min(PREVIEW_SIDE, *network.input_shape[1:])),
        *(_scan_pieces(wish, address, network, chosen) if wish.pictures else ()),
        *(TuningPiece(address, node.name, family) for node in chosen for family in wish.families),
        *(piece for node in chosen for piece in unit_pieces(wish, address, node, settings, sharing)),
    )


def chosen_nodes(wish: AtlasWish, network: Network) -> list[Node]:
    """The nodes that a wish is about, in order of execution.

    Raises:
        AddressError: A node is not in the network.
        InspectorError: One that is named has no units, or none has any.
    """
    named = [network.node(name) for name in dict.fromkeys(wish.nodes)]
    for node in named:
        if not node.units:
            raise InspectorError(
                say("{name}/{node_name} has no units to show.", name=network.name, node_name=node.name)
            )
        if wish.units and max(wish.units) >= node.units:
            network.check(Location(network.name, node.name, max(wish.units)))
    order = {name: number for number, name in enumerate(network.nodes)}
    found = sorted(named, key=lambda node: order[node.name]) or [
        node for node in network.nodes.values() if node.units and not node.container
    ]
    if not found:
        raise InspectorError(say("{name} has no node with units.", name=network.name))
    return found


def unit_pieces(
    wish: AtlasWish,
    address: NetworkAddress,
    node: Node,
    settings: Sequence[Setting],
    sharing: Sharing | None = None,
) -> Iterator[VisualizePiece]:
    """The pieces of a node's units, objective by objective, in batches that a network runs fastest in.

    `sharing` leaves those out that another unit's picture stands for.
    """
    every = [unit for unit in wish.units or range(node.units) if unit < node.units]
    for objective in wish.objectives:
        units = [unit for unit in every if sharing is None or sharing.of(node.name, unit, objective) is None]
        for start in range(0, len(units), LARGEST_BATCH):
            batch = tuple(units[start : start + LARGEST_BATCH])
            yield VisualizePiece(address, node.name, batch, objective, wish.recipe, tuple(settings))


def thumbnail_pieces(
    wish: AtlasWish, address: NetworkAddress, nodes: Sequence[Node], side: int = PREVIEW_SIDE
) -> Iterator[VisualizePiece]:
    """A piece for every node's own picture, at preview's quality and `side` pixels.

    Raises:
        InspectorError: The picture that a caricature is of does not open.
    """
    if not wish.thumbnail:
        return
    if wish.thumbnail not in ("layer", "caricature"):
        raise InspectorError(
            say(
                "A node's picture is its “layer” or a “caricature”, not “{thumbnail}”.",
                thumbnail=wish.thumbnail,
            )
        )
    pictures = (_picture(wish.caricature_of),) if wish.thumbnail == "caricature" else ()
    small = (("size", side),)
    for node in nodes:
        yield VisualizePiece(address, node.name, (), wish.thumbnail, "preview", small, pictures)


def _picture(path: str) -> PictureAddress:
    from inspector.pictures.decode import open_picture

    if not path:
        raise InspectorError("A caricature needs a picture that it is of.")
    where = Path(path).absolute()
    return PictureAddress(str(where), open_picture(where).digest)


def _scan_pieces(
    wish: AtlasWish, address: NetworkAddress, network: Network, nodes: Sequence[Node]
) -> Iterator[Piece]:
    from inspector.lenses.examples.scan import planned

    paths = tuple(map(_absolute, wish.pictures))
    parameters = ExamplesParameters(paths, tuple(node.name for node in nodes), top=wish.top)
    pictures, scan = planned(network, Location(network.name), parameters)
    batches = len(scan.batches((1, 1)))
    parts = math.ceil(len(pictures) / (wish.shard or _SHARD))
    parts = max(min(parts, batches, _MOST_SHARDS), 1)
    for number in range(1, parts + 1):
        yield ShardPiece(address, parameters, scan.key, pictures.stamp, (number, parts))
    yield MergePiece(address, parameters, scan.key, pictures.stamp, parts)


def _absolute(path: str) -> str:
    if Path(path).exists():
        return str(Path(path).absolute())
    if path != _SAMPLES:
        raise InspectorError(say("There are no pictures at {path}.", path=path))
    return path


def _check_families(names: Sequence[str]) -> None:
    from inspector.stimuli.family import family

    for name in names:
        family(name).about(None)


def check_objectives(objectives: Sequence[str]) -> None:
    """Look that all objectives read and speak of nothing that lies elsewhere.

    Raises:
        InspectorError: One does not.
    """
    for text in objectives:
        parse(text)
        if "facet" in text or "caricature" in text or "activation" in text:
            raise InspectorError(
                say("“{text}” is of something beside the network: make it in the window.", text=text)
            )
