"""Bringing index and files together again after a crash."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from inspector.network.errors import InspectorError
from inspector.workspace.database import Database
from inspector.workspace.finding import Kept
from inspector.workspace.finding_files import DAMAGE, FindingFiles, stem_of
from inspector.workspace.recipe import recipe_digest
from inspector.workspace.rows import insert, line
from inspector.workspace.scan_rows import refill_scans


@dataclass(frozen=True)
class Repair:
    """What a repair did.

    Attributes:
        forgotten: Addresses of findings whose files were missing or damaged; they can be made again.
        deleted: Files that belonged to no finding.
    """

    forgotten: tuple[str, ...] = ()
    deleted: tuple[Path, ...] = ()


def repair(database: Database, files: FindingFiles) -> Repair:
    """Forget findings without their files, delete files without their findings.

    Raises:
        sqlite3.Error, OSError, WorkspaceError: Index or folder cannot be read or written.
    """
    rows = database.read(lambda connection: connection.execute("SELECT stem FROM findings").fetchall())
    # The long look goes without the write lock; what another window replaced meanwhile has another stem.
    broken = [stem for (stem,) in rows if not files.is_whole(stem)]
    return database.write(lambda connection: _tidy(connection, files, broken))


def _tidy(connection: sqlite3.Connection, files: FindingFiles, broken: list[str]) -> Repair:
    forgotten: list[str] = []
    for stem in broken:
        forget = connection.execute("DELETE FROM findings WHERE stem = ? RETURNING location", (stem,))
        forgotten += [location for (location,) in forget.fetchall()]
    named = {stem for (stem,) in connection.execute("SELECT stem FROM findings")}
    # Nobody is writing files now: they are written under the same lock.
    orphans = tuple(sorted(path for path in files.all() if stem_of(path) not in named))
    for path in orphans:
        path.unlink(missing_ok=True)
    return Repair(tuple(forgotten), orphans)


def open_index(folder: Path) -> Database:
    """The index of a workspace folder; where it has to be made again, from all that lies there."""
    files = FindingFiles(folder)

    def fill(connection: sqlite3.Connection) -> None:
        refill(connection, files)
        refill_scans(connection, folder)

    return Database(folder, fill)


def refill(connection: sqlite3.Connection, files: FindingFiles) -> None:
    """Fill an empty index from what the pictures tell about themselves; of two alike the newer one counts."""
    rows = [row for stem in files.stems() if (row := _told(files, stem)) is not None]
    for row in sorted(rows, key=lambda row: row.made_at):
        insert(connection, row)


def _told(files: FindingFiles, stem: str) -> Kept | None:
    try:
        recipe, header = files.text(stem)
        size = sum(path.stat().st_size for path in files.expected(stem, header))
        return line(header, recipe_digest(recipe), stem, size)
    except (*DAMAGE, InspectorError):
        return None
