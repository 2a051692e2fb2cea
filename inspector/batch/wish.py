"""From what is wished for of a network to the pieces that make it, always the same in the same order."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.batch.address import NetworkAddress, address_of
from inspector.batch.picture_pieces import PREVIEW_SIDE, made_of, thumbnail_pieces, unit_pieces, whole_pieces
from inspector.batch.piece import Piece
from inspector.batch.shards import MergePiece, ShardPiece
from inspector.batch.sharing import Sharing
from inspector.batch.spoken import Spoken
from inspector.batch.tuning import TuningPiece
from inspector.batch.visualizing import Setting
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.graph import Node
    from inspector.network.network import Network
    from inspector.probe.edits import Edit

OBJECTIVES = ("channel", "neuron", "-channel")
_SHARD, _MOST_SHARDS = 512, 1024
_SAMPLES = "samples"


@dataclass(frozen=True)
class AtlasWish:
    """What is wished for of a network.

    Attributes:
        nodes: The nodes; empty takes all that have units and hold no others.
        units: Units of each node, for trying things out; empty takes all.
        objectives: What is visualized: of every unit, a picture each; what speaks of no unit of its own
            ("layer", "caricature", "direction(3: 1)") of every node, and of classes alone of the network.
            Empty makes none.
        facets: The facets that objectives speak of.
        objective_pictures: The picture files that objectives speak of, in the order of their numbers.
        recipe: The recipe's name.
        settings: What departs from the recipe; "preview" is made in 96 pixels at most where no size is given.
        families: Stimulus families that every unit is tuned to.
        pictures: Pictures to find examples in: folders, archives, lists, or "samples"; empty finds none.
        top: Pictures kept at either end of each unit.
        unique: Whether equal pictures are counted once.
        thumbnail: What every node's own picture shows: "layer" (DeepDream), "caricature" or "" for none.
        caricature_of: The picture file that a caricature is of.
        shard: Pictures in a piece of a scan; 0 takes what suits.
        shared: Whether one picture may stand for all units that it drives alike, see `sharing`; else every
            unit gets its own, as the window makes them.
    """

    nodes: tuple[str, ...] = ()
    units: tuple[int, ...] = ()
    objectives: tuple[str, ...] = OBJECTIVES
    facets: tuple[Facet, ...] = ()
    objective_pictures: tuple[str, ...] = ()
    recipe: str = "preview"
    settings: tuple[Setting, ...] = ()
    families: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    top: int = 24
    unique: bool = False
    thumbnail: str = "layer"
    caricature_of: str = ""
    shard: int = 0
    shared: bool = False

    @cached_property
    def spoken(self) -> Spoken:
        """The facets and pictures that the objectives speak of."""
        return Spoken(self.facets, self.objective_pictures)

    def settings_for(self, input_shape: tuple[int, int, int]) -> tuple[Setting, ...]:
        """What departs from the recipe for a network with this input."""
        given = dict(self.settings)
        if self.recipe == "preview" and "size" not in given:
            given["size"] = min(PREVIEW_SIDE, *input_shape[1:])
        return tuple(given.items())


def plan(
    wish: AtlasWish, network: Network, spec: str = "", trust: bool = False, edits: Sequence[Edit] = ()
) -> tuple[Piece, ...]:
    """The pieces: pictures of whole nodes first, then scans, tuning and pictures of units, node by node.

    Args:
        wish: What is wished for.
        network: The open network.
        spec: What opens it; needed where other processes are to do pieces.
        trust: Whether code that opening needs may run there.
        edits: Those through which the network is looked at.

    Raises:
        AddressError: A node or unit is not in the network.
        InspectorError: A node has no units, a recipe, setting, objective, facet or family is unknown, or
            there are no pictures.
    """
    address = address_of(network, spec, trust, edits)
    chosen = chosen_nodes(wish, network)
    settings = wish.settings_for(network.input_shape)
    with_recipe(wish.recipe, objectives=wish.objectives or ("channel",), **dict(settings))
    wish.spoken.check(wish.objectives, network)
    _check_families(wish.families)
    sharing = Sharing(wish, network, frozenset(node.name for node in chosen))
    return (
        *thumbnail_pieces(wish, address, chosen, min(PREVIEW_SIDE, *network.input_shape[1:])),
        *whole_pieces(wish, address, network, chosen),
        *(_scan_pieces(wish, address, network, chosen) if wish.pictures else ()),
        *(TuningPiece(address, node.name, family) for node in chosen for family in wish.families),
        *(
            piece
            for node in chosen
            for piece in unit_pieces(made_of(wish, network, node), address, node, settings, sharing)
        ),
    )


def with_facets(wish: AtlasWish, workspace: Path, fingerprint: str) -> AtlasWish:
    """The wish with the facets that its objectives name and that it does not hold, from a workspace.

    Raises:
        InspectorError: An objective does not read, or a facet is not there.
    """
    from inspector.workspace.facets import Facets

    asked = FeatureParameters(objectives=wish.objectives or ("channel",), facets=wish.facets)
    return replace(wish, facets=Facets(workspace).given_to(asked, fingerprint).facets)


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


def _scan_pieces(
    wish: AtlasWish, address: NetworkAddress, network: Network, nodes: Sequence[Node]
) -> Iterator[Piece]:
    from inspector.lenses.examples.scan import planned

    paths = tuple(map(_absolute, wish.pictures))
    named = tuple(node.name for node in nodes)
    parameters = ExamplesParameters(paths, named, top=wish.top, unique=wish.unique)
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
