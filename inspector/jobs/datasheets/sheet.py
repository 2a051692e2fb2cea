"""Named arrays that know what their dimensions are, and the tables that follow from that."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]
PIXELS = frozenset({"row", "column", "channel"})
"""Dimensions of pictures, which are no tables."""
CALLED = {
    "checkpoint": "names",
    "class": "labels",
    "ink": "inks",
    "label": "classes",
    "prompt": "prompts",
    "word": "words",
}
"""Arrays that name what a dimension counts, by the dimension: they stand in its column instead of numbers."""
LARGEST_TABLE = 5_000_000
"""More values than that are offered as arrays alone."""


@dataclass(frozen=True, eq=False)
class Named:
    """An array of a datasheet.

    Attributes:
        name: Its name.
        values: Numbers, or texts.
        dims: What each dimension is: "unit", "class", an axis. An array that is called like its only
            dimension holds that dimension's values.
        unit: Unit of the values ("deg", "px"), or "".
    """

    name: str
    values: Array
    dims: tuple[str, ...]
    unit: str = ""

    def called(self, name: str) -> Named:
        """The same under another name."""
        return replace(self, name=name)

    @property
    def is_picture(self) -> bool:
        """Whether it holds pixels."""
        return not PIXELS.isdisjoint(self.dims)


@dataclass(frozen=True, eq=False)
class Datasheet:
    """The numbers behind a page.

    Attributes:
        title: What they are, in a few words.
        arrays: The arrays.
        facts: Single numbers and words about them: how they came to be.
    """

    title: str
    arrays: tuple[Named, ...]
    facts: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Array:
        """The values of the array of that name."""
        return next(array.values for array in self.arrays if array.name == name)

    def tables(self) -> tuple[Table, ...]:
        """Arrays over the same dimensions as columns of one table, in the order of their first array."""
        groups: dict[tuple[str, ...], list[Named]] = {}
        for array in self.arrays:
            if array.dims and not array.is_picture and array.values.size <= LARGEST_TABLE:
                groups.setdefault(array.dims, []).append(array)
        tables = (Table(dims, tuple(arrays), self._places(dims)) for dims, arrays in groups.items())
        return tuple(table for table in tables if table.columns)

    def _places(self, dims: Sequence[str]) -> tuple[Named | None, ...]:
        single = {array.name: array for array in self.arrays if len(array.dims) == 1}
        known = {name: array for name, array in single.items() if array.dims == (name,)}
        called = {dim: single[name] for dim, name in CALLED.items() if name in single}
        known |= {dim: array for dim, array in called.items() if array.dims == (dim,)}
        return tuple(known.get(name) for name in dims)


@dataclass(frozen=True, eq=False)
class Table:
    """Arrays over the same dimensions, one row for each element.

    Attributes:
        dims: The dimensions, whose values are the first columns.
        arrays: The further columns.
        places: What stands in the column of a dimension; None for numbers from 0.
    """

    dims: tuple[str, ...]
    arrays: tuple[Named, ...]
    places: tuple[Named | None, ...]

    @property
    def name(self) -> str:
        """What it is a table of, for a person: its columns and what there is a row for."""
        columns = [array.name for array in self.columns]
        shown = ", ".join(columns[:3]) + (" …" if len(columns) > 3 else "")
        return f"{shown or self.dims[0]} · by {' × '.join(self.dims)}"

    @property
    def columns(self) -> tuple[Named, ...]:
        """The columns that are not those of the dimensions."""
        return tuple(array for array in self.arrays if array not in self.places)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return int(self.arrays[0].values.size)

    def heads(self) -> list[str]:
        """The names of all columns, units in brackets."""
        places = [
            (place.unit if place else "", name) for place, name in zip(self.places, self.dims, strict=True)
        ]
        named = [(array.unit, array.name) for array in self.columns]
        return [f"{name} ({unit})" if unit else name for unit, name in (*places, *named)]

    def lines(self) -> Iterator[list[Any]]:
        """The rows: numbers as Python has them, "" for what is not defined."""
        shape = self.arrays[0].values.shape
        sides = [
            range(count) if place is None else [_plain(value) for value in place.values]
            for count, place in zip(shape, self.places, strict=True)
        ]
        flat = [array.values.reshape(-1) for array in self.columns]
        for row, at in enumerate(itertools.product(*sides)):
            yield [*at, *(_plain(column[row]) for column in flat)]


def _plain(value: Any) -> Any:
    plain = value.item() if isinstance(value, np.generic) else value
    if isinstance(plain, float) and not np.isfinite(plain):
        return ""
    return plain
