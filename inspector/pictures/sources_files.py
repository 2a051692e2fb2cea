"""Sets of files: folders whose sub-folders are classes, files named one by one, the shipped samples."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from inspector.pictures.folders import collect
from inspector.pictures.picture import PictureError
from inspector.pictures.samples import labelled_samples
from inspector.pictures.sources import Entry, PictureSet, check_size
from inspector.saying import say

SAMPLES = "samples"
_SPLITS = frozenset({"train", "training", "val", "valid", "validation", "test", "testing"})
"""Folders of a data set's parts, as ImageNet has them: their sub-folders are the classes."""


class FileSet(PictureSet):
    """Pictures that are files of their own."""

    def __init__(
        self,
        title: str,
        paths: Sequence[str],
        files: Sequence[Path],
        entries: Sequence[Entry],
        refusals: Sequence[str] = (),
    ) -> None:
        super().__init__(title, paths, entries, refusals)
        self._files = tuple(files)

    def read(self, index: int) -> bytes:
        file = self._files[index]
        try:
            if file.is_dir():
                raise PictureError(say("{file} is a folder, not a picture.", file=file))
            if file.exists() and not file.is_file():
                raise PictureError(
                    say("{file} is no ordinary file.", file=file)
                )  # reading a pipe would wait for ever
            check_size(file.stat().st_size, str(file))
            return file.read_bytes()
        except FileNotFoundError as error:
            raise PictureError(say("{file} does not exist.", file=file)) from error
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise PictureError(say("{file} cannot be read: {reason}.", file=file, reason=reason)) from error

    def shown(self, index: int) -> str:
        return str(self._files[index])

    def path(self, index: int) -> str:
        return str(self._files[index])


def samples(path: str) -> PictureSet | None:
    """The shipped samples, where they are asked for and nothing on disk is called the same."""
    if path != SAMPLES or Path(path).exists():
        return None
    files = labelled_samples()
    entries = [described(file, file.name, label) for file, label in files.items()]
    return FileSet("shipped samples", (path,), list(files), entries)


def opened(paths: Sequence[str]) -> PictureSet:
    """Folders and files, in the order in which they are named; each file once."""
    found: dict[Path, Entry] = {}
    used: set[str] = set()
    for path in map(Path, paths):
        for file, name, label in _below(path):
            if file not in found:
                found[file] = described(file, _unused(name, used), label)
    title = Path(paths[0]).absolute().name + (
        say(" and {count} more", count=len(paths) - 1) if len(paths) > 1 else ""
    )
    return FileSet(title, paths, list(found), list(found.values()))


def described(file: Path, name: str, label: str) -> Entry:
    """An entry with what the file system tells of the file; opening says what is wrong with others."""
    try:
        about = file.stat()
    except (OSError, ValueError):
        return Entry(name, label)
    return Entry(name, label, about.st_size, about.st_mtime_ns)


def class_of(parts: Sequence[str]) -> str:
    """The class that a file's folders below the set's tell; "" for a file beside the class folders."""
    folders = parts[1:-1] if len(parts) > 2 and parts[0].casefold() in _SPLITS else parts[:-1]
    return folders[0] if folders and folders[0].casefold() not in _SPLITS else ""


def _below(path: Path) -> Iterator[tuple[Path, str, str]]:
    """Each file of a path, its name in the set and its class."""
    for file in collect([path]):
        if file == path:
            yield file, file.name, ""
        else:
            parts = file.relative_to(path).parts
            yield file, "/".join(parts), class_of(parts)


def _unused(name: str, used: set[str]) -> str:
    """The name, or the name with a number where another file of the set has it."""
    chosen, number = name, 2
    while chosen in used:
        stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a name, not a path
        chosen, number = say("{stem} ({number}){suffix}", stem=stem, number=number, suffix=suffix), number + 1
    used.add(chosen)
    return chosen
