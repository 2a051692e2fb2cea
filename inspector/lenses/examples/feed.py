"""Decoding, resizing and shrinking pictures beside the network, in the set's order."""

from __future__ import annotations

import io
import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from inspector.network.network import Network
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import PictureSet
from inspector.saying import say

Array = np.ndarray[Any, Any]
THUMBNAIL_SIDE = 144
_QUALITY = 80
_AHEAD = 2


@dataclass(frozen=True)
class Fed:
    """A picture on its way to the network, or why there is none.

    Attributes:
        index: Its number in the set.
        view: What the network sees, uint8 [H,W,3]; None where it did not open.
        thumbnail: The whole picture as a small JPEG; empty where none is wanted.
        size: Width and height.
        problem: One sentence where it did not open.
    """

    index: int
    view: Array | None
    thumbnail: bytes = b""
    size: tuple[int, int] = (0, 0)
    problem: str = ""


class Feed:
    """Batches of a set's pictures, decoded on threads a few batches ahead.

    Threads and not processes: Pillow lets go of Python's lock while it decodes, resizes and encodes, and
    nothing has to be copied between processes or started before the first picture.

    Attributes:
        threads: How many.
    """

    def __init__(
        self, network: Network, pictures: PictureSet, *, thumbnails: bool, threads: int | None = None
    ) -> None:
        self._thumbnails = thumbnails
        self._view = network.preprocessing.view
        self._pictures = pictures
        self.threads = threads or os.cpu_count() or 1

    def batches(self, chosen: Sequence[Sequence[int]]) -> Iterator[list[Fed]]:
        """The pictures of each batch of numbers, in order. Closing the iterator ends the threads."""
        pool = ThreadPoolExecutor(self.threads, thread_name_prefix="inspector-decode")
        waiting: deque[list[Future[Fed]]] = deque()
        try:
            for numbers in chosen:
                waiting.append([pool.submit(self.fed, number) for number in numbers])
                if len(waiting) > _AHEAD:
                    yield [future.result() for future in waiting.popleft()]
            while waiting:
                yield [future.result() for future in waiting.popleft()]
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def fed(self, index: int) -> Fed:
        """One picture, ready for the network."""
        try:
            image = self._pictures.open(index).image
            small = _thumbnail(image) if self._thumbnails else b""
            return Fed(index, self._view(image), small, image.size)
        except PictureError as error:
            return Fed(index, None, problem=str(error))
        except (MemoryError, Image.DecompressionBombError):
            return Fed(
                index,
                None,
                problem=say("{shown} is too large for this machine.", shown=self._pictures.shown(index)),
            )


def _thumbnail(image: Image.Image) -> bytes:
    small = image.reduce(max(min(image.size) // THUMBNAIL_SIDE, 1))
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.BILINEAR)
    buffer = io.BytesIO()
    small.save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
