"""The result of any lens as a datasheet, by what its fields are.

A result is a frozen dataclass. Its arrays are taken under their names, with the dimensions that `DIMS` tells;
rows of small dataclasses (units, examples, kernels) become columns; what is left, single numbers and words,
are facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from inspector.jobs.datasheets.dims import DIMS, LEFT_OUT, UNITS
from inspector.jobs.datasheets.sheet import Array, Datasheet, Named

_SINGLE = (str, bool, int, float, np.integer, np.floating)


def sheet_of(result: Any, title: str = "", prefix: str = "") -> Datasheet:
    """The datasheet of a lens' result (a dataclass); `prefix` stands before every name."""
    facts: dict[str, Any] = {}
    arrays: list[Named] = []
    for name, value, dims in _parts(result):
        if isinstance(value, _SINGLE):
            facts[name] = value
        elif isinstance(value, Mapping) and name in ("recipe", "fixed", "indices", "values") and _flat(value):
            facts[name] = dict(value)
        else:
            arrays += _arrays(f"{prefix}{name}", value, dims)
    return Datasheet(title or type(result).__name__, tuple(arrays), facts)


def together(title: str, *sheets: Datasheet) -> Datasheet:
    """Several datasheets as one; of arrays of the same name the first is kept."""
    arrays = {array.name: array for sheet in reversed(sheets) for array in sheet.arrays}
    order = dict.fromkeys(array.name for sheet in sheets for array in sheet.arrays)
    facts = {name: value for sheet in reversed(sheets) for name, value in sheet.facts.items()}
    return Datasheet(title, tuple(arrays[name] for name in order), facts)


def _parts(result: Any) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    kind = type(result).__name__
    known = DIMS.get(kind, {})
    for entry in fields(result):
        value = getattr(result, entry.name)
        if value is not None and (kind, entry.name) not in LEFT_OUT:
            yield entry.name, value, known.get(entry.name, ())


def _flat(value: Mapping[Any, Any]) -> bool:
    return not any(isinstance(item, np.ndarray) for item in value.values())


def _arrays(name: str, value: Any, dims: tuple[str, ...]) -> Iterator[Named]:
    if isinstance(value, np.ndarray):
        yield Named(name, value, dims_for(name, value, dims), UNITS.get(name.rpartition(".")[2], ""))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if isinstance(item, np.ndarray):
                yield Named(f"{name}.{key}", item, dims_for(f"{name}.{key}", item, dims))
    elif is_dataclass(value):
        yield from (Named(f"{name}.{a.name}", a.values, a.dims, a.unit) for a in sheet_of(value).arrays)
    elif isinstance(value, Sequence) and value and is_dataclass(value[0]):
        yield from _columns(name, value)
    elif isinstance(value, Sequence) and value:
        made = stacked([np.asarray(item) for item in value])
        yield Named(name, made, dims_for(name, made, dims))


def dims_for(name: str, values: Array, dims: tuple[str, ...]) -> tuple[str, ...]:
    """The dimensions that were told, as many as the array has; own names for those that were not."""
    if len(dims) == values.ndim:
        return dims
    return tuple(f"{name} {number}" for number in range(values.ndim))


def _columns(name: str, rows: Sequence[Any]) -> Iterator[Named]:
    """Fields of the dataclasses of a row, each as a column over the row."""
    for entry in fields(rows[0]):
        values = [getattr(row, entry.name) for row in rows]
        if any(value is None or is_dataclass(value) for value in values):
            continue
        first = values[0]
        inner = DIMS.get(type(rows[0]).__name__, {}).get(entry.name, ())
        if isinstance(first, tuple) and first and is_dataclass(first[0]):
            continue
        if isinstance(first, Mapping):
            continue
        if len(inner) == 1 and inner[0].startswith("="):  # a pair of which each part is a column
            for part, label in enumerate(inner[0][1:].split(",")):
                made = np.asarray([value[part] for value in values])
                yield Named(f"{name}.{entry.name}.{label}", made, (name,))
            continue
        made = stacked([np.asarray(value) for value in values])
        told = (name, *inner) if len(inner) == made.ndim - 1 else ()
        dims = told or (name, *dims_for(f"{name}.{entry.name}", made[0], ()))
        yield Named(f"{name}.{entry.name}", made, dims, UNITS.get(entry.name, ""))


def stacked(values: Sequence[Array]) -> Array:
    """Arrays as one; smaller ones are filled up with NaN (numbers that cannot be NaN with 0)."""
    shape = tuple(max(sides) for sides in zip(*(value.shape for value in values), strict=True))
    if all(value.shape == shape for value in values):
        return np.stack(values)
    kind = np.result_type(*values)
    made = np.full((len(values), *shape), np.nan if np.issubdtype(kind, np.floating) else 0, kind)
    for row, value in zip(made, values, strict=True):
        row[tuple(slice(side) for side in value.shape)] = value
    return made
