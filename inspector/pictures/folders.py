"""Which picture files lie in folders."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

_log = logging.getLogger(__name__)

SUFFIXES = frozenset(
    {".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".webp", ".gif"}
    | {".bmp", ".dib", ".tif", ".tiff", ".ppm", ".pgm", ".pbm", ".pnm"}
)
"""Endings of the files that a folder gives; a file named by itself is opened whatever it is called."""


def collect(paths: Iterable[str | Path]) -> list[Path]:
    """The files to open for what a person named or dropped.

    Files are taken as they are, even if missing, so that opening them says what is wrong. Folders are walked
    in alphabetical order for files that end like pictures; hidden ones and folders seen before (symbolic
    links in a circle) are left out.
    """
    found: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            found += _walk(path, set())
        else:
            found.append(path)
    return found


def _walk(folder: Path, seen: set[Path]) -> Iterator[Path]:
    real = folder.resolve()
    if real in seen:
        return
    seen.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: (entry.name.casefold(), entry.name))
    except OSError as error:
        _log.warning("The folder %s cannot be read: %s", folder, error.strerror)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry, seen)
        elif entry.suffix.lower() in SUFFIXES:
            yield entry
