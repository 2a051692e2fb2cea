"""A scan's files: what they are called, the numbers by unit, and what the scan is.

A folder `scans/KEY` holds a finished scan, `scans/KEY.running` one under way, which takes the other's place
in one step; so nobody sees half of a scan, and a kill costs what came after the last checkpoint.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from inspector.files import replacing
from inspector.lenses.examples.evidence import ScanSummary
from inspector.saying import again, kept, say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.lock import exclusively

Array = np.ndarray[Any, Any]
FOLDER, RUNNING = "scans", ".running"
ABOUT, PICTURES, THUMBNAILS, CHECKPOINT, STATE = (
    "scan.json", "pictures.npz", "thumbnails.bin", "checkpoint.npz", "state.npz",
)  # fmt: skip
SAID = "skipped_said"
DAMAGE = (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, SafetensorError)


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
        # The sentences stand there in English, as they always did, and beside them what they were made of.
        about = {**asdict(summary), SAID: [kept(sentence) for sentence in summary.skipped]}
        temporary.write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")


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
    said = [*values.get(SAID, ()), *[None] * len(known["skipped"])]  # older files have none
    known["skipped"] = tuple(map(again, known["skipped"], said))
    return ScanSummary(**known)


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
