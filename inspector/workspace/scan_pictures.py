"""The pictures of a kept scan: their names, classes, sizes and thumbnails."""

from __future__ import annotations

import io
import json
import weakref
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from inspector.lenses.examples.evidence import Example
from inspector.lenses.examples.geometry import Field, box
from inspector.lenses.examples.plan import COUNTED
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.scan_arrays import read_arrays
from inspector.workspace.scan_files import ABOUT, DAMAGE, PICTURES, THUMBNAILS, read_summary

Array = np.ndarray[Any, Any]
_NOTHING: Array = np.zeros((0, 0, 3), np.uint8)
_CACHED = 512


class ScannedPictures:
    """What is known of a set's pictures, by number.

    Attributes:
        labels: int32 [pictures], classes; -1 for none.
        seen: uint8 [pictures], as in `ScanState`.
        class_counts: int64 [classes].
        preprocessing: How the network was shown them, as `Preprocessing.to_json` gives it.

    Raises:
        WorkspaceError: The files are missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._arrays, words = read_arrays(folder / PICTURES)
            self.preprocessing: dict[str, Any] = json.loads(json.loads(words["plan"])["preprocessing"])
            self._classes = read_summary(folder).classes
            self._thumbnails = (folder / THUMBNAILS).open("rb", buffering=0)
        except DAMAGE as error:
            raise WorkspaceError(
                say("{folder} or a file beside it is damaged: scan again.", folder=folder / ABOUT)
            ) from error
        weakref.finalize(self, self._thumbnails.close)
        self._decoded: dict[int, Array] = {}
        self.labels, self.seen = self._arrays["labels"], self._arrays["seen"]
        self.class_counts = self._arrays["class_counts"]

    def about(self, number: int) -> tuple[str, str, str]:
        """Name in the set, file ("" for none) and class ("" for none) of a picture."""
        label = int(self.labels[number])
        return (
            self._text("names", number),
            self._text("paths", number),
            self._classes[label] if label >= 0 else "",
        )

    def size(self, number: int) -> tuple[int, int]:
        """Width and height."""
        width, height = self._arrays["sizes"][number].tolist()
        return width, height

    def example(
        self, field: Field, width: int, number: int, value: float, place: int, *, pictured: bool = True
    ) -> Example:
        """A picture as example of a value at a flat place in a map so wide; the field tells what is seen."""
        y, x = divmod(place, width)
        seen = box(field, y, x, self.size(number), self.preprocessing)
        name, path, label = self.about(number)
        shown = self.thumbnail(number) if pictured else _NOTHING
        return Example(number, name, path, label, value, y, x, seen, shown)

    def thumbnail(self, number: int) -> Array:
        """The whole picture, uint8 [h,w,3], not to be changed; [0,0,3] where there is none."""
        # One picture is in many ranges of a quilt.
        if number not in self._decoded:
            if len(self._decoded) >= _CACHED:
                self._decoded.clear()
            self._decoded[number] = self._thumbnail(number)
        return self._decoded[number]

    def _thumbnail(self, number: int) -> Array:
        length = int(self._arrays["length"][number]) if number >= 0 else 0
        if not length:
            return _NOTHING
        try:
            self._thumbnails.seek(int(self._arrays["offset"][number]))
            with Image.open(io.BytesIO(self._thumbnails.read(length)), formats=("JPEG",)) as image:
                return np.asarray(image.convert("RGB")).copy()
        except (*DAMAGE, SyntaxError):
            return _NOTHING

    def shown(self) -> tuple[str, ...]:
        """What to call each counted picture, in order: its file, or its name in the set."""
        numbers = np.flatnonzero(self.seen == COUNTED)
        return tuple(self._text("paths", n) or self._text("names", n) for n in numbers.tolist())

    def _text(self, kind: str, number: int) -> str:
        start, end = self._arrays[f"{kind}_ends"][number : number + 2].tolist()
        data: bytes = self._arrays[f"{kind}_bytes"][start:end].tobytes()
        return data.decode("utf-8", "surrogateescape")
