"""Shards of a scan that a batch makes: a file each, until all are there and are put together.

They lie in `scans/KEY.shards.running`, which is cleared like any scan that was left before its end.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import numpy as np

from inspector.files import replacing
from inspector.lenses.examples.evidence import ScanSummary
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.lock import exclusively
from inspector.workspace.scan_arrays import WORDS, read_arrays, read_words
from inspector.workspace.scan_files import (
    DAMAGE,
    FOLDER,
    RUNNING,
    THUMBNAILS,
    lock_of,
    size_of,
    write_summary,
)
from inspector.workspace.scan_thumbnails import Thumbnails

if TYPE_CHECKING:
    from inspector.lenses.examples.state import ScanState
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet

Array = np.ndarray[Any, Any]
Part = tuple[int, int]
_INDEX, _BYTES = ("thumbnails/number", "thumbnails/length"), "thumbnails/bytes"
# Most of a shard's numbers are zeros: a quarter of the bytes is left, at a third of a second for 35 MB.
_LEVEL = 1


def packed(state: ScanState, thumbnails: Mapping[int, bytes], stamp: str) -> bytes:
    """A shard as the bytes of its file; what is equal has equal bytes, but for the time that it took."""
    numbers = sorted(thumbnails)
    index = (np.array(numbers, np.int64), np.array([len(thumbnails[number]) for number in numbers], np.int32))
    joined = np.frombuffer(b"".join(thumbnails[number] for number in numbers), np.uint8)
    arrays = state.arrays() | dict(zip(_INDEX, index, strict=True)) | {_BYTES: joined}
    text = json.dumps(state.words() | {"stamp": stamp}).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, array in {**arrays, WORDS: np.frombuffer(text, np.uint8)}.items():
            _add(file, name if name == WORDS else quote(name, safe=""), array)
    return buffer.getvalue()


def _add(file: zipfile.ZipFile, name: str, array: Array) -> None:
    told = zipfile.ZipInfo(f"{name}.npy")
    # Thumbnails are JPEG files, which pack no further.
    told.compress_type = zipfile.ZIP_STORED if name == quote(_BYTES, safe="") else zipfile.ZIP_DEFLATED
    data = io.BytesIO()
    np.lib.format.write_array(data, np.ascontiguousarray(array), allow_pickle=False)
    file.writestr(told, data.getvalue(), compresslevel=_LEVEL)


def sizes(data: bytes) -> tuple[int, int]:
    """Bytes of the numbers in a shard, unpacked, and of its thumbnails."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        by_name = {entry.filename: entry.file_size for entry in file.infolist()}
    thumbnails = by_name.pop(f"{quote(_BYTES, safe='')}.npy")
    return sum(by_name.values()), thumbnails


class Shards:
    """The shards of one scan in a workspace."""

    def __init__(self, workspace: Path, scan: str) -> None:
        """`scan` is the key of its plan."""
        self._workspace, self._scan = workspace, scan
        self._folder = workspace / FOLDER / f"{scan}.shards{RUNNING}"

    def keep(self, part: Part, data: bytes) -> None:
        """Keep a shard, whole and on the disk, in place of an earlier one.

        Raises:
            WorkspaceError: It cannot be written.
        """
        with explained(say("A shard of the scan cannot be kept in {folder}", folder=self._folder)):
            self._folder.mkdir(parents=True, exist_ok=True)
            with replacing(self._path(part)) as temporary, temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())

    def has(self, part: Part, stamp: str) -> bool:
        """Whether a shard of these pictures is kept."""
        try:
            return read_words(self._path(part)).get("stamp") == stamp
        except DAMAGE:
            return False

    def merge(self, network: Network, pictures: PictureSet, parts: int) -> ScanSummary:
        """Put all shards together into the scan, which is that of one process to the last bit.

        Raises:
            WorkspaceError: A shard is missing or damaged, or the scan cannot be written.
        """
        with explained(say("The scan cannot be kept in {workspace}", workspace=self._workspace)):
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = exclusively(lock_of(self._workspace, self._folder.name.removesuffix(RUNNING)), 60)
            with lock:
                return self._merged(network, pictures, parts)

    def _merged(self, network: Network, pictures: PictureSet, parts: int) -> ScanSummary:
        from inspector.workspace.scan_run import put_in_place, summarised, write_results

        final = self._workspace / FOLDER / self._scan
        folder = final.with_name(f"{self._scan}.merging{RUNNING}")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            state, thumbnails = self._together(folder, parts)
            if state.plan.pictures != pictures.fingerprint:
                raise WorkspaceError("Pictures have changed while they were scanned: run the same again.")
            write_results(folder, network, state, pictures, thumbnails)
            summary = summarised(network, state, pictures, self._scan)
            summary = replace(summary, bytes=size_of(folder))
            write_summary(folder, summary)
            put_in_place(folder, final)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        return summary

    def _together(self, folder: Path, parts: int) -> tuple[ScanState, Thumbnails]:
        from inspector.lenses.examples.state import ScanState

        whole: ScanState | None = None
        beside = folder / "thumbnails.unsorted"
        small: list[tuple[int, int, int]] = []  # number, where in the file beside, length
        with beside.open("wb") as file:
            for number in range(1, parts + 1):
                arrays, words = self._read((number, parts))
                data = arrays.pop(_BYTES)
                numbers, lengths = (arrays.pop(name).tolist() for name in _INDEX)
                starts = (file.tell() + np.cumsum([0, *lengths])).tolist()
                small += zip(numbers, starts, lengths, strict=False)
                file.write(data.tobytes())
                state = ScanState.restored(arrays, words)
                if whole is None:
                    whole = state
                else:
                    whole.merge(state)
        assert whole is not None
        whole.part = (1, 1)
        return whole, _laid_out(folder / THUMBNAILS, whole.plan.total, beside, sorted(small))

    def _read(self, part: Part) -> tuple[dict[str, Array], dict[str, str]]:
        try:
            return read_arrays(self._path(part))
        except FileNotFoundError:
            raise WorkspaceError(
                say("Of the scan, shard {number} of {total} is missing.", number=part[0], total=part[1])
            ) from None
        except (*DAMAGE, InspectorError) as error:
            self._path(part).unlink(missing_ok=True)
            raise WorkspaceError(
                say("{path} was damaged: run the same again.", path=self._path(part))
            ) from error

    def _path(self, part: Part) -> Path:
        return self._folder / f"{part[0]}-of-{part[1]}.npz"


def _laid_out(path: Path, total: int, beside: Path, small: Sequence[tuple[int, int, int]]) -> Thumbnails:
    """Thumbnails in the order of the pictures, as a scan by one process writes them."""
    thumbnails = Thumbnails(path, total)
    try:
        with beside.open("rb") as file:
            for number, at, length in small:
                file.seek(at)
                thumbnails.add(number, file.read(length))
        thumbnails.sync()
    finally:
        thumbnails.close()
    beside.unlink()
    return thumbnails
