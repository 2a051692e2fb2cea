"""What kind of file it is, from its content: a suffix may lie, and a wrong file deserves its own sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Literal

from inspector.network.errors import OpenError
from inspector.saying import say

Kind = Literal["torch", "torch-zip", "safetensors", "caffe", "torchscript", "pt2", "onnx"]

SUFFIXES = (".pth", ".pt", ".safetensors", ".ckpt", ".bin", ".tar", ".caffemodel", ".pt2", ".onnx")
"""Files with weights or networks by name; `.tar` because checkpoints are often called `best.pth.tar`."""
_PICTURES = {
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
}
_PICKLE = b"\x80"
_ZIP = b"PK"
_HDF5 = b"\x89HDF"
_LONGEST_HEADER = 100_000_000  # the safetensors format's own bound, in bytes


def recognise(path: Path) -> Kind:
    """The kind of weights file at `path`; reads a few hundred bytes.

    Raises:
        OpenError: It is missing, empty, a directory, unreadable, or something else than a weights file.
    """
    head, size = _head(path)
    suffix = path.suffix.lower()
    _refuse_known(path, head, size)
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise OpenError(
            say(
                "{path} has a suffix that no weights file has; weights files end in {known}.",
                path=path,
                known=known,
            )
        )
    if suffix == ".caffemodel":
        return "caffe"
    if suffix == ".onnx" or _is_onnx(head):
        return "onnx"
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if suffix == ".pt2":
        raise damaged(path)
    if _is_safetensors(head, size) or suffix == ".safetensors":
        return "safetensors"
    if head.startswith(_PICKLE):
        return "torch"
    raise OpenError(say("{path} holds no weights: its content is of no format known here.", path=path))


def not_supported(path: Path, what: str) -> OpenError:
    """The error for a format that other versions may read."""
    return OpenError(
        say(
            "{path} is {what}; this format is not supported yet, give the weights (a state dict).",
            path=path,
            what=what,
        )
    )


def damaged(path: Path) -> OpenError:
    """The error for a file whose end or middle is missing."""
    return OpenError(say("{path} is truncated or damaged.", path=path))


def _head(path: Path) -> tuple[bytes, int]:
    if not path.exists():
        raise OpenError(say("{path} does not exist.", path=path))
    if path.is_dir():
        raise OpenError(say("{path} is a directory, not a weights file.", path=path))
    try:
        with path.open("rb") as file:
            head, size = file.read(256), path.stat().st_size
    except OSError as error:
        raise OpenError(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    if not size:
        raise OpenError(say("{path} is empty.", path=path))
    return head, size


def _refuse_known(path: Path, head: bytes, size: int) -> None:
    for magic, name in _PICTURES.items():
        if head.startswith(magic) and not _is_safetensors(head, size):
            raise OpenError(say("{path} is a picture ({name}), not a weights file.", path=path, name=name))
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        raise OpenError(say("{path} is a picture (WebP), not a weights file.", path=path))
    if head.startswith(_HDF5):
        raise not_supported(path, say("an HDF5 file (Keras)"))


def _is_safetensors(head: bytes, size: int) -> bool:
    length = int.from_bytes(head[:8], "little")
    return head[8:9] == b"{" and length <= min(_LONGEST_HEADER, size)


def _is_onnx(head: bytes) -> bool:
    # A protobuf has no magic number: field 1 is the small IR version, then comes producer, graph or opset.
    return len(head) > 3 and head[0] == 0x08 and 1 <= head[1] <= 32 and head[2] in (0x12, 0x3A, 0x42)


def _zip_kind(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = {name.partition("/")[2] for name in archive.namelist()} | set(archive.namelist())
    except Exception as error:  # besides BadZipFile: UnicodeDecodeError, NotImplementedError, struct.error
        raise damaged(path) from error
    if "constants.pkl" in names:
        return "torchscript"
    if "archive_format" in names or "serialized_exported_program.json" in names:
        return "pt2"
    if "data.pkl" not in names:
        raise OpenError(say("{path} is a zip archive without weights in it.", path=path))
    return "torch-zip"
