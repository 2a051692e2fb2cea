"""From what a scan kept to one node's numbers, laid out unit by unit. Free of torch but for types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.examples import NodeExamples
from inspector.lenses.examples.plan import COUNTED
from inspector.lenses.examples.spectrum_size import BINS

if TYPE_CHECKING:
    from inspector.lenses.examples.state import ScanState
    from inspector.lenses.examples.tally import Tally
    from inspector.network.graph import Node

Array = np.ndarray[Any, Any]


def node_arrays(state: ScanState, node: str) -> dict[str, Array]:
    """Everything found of a node, by name; the first axis is the unit. Pictures are numbers in the set."""
    primary = state.same.get(node, node)
    tally = next(tally for tally in state.tallies.values() if primary in tally.slices)
    part = tally.slices[primary]
    found = {
        f"{end}_{key}": array[part]
        for end, extremes in (("top", tally.top), ("bottom", tally.bottom))
        for key, array in extremes.arrays().items()
    }
    found |= _summed(tally, state, part)
    if tally.spectrum is not None:
        found |= _spread(tally, state, part)
    if primary in tally.pairs:
        found["correlation"] = tally.pairs[primary].correlation(state.counted)
    return {name: np.ascontiguousarray(array) for name, array in found.items()}


def _summed(tally: Tally, state: ScanState, part: slice) -> dict[str, Array]:
    """What is kept of whole pictures."""
    count, sums = max(state.counted, 1), tally.sums
    labels = state.labels[(state.seen == COUNTED) & (state.labels >= 0)]
    per_class = np.bincount(labels, minlength=state.plan.classes)
    with np.errstate(invalid="ignore", divide="ignore"):
        classes = sums.unit("classes")[:, part].T / per_class
    fired, squares = sums.unit("fired")[part], sums.unit("fired_squares")[part]
    return {
        "mean": sums.unit("mean")[part] / count,
        "lowest": tally.range.lowest[part],
        "highest": tally.range.highest[part],
        "sparseness": _sparseness(fired, squares, count),
        "class_means": classes.astype(np.float32),
    }


def _spread(tally: Tally, state: ScanState, part: slice) -> dict[str, Array]:
    """What is kept of the places looked at."""
    spectrum = tally.spectrum
    assert spectrum is not None
    spectrum.settle()
    places = min(state.plan.positions or tally.positions, tally.positions)
    looked_at = max(state.counted * places, 1)
    drawn, squares = tally.sums.unit("drawn")[part], tally.sums.unit("squares")[part]
    width = spectrum.bins.safe_width[part]
    return {
        "variance": np.maximum(squares / looked_at - (drawn / looked_at) ** 2, 0),
        "firing": spectrum.above[part] / looked_at,
        "edges": (spectrum.bins.start[part, None] + np.arange(BINS + 1)) * width[:, None],
        "counts": spectrum.counts[part],
        "start": spectrum.bins.start[part],
        "quilt_keys": spectrum.keys[part],
        "quilt_values": spectrum.values[part],
        "quilt_classes": spectrum.classes[part],
    }


def _sparseness(fired: Array, squares: Array, count: int) -> Array:
    """Of the pictures' maxima, those below zero counted as zero.

    Source: Vinje & Gallant (2000), "Sparse coding and decorrelation in primary visual cortex during natural
    vision", after Rolls & Tovee (1995). NaN for a unit that no picture drives, and for a single picture.
    """
    with np.errstate(invalid="ignore", divide="ignore"):
        activity = (fired / count) ** 2 / (squares / count)
        return np.clip((1 - activity) / (1 - 1 / count), 0, 1).astype(np.float32)


def node_examples(
    node: Node, arrays: Mapping[str, Array], seen: Array, names: Sequence[str], skipped: Sequence[str]
) -> NodeExamples:
    """A node's examples with pictures numbered among those that are counted, whose names are given."""
    numbers = np.cumsum(seen == COUNTED) - 1

    def counted(index: Array) -> Array:
        return np.where(index >= 0, numbers[index], -1)

    units = len(arrays["mean"])
    blank = {"edges": np.tile([0.0, 1.0], (units, 1)), "counts": np.zeros((units, 1), np.int64)}
    missing = np.full(units, np.nan)
    return NodeExamples(
        node=node.name,
        pictures=tuple(names),
        **{f"{end}_index": counted(arrays[f"{end}_index"]) for end in ("top", "bottom")},
        **{f"{end}_{key}": arrays[f"{end}_{key}"] for end in ("top", "bottom") for key in ("value", "place")},
        map_shape=node.map_shape,
        mean=arrays["mean"],
        **{key: arrays.get(key, blank[key]) for key in ("edges", "counts")},
        **{key: arrays.get(key, missing) for key in ("variance", "firing")},
        skipped=tuple(skipped),
    )
