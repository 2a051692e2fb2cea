"""Numbers of every unit of a node: what its page sorts and filters by, and its CSV and JSON files hold."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.atlas.words import rounded

if TYPE_CHECKING:
    from inspector.lenses.examples import UnitColumns
    from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class NodeTable:
    """A node's units in rows.

    Attributes:
        columns: Numbers [units] by name; NaN where there is none.
        labels: What people call each unit; "" for nothing.
        groups: The groups of each unit.
        stars: Whether each is starred.
        classes: The class that each likes best; "" where none is known.
    """

    columns: Mapping[str, Array]
    labels: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    stars: tuple[bool, ...]
    classes: tuple[str, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A row for each unit, numbers with four digits, None for none."""
        return [
            {
                "unit": unit,
                "label": label,
                "groups": list(self.groups[unit]),
                "star": self.stars[unit],
                "class": self.classes[unit],
                **{name: rounded(float(values[unit])) for name, values in self.columns.items()},
            }
            for unit, label in enumerate(self.labels)
        ]

    def as_csv(self) -> str:
        """The same as CSV, groups separated by "; "."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(["unit", "label", "groups", "star", "class", *self.columns])
        for row in self.rows():
            cells = {**row, "groups": "; ".join(row["groups"]), "star": int(row["star"])}
            writer.writerow(["" if cell is None else cell for cell in cells.values()])
        return text.getvalue()

    def for_script(self) -> dict[str, Any]:
        """What the page's script sorts and searches: columns of numbers, and the words of each unit."""
        return {
            "columns": [
                {"name": name, "values": [rounded(float(value), 3) for value in values]}
                for name, values in self.columns.items()
            ],
            "words": [
                " ".join(filter(None, [label, *self.groups[unit], self.classes[unit]])).lower()
                for unit, label in enumerate(self.labels)
            ],
        }


def scan_columns(found: UnitColumns | None) -> dict[str, Array]:
    """The columns that a scan tells, those without any number left out."""
    if found is None:
        return {}
    columns = {
        "above zero": found.firing,
        "sparseness over pictures": found.sparseness,
        "class selectivity": found.selectivity,
    }
    return {name: values for name, values in columns.items() if np.isfinite(values).any()}


def tuning_columns(tunings: Mapping[str, Tuning]) -> dict[str, Array]:
    """The columns of all tuning indices, "family: index"."""
    return {
        f"{family}: {name}": values
        for family, tuning in tunings.items()
        for name, values in tuning.table.items()
        if np.isfinite(values).any()
    }
