"""Everything that a scan has found so far, as arrays that can be written down, taken up again and merged."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from inspector.lenses.examples.looks import positions
from inspector.lenses.examples.plan import COUNTED, SKIPPED, Plan
from inspector.lenses.examples.rooms import by_size
from inspector.lenses.examples.sums import Scale
from inspector.lenses.examples.tally import Tally
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.saying import again, kept, say

Array = np.ndarray[Any, Any]
_NOTED = 100
"""Sentences kept on pictures that are not counted."""


class ScanState:
    """What is kept of a scan or a part of one.

    Only `seen`, `labels` and `sizes` grow with the set: 13 bytes a picture.

    Attributes:
        plan: What it is a scan of.
        same: Nodes whose value is another node's, by name; nothing of their own is kept.
        tallies: What is kept, by number of positions in a map.
        seen: uint8 [pictures], `WAITING`, `COUNTED`, `SKIPPED` or `DUPLICATE`.
        labels: int32 [pictures], classes; -1 for none.
        sizes: int32 [pictures, 2], width and height; 0 where it was not opened.
        skipped: (number, sentence) on pictures that do not open, those of the lowest numbers.
        unclean: How many pictures made values that are no numbers, which count as zero.
        done: How many of the part's batches are in it.
        part: (number from 1, of how many).
        seconds: How long it took so far.
    """

    def __init__(
        self, plan: Plan, nodes: Mapping[str, Node], same: Mapping[str, str], scales: Mapping[int, Scale]
    ) -> None:
        self.plan, self.same = plan, dict(same)
        own = by_size(nodes[name] for name in plan.nodes if name not in same)
        self.tallies = {size: Tally(those, size, plan, scales[size]) for size, those in own.items()}
        self.seen = np.zeros(plan.total, np.uint8)
        self.labels = np.full(plan.total, -1, np.int32)
        self.sizes = np.zeros((plan.total, 2), np.int32)
        self.skipped: list[tuple[int, str]] = []
        self.unclean, self.done, self.part, self.seconds = 0, 0, (1, 1), 0.0

    @property
    def counted(self) -> int:
        """How many pictures are in it."""
        return int((self.seen == COUNTED).sum())

    def skip(self, number: int, sentence: str) -> None:
        """Note that a picture does not open."""
        self.seen[number] = SKIPPED
        self.skipped = sorted([*self.skipped, (number, sentence)])[:_NOTED]

    def merge(self, other: ScanState) -> None:
        """Take another part of the same scan.

        Raises:
            InspectorError: It is of another network, picture set or plan, or has pictures that are in this
                one already.
        """
        if other.plan != self.plan:
            raise InspectorError(
                say(
                    "The parts are of different scans: {difference}.",
                    difference=_difference(self.plan, other.plan),
                )
            )
        if other.same != self.same:
            raise InspectorError("The parts are of networks that compute in different ways.")
        if ((self.seen == COUNTED) & (other.seen == COUNTED)).any():
            raise InspectorError(
                "The parts have pictures in common: they must be scanned with --part 1/2, 2/2 ..."
            )
        for size, tally in self.tallies.items():
            tally.merge(other.tallies[size], other.counted)
        self.seen = np.maximum(self.seen, other.seen)
        self.labels = np.maximum(self.labels, other.labels)
        self.sizes = np.maximum(self.sizes, other.sizes)
        self.skipped = sorted({*self.skipped, *other.skipped})[:_NOTED]
        self.unclean += other.unclean
        self.seconds += other.seconds

    def arrays(self) -> dict[str, Array]:
        """Everything but the words, by name; the arrays are those in use, not copies."""
        found: dict[str, Array] = {"seen": self.seen, "labels": self.labels, "sizes": self.sizes}
        for size, tally in self.tallies.items():
            for name, component in tally.components():
                found |= {f"{size}/{name}/{key}": array for key, array in component.arrays().items()}
        return found

    def words(self) -> dict[str, str]:
        """Everything but the arrays, as text."""
        about = {
            "same": self.same,
            "nodes": [
                [n.name, n.units, list(n.shape), n.unit_axis] for t in self.tallies.values() for n in t.nodes
            ],
            "skipped": self.skipped,
            "said": [kept(sentence) for _, sentence in self.skipped],
            "unclean": self.unclean,
            "done": self.done,
            "part": self.part,
            "seconds": self.seconds,
        }
        return {"plan": self.plan.to_json(), "about": json.dumps(about)}

    @classmethod
    def restored(cls, arrays: Mapping[str, Array], words: Mapping[str, str]) -> ScanState:
        """The inverse of `arrays` and `words`.

        Raises:
            InspectorError, KeyError, ValueError, TypeError: Something is missing or of another version.
        """
        plan, about = Plan.from_json(words["plan"]), json.loads(words["about"])
        nodes = {
            name: Node(name, "", tuple(shape), units, axis, 0) for name, units, shape, axis in about["nodes"]
        }
        sizes = dict.fromkeys(map(positions, nodes.values()))
        scales = {
            size: Scale(*(arrays[f"{size}/scale/{key}"] for key in ("value", "pivot", "spread")))
            for size in sizes
        }
        state = cls(plan, nodes, about["same"], scales)
        for size, tally in state.tallies.items():
            for name, component in tally.components():
                for key, array in component.arrays().items():
                    setattr(component, key, _like(arrays[f"{size}/{name}/{key}"], array))
        for key in ("seen", "labels", "sizes"):
            setattr(state, key, _like(arrays[key], getattr(state, key)))
        said = [*about.get("said", ()), *[None] * len(about["skipped"])]  # older files have none
        state.skipped = [
            (int(number), again(str(sentence), made))
            for (number, sentence), made in zip(about["skipped"], said, strict=False)
        ]
        state.unclean, state.done, state.seconds = about["unclean"], about["done"], about["seconds"]
        state.part = tuple(about["part"])
        return state


def _like(array: Array, expected: Array) -> Array:
    if array.shape != expected.shape or array.dtype != expected.dtype:
        raise ValueError(
            say(
                "{dtype} {shape} in place of {expected_dtype} {expected_shape}",
                dtype=array.dtype,
                shape=array.shape,
                expected_dtype=expected.dtype,
                expected_shape=expected.shape,
            )
        )
    return array if array.flags.writeable else array.copy()


def _difference(one: Plan, other: Plan) -> str:
    names = {
        "network": "the networks' weights differ",
        "preprocessing": "the networks are shown pictures in different ways",
        "pictures": "the picture sets differ",
    }
    differing: Sequence[str] = [
        name for name in Plan.__dataclass_fields__ if getattr(one, name) != getattr(other, name)
    ]
    return names.get(differing[0], say("their settings “{differing}” differ", differing=differing[0]))
