"""Writing what was made to files: pictures with their recipes, and the frames of their growth as a film."""

from __future__ import annotations

import threading
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import numpy as np

from inspector.files import replacing
from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.live import Live
from inspector.lenses.tuning import Tuning
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.saying import say

Film = Literal["webp", "gif"]
Array = np.ndarray[Any, Any]

_PAUSE = 0.02
_GAP, _GAP_LEVEL = 4, 255
_FILM_MS, _SHORTEST_MS, _LONGEST_MS = 6000, 40, 200
_LAST_MS = 1500
_OPTIONS: dict[Film, dict[str, Any]] = {
    "webp": {"quality": 90, "method": 2},
    "gif": {"optimize": False, "disposal": 1},
}


@dataclass(frozen=True)
class ExportPictures:
    """Write every picture of a `Feature` as a PNG that holds its recipe; returns the files.

    Attributes:
        feature: The pictures.
        folder: Where to; made where it is not there.
    """

    feature: Feature = field(compare=False)
    folder: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write the files one by one, each whole or not at all."""
        yield Progress(0, 1, "Writing pictures")
        from inspector.lenses.feature_visualization.export import save

        return tuple(save(self.feature, Path(self.folder)))


@dataclass(frozen=True)
class ExportFilm:
    """Write frames as an animated picture; returns the file as a tuple of one.

    Attributes:
        frames: Pictures of each frame, uint8 [n,H,W,3], or [n,H,W,4] with transparency, which a GIF has not;
            those of one frame stand side by side.
        path: The file.
        film: Its format.
    """

    frames: tuple[Array, ...] = field(compare=False)
    path: str
    film: Film
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Encode on a thread of its own, so that more urgent jobs need not wait for the file.

        Raises:
            InspectorError: There is no frame, or the file cannot be written.
        """
        if not self.frames:
            raise InspectorError("There are no frames to write.")
        path = Path(self.path)
        note = say("Writing {name}", name=path.name)
        yield Progress(0, len(self.frames), note)
        with replacing(path) as temporary:
            encoding = _Encoding(self.frames, temporary, self.film)
            encoding.start()
            try:
                while encoding.is_alive():
                    token.check()
                    yield Progress(encoding.done, len(self.frames), note)
                    encoding.join(_PAUSE)
            finally:
                encoding.stop()
            encoding.check()
        return (path,)


@dataclass(frozen=True)
class ExportTuning:
    """Write a measurement with its axes and recipe; the file's ending says how. Returns a tuple of one.

    Attributes:
        tuning: The measurement.
        path: The file: .png, .svg, .csv or .npz.
        table: Whether the indices of all units are meant, as .csv, instead of one unit's responses.
        form: How a picture of it is drawn: round a circle ("polar"), or "plain".
    """

    tuning: Tuning = field(compare=False)
    path: str
    table: bool = False
    form: Literal["plain", "polar"] = "plain"
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write it, whole or not at all."""
        path = Path(self.path)
        yield Progress(0, 1, say("Writing {name}", name=path.name))
        from inspector.lenses.tuning.export import write, write_table

        if self.table:
            write_table(self.tuning, path)
        else:
            write(self.tuning, path, self.form)
        return (path,)


@dataclass(frozen=True)
class ExportLive:
    """Write the responses to one stimulus; the file's ending says how. Returns a tuple of one.

    Attributes:
        live: The responses.
        path: The file: .csv or .npz.
    """

    live: Live = field(compare=False)
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write it, whole or not at all."""
        path = Path(self.path)
        yield Progress(0, 1, say("Writing {name}", name=path.name))
        from inspector.lenses.live.export import write

        write(self.live, path)
        return (path,)


@dataclass(frozen=True)
class ExportBytes:
    """Write a file that is made already; returns it as a tuple of one.

    Attributes:
        data: What is in it.
        path: The file.
    """

    data: bytes = field(compare=False, repr=False)
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write it, whole or not at all.

        Raises:
            InspectorError: The file cannot be written.
        """
        path = Path(self.path)
        yield Progress(0, 1, say("Writing {name}", name=path.name))
        with replacing(path) as temporary:
            temporary.write_bytes(self.data)
        return (path,)


class _StoppedError(Exception):
    """Nobody wants the film any more."""


class _Encoding(threading.Thread):
    """Pillow at work on a film; Pillow has no way to ask it to stop but between two frames."""

    def __init__(self, frames: Sequence[Array], path: Path, film: Film) -> None:
        super().__init__(name="inspector-film", daemon=True)
        self.done = 0
        self._frames, self._path, self._film = frames, path, film
        self._stopped = threading.Event()
        self._error: Exception | None = None

    def stop(self) -> None:
        """Stop at the next frame and wait for that."""
        self._stopped.set()
        self.join()

    def check(self) -> None:
        """Raise what went wrong."""
        if self._error is not None:
            raise self._error

    def run(self) -> None:
        from PIL import Image

        channels = 3 if self._film == "gif" else 4
        first, *others = (Image.fromarray(side_by_side(frame[..., :channels])) for frame in self._frames)
        for image in (first, *others):
            # Pillow seeks every image once, right before it encodes it.
            image.seek = self._seek  # type: ignore[method-assign]
        try:
            first.save(
                self._path,
                self._film.upper(),
                save_all=True,
                append_images=others,
                duration=durations(len(self._frames)),
                loop=0,
                **_OPTIONS[self._film],
            )
        except _StoppedError:
            pass
        except Exception as error:
            self._error = error

    def _seek(self, frame: int) -> None:
        if self._stopped.is_set():
            raise _StoppedError
        if frame:
            raise EOFError("one image is one frame")
        self.done = min(self.done + 1, len(self._frames))


def side_by_side(pictures: Array) -> Array:
    """Pictures uint8 [n,H,W,3 or 4] as one row, uint8 [H,W',3 or 4], a white or clear gap between two."""
    channels = pictures.shape[-1]
    gap = np.full((pictures.shape[1], _GAP, channels), _GAP_LEVEL if channels == 3 else 0, np.uint8)
    parts = [part for picture in pictures for part in (gap, picture)][1:]
    return np.concatenate(parts, axis=1)


def durations(frames: int) -> list[int]:
    """Milliseconds that each frame stands: a film of about six seconds whose last frame can be looked at."""
    each = min(max(_FILM_MS // frames, _SHORTEST_MS), _LONGEST_MS)
    return [each] * (frames - 1) + [_LAST_MS]
