"""What the window asks about scans: which there are, tiles, units by class; and forgetting one."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.lenses.examples import Example, ScanSummary
from inspector.lenses.tuning import UnitScale
from inspector.probe.cancel import CancelToken
from inspector.workspace.scan_left import LeftScan

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.workspace.scans import Scans


@dataclass(frozen=True)
class ScanShelf:
    """The scans of a network as it is shown pictures now.

    Attributes:
        network: Its name.
        scans: The finished ones, the newest first.
        left: Those that can go on.
        bytes: What all scans in the workspace take on disk.
    """

    network: str
    scans: tuple[ScanSummary, ...]
    left: tuple[LeftScan, ...]
    bytes: int


@dataclass(frozen=True)
class ListScans:
    """Look which scans of the open network there are; returns a `ScanShelf`.

    Attributes:
        network: The network's name.
        forget: A scan to delete before, by its key; "" for none.
        shelve: A scan under way not to be asked about any more; "" for none.
    """

    network: str
    forget: str = ""
    shelve: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, ScanShelf]:
        """Read the index."""
        yield Progress(0, 1, "Looking for scans")
        from inspector.workspace import scan_left

        network, scans = bench.network(self.network), opened_scans(bench)
        try:
            if self.shelve:
                scan_left.shelve(scans.folder, self.shelve)
            if self.forget:
                scan_left.forget(scans.folder, self.forget)
                scans.delete(self.forget)
            shown = shown_as(network)
            left = scan_left.left_scans(scans.folder, network.fingerprint)
            return ScanShelf(
                self.network,
                tuple(
                    summary
                    for summary in scans.summaries(network.fingerprint)
                    if _fits(scans, summary, shown)
                ),
                tuple(one for one in left if one.preprocessing == shown),
                scans.size_on_disk(),
            )
        finally:
            scans.close()


def shown_as(network: Network) -> str:
    """How a network is shown pictures, in the form that plans have."""
    return json.dumps(network.preprocessing.to_json(), sort_keys=True)


def opened_scans(bench: Bench) -> Scans:
    """The scans of the workspace that the bench uses; to be closed."""
    from inspector.workspace.scans import Scans

    return Scans(bench.workspace)


def _fits(scans: Scans, summary: ScanSummary, shown: str) -> bool:
    return summary.part == (1, 1) and scans.preprocessing(summary.key) == shown


@dataclass(frozen=True)
class ShowTops:
    """The example of the highest maximum of some units; returns {unit: `Example`}.

    Attributes:
        key: The scan's.
        node: The node.
        units: The units.
    """

    key: str
    node: str
    units: tuple[int, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Mapping[int, Example]]:
        """Read them from the workspace."""
        yield Progress(0, 1, "Reading the scan")
        scans = opened_scans(bench)
        try:
            return scans.tops(self.key, self.node, self.units)
        finally:
            scans.close()


@dataclass(frozen=True)
class Selective:
    """Units that are selective for a class.

    Attributes:
        label: The class.
        node: The node that was asked for; "" for all.
        units: (node, unit, selectivity), the most selective first.
    """

    label: str
    node: str
    units: tuple[tuple[str, int, float], ...]


@dataclass(frozen=True)
class FindSelective:
    """The units most selective for a class; returns `Selective`.

    Attributes:
        key: The scan's.
        label: The class.
        node: The node; "" for all nodes.
    """

    key: str
    label: str
    node: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Selective]:
        """Read them from the workspace."""
        yield Progress(0, 1, "Looking for units")
        scans = opened_scans(bench)
        try:
            found = scans.most_selective(self.key, self.label, self.node or None)
            return Selective(self.label, self.node, tuple(found))
        finally:
            scans.close()


@dataclass(frozen=True)
class ShowScale:
    """The scale of some nodes' units, one node behind the other; returns `UnitScale`, None without one.

    Attributes:
        key: The scan's.
        nodes: The nodes.
    """

    key: str
    nodes: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, UnitScale | None]:
        """Read it from the workspace."""
        yield Progress(0, 1, "Reading the scan")
        scans = opened_scans(bench)
        try:
            return _scale(scans, self.key, self.nodes)
        finally:
            scans.close()


def newest_scan(bench: Bench, network: Network, node: str) -> str:
    """The key of a network's newest whole scan that has the node, shown as it is now; "" without one."""
    scans, shown = opened_scans(bench), shown_as(network)
    try:
        kept = scans.summaries(network.fingerprint)
        return next((one.key for one in kept if node in one.nodes and _fits(scans, one, shown)), "")
    finally:
        scans.close()


def newest_scale(bench: Bench, network: Network, nodes: tuple[str, ...]) -> UnitScale | None:
    """The scale of some nodes' units by the newest scan of a network that tells it; None without one."""
    scans, shown = opened_scans(bench), shown_as(network)
    try:
        kept = scans.summaries(network.fingerprint)
        fitting = (one for one in kept if set(nodes) <= set(one.nodes) and _fits(scans, one, shown))
        told = (_scale(scans, one.key, nodes) for one in fitting)
        return next((scale for scale in told if scale is not None), None)
    finally:
        scans.close()


def _scale(scans: Scans, key: str, nodes: tuple[str, ...]) -> UnitScale | None:
    import numpy as np

    found = [scans.scale_of(key, node) for node in nodes]
    known = [scale for scale in found if scale is not None]
    if len(known) < len(nodes) or not known:
        return None
    means, deviations, sources = zip(*known, strict=True)
    return UnitScale(np.concatenate(means), np.concatenate(deviations), sources[0], nodes)


@dataclass(frozen=True)
class CountedPictures:
    """How many picture files lie in some folders."""

    paths: tuple[str, ...]
    count: int


@dataclass(frozen=True)
class CountPictures:
    """Count the picture files in folders; returns `CountedPictures`."""

    paths: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, CountedPictures]:
        """Walk the folders."""
        yield Progress(0, 1, "Counting pictures")
        from inspector.pictures.folders import collect

        return CountedPictures(self.paths, len(collect(self.paths)))
