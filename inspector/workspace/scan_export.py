"""A node's examples and statistics as files that other programs open: PNG, CSV and NPZ."""

from __future__ import annotations

import csv
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from inspector.files import replacing
from inspector.lenses.base import Progress, Update
from inspector.lenses.examples.evidence import Example, UnitExamples
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.workspace.errors import explained
from inspector.workspace.scans import Scans

_CELL, _GAP, _COLUMNS = 96, 4, 8
_HEADINGS = (
    "unit",
    "mean",
    "deviation",
    "lowest",
    "highest",
    "firing",
    "sparseness",
    "selectivity",
    "preferred",
)


def export_node(
    scans: Scans,
    key: str,
    address: str,
    node: str,
    folder: Path,
    units: Sequence[int],
    token: CancelToken,
) -> Generator[Update, None, tuple[Path, ...]]:
    """Write a sheet of top and bottom crops per unit, tables of units and examples, and all arrays.

    Args:
        scans: Where the scan is kept.
        key: The scan's.
        address: The node's address.
        node: The node.
        folder: Where to; made where it is not there.
        units: Which units; all of the node where empty.
        token: Looked at before every unit.

    Raises:
        InspectorError: The scan cannot be read or a file not be written.
    """
    arrays, _ = scans.node_arrays(key, node)
    chosen = list(units) or list(range(len(arrays["mean"])))
    with explained(say("{folder} cannot be written", folder=folder)):
        folder.mkdir(parents=True, exist_ok=True)
    files = [folder / "arrays.npz"]
    with replacing(files[0]) as temporary, temporary.open("wb") as file:
        np.savez_compressed(file, **dict[str, Any](arrays))
    about: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    for done, unit in enumerate(chosen):
        token.check()
        yield Progress(done, len(chosen), say("Writing {address}/{unit}", address=address, unit=unit))
        found = scans.evidence(key, f"{address}/{unit}", node, unit)
        files.append(folder / f"unit-{unit:04}.png")
        with replacing(files[-1]) as temporary:
            Image.fromarray(sheet(found)).save(temporary, "PNG")
        about.append(_line(unit, found))
        rows += _rows(unit, found)
    files += [folder / "units.csv", folder / "examples.csv"]
    _table(files[-2], _HEADINGS, about)
    _table(files[-1], ("unit", "end", "rank", "value", "y", "x", "class", "picture"), rows)
    return tuple(files)


def sheet(found: UnitExamples) -> Any:
    """The crops of the top above those of the bottom, uint8 [H,W,3]."""
    rows = [
        list(part[start : start + _COLUMNS])
        for part in (found.top, found.bottom)
        for start in range(0, len(part), _COLUMNS)
    ]
    side = _CELL + _GAP
    page = np.full((max(len(rows), 1) * side + _GAP, _COLUMNS * side + _GAP, 3), 255, np.uint8)
    for r, row in enumerate(rows):
        for c, example in enumerate(row):
            page[r * side + _GAP : (r + 1) * side, c * side + _GAP : (c + 1) * side] = _crop(example)
    return page


def _crop(example: Example) -> Any:
    """What the unit sees of the picture, as a square."""
    if not example.thumbnail.size:
        return np.full((_CELL, _CELL, 3), 128, np.uint8)
    image = Image.fromarray(example.thumbnail)
    left, top, right, bottom = (
        share * side for share, side in zip(example.box, (*image.size, *image.size), strict=True)
    )
    right, bottom = max(right, left + 1), max(bottom, top + 1)
    resized = image.resize(
        (_CELL, _CELL), Image.Resampling.BICUBIC, box=_within(left, top, right, bottom, image)
    )
    return np.asarray(resized)


def _within(
    left: float, top: float, right: float, bottom: float, image: Image.Image
) -> tuple[float, float, float, float]:
    width, height = image.size
    return (
        min(left, width - 1.0),
        min(top, height - 1.0),
        min(right, float(width)),
        min(bottom, float(height)),
    )


def _line(unit: int, found: UnitExamples) -> tuple[Any, ...]:
    preferred = found.class_names[found.class_order[0]] if len(found.class_order) else ""
    numbers = (found.mean, found.deviation, found.lowest, found.highest, found.firing, found.sparseness)
    return (unit, *numbers, found.selectivity, preferred)


def _rows(unit: int, found: UnitExamples) -> list[tuple[Any, ...]]:
    return [
        (unit, end, rank, e.value, e.y, e.x, e.label, e.path or e.name)
        for end, examples in (("top", found.top), ("bottom", found.bottom))
        for rank, e in enumerate(examples, 1)
    ]


def _table(path: Path, headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows(rows)
