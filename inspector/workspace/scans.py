"""Kept scans: listed, read by unit, merged, exported, cleared.

A scan belongs to a network's weights, to how it is shown pictures, to a picture set and to the plan: with any
of them changed it is another scan. Results appear whole or not at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from inspector import paths
from inspector.lenses.examples.evidence import ScanSummary
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.repair import open_index
from inspector.workspace.scan_files import FOLDER, RUNNING, NodeFile, is_held, read_summary, size_of
from inspector.workspace.scan_pictures import ScannedPictures
from inspector.workspace.scan_reading import ScanReader
from inspector.workspace.scan_rows import finished, insert_scan, listed

Array = np.ndarray[Any, Any]


class Scans(ScanReader):
    """The scans in a workspace folder; nothing is made there until a scan begins. Any thread may ask."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the workspace, the user's own where None."""
        super().__init__(folder if folder is not None else paths.data_dir())
        self._database = open_index(self.folder)

    def keep(self, summary: ScanSummary) -> None:
        """Put a finished scan, whose folder is in its place, into the index.

        Raises:
            WorkspaceError: The index cannot be written; the next repair finds the scan.
        """
        self._pictures.cache_clear()
        with explained(say("The scan is kept in {folder}, but not listed", folder=self.folder)):
            self._database.write(lambda connection: insert_scan(connection, summary))

    def summaries(self, fingerprint: str | None = None) -> list[ScanSummary]:
        """The finished scans, the newest first; of one network or of all. Parts of scans are among them.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if not (self.folder / FOLDER).is_dir():
            return []
        with explained(say("The workspace {folder} cannot be read", folder=self.folder)):
            return self._database.read(lambda connection: listed(connection, fingerprint))

    def newest(self, fingerprint: str, node: str | None = None) -> ScanSummary | None:
        """The newest whole scan of a network (and node), or None.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        return next(
            (
                summary
                for summary in self.summaries(fingerprint)
                if summary.part == (1, 1) and (node is None or node in summary.nodes)
            ),
            None,
        )

    def clear(self, fingerprint: str | None = None, before: float | None = None) -> int:
        """Forget scans of one network (all where None), made before a time (any where None); how many.

        With all of them go those that were left before their end, but never one that somebody is making.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        chosen = [s.key for s in self.summaries(fingerprint) if before is None or s.made_at < before]
        self.delete(*chosen)
        if fingerprint is None and before is None:
            for running in (self.folder / FOLDER).glob(f"*{RUNNING}"):
                if not is_held(running):
                    shutil.rmtree(running, ignore_errors=True)
        return len(chosen)

    def delete(self, *keys: str) -> None:
        """Forget some scans.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        with explained(say("The workspace {folder} cannot be written", folder=self.folder)):
            # The files first: on a full disk they make room for the log of their being forgotten.
            for key in keys:
                shutil.rmtree(self.path(key), ignore_errors=True)
            if keys:
                self._database.write(
                    lambda connection: connection.executemany(
                        "DELETE FROM scans WHERE key = ?", [(key,) for key in keys]
                    )
                )
        self._pictures.cache_clear()

    def size_on_disk(self) -> int:
        """Bytes of all scans, those under way too."""
        return size_of(self.folder / FOLDER)

    def check_and_repair(self) -> tuple[str, ...]:
        """Bring index and folders together again; a sentence on everything done.

        Raises:
            WorkspaceError: The workspace cannot be read or written.
        """
        known, told = {summary.key: summary for summary in self.summaries()}, []
        whole: dict[str, ScanSummary] = {}
        for folder in finished(self.folder):
            try:
                summary = read_summary(folder)
                for node in summary.nodes:
                    NodeFile(folder, node).whole("mean")
                ScannedPictures(folder)
                whole[folder.name] = summary
            except WorkspaceError as error:
                shutil.rmtree(folder, ignore_errors=True)
                told.append(say("A damaged scan was deleted: {error}", error=error))
        told += [
            say("The lost scan of {title} with {network} was forgotten.", title=s.title, network=s.network)
            for k, s in known.items()
            if k not in whole
        ]
        told += [
            say("The scan of {title} with {network} was found again.", title=s.title, network=s.network)
            for k, s in whole.items()
            if k not in known
        ]
        for left in (self.folder / FOLDER).glob("*.old"):
            shutil.rmtree(left, ignore_errors=True)
        if told:
            self._rewrite(whole)
        return tuple(told)

    def close(self) -> None:
        """Let go of the files."""
        self._pictures.cache_clear()
        self._database.close()

    def _rewrite(self, scans: Mapping[str, ScanSummary]) -> None:
        def write(connection: Any) -> None:
            connection.execute("DELETE FROM scans")
            for summary in scans.values():
                insert_scan(connection, summary)

        with explained(say("The workspace {folder} cannot be repaired", folder=self.folder)):
            self._database.write(write)
