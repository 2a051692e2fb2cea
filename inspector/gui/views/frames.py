"""The frames of a growing picture, thinned evenly so that they stay within bounds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from inspector.lenses.feature_visualization import Feature

Array = np.ndarray[Any, Any]
MOST_FRAMES = 200
MOST_BYTES = 96 << 20


def pixels_of(feature: Feature) -> Array:
    """A feature's pictures, uint8 [n,H,W,3]; [n,H,W,4] where it has a transparency map."""
    if feature.alpha is None:
        return feature.images
    return np.concatenate([feature.images, feature.alpha[..., None]], axis=-1)


class Frames:
    """What one run showed, in the order of its steps; the last frame is its newest or its result."""

    def __init__(self, most: int = MOST_FRAMES, most_bytes: int = MOST_BYTES) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._steps: list[int] = []
        self._images: list[Array] = []
        self.latest: Feature | None = None

    def __len__(self) -> int:
        return len(self._steps)

    @property
    def steps(self) -> tuple[int, ...]:
        """The step of each frame."""
        return tuple(self._steps)

    @property
    def images(self) -> tuple[Array, ...]:
        """The pictures of each frame, uint8 [n,H,W,3], or [n,H,W,4] with transparency."""
        return tuple(self._images)

    @property
    def size(self) -> int:
        """Bytes held, the newest frame's state to go on from included."""
        checkpoint = self.latest.checkpoint if self.latest is not None else None
        state = (checkpoint.coefficients, *checkpoint.moments, checkpoint.course) if checkpoint else ()
        return sum(array.nbytes for array in (*self._images, *state))

    def add(self, feature: Feature) -> None:
        """Take a frame; one of the same step is replaced, those of later steps belonged to another run."""
        while self._steps and self._steps[-1] >= feature.step:
            self._drop(-1)
        self._steps.append(feature.step)
        self._images.append(pixels_of(feature))
        self.latest = feature
        while len(self) > max(2, min(self._most, self._most_bytes // max(self._images[-1].nbytes, 1))):
            self._drop(self._least_missed())

    def copy(self) -> Frames:
        """The same frames, to be added to by itself."""
        other = Frames(self._most, self._most_bytes)
        other._steps, other._images, other.latest = [*self._steps], [*self._images], self.latest
        return other

    def at(self, place: int) -> Feature | None:
        """The run as it was at a frame; the last one as it is."""
        if self.latest is None or place >= len(self) - 1:
            return self.latest
        step, pixels = self._steps[place], self._images[place]
        return replace(
            self.latest,
            images=pixels[..., :3],
            alpha=pixels[..., 3] if self.latest.alpha is not None else None,
            step=step,
            course=self.latest.course[:, :step],
            values=np.full(len(pixels), np.nan, np.float32),
            moved=(True,) * len(pixels),
            complete=False,
        )

    def place_of(self, step: int) -> int:
        """The frame whose step lies nearest."""
        return min(range(len(self)), key=lambda place: abs(self._steps[place] - step), default=0)

    def _least_missed(self) -> int:
        """The inner frame whose neighbours lie closest together."""
        gaps = [after - before for before, after in zip(self._steps, self._steps[2:], strict=False)]
        return gaps.index(min(gaps)) + 1

    def _drop(self, place: int) -> None:
        del self._steps[place], self._images[place]
