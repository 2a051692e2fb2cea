"""The SQLite index of a workspace: opened when first needed, shared between processes, mended when damaged.

WAL: readers never wait, writers take turns. A transaction that is cut off by a kill has not happened.
`synchronous=NORMAL`: a power cut may take the last transactions, never the consistency of the rest.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from inspector.saying import say
from inspector.workspace.lock import exclusively
from inspector.workspace.schema import LATEST, migrate, version

Result = TypeVar("Result")
Action = Callable[[sqlite3.Connection], Result]
NAME = "workspace.sqlite"
BUSY_SECONDS = 5.0
_log = logging.getLogger(__name__)


class DamagedError(sqlite3.DatabaseError):
    """A look at the database found it damaged."""


class Database:
    """One connection, for any thread, one at a time.

    A damaged file is moved aside, another one is made and filled, and the action is tried once more.

    Attributes:
        path: The database file.
        notices: Sentences for the user on what was mended; whoever tells them takes them out.
    """

    def __init__(self, folder: Path, fill: Action[None]) -> None:
        """`fill` fills a new, empty database from what else lies in the folder."""
        self.path = folder / NAME
        self.notices: list[str] = []
        self._fill = fill
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None
        self._inode = 0

    def read(self, action: Action[Result]) -> Result:
        """What `action` reads, in one consistent view.

        Raises:
            sqlite3.Error: It could not be read.
            OSError: The folder cannot be written, or another window holds the lock.
            WorkspaceError: A newer program wrote the database.
        """
        return self._mending(lambda: self._transaction("BEGIN", action))

    def write(self, action: Action[Result]) -> Result:
        """Do `action` as the only writer; all of what it changes in the database happens, or nothing.

        Raises:
            sqlite3.Error: It could not be written.
            OSError: The folder cannot be written, or another window holds the lock.
            WorkspaceError: A newer program wrote the database.
        """
        return self._mending(lambda: self._transaction("BEGIN IMMEDIATE", action))

    def check(self) -> None:
        """Look through the whole database; it is mended where it is damaged."""
        self.read(_look_through)

    def close(self) -> None:
        """Let go of the file; it is opened again when needed."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _mending(self, attempt: Callable[[], Result]) -> Result:
        with self._lock:
            try:
                return attempt()
            except sqlite3.Error as error:
                if not _is_damage(error):
                    raise
                _log.warning("%s is damaged", self.path, exc_info=True)
            self.close()
            self._set_aside()
            return attempt()

    def _transaction(self, begin: str, action: Action[Result]) -> Result:
        connection = self._opened()
        connection.execute(begin)
        try:
            result = action(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return result

    def _opened(self) -> sqlite3.Connection:
        if self._connection is not None and self._inode != _inode(self.path):
            self.close()  # another window moved a damaged file aside, or the user deleted it
        if self._connection is None:
            self._connection = self._open()
        return self._connection

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._exclusively():
            connection = sqlite3.connect(
                self.path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
            try:
                self._inode = _inode(self.path)
                if version(connection) <= LATEST:  # a newer program's file is left as it is
                    connection.execute("PRAGMA journal_mode = WAL")
                    connection.execute("PRAGMA synchronous = NORMAL")
                self._migrate(connection)
            except BaseException:
                connection.close()
                raise
        return connection

    def _migrate(self, connection: sqlite3.Connection) -> None:
        if version(connection) == LATEST:
            _expect_tables(connection)
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            if migrate(connection) == 0:
                self._fill(connection)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    def _set_aside(self) -> None:
        with self._exclusively():
            if self._inode != _inode(self.path):
                return  # another window has done it
            aside = self.path.with_name(f"{self.path.name}.damaged-{time.time_ns()}")
            for suffix in ("", "-wal", "-shm"):  # SQLite throws away a log without its database
                file = self.path.with_name(self.path.name + suffix)
                if file.exists():
                    file.replace(aside.with_name(aside.name + suffix))
        self.notices.append(
            say(
                "The workspace's index {path} was damaged: it was moved to {name} and made again from "
                "the kept pictures.",
                path=self.path,
                name=aside.name,
            )
        )

    def _exclusively(self) -> AbstractContextManager[None]:
        return exclusively(self.path.with_name("workspace.lock"), BUSY_SECONDS)


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except FileNotFoundError:
        return 0


def _expect_tables(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'findings'").fetchone() is None:
        raise DamagedError("the tables are not there")


def _look_through(connection: sqlite3.Connection) -> None:
    found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if found != ["ok"]:
        raise DamagedError("; ".join(map(str, found[:3])))


def _is_damage(error: sqlite3.Error) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or isinstance(error, DamagedError)
