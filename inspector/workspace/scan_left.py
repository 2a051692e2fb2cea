"""Scans that were left before their end, and what to ask for so that they go on.

The folder of a scan under way holds what was asked for, so that whoever comes later can ask for the same.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from inspector.files import replacing
from inspector.lenses.examples import ExamplesParameters
from inspector.workspace.scan_files import CHECKPOINT, DAMAGE, FOLDER, RUNNING

_REQUEST = "request.json"


@dataclass(frozen=True)
class LeftScan:
    """A scan that did not come to its end.

    Attributes:
        key: What its folder is called, without the ending.
        network: The network's name.
        fingerprint: The network's.
        preprocessing: How the network is shown pictures, as JSON.
        title: What the set is called.
        total: How many pictures the set has.
        parameters: What was asked for.
        shelved: Whether a person stopped it, and so does not want to be asked.
        done: How many pictures are behind it.
    """

    key: str
    network: str
    fingerprint: str
    preprocessing: str
    title: str
    total: int
    parameters: ExamplesParameters
    shelved: bool = False
    done: int = 0


def note(workspace: Path, left: LeftScan) -> None:
    """Write down what was asked for, beside what is found.

    Raises:
        InspectorError: It cannot be written.
    """
    with replacing(_folder(workspace, left.key) / _REQUEST) as temporary:
        temporary.write_text(json.dumps(asdict(left), ensure_ascii=False), encoding="utf-8")


def left_scans(workspace: Path, fingerprint: str) -> list[LeftScan]:
    """The scans of a network that can go on, the one left last in front."""
    found = [left for left in _all(workspace) if left.fingerprint == fingerprint]
    return sorted(found, key=lambda left: -_time(workspace, left))


def shelve(workspace: Path, key: str) -> None:
    """Do not ask about a scan any more; it goes on where it stopped when it is asked for.

    Raises:
        InspectorError: It cannot be written.
    """
    for left in _all(workspace):
        if left.key == key:
            note(workspace, replace(left, shelved=True))


def forget(workspace: Path, key: str) -> None:
    """Delete what a scan that was left has found."""
    shutil.rmtree(_folder(workspace, key), ignore_errors=True)


def _all(workspace: Path) -> Iterator[LeftScan]:
    for path in sorted((workspace / FOLDER).glob(f"*{RUNNING}/{_REQUEST}")):
        try:
            yield _read(path)
        except DAMAGE:
            continue  # whoever asks for the same scan begins anew


def _read(path: Path) -> LeftScan:
    values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    parameters: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.pop("parameters").items()
    }
    left = LeftScan(**values, parameters=ExamplesParameters(**parameters))
    return replace(left, done=_done(path.parent / CHECKPOINT))


def _done(checkpoint: Path) -> int:
    try:
        with np.load(checkpoint, allow_pickle=False) as arrays:
            return int(np.count_nonzero(arrays["seen"]))
    except DAMAGE:
        return 0


def _time(workspace: Path, left: LeftScan) -> float:
    try:
        return (_folder(workspace, left.key) / _REQUEST).stat().st_mtime
    except OSError:
        return 0.0


def _folder(workspace: Path, key: str) -> Path:
    return workspace / FOLDER / f"{key}{RUNNING}"
