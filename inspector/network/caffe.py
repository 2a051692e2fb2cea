"""Reading the weights in a .caffemodel: the few fields of Caffe's protocol buffers that hold them.

Field numbers from caffe.proto: NetParameter (layers of before 2014: 2, layer: 100), LayerParameter (name 1,
blobs 7), V1LayerParameter (name 4, blobs 6), BlobProto (num, channels, height, width: 1 to 4, data 5, shape
7, double_data 8), BlobShape (dim 1). Nothing else is looked at, nothing is executed.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from inspector.network.errors import OpenError
from inspector.network.recognise import damaged
from inspector.network.renaming import State
from inspector.saying import say

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_LARGEST = 4_000_000_000  # bytes; VGG 19, the largest of its time, has a seventh
_PARTS = ("weight", "bias")


class _DamagedError(ValueError):
    """The bytes are no protocol buffer."""


def read_caffemodel(path: Path) -> State:
    """Weights by "layer.weight" and "layer.bias", as Caffe names its layers ("inception_3a/1x1.weight").

    Raises:
        OpenError: It cannot be read, is damaged, or holds no weights.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise OpenError(say("{path} is larger than any Caffe network: it is not opened.", path=path))
        state = dict(_weights(memoryview(path.read_bytes())))
    except OSError as error:
        raise OpenError(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    except _DamagedError as error:
        raise damaged(path) from error
    if not state:
        raise OpenError(say("{path} holds no weights of Caffe layers.", path=path))
    return state


def _weights(content: memoryview) -> Iterator[tuple[str, torch.Tensor]]:
    for number, layer in _fields(content):
        if number in (2, 100) and isinstance(layer, memoryview):
            name_field, blob_field = (1, 7) if number == 100 else (4, 6)
            fields = [field for field in _fields(layer) if isinstance(field[1], memoryview)]
            name = next((_text(value) for field, value in fields if field == name_field), "")
            blobs = [_blob(value) for field, value in fields if field == blob_field]  # type: ignore[arg-type]
            yield from (
                (f"{name}.{part}", blob) for part, blob in zip(_named(len(blobs)), blobs, strict=True)
            )


def _named(count: int) -> tuple[str, ...]:
    return (*_PARTS, *(f"blob{i}" for i in range(2, count)))[:count]


def _text(value: memoryview | int) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, memoryview) else ""


def _blob(content: memoryview) -> torch.Tensor:
    old: dict[int, int] = {}
    shape: list[int] | None = None
    pieces: list[np.ndarray[tuple[int], np.dtype[np.float32]]] = []
    for number, value in _fields(content):
        if number <= 4 and isinstance(value, int):
            old[number] = value
        elif number in (5, 8) and isinstance(value, memoryview):
            pieces.append(_numbers(value, "<f4" if number == 5 else "<f8"))
        elif number == 7 and isinstance(value, memoryview):
            shape = list(_sizes(value))
    data = np.concatenate(pieces) if pieces else np.zeros(0, np.float32)
    sizes = shape if shape is not None else _without_ones([old.get(i, 1) for i in (1, 2, 3, 4)])
    if math.prod(sizes) != data.size:
        raise _DamagedError("a blob's sizes and its numbers disagree")
    return torch.from_numpy(data.astype(np.float32)).reshape(sizes)


def _without_ones(sizes: list[int]) -> list[int]:
    """Sizes as the old format has them, always four: a bias is 1 x 1 x 1 x n, a matrix 1 x 1 x n x m."""
    if sizes[:3] == [1, 1, 1]:
        return sizes[3:]
    return sizes[2:] if sizes[:2] == [1, 1] else sizes


def _numbers(value: memoryview, kind: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    if len(value) % np.dtype(kind).itemsize:
        raise _DamagedError("a number is cut off")
    return np.frombuffer(value, kind).astype(np.float32)


def _sizes(content: memoryview) -> Iterator[int]:
    for number, value in _fields(content):
        if number != 1:
            continue
        if isinstance(value, int):
            yield value
        else:
            place = 0
            while place < len(value):
                size, place = _varint(value, place)
                yield size


def _fields(content: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """The fields of one message: number, and a number or the bytes of what is inside."""
    place = 0
    while place < len(content):
        key, place = _varint(content, place)
        number, wire = key >> 3, key & 7
        if wire == _VARINT:
            value, place = _varint(content, place)
            yield number, value
            continue
        if wire == _BYTES:
            length, place = _varint(content, place)
        elif wire in (_FIXED64, _FIXED32):
            length = 8 if wire == _FIXED64 else 4
        else:
            raise _DamagedError(say("wire type {wire}", wire=wire))
        if length > len(content) - place:
            raise _DamagedError("a field is cut off")
        yield number, content[place : place + length]
        place += length


def _varint(content: memoryview, place: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if place >= len(content) or shift > 63:
            raise _DamagedError("a number is cut off")
        byte = content[place]
        value |= (byte & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if byte < 0x80:
            return value, place
