"""Between scans and rows of the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from inspector.lenses.examples.evidence import ScanSummary
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.scan_files import FOLDER, read_summary, summary_of


def insert_scan(connection: sqlite3.Connection, summary: ScanSummary) -> None:
    """Put a scan into the index, in place of an earlier one of its key."""
    about = json.dumps(asdict(summary), ensure_ascii=False)
    values = (summary.key, summary.fingerprint, summary.made_at, summary.bytes, about)
    connection.execute("INSERT OR REPLACE INTO scans VALUES (?, ?, ?, ?, ?)", values)


def listed(connection: sqlite3.Connection, fingerprint: str | None = None) -> list[ScanSummary]:
    """The scans in the index, the newest first; of one network or of all."""
    query = "SELECT about FROM scans WHERE ?1 IS NULL OR fingerprint = ?1 ORDER BY made_at DESC, key"
    return [summary_of(json.loads(about)) for (about,) in connection.execute(query, (fingerprint,))]


def refill_scans(connection: sqlite3.Connection, workspace: Path) -> None:
    """Put every finished scan in the folder into the index."""
    for folder in finished(workspace):
        try:
            insert_scan(connection, read_summary(folder))
        except WorkspaceError:
            continue  # the repair takes it away


def finished(workspace: Path) -> Iterator[Path]:
    """The folders of finished scans."""
    for path in sorted((workspace / FOLDER).glob("*")):
        if path.is_dir() and "." not in path.name:
            yield path
