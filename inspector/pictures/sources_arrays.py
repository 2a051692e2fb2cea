"""Data sets as torchvision leaves them on disk: CIFAR-10, CIFAR-100 and MNIST with its relatives."""

from __future__ import annotations

import gzip
import io
import pickle
import struct
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.pictures.picture import PictureError
from inspector.pictures.sources import Entry, Opened, PictureSet, check_size, digest_of
from inspector.saying import counted, say

Array = np.ndarray[Any, Any]
_CIFAR = {
    "cifar-10-batches-py": ("data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5",
                            "test_batch"),
    "cifar-100-python": ("train", "test"),
}  # fmt: skip
_META = {
    "cifar-10-batches-py": ("batches.meta", "label_names"),
    "cifar-100-python": ("meta", "fine_label_names"),
}
_MNIST = ("train", "t10k")
# What a pickled batch of numbers needs; anything else that a pickle asks for is refused unmade.
_ALLOWED = {
    ("numpy.core.multiarray", "_reconstruct"),
    ("numpy._core.multiarray", "_reconstruct"),
    ("numpy", "ndarray"),
    ("numpy", "dtype"),
    ("_codecs", "encode"),
}
_KEPT_PARTS = 2


@dataclass(frozen=True)
class _Part:
    """One file of pictures.

    Attributes:
        name: What its pictures' names begin with.
        file: The file.
        labels: Class number of each picture; the set has as many pictures as labels.
        load: Reads the pixels, uint8 [n,H,W] or [n,H,W,3].
    """

    name: str
    file: Path
    labels: Sequence[int]
    load: Callable[[], Array]


class ArraySet(PictureSet):
    """Pictures that lie together in a few files of numbers; two files at a time are held in memory."""

    def __init__(
        self, title: str, path: str, parts: Sequence[_Part], classes: Sequence[str], refusals: Sequence[str]
    ) -> None:
        self._parts = tuple(parts)
        self._places = [(p, i) for p, part in enumerate(parts) for i in range(len(part.labels))]
        self._pixels: OrderedDict[int, Array] = OrderedDict()
        self._lock = threading.Lock()
        entries = []
        for part in parts:
            about = part.file.stat()
            entries += [
                Entry(f"{part.name}/{i:05}", _named(classes, label), about.st_size, about.st_mtime_ns)
                for i, label in enumerate(part.labels)
            ]
        super().__init__(title, (path,), entries, refusals)

    def open(self, index: int) -> Opened:
        pixels = self._at(index)
        image = Image.fromarray(pixels)
        return Opened(image.convert("RGB"), digest_of(pixels.tobytes()))

    def read(self, index: int) -> bytes:
        return self._at(index).tobytes()

    def shown(self, index: int) -> str:
        return f"{self.paths[0]}/{self.entries[index].name}"

    def _at(self, index: int) -> Array:
        part, place = self._places[index]
        try:
            with self._lock:
                if part not in self._pixels:
                    self._pixels[part] = self._parts[part].load()
                    while len(self._pixels) > _KEPT_PARTS:
                        self._pixels.popitem(last=False)
                self._pixels.move_to_end(part)
                pixels = self._pixels[part]
            return np.ascontiguousarray(pixels[place])
        except (OSError, InspectorError, IndexError) as error:
            raise PictureError(
                say("{shown} cannot be read: {error}.", shown=self.shown(index), error=str(error).rstrip("."))
            ) from error


def opened(path: str) -> PictureSet | None:
    """The data set in a folder, or one or two folders below it; None where there is none.

    Raises:
        InspectorError: A file of it is damaged, or not what such files are.
    """
    folder = Path(path)
    if not folder.is_dir():
        return None
    for name in _CIFAR:
        for place in (folder, folder / name):
            if place.name == name and (place / _META[name][0]).is_file():
                return _cifar(path, place, name)
    for place in (folder, folder / "raw", folder / folder.name / "raw", folder / "MNIST" / "raw"):
        if _idx(place, "train-images-idx3-ubyte") or _idx(place, "t10k-images-idx3-ubyte"):
            return _mnist(path, place)
    return None


def _cifar(path: str, folder: Path, name: str) -> ArraySet:
    meta, key = _META[name]
    names = [_text(item) for item in _unpickled(folder / meta).get(key, [])]
    parts, refusals = [], []
    for file in (folder / part for part in _CIFAR[name]):
        try:
            labels = _cifar_labels(file)
        except InspectorError as error:
            refusals.append(str(error))
            continue
        strange = sum(not 0 <= label < len(names) for label in labels)
        if strange:
            refusals.append(
                counted(
                    "{file}: {count} picture is of a class that {meta} does not name.",
                    "{file}: {count} pictures are of classes that {meta} does not name.",
                    file=file,
                    count=strange,
                    meta=meta,
                )
            )
        parts.append(_Part(file.name, file, labels, lambda file=file: _cifar_pixels(file)))  # type: ignore[misc]
    return ArraySet(name.split("-batches")[0].removesuffix("-python").upper(), path, parts, names, refusals)


