"""What can go wrong with the workspace, said to the user."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from inspector.network.errors import InspectorError
from inspector.saying import say


class WorkspaceError(InspectorError):
    """Something could not be read from or written to the workspace."""


@contextmanager
def explained(what: str) -> Iterator[None]:
    """Turn failures of files and of the database into one sentence that begins with `what`.

    Raises:
        WorkspaceError: “what: reason.”
    """
    try:
        yield
    except WorkspaceError:
        raise
    except (OSError, sqlite3.Error, InspectorError) as error:
        raise WorkspaceError(say("{what}: {reason}.", what=what, reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    """Why it failed, without a full stop, in the system's words where it was a file."""
    cause = error.__cause__ if isinstance(error, InspectorError) else error
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    known = {
        sqlite3.SQLITE_FULL: say("No space left on device"),
        sqlite3.SQLITE_BUSY: say("another window is writing to it"),
        sqlite3.SQLITE_READONLY: say("it may not be written"),
    }
    return known.get(code, str(error).rstrip("."))
