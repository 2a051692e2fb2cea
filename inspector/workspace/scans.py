"""Kept scans: listed, read by unit, merged, exported, cleared.

A scan belongs to a network's weights, to how it is shown pictures, to a picture set and to the plan: with any
of them changed it is another scan. Results appear whole or not at all.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import numpy as np

from inspector import paths
from inspector.lenses.examples.evidence import Example, ScanSummary, UnitColumns, UnitExamples
from inspector.lenses.examples.geometry import Field
from inspector.lenses.examples.units import UnitNumbers, class_selectivity, selectivity
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.repair import open_index
from inspector.workspace.scan_files import (
    DAMAGE,
    FOLDER,
    PICTURES,
    RUNNING,
    NodeFile,
    is_held,
    read_arrays,
    read_summary,
    read_words,
    size_of,
)
from inspector.workspace.scan_pictures import ScannedPictures
from inspector.workspace.scan_rows import finished, insert_scan, listed

Array = np.ndarray[Any, Any]


class Scans:
    """The scans in a workspace folder; nothing is made there until a scan begins. Any thread may ask."""

    def __init__(self, folder: Path | None = None) -> None:
        """`folder` is the workspace, the user's own where None."""
        self.folder = folder if folder is not None else paths.data_dir()
        self._database = open_index(self.folder)
        self._pictures = lru_cache(maxsize=4)(self._read_pictures)

    def keep(self, summary: ScanSummary) -> None:
        """Put a finished scan, whose folder is in its place, into the index.

        Raises:
            WorkspaceError: The index cannot be written; the next repair finds the scan.
        """
        self._pictures.cache_clear()
        with explained(f"The scan is kept in {self.folder}, but not listed"):
            self._database.write(lambda connection: insert_scan(connection, summary))

    def summaries(self, fingerprint: str | None = None) -> list[ScanSummary]:
        """The finished scans, the newest first; of one network or of all. Parts of scans are among them.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        if not (self.folder / FOLDER).is_dir():
            return []
        with explained(f"The workspace {self.folder} cannot be read"):
            return self._database.read(lambda connection: listed(connection, fingerprint))

    def newest(self, fingerprint: str, node: str | None = None) -> ScanSummary | None:
        """The newest whole scan of a network (and node), or None.

        Raises:
            WorkspaceError: The workspace cannot be read.
        """
        return next(
            (
                summary
                for summary in self.summaries(fingerprint)
                if summary.part == (1, 1) and (node is None or node in summary.nodes)
            ),
            None,
        )

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
        units = file.whole("mean").shape[0]
        if unit >= units:
            raise WorkspaceError(f"{node} has {units} units, 0 to {units - 1}; {unit} is none.")
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
            raise WorkspaceError(f"“{label}” is no class of {summary.title}; its classes are {some} ...")
        number, found = summary.classes.index(label), []
        for name in (node,) if node is not None else summary.nodes:
            values = class_selectivity(self._node(key, name).whole("class_means"), number)
            found += [(name, int(unit), float(values[unit])) for unit in np.flatnonzero(values > 0)]
        return sorted(found, key=lambda entry: -entry[2])[:200]

    def unit_scale(self, fingerprint: str, node: str) -> tuple[Array, Array, str] | None:
        """Means and standard deviations float32 [units] of a node over the newest scan's set, and its name.

        None where no scan of the network tells them.

        Raises:
            WorkspaceError: A file is damaged.
        """
        summary = self.newest(fingerprint, node)
        return self.scale_of(summary.key, node) if summary is not None else None

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
        source = f"{summary.pictures:,} pictures of {summary.title}"
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

    def clear(self, fingerprint: str | None = None, before: float | None = None) -> int:
        """Forget scans of one network (all where None), made before a time (any where None); how many.

        With all of them go those that were left before their end, but never one that somebody is making.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        chosen = [s.key for s in self.summaries(fingerprint) if before is None or s.made_at < before]
        self.delete(*chosen)
        if fingerprint is None and before is None:
            for running in (self.folder / FOLDER).glob(f"*{RUNNING}"):
                if not is_held(running):
                    shutil.rmtree(running, ignore_errors=True)
        return len(chosen)

    def delete(self, *keys: str) -> None:
        """Forget some scans.

        Raises:
            WorkspaceError: The workspace cannot be written.
        """
        with explained(f"The workspace {self.folder} cannot be written"):
            # The files first: on a full disk they make room for the log of their being forgotten.
            for key in keys:
                shutil.rmtree(self.path(key), ignore_errors=True)
            if keys:
                self._database.write(
                    lambda connection: connection.executemany(
                        "DELETE FROM scans WHERE key = ?", [(key,) for key in keys]
                    )
                )
        self._pictures.cache_clear()

    def size_on_disk(self) -> int:
        """Bytes of all scans, those under way too."""
        return size_of(self.folder / FOLDER)

    def check_and_repair(self) -> tuple[str, ...]:
        """Bring index and folders together again; a sentence on everything done.

        Raises:
            WorkspaceError: The workspace cannot be read or written.
        """
        known, told = {summary.key: summary for summary in self.summaries()}, []
        whole: dict[str, ScanSummary] = {}
        for folder in finished(self.folder):
            try:
                summary = read_summary(folder)
                for node in summary.nodes:
                    NodeFile(folder, node).whole("mean")
                ScannedPictures(folder)
                whole[folder.name] = summary
            except WorkspaceError as error:
                shutil.rmtree(folder, ignore_errors=True)
                told.append(f"A damaged scan was deleted: {error}")
        told += [
            f"The lost scan of {s.title} with {s.network} was forgotten."
            for k, s in known.items()
            if k not in whole
        ]
        told += [
            f"The scan of {s.title} with {s.network} was found again."
            for k, s in whole.items()
            if k not in known
        ]
        for left in (self.folder / FOLDER).glob("*.old"):
            shutil.rmtree(left, ignore_errors=True)
        if told:
            self._rewrite(whole)
        return tuple(told)

    def close(self) -> None:
        """Let go of the files."""
        self._pictures.cache_clear()
        self._database.close()

    def _rewrite(self, scans: Mapping[str, ScanSummary]) -> None:
        def write(connection: Any) -> None:
            connection.execute("DELETE FROM scans")
            for summary in scans.values():
                insert_scan(connection, summary)

        with explained(f"The workspace {self.folder} cannot be repaired"):
            self._database.write(write)

    def _summary(self, key: str) -> ScanSummary:
        with suppress(WorkspaceError):
            return read_summary(self.path(key))
        raise WorkspaceError(f"There is no scan {key} in {self.folder}, or it is damaged: scan again.")

    def _node(self, key: str, node: str) -> NodeFile:
        return NodeFile(self.path(key), node)

    def _read_pictures(self, key: str) -> ScannedPictures:
        return ScannedPictures(self.path(key))


def _field(file: NodeFile) -> Field:
    return Field(**json.loads(file.words["field"]))


def _shape(file: NodeFile) -> tuple[int, ...]:
    return tuple(json.loads(file.words["map_shape"]))
