"""What finished scans hold, read by unit; which scans there are is known to `scans`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from inspector.lenses.examples.evidence import Example, ScanSummary, UnitColumns, UnitExamples
from inspector.lenses.examples.geometry import Field
from inspector.lenses.examples.units import UnitNumbers, class_selectivity, selectivity
from inspector.saying import counted, say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.scan_arrays import read_arrays, read_words
from inspector.workspace.scan_files import DAMAGE, FOLDER, PICTURES, NodeFile, read_summary
from inspector.workspace.scan_pictures import ScannedPictures

Array = np.ndarray[Any, Any]


class ScanReader:
    """The scans that lie in a folder, by their keys.

    Attributes:
        folder: The workspace.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pictures = lru_cache(maxsize=4)(self._read_pictures)

    def evidence(
        self, key: str, location: str, node: str, unit: int, *, quilted: bool = True
    ) -> UnitExamples:
        """Everything that a scan knows of a unit.

        Args:
            key: The scan's.
            location: The unit's address, which is only handed on.
            node: The node.
            unit: The unit.
            quilted: Whether the quilt's pictures are wanted, which take the longest by far; without them
                its examples have no thumbnails.

        Raises:
            WorkspaceError: There is no such scan, node or unit, or a file is damaged.
        """
        summary, pictures, file = self._summary(key), self._pictures(key), self._node(key, node)
        _check_unit(node, unit, len(file.whole("mean")))
        numbers = UnitNumbers({name: file.unit(name, unit) for name in file.names})
        field, shape = _field(file), _shape(file)
        make = partial(pictures.example, field, shape[-1] if shape else 1)
        edges, counts = numbers.histogram()
        means = numbers.rows["class_means"]
        correlated, opposed = numbers.alike(unit)
        positions = int(np.prod(shape, dtype=np.int64))
        return UnitExamples(
            location=location,
            scan=key,
            title=summary.title,
            pictures=summary.pictures,
            top=numbers.extremes("top", make),
            bottom=numbers.extremes("bottom", make),
            box_source=field.source,
            map_shape=shape,
            edges=edges,
            counts=counts,
            positions=summary.positions if 0 < summary.positions < positions else 0,
            quilt=numbers.quilt(partial(make, pictured=quilted)),
            mean=numbers.number("mean"),
            deviation=float(np.sqrt(numbers.number("variance"))),
            lowest=numbers.number("lowest"),
            highest=numbers.number("highest"),
            firing=numbers.number("firing"),
            quantiles=numbers.quantiles(),
            sparseness=numbers.number("sparseness"),
            selectivity=float(selectivity(means[None])[0][0]),
            class_names=summary.classes,
            class_counts=pictures.class_counts,
            class_means=means,
            class_order=np.argsort(-means, kind="stable")[: int(np.isfinite(means).sum())],
            shares=numbers.shares(summary.classes, pictures.labels),
            correlated=correlated,
            opposed=opposed,
        )

    def columns(self, key: str, node: str) -> UnitColumns:
        """Numbers of every unit of a node, to sort and filter by.

        Raises:
            WorkspaceError: There is no such scan or node, or a file is damaged.
        """
        file = self._node(key, node)
        selective, preferred = selectivity(file.whole("class_means"))
        units = len(selective)
        firing = file.whole("firing") if "firing" in file.names else np.full(units, np.nan)
        tops = file.whole("top_index")[:, 0]
        return UnitColumns(
            firing.astype(np.float32),
            file.whole("sparseness"),
            selective,
            preferred,
            np.ascontiguousarray(tops),
        )

    def tops(self, key: str, node: str, units: Sequence[int]) -> dict[int, Example]:
        """The example of the highest maximum of each of some units, for their tiles.

        Raises:
            WorkspaceError: There is no such scan or node, or a file is damaged.
        """
        file, pictures = self._node(key, node), self._pictures(key)
        field, shape = _field(file), _shape(file)
        index, value, place = (file.whole(f"top_{name}") for name in ("index", "value", "place"))
        width = shape[-1] if shape else 1
        return {
            unit: pictures.example(
                field, width, int(index[unit, 0]), float(value[unit, 0]), int(place[unit, 0])
            )
            for unit in units
            if unit < len(index) and index[unit, 0] >= 0
        }

    def most_selective(self, key: str, label: str, node: str | None = None) -> list[tuple[str, int, float]]:
        """(node, unit, selectivity) of the units most selective for a class; of one node or of all.

        Raises:
            WorkspaceError: There is no such scan, node or class.
        """
        summary = self._summary(key)
        if label not in summary.classes:
            some = ", ".join(summary.classes[:8]) or "none"
            raise WorkspaceError(
                say(
                    "“{label}” is no class of {title}; its classes are {some} ...",
                    label=label,
                    title=summary.title,
                    some=some,
                )
            )
        number, found = summary.classes.index(label), []
        for name in (node,) if node is not None else summary.nodes:
            values = class_selectivity(self._node(key, name).whole("class_means"), number)
            found += [(name, int(unit), float(values[unit])) for unit in np.flatnonzero(values > 0)]
        return sorted(found, key=lambda entry: -entry[2])[:200]

    def scale_of(self, key: str, node: str) -> tuple[Array, Array, str] | None:
        """The same over the set of one scan; None where it does not tell it.

        Raises:
            WorkspaceError: There is no such scan, or a file is damaged.
        """
        summary = self._summary(key)
        if node not in summary.nodes:
            return None
        file = self._node(key, node)
        if "variance" not in file.names:
            return None
        source = say("{pictures:,} pictures of {title}", pictures=summary.pictures, title=summary.title)
        deviations = np.sqrt(file.whole("variance")).astype(np.float32)
        return file.whole("mean").astype(np.float32), deviations, source

    def node_arrays(self, key: str, node: str) -> tuple[dict[str, Array], ScannedPictures]:
        """All arrays of a node by name, and the pictures that their numbers mean.

        Raises:
            WorkspaceError: There is no such scan or node, or a file is damaged.
        """
        file = self._node(key, node)
        return {name: file.whole(name) for name in sorted(file.names)}, self._pictures(key)

    def stamp(self, key: str) -> str:
        """What told a finished scan's pictures from changed ones; "" where that is not known."""
        try:
            return read_arrays(self.path(key) / PICTURES)[1].get("stamp", "")
        except DAMAGE:
            return ""

    def preprocessing(self, key: str) -> str:
        """How the network was shown a finished scan's pictures, as JSON; "" where that is not known."""
        try:
            words = read_words(self.path(key) / PICTURES)
            return str(json.loads(words["plan"])["preprocessing"])
        except DAMAGE:
            return ""

    def path(self, key: str) -> Path:
        """Where a finished scan lies."""
        return self.folder / FOLDER / key

    def _summary(self, key: str) -> ScanSummary:
        with suppress(WorkspaceError):
            return read_summary(self.path(key))
        raise WorkspaceError(
            say(
                "There is no scan {key} in {folder}, or it is damaged: scan again.",
                key=key,
                folder=self.folder,
            )
        )

    def _node(self, key: str, node: str) -> NodeFile:
        return NodeFile(self.path(key), node)

    def _read_pictures(self, key: str) -> ScannedPictures:
        return ScannedPictures(self.path(key))


def _check_unit(node: str, unit: int, units: int) -> None:
    if unit >= units:
        raise WorkspaceError(
            counted(
                "{node} has {count} unit, {last}; {unit} is none.",
                "{node} has {count} units, 0 to {last}; {unit} is none.",
                node=node,
                count=units,
                last=units - 1,
                unit=unit,
            )
        )


def _field(file: NodeFile) -> Field:
    return Field(**json.loads(file.words["field"]))


def _shape(file: NodeFile) -> tuple[int, ...]:
    return tuple(json.loads(file.words["map_shape"]))
