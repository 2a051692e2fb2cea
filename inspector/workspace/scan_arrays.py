"""Arrays and texts in one file: what a scan knows of its pictures, and what it goes on from."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import numpy as np

from inspector.files import replacing

Array = np.ndarray[Any, Any]
WORDS = "words.json"


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
