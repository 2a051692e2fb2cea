"""A scan's thumbnails, which one file holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from inspector.network.errors import InspectorError
from inspector.saying import say

Array = np.ndarray[Any, Any]


class Thumbnails:
    """Small pictures one behind the other in a file, written while a scan runs.

    Attributes:
        offset: int64 [pictures], where each begins.
        length: int32 [pictures]; 0 for none.
    """

    def __init__(self, path: Path, total: int, index: tuple[Array, Array] | None = None) -> None:
        """`index` are the offsets and lengths to go on from; what lies behind them is cut off.

        Raises:
            InspectorError: The file cannot be written, or is shorter than the index says.
        """
        self.offset: Array
        self.length: Array
        self.offset, self.length = index or (np.zeros(total, np.int64), np.zeros(total, np.int32))
        self._end = int((self.offset + self.length).max(initial=0))
        try:
            self._file = path.open("r+b" if index else "w+b")
            if self._file.seek(0, os.SEEK_END) < self._end:
                self._file.close()
                raise InspectorError(say("{path} is damaged.", path=path))
            self._file.truncate(self._end)
            self._file.seek(self._end)
        except OSError as error:
            raise InspectorError(
                say("{path} cannot be written: {reason}.", path=path, reason=error.strerror or error)
            ) from error
        self._path = path

    def add(self, number: int, data: bytes) -> None:
        """Take a picture's thumbnail.

        Raises:
            InspectorError: It cannot be written.
        """
        self._guarded(lambda: self._file.write(data))
        self.offset[number], self.length[number] = self._end, len(data)
        self._end += len(data)

    def sync(self) -> None:
        """Bring all to the disk.

        Raises:
            InspectorError: It cannot be written.
        """
        self._guarded(self._file.flush)
        self._guarded(lambda: os.fsync(self._file.fileno()))

    def append(self, source: Path, offset: Array, length: Array) -> None:
        """Take another file's thumbnails.

        Raises:
            InspectorError: They cannot be read or written.
        """
        try:
            with source.open("rb") as file:
                for number in np.flatnonzero(length):
                    file.seek(int(offset[number]))
                    self.add(int(number), file.read(int(length[number])))
        except OSError as error:
            raise InspectorError(
                say("{source} cannot be read: {reason}.", source=source, reason=error.strerror or error)
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _guarded(self, action: Callable[[], object]) -> None:
        try:
            action()
        except OSError as error:
            raise InspectorError(
                say("{path} cannot be written: {reason}.", path=self._path, reason=error.strerror or error)
            ) from error
