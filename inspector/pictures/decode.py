"""Pictures from files, from Pillow's images and from arrays, all brought to one form.

Whatever comes in becomes upright 8-bit RGB, at most 2048 pixels long (larger pictures are shrunk on loading:
no network here looks at more, and a folder of photographs then fits into memory).
"""

from __future__ import annotations

import hashlib
import io
import warnings
from pathlib import Path
from typing import IO, Any

import numpy as np
from PIL import Image, UnidentifiedImageError

from inspector.pictures.convert import LONGEST_SIDE, to_rgb
from inspector.pictures.picture import Picture, PictureError
from inspector.saying import say

MAX_PIXELS = 100_000_000
"""Pictures of more pixels than this (100 megapixels) are refused before they are decoded."""

# The content decides, never the suffix; formats that Pillow hands to other programs (EPS) stay out.
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "DIB", "TIFF", "PPM")
_KINDS = say("PNG, JPEG, WebP, GIF, BMP and TIFF files can be opened")


def open_picture(path: str | Path) -> Picture:
    """Decode a picture file: the first frame or page, upright, RGB, at most 2048 pixels long.

    JPEGs much larger than that are decoded at a half, a quarter or an eighth of their size.

    Raises:
        PictureError: The file is missing, unreadable, empty, no picture, broken, or larger than `MAX_PIXELS`.
    """
    path = Path(path)
    _check_file(path)
    # Damaged metadata and large sizes make Pillow warn; what matters of it is said by the errors below.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _decoded(path, str(path))
    return Picture(path.name, _digest(image), image, path)


def decoded(data: bytes, name: str) -> Image.Image:
    """The pixels of a picture file's bytes, the same that `open_picture` gives; for use by many threads.

    Pillow's warnings are the caller's to silence: filters of warnings belong to the whole process.

    Raises:
        PictureError: They are no picture, broken, or of more than `MAX_PIXELS`; the text begins with `name`.
    """
    return _decoded(io.BytesIO(data), name)


def from_image(image: Image.Image, name: str) -> Picture:
    """A picture from a Pillow image of any mode, such as a pasted one.

    Raises:
        PictureError: It is empty, too large or of a kind that cannot be converted.
    """
    _check_size(image.size, name)
    try:
        rgb = to_rgb(image)
    except (ValueError, OSError) as error:
        raise PictureError(
            say("{name} cannot be converted to RGB: {reason}.", name=name, reason=_reason(error))
        ) from error
    return Picture(name, _digest(rgb), rgb)


def from_array(pixels: np.ndarray[Any, Any], name: str) -> Picture:
    """A picture from uint8 [H,W,3] (RGB) or [H,W,4] (RGBA, not premultiplied).

    Raises:
        PictureError: The array has another shape or type.
    """
    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] not in (3, 4):
        raise PictureError(
            say(
                "{name} is no picture: an array uint8 [H,W,3] or [H,W,4] is needed, not {dtype} {shape}.",
                name=name,
                dtype=pixels.dtype,
                shape=list(pixels.shape),
            )
        )
    _check_size((pixels.shape[1], pixels.shape[0]), name)
    return from_image(Image.fromarray(np.ascontiguousarray(pixels)), name)


def thumbnail(picture: Picture, side: int) -> np.ndarray[Any, Any]:
    """The whole picture, no longer than `side` pixels: uint8 [h,w,3]; never enlarged."""
    small = picture.image.copy()
    small.thumbnail((side, side), Image.Resampling.LANCZOS)
    return np.asarray(small)


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise PictureError(say("{path} is a folder, not a picture.", path=path))
        if not path.exists():
            raise PictureError(say("{path} does not exist.", path=path))
        if not path.is_file():
            raise PictureError(say("{path} is no ordinary file.", path=path))
        if path.stat().st_size == 0:
            raise PictureError(say("{path} is empty.", path=path))
    except OSError as error:
        raise PictureError(
            say("{path} cannot be read: {reason}.", path=path, reason=_reason(error))
        ) from error


def _decoded(file: Path | IO[bytes], name: str) -> Image.Image:
    try:
        with Image.open(file, formats=_FORMATS) as image:
            _check_size(image.size, name)
            image.draft(None, _target(image.size))  # None keeps the mode
            image.load()
            return to_rgb(image)
    except (PictureError, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(_too_large(name)) from error
    except UnidentifiedImageError as error:
        raise PictureError(
            say("{name} is no picture, or one of an unknown kind: {kinds}.", name=name, kinds=_KINDS)
        ) from error
    except PermissionError as error:
        raise PictureError(
            say("{name} cannot be read: {reason}.", name=name, reason=_reason(error))
        ) from error
    except Exception as error:  # decoders meet damaged data with whatever they stumble over
        raise PictureError(
            say("{name} is a damaged or incomplete picture: {reason}.", name=name, reason=_reason(error))
        ) from error


def _target(size: tuple[int, int]) -> tuple[int, int]:
    """The size that the picture will be shrunk to; JPEG's own scaling stays at or above it."""
    scale = min(LONGEST_SIDE / max(size), 1)
    return max(round(size[0] * scale), 1), max(round(size[1] * scale), 1)


def _check_size(size: tuple[int, int], name: str) -> None:
    if min(size) < 1:
        raise PictureError(
            say(
                "{name} has no pixels: its size is {width} × {height}.",
                name=name,
                width=size[0],
                height=size[1],
            )
        )
    if size[0] * size[1] > MAX_PIXELS:
        raise PictureError(_too_large(name, say(" ({width} × {height})", width=size[0], height=size[1])))


def _too_large(name: str, size: str = "") -> str:
    return say(
        "{name} is too large{size}: at most {max_pixels} megapixels are opened.",
        name=name,
        size=size,
        max_pixels=MAX_PIXELS // 1000000,
    )


def _digest(image: Image.Image) -> str:
    digest = hashlib.sha256("{}x{}:".format(*image.size).encode())
    digest.update(image.tobytes())
    return digest.hexdigest()


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    text = str(error).strip() or type(error).__name__
    return text.splitlines()[0].rstrip(".")
