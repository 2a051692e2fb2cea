"""From a wish to its pieces of pictures: of units, of whole nodes, of the network, and nodes' thumbnails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from inspector.batch.spoken import addressed, at_level
from inspector.batch.visualizing import Setting, VisualizePiece
from inspector.lenses.feature_visualization.pace import LARGEST_BATCH
from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.batch.address import NetworkAddress
    from inspector.batch.sharing import Sharing
    from inspector.batch.wish import AtlasWish
    from inspector.network.graph import Node
    from inspector.network.network import Network

PREVIEW_SIDE = 96
"""Pixels of a preview picture: as the window's unit grid makes them, so that both find each other's."""


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
    for objective in at_level(wish.objectives, "unit"):
        units = [unit for unit in every if sharing is None or sharing.of(node.name, unit, objective) is None]
        for start in range(0, len(units), LARGEST_BATCH):
            batch = tuple(units[start : start + LARGEST_BATCH])
            yield picture_piece(wish, address, node.name, batch, objective, settings)


def picture_piece(
    wish: AtlasWish,
    address: NetworkAddress,
    node: str,
    units: tuple[int, ...],
    objective: str,
    settings: Sequence[Setting],
) -> VisualizePiece:
    """The piece of one objective, with what it speaks of.

    Raises:
        InspectorError: It speaks of what is not at hand.
    """
    return VisualizePiece(
        address,
        node,
        units,
        objective,
        wish.recipe,
        tuple(settings),
        pictures=wish.spoken.pictures(objective),
        facets=wish.spoken.facets(objective),
    )


def whole_pieces(
    wish: AtlasWish, address: NetworkAddress, network: Network, nodes: Sequence[Node]
) -> Iterator[VisualizePiece]:
    """The pieces of objectives that speak of no unit of their own: one of each node, or of the network.

    Raises:
        InspectorError: They speak of what is not at hand.
    """
    settings = wish.settings_for(network.input_shape)
    for objective in at_level(wish.objectives, "network"):
        yield picture_piece(wish, address, "", (), objective, settings)
    for objective in at_level(wish.objectives, "node"):
        for node in _reachable(wish, network, objective, nodes):
            yield picture_piece(wish, address, node.name, (), objective, settings)


def made_of(wish: AtlasWish, network: Network, node: Node) -> AtlasWish:
    """The wish with the objectives alone that can be made of a node.

    Raises:
        InspectorError: The node is named, and an objective cannot be made of it.
    """
    made = tuple(text for text in wish.objectives if _reachable(wish, network, text, [node]))
    return replace(wish, objectives=made)


def _reachable(wish: AtlasWish, network: Network, objective: str, nodes: Sequence[Node]) -> Sequence[Node]:
    if "facet" not in objective:
        return nodes
    order = {name: number for number, name in enumerate(network.nodes)}
    found = wish.spoken.reachable(objective, nodes, order)
    without = next((node for node in nodes if node not in found), None)
    if wish.nodes and without is not None:
        raise InspectorError(
            say(
                "“{objective}” cannot be made of {node}: its facet lies at a later node.",
                objective=objective,
                node=without.name,
            )
        )
    return found


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
    if wish.thumbnail == "caricature" and not wish.caricature_of:
        raise InspectorError("A caricature needs a picture that it is of.")
    pictures = (addressed(wish.caricature_of),) if wish.thumbnail == "caricature" else ()
    small = (("size", side),)
    for node in nodes:
        yield VisualizePiece(address, node.name, (), wish.thumbnail, "preview", small, pictures)
