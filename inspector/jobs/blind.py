"""What the window asks about blind labelling: a unit's crops and answers, keeping them, writing them."""

from __future__ import annotations

import zlib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.files import replacing
from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.lenses.examples import QuiltBin
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.blind import DEFAULT, Blind
from inspector.workspace.blind_results import crops_to_csv, results, to_csv
from inspector.workspace.blinds import Blinds


@dataclass(frozen=True, eq=False)
class BlindSheet:
    """A unit's crops, and what was answered.

    Attributes:
        location: The unit.
        fingerprint: The network's.
        workspace: Where answers are kept.
        title: What the scanned set is called.
        paths: What was scanned.
        bins: The ranges of values with their crops.
        blind: The labelling, begun or new.
    """

    location: Location
    fingerprint: str
    workspace: Path
    title: str
    paths: tuple[str, ...]
    bins: tuple[QuiltBin, ...]
    blind: Blind


@dataclass(frozen=True)
class ReadBlind:
    """Read a unit's crops and what was answered before; returns a `BlindSheet`.

    Attributes:
        location: The unit.
        scan: The scan's key.
        paths: What was scanned.
        classes: The classes of a labelling that is new.
    """

    location: Location
    scan: str
    paths: tuple[str, ...]
    classes: tuple[str, ...] = DEFAULT
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, BlindSheet]:
        """Read scan and file.

        Raises:
            WorkspaceError: One of them cannot be read.
        """
        yield Progress(0, 1, "Reading the scan")
        from inspector.jobs.scans_shown import opened_scans

        node, unit = self.location.node or "", self.location.unit or 0
        scans = opened_scans(bench)
        try:
            found = scans.evidence(self.scan, str(self.location), node, unit)
            # The scan's network, whatever edits the open one is looked at through now.
            fingerprint = next(one.fingerprint for one in scans.summaries() if one.key == self.scan)
        finally:
            scans.close()
        blind = Blinds(bench.workspace).read(fingerprint, node, unit, self.scan)
        if blind is None:
            seed = zlib.crc32(f"{fingerprint} {node}/{unit} {self.scan}".encode())
            blind = Blind(node, unit, self.scan, seed, self.classes)
        return BlindSheet(
            self.location, fingerprint, bench.workspace, found.title, self.paths, found.quilt, blind
        )


@dataclass(frozen=True)
class KeepBlind:
    """Write a labelling; returns the `Blind`."""

    fingerprint: str
    network: str
    blind: Blind
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Blind]:
        """Write the file whole."""
        yield Progress(0, 1, "Keeping labels")
        Blinds(bench.workspace).keep(self.fingerprint, self.network, self.blind)
        return self.blind


@dataclass(frozen=True)
class ExportBlind:
    """Write the results by range of values, and the crops with their labels beside; returns both files."""

    sheet: BlindSheet
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, Path]]:
        """Write both, each whole or not at all.

        Raises:
            InspectorError: A file cannot be written.
        """
        yield Progress(0, 1, "Writing labels")
        path, blind, bins = Path(self.path), self.sheet.blind, self.sheet.bins
        beside = path.with_name(f"{path.stem}-crops{path.suffix}")
        for file, text in ((path, to_csv(results(blind, bins))), (beside, crops_to_csv(blind, bins))):
            with replacing(file) as part:
                part.write_text(text, encoding="utf-8")
        return path, beside
