"""Where a visualization stands: everything that the next step depends on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Checkpoint:
    """The state after a step; two are equal where all of it is, told by a digest.

    Attributes:
        about: Digest of the network, the pictures' objectives and their form; another visualization does not
            go on from here.
        step: Steps done.
        coefficients: float32 [n, ...], the pictures as they are parameterized.
        moments: The optimiser's first and second moment, each of the coefficients' shape, or ().
        fired: int64 [n], how many gradients each picture has got without help.
        generators: uint8 [n, bytes], the states of the pictures' random generators.
        course: float32 [n, step], the objective at each step.
        salience: float32 [n, H, W], gradients gathered for the transparency map, or None.
        seconds: Time spent so far.
        digest: SHA-256 of all of it but the time.
    """

    about: str
    step: int
    coefficients: Array = field(compare=False, repr=False)
    moments: tuple[Array, ...] = field(compare=False, repr=False)
    fired: Array = field(compare=False, repr=False)
    generators: Array = field(compare=False, repr=False)
    course: Array = field(compare=False, repr=False)
    salience: Array | None = field(default=None, compare=False, repr=False)
    seconds: float = field(default=0.0, compare=False)
    digest: str = field(init=False)

    def __post_init__(self) -> None:
        digest = hashlib.sha256(f"{self.about}/{self.step}".encode())
        arrays = (self.coefficients, *self.moments, self.fired, self.generators, self.course, self.salience)
        for array in arrays:
            if array is not None:
                digest.update(f"{array.shape}{array.dtype}".encode())
                digest.update(np.ascontiguousarray(array).tobytes())
        object.__setattr__(self, "digest", digest.hexdigest())
