"""A small picture of a unit, to stand for it elsewhere: a kept feature visualization, or its top example."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.looking import crop_box
from inspector.lenses.base import Partial, Progress, Update
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.features import LENS

if TYPE_CHECKING:
    from inspector.lenses.examples import Example
    from inspector.network.network import Network
    from inspector.workspace.finding import Kept

Array = np.ndarray[Any, Any]
End = tuple[str, int]
SIDE = 96


@dataclass(frozen=True, eq=False)
class UnitPicture:
    """What stands for a unit.

    Attributes:
        node: Its node.
        unit: The unit.
        pixels: uint8 [h,w,3].
        kind: Where it comes from: "feature visualization" or "top example".
    """

    node: str
    unit: int
    pixels: Array
    kind: str


@dataclass(frozen=True)
class FindUnitPictures:
    """Look up what is kept of some units; yields a `UnitPicture` tuple a node and returns all of them.

    Attributes:
        network: The open network's name.
        ends: (node, unit) of each.
    """

    network: str
    ends: tuple[End, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[UnitPicture, ...]]:
        """Node by node; units of which nothing is kept are left out."""
        network, found = bench.network(self.network), list[UnitPicture]()
        nodes = list(dict.fromkeys(node for node, _ in self.ends))
        for number, node in enumerate(nodes):
            yield Progress(number, len(nodes), node)
            token.check()
            units = tuple(unit for name, unit in self.ends if name == node)
            pictures = tuple(_kept(bench, network, node, units))
            left = [unit for unit in units if unit not in {one.unit for one in pictures}]
            pictures += tuple(_scanned(bench, network, node, left))
            found += pictures
            if pictures:
                yield Partial(pictures)
        return tuple(found)


def _kept(bench: Bench, network: Network, node: str, units: Sequence[int]) -> Iterator[UnitPicture]:
    if bench.findings is None:
        return
    newest: dict[int, Kept] = {}
    for kept in bench.findings.for_node(network.fingerprint, node, LENS):
        location = Location.parse(kept.location)
        # A neuron's picture is of one place in the map: it does not stand for the unit.
        if location.unit is not None and location.unit in units and location.position is None:
            newest[location.unit] = kept
    for unit, kept in newest.items():
        try:
            yield UnitPicture(node, unit, bench.findings.thumbnail(kept, SIDE), "feature visualization")
        except InspectorError:
            continue  # its file is gone: it is made again where it is wanted


def _scanned(bench: Bench, network: Network, node: str, units: Sequence[int]) -> Iterator[UnitPicture]:
    from inspector.jobs.scans_shown import opened_scans

    if not units:
        return
    scans = opened_scans(bench)
    try:
        scan = scans.newest(network.fingerprint, node)
        tops = scans.tops(scan.key, node, units) if scan is not None else {}
        for unit, example in tops.items():
            if example.thumbnail.size:
                yield UnitPicture(node, unit, _crop(example), "top example")
    except InspectorError:
        return  # a damaged scan costs the pictures, nothing else
    finally:
        scans.close()


def _crop(example: Example) -> Array:
    """The part of an example's thumbnail that the unit sees."""
    height, width = example.thumbnail.shape[:2]
    left, top, right, bottom = (round(side) for side in crop_box(example.box, width, height))
    part = example.thumbnail[top : max(bottom, top + 1), left : max(right, left + 1)]
    return np.ascontiguousarray(part)


@dataclass(frozen=True)
class LearnWiring:
    """Follow the open network's wires once, so that weights are there at once afterwards; returns None."""

    network: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, None]:
        """One forward pass."""
        yield Progress(0, 1, "Following the wires")
        from inspector.lenses.weights.wiring import known_wiring

        known_wiring(bench.network(self.network), token)
