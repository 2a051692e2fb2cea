"""Scanning a set of pictures, kept in the workspace and gone on with where it stopped; reading it by unit."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.jobs.bench import Bench
from inspector.lenses.base import Partial, Progress, Remark, Update
from inspector.lenses.examples import ExamplesParameters, ScanSummary, UnitColumns, UnitExamples
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.lenses.examples.scanning import Scanning
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet
    from inspector.workspace.scan_run import ScanRun
    from inspector.workspace.scans import Scans


@dataclass(frozen=True)
class ScanPictures:
    """Scan a set of pictures at all chosen nodes; returns a `ScanSummary`. To be queued as `FILLING`.

    What is found is kept in the workspace while it grows: cancelled, crashed or left with the window, an
    equal request goes on from there. Scanned before, the answer is there at once.

    Attributes:
        network: The open network's name.
        parameters: The pictures and how they are scanned.
        part: (number from 1, of how many), to scan but a part.
        again: Whether to scan anew what is there already.
        workspace: The folder; "" takes the bench's.
    """

    network: str
    parameters: ExamplesParameters
    part: tuple[int, int] = (1, 1)
    again: bool = False
    workspace: str = ""
    keep: bool = False

    @property
    def goes_on(self) -> bool:
        """What is found is kept at once."""
        return True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, ScanSummary]:
        """Scan; a progress after every batch, with the rate and the time that is left."""
        network = bench.network(self.network)
        scans = _scans(bench, self.workspace)
        try:
            return (
                yield from scan_kept(network, scans, self.parameters, token, part=self.part, again=self.again)
            )
        finally:
            scans.close()


def scan_kept(
    network: Network,
    scans: Scans,
    parameters: ExamplesParameters,
    token: CancelToken,
    *,
    part: tuple[int, int] = (1, 1),
    again: bool = False,
) -> Generator[Update, None, ScanSummary]:
    """Scan on from what is kept, keep what is found, and answer with the finished scan.

    Raises:
        InspectorError: There are no pictures, or the workspace cannot be written (what was found up to the
            last checkpoint stays there); one sentence.
        Cancelled: The token was set; what was found is kept.
    """
    from inspector.lenses.examples.scan import planned
    from inspector.lenses.examples.scanning import Scanning
    from inspector.network.errors import InspectorError
    from inspector.workspace.scan_run import ScanRun, folder_name

    if network.reads != "pictures":
        raise InspectorError(
            say(
                "{name} reads {reads}, and no pictures that could be scanned.",
                name=network.name,
                reads=network.reads,
            )
        )
    yield Progress(0, 1, "Looking for pictures")
    pictures, plan = planned(network, Location(network.name), parameters)
    name = folder_name(plan, part)
    before = next((summary for summary in scans.summaries(network.fingerprint) if summary.key == name), None)
    if before is not None and not again and scans.stamp(name) == pictures.stamp:
        return before
    with ScanRun(scans.folder, plan, part, pictures).opened() as run:
        yield from map(Remark, run.notices)
        if part == (1, 1):
            _note_as_left(scans, name, network, pictures, parameters)
        scanning = Scanning(network, pictures, plan, part=part, state=run.state, sink=run.sink)
        yield from _with_checkpoints(scanning, run, token)
        assert scanning.state is not None
        yield Progress(1, 1, "Laying out what was found")
        summary = run.finish(network, scanning.state)
    scans.keep(summary)
    return summary


def _note_as_left(
    scans: Scans, name: str, network: Network, pictures: PictureSet, parameters: ExamplesParameters
) -> None:
    """Note what a scan is of until it is finished: broken off, it can be gone on with from the window."""
    from inspector.workspace.scan_left import LeftScan, note

    shown = json.dumps(network.preprocessing.to_json(), sort_keys=True)
    of = (network.name, network.fingerprint, shown, pictures.title, len(pictures), parameters)
    note(scans.folder, LeftScan(name, *of))


def _with_checkpoints(scanning: Scanning, run: ScanRun, token: CancelToken) -> Generator[Update, None, None]:
    """Scan, and write down from time to time, and when it is broken off, what is found so far."""
    steps = scanning.steps(token)
    try:
        for update in steps:
            if scanning.state is not None:
                run.checkpoint(scanning.state)
            yield update
    except BaseException:
        # Cancelled or closed between two batches: what is found so far is whole.
        if scanning.state is not None and scanning.state.done:
            run.checkpoint(scanning.state, now=True)
        raise
    finally:
        steps.close()


@dataclass(frozen=True)
class ShowEvidence:
    """What the newest scan (or that of `key`) knows of a unit; returns `UnitExamples`, None for no scan.

    All but the pictures of the quilt comes first, as an intermediate result: there are hundreds of them.
    """

    location: Location
    key: str = ""
    workspace: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, UnitExamples | None]:
        """Read it from the workspace."""
        yield Progress(0, 1, "Reading the scan")
        location, node, unit = self.location, self.location.node, self.location.unit
        if node is None or unit is None:
            return None
        scans = _scans(bench, self.workspace)
        try:
            key = self.key or _newest(scans, bench.network(location.network), node)
            if not key:
                return None
            yield Partial(scans.evidence(key, str(location), node, unit, quilted=False))
            token.check()
            return scans.evidence(key, str(location), node, unit)
        finally:
            scans.close()


@dataclass(frozen=True)
class ShowColumns:
    """Firing, sparseness and selectivity of every unit of a node; returns `UnitColumns`, None for no scan."""

    network: str
    node: str
    key: str = ""
    workspace: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, UnitColumns | None]:
        """Read them from the workspace."""
        yield Progress(0, 1, "Reading the scan")
        scans = _scans(bench, self.workspace)
        try:
            key = self.key or _newest(scans, bench.network(self.network), self.node)
            return scans.columns(key, self.node) if key else None
        finally:
            scans.close()


@dataclass(frozen=True)
class ExportExamples:
    """Write a node's examples and statistics to a folder (PNG, CSV, NPZ); returns the files."""

    network: str
    node: str
    folder: str
    key: str = ""
    units: tuple[int, ...] = ()
    workspace: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write the files, each whole or not at all."""
        from inspector.network.errors import InspectorError
        from inspector.workspace.scan_export import export_node

        scans = _scans(bench, self.workspace)
        try:
            key = self.key or _newest(scans, bench.network(self.network), self.node)
            if not key:
                raise InspectorError(
                    say("{network}/{node} has not been scanned.", network=self.network, node=self.node)
                )
            address = f"{self.network}/{self.node}"
            return (
                yield from export_node(scans, key, address, self.node, Path(self.folder), self.units, token)
            )
        finally:
            scans.close()


def _scans(bench: Bench, workspace: str) -> Scans:
    from inspector.workspace.scans import Scans

    return Scans(Path(workspace) if workspace else bench.workspace)


def _newest(scans: Scans, network: Network, node: str) -> str:
    found = scans.newest(network.fingerprint, node)
    return found.key if found is not None else ""
