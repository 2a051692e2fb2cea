"""Between findings and rows of the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from inspector.network.location import Location
from inspector.workspace.finding import Kept

_FIELDS = tuple(field.name for field in fields(Kept))
COLUMNS = ", ".join(_FIELDS)
_INSERT = f"INSERT INTO findings ({COLUMNS}, node, unit) VALUES ({', '.join('?' * (len(_FIELDS) + 2))})"


def line(header: Mapping[str, Any], digest: str, stem: str, size: int) -> Kept:
    """What the index says of a finding: its header, and where its files are and how large."""
    known: dict[str, Any] = {"digest": digest, "stem": stem, "bytes": size}
    return Kept(**{name: header[name] for name in _FIELDS if name not in known}, **known)


def insert(connection: sqlite3.Connection, row: Kept) -> list[str]:
    """Put a line into the index; the stems of what it replaces.

    Raises:
        AddressError: Its location is no address.
    """
    location = Location.parse(row.location)
    query = "DELETE FROM findings WHERE fingerprint = ? AND digest = ? RETURNING stem"
    replaced = [stem for (stem,) in connection.execute(query, (row.fingerprint, row.digest)).fetchall()]
    values = [getattr(row, name) for name in _FIELDS]
    connection.execute(_INSERT, (*values, location.node, location.unit))
    return replaced
