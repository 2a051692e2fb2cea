"""A scan's files: numbers by unit, thumbnails, what is known of the pictures, and what it goes on from.

A folder `scans/KEY` holds a finished scan, `scans/KEY.running` one under way, which takes the other's place
in one step; so nobody sees half of a scan, and a kill costs what came after the last checkpoint.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, unquote

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from inspector.files import replacing
from inspector.lenses.examples.evidence import ScanSummary
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.lock import exclusively

Array = np.ndarray[Any, Any]
FOLDER, RUNNING = "scans", ".running"
ABOUT, PICTURES, THUMBNAILS, CHECKPOINT, STATE = (
    "scan.json", "pictures.npz", "thumbnails.bin", "checkpoint.npz", "state.npz",
)  # fmt: skip
WORDS = "words.json"
DAMAGE = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, SafetensorError)


def write_arrays(path: Path, arrays: Mapping[str, Array], words: Mapping[str, str]) -> None:
    """Arrays and texts in one file with check sums, whole or not at all, and on the disk before it returns.

    Raises:
        InspectorError: It cannot be written.
    """
    text = np.frombuffer(json.dumps(dict(words)).encode(), np.uint8)
    with replacing(path) as temporary, temporary.open("wb") as file:
        named: dict[str, Any] = {quote(name, safe=""): array for name, array in arrays.items()}
        np.savez(file, **named, **dict[str, Any]({WORDS: text}))
        file.flush()
        os.fsync(file.fileno())


def read_arrays(path: Path) -> tuple[dict[str, Array], dict[str, str]]:
    """The inverse of `write_arrays`.

    Raises:
        OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile: The file is missing or damaged.
    """
    with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
        arrays = {unquote(name): found[name] for name in found.files if name != WORDS}
        return arrays, json.loads(found[WORDS].tobytes())


def read_words(path: Path) -> dict[str, str]:
    """The texts alone of a file of `write_arrays`; the arrays are not read.

    Raises:
        OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile: The file is missing or damaged.
    """
    with path.open("rb") as file, np.load(file, allow_pickle=False) as found:
        words: dict[str, str] = json.loads(found[WORDS].tobytes())
        return words


def write_node(folder: Path, node: str, arrays: Mapping[str, Array], words: Mapping[str, str]) -> None:
    """A node's arrays, laid out so that those of one unit are read alone.

    Raises:
        InspectorError: They cannot be written.
    """
    path = node_file(folder, node)
    with replacing(path) as temporary:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            save_file(dict(arrays), temporary, dict(words))
            _settle(temporary)
        except SafetensorError as error:  # a full disk, among others
            raise OSError(None, _plain(error)) from error


def _settle(path: Path) -> None:
    """Sort the words in a safetensors file's head, which come in any order: equal scans are equal files."""
    with path.open("r+b") as file:
        size = int.from_bytes(file.read(8), "little")
        head: dict[str, Any] = json.loads(file.read(size))
        words = head.pop("__metadata__", {})
        text = json.dumps({"__metadata__": dict(sorted(words.items())), **head}, separators=(",", ":"))
        data = text.encode()
        if len(data) <= size:
            file.seek(8)
            file.write(data.ljust(size))


def node_file(folder: Path, node: str) -> Path:
    """Where a node's arrays lie."""
    name = quote(node, safe=" ")
    if len(name) > 200:  # longer than file systems take
        name = f"{name[:100]}-{hashlib.sha256(node.encode()).hexdigest()[:32]}"
    return folder / "nodes" / f"{name}.safetensors"


class NodeFile:
    """A node's arrays on disk, read by unit or whole.

    Raises:
        WorkspaceError: There are none, or the file is damaged.
    """

    def __init__(self, folder: Path, node: str) -> None:
        self._path = node_file(folder, node)
        try:
            self._file: Any = cast(Any, safe_open)(self._path, framework="numpy")
            self.words: dict[str, str] = self._file.metadata() or {}
            self.names = frozenset(self._file.keys())
        except FileNotFoundError:
            raise WorkspaceError(say("{node} is not in this scan: scan it first.", node=node)) from None
        except DAMAGE as error:
            raise WorkspaceError(
                say("{path} is damaged: scan again to replace it.", path=self._path)
            ) from error

    def unit(self, name: str, unit: int) -> Array:
        """One unit's row of an array.

        Raises:
            WorkspaceError: The file is damaged or has no such array.
        """
        try:
            row: Array = np.asarray(self._file.get_slice(name)[unit : unit + 1])[0]
            return row
        except DAMAGE as error:
            raise WorkspaceError(
                say("{path} is damaged: scan again to replace it.", path=self._path)
            ) from error

    def whole(self, name: str) -> Array:
        """A whole array.

        Raises:
            WorkspaceError: The file is damaged or has no such array.
        """
        try:
            return np.asarray(self._file.get_tensor(name))
        except DAMAGE as error:
            raise WorkspaceError(
                say("{path} is damaged: scan again to replace it.", path=self._path)
            ) from error


def write_summary(folder: Path, summary: ScanSummary) -> None:
    """Write what a scan is.

    Raises:
        InspectorError: It cannot be written.
    """
    with replacing(folder / ABOUT) as temporary:
        temporary.write_text(json.dumps(asdict(summary), ensure_ascii=False), encoding="utf-8")


def read_summary(folder: Path) -> ScanSummary:
    """What the scan in a folder is.

    Raises:
        WorkspaceError: The file is missing or damaged.
    """
    try:
        return summary_of(json.loads((folder / ABOUT).read_text(encoding="utf-8")))
    except DAMAGE as error:
        raise WorkspaceError(
            say("The scan in {folder} is damaged: scan again to replace it.", folder=folder)
        ) from error


def summary_of(values: Mapping[str, Any]) -> ScanSummary:
    """A summary from its JSON."""
    known: dict[str, Any] = {field.name: values[field.name] for field in fields(ScanSummary)}
    known |= {name: tuple(value) for name, value in known.items() if isinstance(value, list)}
    return ScanSummary(**known)


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

    def _guarded(self, action: Any) -> None:
        try:
            action()
        except OSError as error:
            raise InspectorError(
                say("{path} cannot be written: {reason}.", path=self._path, reason=error.strerror or error)
            ) from error


def lock_of(workspace: Path, name: str) -> Path:
    """The file whose lock whoever makes a scan of that name holds."""
    return workspace / FOLDER / f"{name}.lock"


def is_held(running: Path) -> bool:
    """Whether somebody, in whatever process, is making the scan in this folder now."""
    lock = running.with_name(running.name.removesuffix(RUNNING) + ".lock")
    if not lock.exists():
        return False
    try:
        with exclusively(lock, 0):
            return False
    except TimeoutError:
        return True


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder and below."""
    found = 0
    for path in folder.rglob("*"):
        try:
            found += path.stat().st_size if path.is_file() else 0
        except OSError:  # another window may just have moved it
            continue
    return found


def _plain(error: Exception) -> str:
    text = str(error)
    return (
        say("No space left on device")
        if "os error 28" in text
        else text.splitlines()[0]
        if text
        else "unknown"
    )
