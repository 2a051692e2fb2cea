"""What an atlas is to hold. Importing this costs no torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.network.graph import Node
    from inspector.network.network import Network

OBJECTIVES = ("channel", "neuron", "-channel")
FAMILIES = ("grating", "bar", "curve", "corner", "spot", "hue")
"""The families of an atlas where none are named: form, size and colour, in an affordable time."""
ALL = "all"


@dataclass(frozen=True)
class AtlasParameters:
    """What an atlas is to hold.

    Attributes:
        out: The site's folder; other networks may be in it.
        nodes: Whose units; empty for every operation that has units.
        objectives: What is visualized of every unit.
        recipe: The recipe of the visualizations.
        settings: What departs from the recipe: (name, value) of its settings.
        families: Stimulus families of the tuning; ("all",) for every one that needs no word or picture.
        pictures: What to scan for dataset examples, as for a scan; empty leaves examples out.
        licence: A line at the foot of every page; "" for none.
        without_pictures: Whether real pictures and their names stay out of the site.
    """

    out: str
    nodes: tuple[str, ...] = ()
    objectives: tuple[str, ...] = OBJECTIVES
    recipe: str = "preview"
    settings: tuple[tuple[str, int | float | str], ...] = ()
    families: tuple[str, ...] = FAMILIES
    pictures: tuple[str, ...] = ()
    licence: str = ""
    without_pictures: bool = False


def chosen_nodes(network: Network, parameters: AtlasParameters) -> tuple[str, ...]:
    """The nodes of the atlas, in order of execution.

    Raises:
        InspectorError: A named node is not there or has no units, or the network has no units at all.
    """
    for name in parameters.nodes:
        if not network.node(name).units:
            raise InspectorError(f"{network.name}/{name} has no units that an atlas could show.")
    chosen = [name for name in network.nodes if name in parameters.nodes] or operations(network.nodes)
    if not chosen:
        raise InspectorError(f"{network.name} has no units that an atlas could show.")
    return tuple(chosen)


def operations(nodes: Mapping[str, Node]) -> list[str]:
    """The nodes that compute and have units: a module that only holds others shows its last one's."""
    from inspector.network.flow.blocks import blocks_of

    return [name for name, node in blocks_of(nodes).operations.items() if node.units]


def chosen_families(parameters: AtlasParameters) -> tuple[str, ...]:
    """The families of the atlas.

    Raises:
        InspectorError: There is no such family, or it asks for a word or a picture.
    """
    from inspector.stimuli.family import families, family

    if parameters.families == (ALL,):
        return tuple(name for name, found in families().items() if not found.subject)
    for name in parameters.families:
        if family(name).subject:
            raise InspectorError(f"The family “{name}” is about a {family(name).subject}: an atlas has none.")
    return parameters.families
