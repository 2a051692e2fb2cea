"""What whoever opens a network wants otherwise than its file and the catalogue say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from inspector.network.errors import OpenError
from inspector.network.preprocessing import Preprocessing
from inspector.saying import counted, say

PreprocessingLike = Preprocessing | Mapping[str, Any]
InputSize = tuple[int, int, int]

_SIDE = 224


@dataclass(frozen=True)
class Wishes:
    """What the caller wants otherwise than the file and the catalogue say."""

    name: str | None
    input_size: InputSize | None
    preprocessing: PreprocessingLike | None
    labels: tuple[str, ...]
    weights: Path | None
    trust: bool = False

    @property
    def side(self) -> tuple[int, int]:
        """Height and width of the input, as far as the preprocessing says."""
        if isinstance(self.preprocessing, Preprocessing):
            return self.preprocessing.crop
        return Preprocessing.from_json({"crop": (self.preprocessing or {}).get("crop", _SIDE)}).crop

    def applied(self, known: Preprocessing) -> Preprocessing:
        """The preprocessing, from what is known and what is wished for.

        Raises:
            OpenError: The input size and the preprocessing do not fit each other.
        """
        wished = changed(resized(known, self.input_size), self.preprocessing)
        if self.input_size is not None and self.input_size[0] != wished.depth:
            depth = self.input_size[0]
            raise OpenError(
                counted(
                    "The input size has {count} channel, but the preprocessing makes {wished_depth}.",
                    "The input size has {count} channels, but the preprocessing makes {wished_depth}.",
                    count=depth,
                    wished_depth=wished.depth,
                )
            )
        return resized(wished, self.input_size)


def resized(known: Preprocessing, size: InputSize | None) -> Preprocessing:
    """`known` for another input size: the same field of view, other channels on [0, 1].

    Raises:
        OpenError: Pictures have no such number of channels.
    """
    if size is None:
        return known
    depth, height, width = size
    if depth not in (1, 3):
        raise OpenError(
            say(
                "The network's input has {depth} channels; pictures have 1 (grey) or 3 (colour).", depth=depth
            )
        )
    if depth != known.depth:
        known = Preprocessing.from_json({"channels": "L" if depth == 1 else "RGB"})
    resize = known.resize and max(round(known.resize * min(height / known.crop[0], width / known.crop[1])), 1)
    return replace(known, crop=(height, width), resize=resize)


def changed(known: Preprocessing, change: PreprocessingLike | None) -> Preprocessing:
    """`known` with other settings; its means and deviations are dropped where its channels change."""
    if change is None or isinstance(change, Preprocessing):
        return change or known
    merged = {**known.to_json(), **change}
    if (merged["channels"] == "L") != (known.channels == "L"):
        merged = {key: value for key, value in merged.items() if key in change or key not in ("mean", "std")}
    return Preprocessing.from_json(merged)
