"""Kept findings: looked up by network and recipe, listed by node, safe against kills and other windows.

The files of a finding are written first, the line in the index last, within one transaction that holds the
write lock from the start: what the index does not name is not there, whatever was cut off in between. What is
left over then is taken away by `check_and_repair`.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Sequence
from pathlib import Path

from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.finding import Array, Finding, Kept
from inspector.workspace.finding_files import FindingFiles, header, new_stem
from inspector.workspace.repair import Repair, open_index, repair
from inspector.workspace.rows import COLUMNS, insert, line

_log = logging.getLogger(__name__)


class Findings:
    """The findings in a workspace folder; nothing is made there until something is kept.

    Any thread may ask, one at a time; any number of processes may share the folder.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` is the workspace."""
        self.folder = folder
        self._files = FindingFiles(folder)
        self._database = open_index(folder)

    def keep(self, *findings: Finding) -> None:
        """Keep findings, all or none, each in place of an earlier one of the same network and recipe.

        Raises:
            WorkspaceError: They could not be kept, and what was kept before still is; or they were, and only
                what they go on from was not, which the sentence says.
        """
        if not findings:
            return
        stems = [new_stem(finding.fingerprint, finding.digest) for finding in findings]

        def write(connection: sqlite3.Connection) -> list[str]:
            old = []
            for finding, stem in zip(findings, stems, strict=True):
                size = self._files.write(finding, stem)
                old += insert(connection, line(header(finding), finding.digest, stem, size))
            return old

        with explained(
            say("{names} could not be kept in {folder}", names=_names(findings), folder=self.folder)
        ):
            try:
                replaced = self._database.write(write)
            except Exception:
                self._discard(stems)
                raise
        self._discard(replaced)
        for finding, stem in zip(findings, stems, strict=True):
            if finding.state:
                with explained(
                    say(
                        "{location} is kept in {folder}, but not the state to go on from",
                        location=finding.location,
                        folder=self.folder,
                    )
                ):
                    self._files.states.write(stem, finding.state)

    def find(self, fingerprint: str, digest: str) -> Finding | None:
        """The finding of that network and recipe; None where there is none, or its files are damaged.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        looked_at: list[Kept] = []
        while True:
            lines = self._lines("fingerprint = ? AND digest = ?", (fingerprint, digest))
            if not lines or lines == looked_at:
                return None
            try:
                return self.load(lines[0])
            except WorkspaceError as error:
                _log.warning("%s", error)
            looked_at = lines  # another window may just have put another in its place: look again

    def load(self, kept: Kept) -> Finding:
        """The finding of a line of the index.

        Raises:
            WorkspaceError: Its files are gone or damaged.
        """
        with explained(
            say("{location} cannot be read from {folder}", location=kept.location, folder=self.folder)
        ):
            return self._files.read(kept.stem)

    def thumbnail(self, kept: Kept, side: int = 96) -> Array:
        """The first picture of a line of the index, uint8 [h,w,3], `side` pixels at most.

        Raises:
            WorkspaceError: Its file is gone or damaged.
        """
        with explained(
            say("{location} cannot be read from {folder}", location=kept.location, folder=self.folder)
        ):
            return self._files.thumbnail(kept.stem, side)

    def for_node(self, fingerprint: str, node: str, lens: str | None = None) -> list[Kept]:
        """What is kept of a node, by unit and age; of one lens or of all. No picture is opened.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        of_lens, values = (
            ("", (fingerprint, node)) if lens is None else (" AND lens = ?", (fingerprint, node, lens))
        )
        return self._lines(f"fingerprint = ? AND node = ?{of_lens} ORDER BY unit, made_at", values)

    def digests(self, fingerprint: str) -> frozenset[str]:
        """The digests of all that is kept of a network. No file is opened.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if not self._is_there():
            return frozenset()
        query = "SELECT digest FROM findings WHERE fingerprint = ?"
        with explained(say("The workspace {folder} cannot be read", folder=self.folder)):
            return self._database.read(
                lambda connection: frozenset(row[0] for row in connection.execute(query, (fingerprint,)))
            )

    def remove(self, fingerprint: str, digest: str) -> bool:
        """Forget one finding; whether it was there.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        return self._remove("fingerprint = ? AND digest = ?", (fingerprint, digest)) > 0

    def clear(self, fingerprint: str | None = None, before: float | None = None) -> int:
        """Forget findings of one network (all where None), made before a time (any where None); how many.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        return self._remove(
            "(?1 IS NULL OR fingerprint = ?1) AND (?2 IS NULL OR made_at < ?2)", (fingerprint, before)
        )

    def size_on_disk(self) -> int:
        """Bytes of all kept findings and of the index.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if not self._is_there():
            return 0
        with explained(say("The workspace {folder} cannot be read", folder=self.folder)):
            files = self._database.read(
                lambda connection: connection.execute("SELECT TOTAL(bytes) FROM findings").fetchone()[0]
            )
            index = self._database.path
            states = self._files.states.size()
            beside = [index.with_name(index.name + suffix) for suffix in ("", "-wal", "-shm")]
            return int(files) + states + sum(path.stat().st_size for path in beside if path.exists())

    def check_and_repair(self) -> Repair:
        """Look through index and files; forget what lost a file, delete files that belong to nothing.

        Raises:
            WorkspaceError: The workspace cannot be read or written.
        """
        if not self._is_there():
            return Repair()
        with explained(say("The workspace {folder} cannot be repaired", folder=self.folder)):
            self._database.check()
            return repair(self._database, self._files)

    def check_and_say(self) -> list[str]:
        """Check and repair; a sentence on everything done.

        Raises:
            WorkspaceError: The workspace cannot be read or written.
        """
        done = self.check_and_repair()
        return [
            *self.take_notices(),
            *(
                say("The lost picture of {address} was forgotten.", address=address)
                for address in done.forgotten
            ),
            *(say("{path} belonged to nothing and was deleted.", path=path) for path in done.deleted),
        ]

    def count(self) -> int:
        """How many findings are kept.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if not self._is_there():
            return 0
        with explained(say("The workspace {folder} cannot be read", folder=self.folder)):
            return self._database.read(
                lambda connection: int(connection.execute("SELECT COUNT(*) FROM findings").fetchone()[0])
            )

    def take_notices(self) -> tuple[str, ...]:
        """Sentences for the user on what was mended since the last call."""
        notices, self._database.notices = tuple(self._database.notices), []
        return notices

    def close(self) -> None:
        """Let go of the database file."""
        self._database.close()

    def __enter__(self) -> Findings:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _is_there(self) -> bool:
        """Whether anything was ever kept: looking must not make a workspace."""
        return self._database.path.exists() or self._files.folder.is_dir()

    def _lines(self, where: str, values: tuple[object, ...]) -> list[Kept]:
        if not self._is_there():
            return []
        query = f"SELECT {COLUMNS} FROM findings WHERE {where}"
        with explained(say("The workspace {folder} cannot be read", folder=self.folder)):
            return self._database.read(
                lambda connection: [Kept(*row) for row in connection.execute(query, values)]
            )

    def _remove(self, where: str, values: tuple[object, ...]) -> int:
        if not self._is_there():
            return 0
        with explained(say("The workspace {folder} cannot be written", folder=self.folder)):
            try:
                stems = self._forget(where, values)
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
                    raise
                # On a full disk the files make room for the log of their being forgotten.
                self._discard([line.stem for line in self._lines(where, values)])
                stems = self._forget(where, values)
        self._discard(stems)
        return len(stems)

    def _forget(self, where: str, values: tuple[object, ...]) -> list[str]:
        query = f"DELETE FROM findings WHERE {where} RETURNING stem"
        return self._database.write(
            lambda connection: [row[0] for row in connection.execute(query, values).fetchall()]
        )

    def _discard(self, stems: Sequence[str]) -> None:
        for stem in stems:
            self._files.discard(stem)


def _names(findings: Sequence[Finding]) -> str:
    first = findings[0].location
    return (
        first if len(findings) == 1 else say("{first} and {count} more", first=first, count=len(findings) - 1)
    )
