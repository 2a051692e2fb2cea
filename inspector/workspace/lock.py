"""A lock between processes that dies with its holder, however that dies."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from inspector.saying import say

_PAUSE = 0.02

if sys.platform == "win32":
    import msvcrt

    def _try(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def exclusively(path: Path, seconds: float) -> Iterator[None]:
    """Hold the lock on `path` (made where missing); every other process waits.

    Raises:
        TimeoutError: Somebody else held it for all of `seconds`.
        OSError: The file cannot be made.
    """
    with path.open("ab") as file:
        _wait(file, seconds)
        yield  # closing the file gives the lock back


def _wait(file: IO[bytes], seconds: float) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            return _try(file)
        except OSError as error:
            if time.monotonic() >= end:
                raise TimeoutError(say("another window holds {path}", path=os.fspath(file.name))) from error
        time.sleep(_PAUSE)