def _cifar_labels(file: Path) -> list[int]:
    """The classes of a batch, after a look that there are as many as pictures."""
    batch = _unpickled(file)
    labels = batch.get("fine_labels", batch.get("labels"))
    if not isinstance(labels, list) or not all(isinstance(label, int) for label in labels):
        raise InspectorError(say("{file} holds no classes of pictures.", file=file))
    if len(labels) != len(_pixels_in(batch, file)):
        raise InspectorError(
            counted(
                "{file} holds {count} class for {pictures} pictures.",
                "{file} holds {count} classes for {pictures} pictures.",
                file=file,
                count=len(labels),
                pictures=len(batch["data"]),
            )
        )
    return labels


def _cifar_pixels(file: Path) -> Array:
    return _pixels_in(_unpickled(file), file)


def _pixels_in(batch: dict[str, Any], file: Path) -> Array:
    data = batch.get("data")
    if not isinstance(data, np.ndarray) or data.dtype != np.uint8 or data.ndim != 2 or data.shape[1] != 3072:
        raise InspectorError(say("{file} holds no pictures of 32 × 32 pixels.", file=file))
    return data.reshape(-1, 3, 32, 32).transpose(0, 2, 3, 1)


class _NumbersOnly(pickle.Unpickler):
    """Makes arrays, numbers, texts, lists and dictionaries; calls nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(
                say("it asks for {module}.{name}, which no data set needs", module=module, name=name)
            )
        return super().find_class(module, name)


def _unpickled(file: Path) -> dict[str, Any]:
    try:
        check_size(file.stat().st_size, str(file))
        found = _NumbersOnly(io.BytesIO(file.read_bytes()), encoding="bytes").load()
    except OSError as error:
        raise InspectorError(
            say("{file} cannot be read: {reason}.", file=file, reason=error.strerror or error)
        ) from error
    except PictureError:
        raise
    except Exception as error:  # a damaged pickle fails in any way
        raise InspectorError(
            say("{file} is no data set's file, or damaged: {error}.", file=file, error=error)
        ) from error
    if not isinstance(found, dict):
        raise InspectorError(say("{file} is no data set's file.", file=file))
    return {_text(key): value for key, value in found.items()}


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _mnist(path: str, folder: Path) -> ArraySet:
    parts: list[_Part] = []
    refusals: list[str] = []
    for split in _MNIST:
        images = _idx(folder, f"{split}-images-idx3-ubyte")
        labels = _idx(folder, f"{split}-labels-idx1-ubyte")
        if images is None:
            continue
        count = len(_idx_numbers(images))
        classes = [-1] * count if labels is None else _idx_numbers(labels).tolist()
        if len(classes) != count:
            refusals.append(
                counted(
                    "{labels} holds {count} class for {pictures} pictures: it is not used.",
                    "{labels} holds {count} classes for {pictures} pictures: none is used.",
                    labels=labels,
                    count=len(classes),
                    pictures=count,
                )
            )
            classes = [-1] * count
        parts.append(_Part(split, images, classes, lambda images=images: _idx_numbers(images)))  # type: ignore[misc]
    title = folder.parent.name if folder.name == "raw" else folder.name
    return ArraySet(title, path, parts, [str(digit) for digit in range(256)], refusals)


def _idx(folder: Path, name: str) -> Path | None:
    return next((file for file in (folder / name, folder / f"{name}.gz") if file.is_file()), None)


def _idx_numbers(file: Path) -> Array:
    """The numbers in an idx file: two zeros, the kind (8: bytes), how many axes, their sizes, the numbers."""
    try:
        data = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        zeros, kind, axes = struct.unpack(">HBB", data[:4])
        shape = struct.unpack(f">{axes}I", data[4 : 4 + 4 * axes])
    except (OSError, EOFError, zlib.error, struct.error) as error:
        raise InspectorError(say("{file} cannot be read: {error}.", file=file, error=error)) from error
    wanted = int(np.prod(shape, dtype=np.float64))
    if zeros or kind != 8 or not 1 <= axes <= 3 or len(data) - 4 - 4 * axes != wanted:
        raise InspectorError(say("{file} is no idx file of bytes, or damaged.", file=file))
    return np.frombuffer(data, np.uint8, offset=4 + 4 * axes).reshape(shape)


def _named(classes: Sequence[str], label: int) -> str:
    """The class's name; none for a number that no class has."""
    return classes[label] if 0 <= label < len(classes) else ""
