"""Dataset examples: which pictures of a set drive a unit most and least, and how it is distributed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.base import LensRun, register
from inspector.lenses.examples.evidence import (
    ClassShares,
    Example,
    QuiltBin,
    ScanSummary,
    UnitColumns,
    UnitExamples,
)

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

__all__ = [
    "ClassShares",
    "Example",
    "ExamplesParameters",
    "NodeExamples",
    "QuiltBin",
    "ScanSummary",
    "UnitColumns",
    "UnitExamples",
]


@dataclass(frozen=True)
class ExamplesParameters:
    """Parameters of a scan.

    Attributes:
        pictures: Paths of pictures and folders, or of an archive, a list or a data set; or "samples".
        nodes: Nodes to scan; empty takes all that have units.
        top: How many pictures are kept at either end of each unit.
        batch_size: Pictures that are taken at once; on a processor 16 of them are in one forward pass.
        positions: Places looked at in each picture for histogram, quilt, variance and firing, where the map
            has more; 0 for all, None for so many that all pictures together give 100,000, 3 at least.
        quilt: Places kept of each range of values.
        unique: Whether equal pictures are counted once.
        spectrum: Whether there is more to be found than extremes and means.
    """

    pictures: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    top: int = 24
    batch_size: int = 32
    positions: int | None = None
    quilt: int = 16
    unique: bool = False
    spectrum: bool = True


@dataclass(frozen=True)
class NodeExamples:
    """What a scan found for all units of one node; k pictures at either end. `UnitExamples` tells more.

    Attributes:
        node: Name of the node.
        pictures: Names (paths) of all counted pictures.
        top_index: int64 [units, k] into `pictures`, by falling maximum; -1 where there are fewer pictures.
        top_value: float32 [units, k]; NaN where the index is -1.
        top_place: int64 [units, k], flat position of the maximum in the node's map; -1 for none.
        bottom_index: int64 [units, k], by rising maximum.
        bottom_value: float32 [units, k].
        bottom_place: int64 [units, k].
        map_shape: Shape of the node's map.
        edges: float64 [units, bins + 1], edges of the histogram over the positions looked at; zero is one.
        counts: int64 [units, bins].
        mean: float64 [units], over all positions of all pictures.
        variance: float64 [units], of the positions looked at.
        firing: float64 [units], fraction of the positions looked at that are above zero.
        skipped: One sentence for each file that did not open.
    """

    node: str
    pictures: tuple[str, ...]
    top_index: np.ndarray[Any, Any]
    top_value: np.ndarray[Any, Any]
    top_place: np.ndarray[Any, Any]
    bottom_index: np.ndarray[Any, Any]
    bottom_value: np.ndarray[Any, Any]
    bottom_place: np.ndarray[Any, Any]
    map_shape: tuple[int, ...]
    edges: np.ndarray[Any, Any]
    counts: np.ndarray[Any, Any]
    mean: np.ndarray[Any, Any]
    variance: np.ndarray[Any, Any]
    firing: np.ndarray[Any, Any]
    skipped: tuple[str, ...] = ()


@register(
    "examples",
    title="Dataset examples",
    explanation="The pictures that drive a unit most and least, and how its responses are distributed.",
    resolution="node",
    parameters=ExamplesParameters,
)
def run(network: Network, location: Location, parameters: ExamplesParameters, token: CancelToken) -> LensRun:
    """Scan the pictures once; returns {node: `NodeExamples`}."""
    from inspector.lenses.examples.scan import scan

    return scan(network, location, parameters, token)
