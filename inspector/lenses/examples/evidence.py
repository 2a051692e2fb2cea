"""What is known of a unit from a scan, ready to be drawn. Free of torch; arrays are C-contiguous."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

Array = np.ndarray[Any, Any]
Box = tuple[float, float, float, float]
BoxSource = Literal["graph", "gradients", "whole"]


@dataclass(frozen=True, eq=False)
class Example:
    """A picture that a unit answered to, and where in it.

    Attributes:
        picture: Its number in the scanned set.
        name: Its name in the set: the path below the set's folder or in its archive.
        path: The file, where the set is made of files, else "".
        label: Its class, or "".
        value: The unit's value at (y, x).
        y: Row in the node's map; 0 where the node has no map.
        x: Column in the node's map.
        box: What the unit sees there: left, top, right, bottom as shares of the whole picture's sides.
        thumbnail: The whole picture, uint8 [h,w,3]; [0,0,3] where none is kept.
    """

    picture: int
    name: str
    path: str
    label: str
    value: float
    y: int
    x: int
    box: Box
    thumbnail: Array


@dataclass(frozen=True, eq=False)
class QuiltBin:
    """A range of values, and pictures drawn evenly from all places with such a value.

    Attributes:
        low: The values' lower end, included.
        high: Their upper end.
        count: How many of the places looked at have such a value.
        examples: Some of them, drawn by chance; fewer than asked for where there are no more.
    """

    low: float
    high: float
    count: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, eq=False)
class ClassShares:
    """Which classes stand behind which values.

    Attributes:
        names: The classes shown, the most telling first; "others" for the rest stands last.
        shares: float32 [classes, bins], P(class | bin); 0 where the bin is empty.
        weighted: float32 [classes, bins], value times probability (x p(x)), split by class.
        sampled: Whether the shares are those of the quilt's drawn pictures, not of every place looked at
            (where there are very many classes).
    """

    names: tuple[str, ...]
    shares: Array
    weighted: Array
    sampled: bool


@dataclass(frozen=True, eq=False)
class UnitExamples:
    """Everything that a scan knows of one unit.

    Attributes:
        location: The unit's address.
        scan: The scan's key, to ask more of it.
        title: What the set of pictures is called.
        pictures: How many were scanned.
        top: The pictures of the highest maxima, highest first.
        bottom: Those of the lowest maxima, lowest first.
        box_source: How the examples' boxes were found: from the graph's kernels, from gradients, or the
            whole picture because neither works.
        map_shape: Shape of the unit's map.
        edges: float64 [bins + 1], edges of the histogram; zero is one of them.
        counts: int64 [bins], places by value.
        positions: How many places of each picture were looked at for histogram, quilt, variance and firing;
            0 where it was all of them.
        quilt: Ranges of values with drawn pictures, lowest first; edges are among those of the histogram.
        mean: Over all places of all pictures.
        deviation: Standard deviation of the places looked at.
        lowest: Smallest value of all.
        highest: Largest value of all.
        firing: Share of places above zero.
        quantiles: (share, value) pairs, from the histogram: right to the width of a bin.
        sparseness: Of the pictures' maxima, 0 (equal for all) to 1 (one picture only).
        selectivity: Class selectivity, 0 to 1; NaN without classes.
        class_names: All classes; may be empty.
        class_counts: int64 [classes], scanned pictures of each.
        class_means: float32 [classes], mean of the maximum; NaN for a class without pictures.
        class_order: int64 [classes], classes by falling mean, without those that have no pictures.
        shares: Which classes stand behind which of the quilt's ranges; None without classes.
        correlated: (unit, correlation of the pictures' maxima), the most alike first.
        opposed: The same for the most unlike.
    """

    location: str
    scan: str
    title: str
    pictures: int
    top: tuple[Example, ...]
    bottom: tuple[Example, ...]
    box_source: BoxSource
    map_shape: tuple[int, ...]
    edges: Array
    counts: Array
    positions: int
    quilt: tuple[QuiltBin, ...]
    mean: float
    deviation: float
    lowest: float
    highest: float
    firing: float
    quantiles: tuple[tuple[float, float], ...]
    sparseness: float
    selectivity: float
    class_names: tuple[str, ...]
    class_counts: Array
    class_means: Array
    class_order: Array
    shares: ClassShares | None
    correlated: tuple[tuple[int, float], ...]
    opposed: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class ScanSummary:
    """What a scan is, for a list of scans.

    Attributes:
        key: What it is asked for by.
        network: The network's name when it was scanned.
        fingerprint: The network's.
        pictures_fingerprint: The picture set's.
        title: What the set is called.
        paths: What was scanned, as it was named.
        total: How many pictures the set has.
        pictures: How many of them are counted.
        skipped: One sentence for each that is not, the first hundred.
        skipped_count: How many are not.
        duplicates: How many were left out because an equal one was there.
        classes: Names of the classes; may be empty.
        nodes: The scanned nodes.
        top: How many pictures are kept at either end.
        positions: How many places of each picture were looked at; 0 for all.
        part: (number from 1, of how many) where it is a part of a set; (1, 1) for a whole one.
        complete: Whether it came to its end.
        made_at: When, in seconds since 1970.
        seconds: How long it took.
        bytes: Size on disk.
    """

    key: str
    network: str
    fingerprint: str
    pictures_fingerprint: str
    title: str
    paths: tuple[str, ...]
    total: int
    pictures: int
    skipped: tuple[str, ...]
    skipped_count: int
    duplicates: int
    classes: tuple[str, ...]
    nodes: tuple[str, ...]
    top: int
    positions: int
    part: tuple[int, int]
    complete: bool
    made_at: float
    seconds: float
    bytes: int


@dataclass(frozen=True, eq=False)
class UnitColumns:
    """Numbers of every unit of a node, to sort and filter by.

    Attributes:
        firing: float32 [units], share of places above zero.
        sparseness: float32 [units], of the pictures' maxima: 0 (equal for all) to 1 (one picture only).
        selectivity: float32 [units], class selectivity; NaN without classes.
        preferred: int64 [units], the class of the highest mean maximum; -1 without classes.
        top_pictures: int64 [units], number of the picture of the highest maximum; -1 for none.
    """

    firing: Array
    sparseness: Array
    selectivity: Array
    preferred: Array
    top_pictures: Array
