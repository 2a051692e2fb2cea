"""A visualization's checkpoint as bytes and back: what is kept beside its pictures, to go on from."""

from __future__ import annotations

import json
import math
import zlib
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from inspector.lenses.feature_visualization import Checkpoint
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError

Array = np.ndarray[Any, Any]
LARGEST = 48 << 20
"""Bytes that the arrays of a checkpoint may have for it to be kept; a row of four of 512 pixels has half."""
# Higher levels pack no better: all but the numbers' exponents is noise.
_LEVEL = 1


def packed(checkpoint: Checkpoint) -> bytes:
    """A checkpoint as bytes, about a fifth fewer than its arrays have; empty for one that is too large."""
    values = {entry.name: getattr(checkpoint, entry.name) for entry in fields(checkpoint) if entry.init}
    arrays: list[Array] = []
    head = json.dumps({name: _told(value, arrays) for name, value in values.items()})
    if sum(array.nbytes for array in arrays) > LARGEST:
        return b""
    return zlib.compress(b"\n".join([head.encode(), b"".join(map(_planes, arrays))]), _LEVEL)


def unpacked(data: bytes) -> Checkpoint:
    """The inverse of `packed`.

    Raises:
        WorkspaceError: The bytes are damaged or another version's.
    """
    try:
        head, _, body = zlib.decompress(data).partition(b"\n")
        rest = _Rest(body)
        return Checkpoint(**{name: rest.value(told) for name, told in json.loads(head).items()})
    except (zlib.error, ValueError, TypeError, KeyError, AttributeError) as error:
        raise WorkspaceError(
            say("What was kept to go on from cannot be read: {error}.", error=error)
        ) from error


def _told(value: Any, arrays: list[Array]) -> Any:
    """A value as JSON; of an array its kind, and it is put behind the others."""
    if isinstance(value, tuple):
        return [_told(part, arrays) for part in value]
    if not isinstance(value, np.ndarray):
        return value
    arrays.append(value)
    return {"dtype": value.dtype.str, "shape": value.shape}


def _planes(array: Array) -> bytes:
    """First bytes of all numbers, then all second ones and so on: exponents together can be packed."""
    flat = np.ascontiguousarray(array).reshape(-1).view(np.uint8)
    return flat.reshape(-1, array.itemsize).T.tobytes()


@dataclass
class _Rest:
    """What has not been read yet of the arrays' bytes."""

    body: bytes
    place: int = 0

    def value(self, told: Any) -> Any:
        """The inverse of `_told`."""
        if isinstance(told, list):
            return tuple(self.value(part) for part in told)
        if not isinstance(told, dict):
            return told
        kind, shape = np.dtype(told["dtype"]), tuple(told["shape"])
        count = math.prod(shape)
        taken = np.frombuffer(self.body, np.uint8, count * kind.itemsize, self.place)
        self.place += taken.size
        return np.ascontiguousarray(taken.reshape(kind.itemsize, count).T).view(kind).reshape(shape)
