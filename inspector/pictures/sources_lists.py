"""Lists of pictures: CSV, TSV and plain text, a picture a line, its class behind it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from inspector.network.errors import InspectorError
from inspector.pictures.sources import Entry, PictureSet
from inspector.pictures.sources_files import FileSet, described
from inspector.saying import say

SUFFIXES = frozenset({".csv", ".tsv", ".txt", ".lst"})
_FILE_COLUMNS = ("picture", "path", "file", "filename", "file_name", "image", "image_path", "name")
_LABEL_COLUMNS = ("label", "class", "class_name", "target", "category", "label_name")


def opened(path: str) -> PictureSet | None:
    """The pictures of a list, their paths relative to its folder; None where `path` is no list.

    The first line may name the columns; otherwise the file stands first and the class, if any, second.

    Raises:
        InspectorError: The list cannot be read.
    """
    file = Path(path)
    if file.suffix.lower() not in SUFFIXES or not file.is_file():
        return None
    files: list[Path] = []
    entries: dict[str, Entry] = {}
    refusals: list[str] = []
    for number, name, label in _rows(file):
        place = say("{file}, line {number}", file=file, number=number)
        if not name:
            refusals.append(say("{place} names no picture.", place=place))
        elif name in entries:
            if entries[name].label != label:
                refusals.append(
                    say(
                        "{place} gives {name} the class “{label}”; an earlier line, which counts, gives "
                        "it “{earlier}”.",
                        place=place,
                        name=name,
                        label=label,
                        earlier=entries[name].label,
                    )
                )
        else:
            files.append(file.parent / name)
            entries[name] = described(files[-1], name, label)
    return FileSet(file.name, (path,), files, list(entries.values()), refusals)


def _rows(file: Path) -> Iterator[tuple[int, str, str]]:
    """Number, picture and class of each line."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise InspectorError(
            say("{file} cannot be read: {reason}.", file=file, reason=error.strerror or error)
        ) from error
    except UnicodeDecodeError as error:
        raise InspectorError(
            say("{file} is no list of pictures: it is not UTF-8 text.", file=file)
        ) from error
    if file.suffix.lower() in (".csv", ".tsv"):
        yield from _table(file, lines)
        return
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#"):
            yield number, *_plain(file, line.strip())


def _table(file: Path, lines: list[str]) -> Iterator[tuple[int, str, str]]:
    delimiter = "\t" if file.suffix.lower() == ".tsv" else ";" if _counts_more(lines, ";", ",") else ","
    try:
        rows = [(number, row) for number, row in enumerate(csv.reader(lines, delimiter=delimiter), 1) if row]
    except csv.Error as error:
        raise InspectorError(say("{file} is no table: {error}.", file=file, error=error)) from error
    picture, label = _columns([cell.strip().casefold() for cell in rows[0][1]]) if rows else (0, 1)
    if picture is None:
        picture, label = 0, 1
    else:
        rows = rows[1:]
    for number, row in rows:
        cells = [cell.strip() for cell in row]
        yield number, _cell(cells, picture), _cell(cells, label)


def _columns(heads: list[str]) -> tuple[int | None, int | None]:
    """Which columns hold the picture and the class; None where the first line is no heading."""
    picture = next((heads.index(name) for name in _FILE_COLUMNS if name in heads), None)
    label = next((heads.index(name) for name in _LABEL_COLUMNS if name in heads), None)
    return picture, label


def _cell(cells: list[str], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _counts_more(lines: list[str], one: str, other: str) -> bool:
    return bool(lines) and lines[0].count(one) > lines[0].count(other)


def _plain(file: Path, line: str) -> tuple[str, str]:
    """A line of a text list: the picture, and behind a tab, or behind the last blank, its class."""
    if "\t" in line:
        name, _, label = line.partition("\t")
        return name.strip(), label.strip()
    name, _, label = line.rpartition(" ")
    if not name or (file.parent / line).exists():
        return line, ""
    # "my cat.jpg": a blank within a name that is not there any more is no class.
    return (line, "") if Path(label).suffix else (name.strip(), label)
