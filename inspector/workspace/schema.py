"""The index's tables, and the way from every earlier version to the latest."""

from __future__ import annotations

import sqlite3

from inspector.saying import say
from inspector.workspace.errors import WorkspaceError

# Entry n leads from version n to n + 1. Entries are never changed once released, only added.
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # The long columns stand last, so that listing a node does not read them.
        """CREATE TABLE findings (
            id INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            digest TEXT NOT NULL,
            lens TEXT NOT NULL,
            node TEXT,
            unit INTEGER,
            stem TEXT NOT NULL,
            images INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            value REAL,
            made_at REAL NOT NULL,
            seconds REAL NOT NULL,
            location TEXT NOT NULL,
            UNIQUE (fingerprint, digest)
        )""",
        "CREATE INDEX findings_of_node ON findings (fingerprint, node, lens, unit)",
    ),
    (
        # What a scan is stands in its folder too; the index says which there are without opening any.
        """CREATE TABLE scans (
            key TEXT PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            made_at REAL NOT NULL,
            bytes INTEGER NOT NULL,
            about TEXT NOT NULL
        )""",
        "CREATE INDEX scans_of_network ON scans (fingerprint, made_at)",
    ),
)
LATEST = len(MIGRATIONS)


def version(connection: sqlite3.Connection) -> int:
    """The schema version of an open database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection) -> int:
    """Bring the database to the latest version; to be called within a transaction. Returns the old version.

    Raises:
        WorkspaceError: A newer program wrote it.
    """
    before = version(connection)
    if before > LATEST:
        raise WorkspaceError(
            say(
                "The workspace was written by a newer version of the program (schema {before}, this one "
                "knows {latest}): update the program.",
                before=before,
                latest=LATEST,
            )
        )
    for statements in MIGRATIONS[before:]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {LATEST}")
    return before
