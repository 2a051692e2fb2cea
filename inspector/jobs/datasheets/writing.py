"""A datasheet as a CSV or NPZ file, whole or not at all."""

from __future__ import annotations

import csv
import json
import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from inspector.files import replacing
from inspector.jobs.bench import Bench
from inspector.jobs.datasheets.sheet import Datasheet, Table
from inspector.lenses.base import Progress, Update
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.saying import say

_ROWS_BETWEEN = 4096
ABOUT = "about"
"""The array of an NPZ that holds a JSON text: what all the others are."""


@dataclass(frozen=True)
class ExportSheet:
    """Write a datasheet; returns the file as a tuple of one.

    Attributes:
        sheet: The datasheet.
        path: The file: .npz for all of it, .csv for a table.
        about: How it came to be, beside the sheet's own facts.
        table: Which of its tables, for .csv.
    """

    sheet: Datasheet = field(compare=False)
    path: str
    about: Mapping[str, Any] = field(compare=False, default_factory=dict)
    table: int = 0
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write it.

        Raises:
            InspectorError: The ending is another, there is no such table, or the file cannot be written.
        """
        path = Path(self.path)
        yield Progress(0, 1, say("Writing {name}", name=path.name))
        if path.suffix.lower() == ".npz":
            write_npz(self.sheet, path, self.about)
        elif path.suffix.lower() == ".csv":
            tables = self.sheet.tables()
            if not 0 <= self.table < len(tables):
                raise InspectorError("Nothing of this is a table: export it as arrays (.npz).")
            yield from _csv(tables[self.table], path, token)
        else:
            raise InspectorError(
                say(
                    "{name}: data is written as .csv or .npz, not “{suffix}”.",
                    name=path.name,
                    suffix=path.suffix,
                )
            )
        return (path,)


def write_npz(sheet: Datasheet, path: Path, about: Mapping[str, Any] | None = None) -> None:
    """All arrays by name, and "about": JSON with the title, how it came to be, and what each array is.

    Nothing in it needs pickle; a slash in a name (of a node) becomes a dot.

    Raises:
        InspectorError: The file cannot be written.
    """
    names = {array.name: array.name.replace("/", ".") for array in sheet.arrays}
    told = {
        **(about or {}),
        "title": sheet.title,
        "facts": sheet.facts,
        "arrays": {
            names[array.name]: {"dims": array.dims, "unit": array.unit, "shape": array.values.shape}
            for array in sheet.arrays
        },
    }
    arrays = {names[array.name]: array.values for array in sheet.arrays}
    text = json.dumps(plain(told), ensure_ascii=False)
    with replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(file, **dict[str, Any]({**arrays, ABOUT: np.array(text)}))


def write_csv(table: Table, path: Path) -> None:
    """One row per element, a column for each dimension and each array.

    Raises:
        InspectorError: The file cannot be written.
    """
    for _ in _csv(table, path, CancelToken()):
        pass


def _csv(table: Table, path: Path, token: CancelToken) -> Generator[Update, None, None]:
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(table.heads())
        for number, row in enumerate(table.lines()):
            if number % _ROWS_BETWEEN == 0:
                token.check()
                yield Progress(number, table.rows, say("Writing {name}", name=path.name))
            writer.writerow(row)


def plain(value: Any) -> Any:
    """What JSON can hold of a value: None for no finite number, lists for arrays, else its text."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if isinstance(value, np.ndarray):
        return plain(value.tolist())
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return value if value is None or isinstance(value, bool | int | str) else str(value)
