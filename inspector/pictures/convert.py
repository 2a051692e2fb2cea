"""From any of Pillow's pixel formats to upright 8-bit RGB, by rules that are stated here."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import ExifTags, Image, ImageCms

MID_GREY = 128
LONGEST_SIDE = 2048
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def to_rgb(image: Image.Image) -> Image.Image:
    """A new RGB picture: upright, on mid grey where it is transparent, at most `LONGEST_SIDE` pixels long.

    16-bit and 32-bit numbers are scaled as `_eight_bit` says; CMYK goes through its embedded colour profile,
    where there is one, else through Pillow's plain formula.

    Raises:
        ValueError: The pixels are of a kind that cannot be converted.
    """
    rgb = _on_grey(_shrunk(_plain(_upright(image))))
    return rgb.copy() if rgb is image else rgb


def _plain(image: Image.Image) -> Image.Image:
    """The same picture as 8-bit RGB or RGBA."""
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bit(image).convert("RGB")
    if image.mode == "CMYK":
        return _from_cmyk(image)
    target = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode == target else image.convert(target)


def _eight_bit(image: Image.Image) -> Image.Image:
    """Grey levels of more than 8 bits as mode "L".

    16-bit values, and whole numbers that fit into 16 bits, map 65535 to white. Floating point values map 1
    to white where all lie in [0, 1], and 255 where all lie in [0, 255]. Anything else is stretched so that
    the smallest value is black and the largest white. NaN and infinities become mid grey.
    """
    values = np.asarray(image).astype(np.float64)
    known = np.isfinite(values)
    low, high = _ends(values[known], whole=image.mode.startswith("I"))
    grey = np.where(known, (values - low) / (high - low), MID_GREY / 255)
    return Image.fromarray((grey.clip(0, 1) * 255 + 0.5).astype(np.uint8))


def _ends(values: np.ndarray[Any, Any], *, whole: bool) -> tuple[float, float]:
    """The values that become black and white."""
    low, high = (float(values.min()), float(values.max())) if values.size else (0.0, 1.0)
    for white in (65535.0,) if whole else (1.0, 255.0):
        if low >= 0 and high <= white:
            return 0.0, white
    return low, high if high > low else low + 1


def _from_cmyk(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            return converted or image.convert("RGB")
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile is no reason to refuse the picture
    return image.convert("RGB")


def _upright(image: Image.Image) -> Image.Image:
    """The picture turned as its EXIF orientation says; unreadable EXIF counts as none."""
    try:
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    except Exception:  # Pillow's EXIF reader fails in many ways on damaged data, none of which matters here
        return image
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _shrunk(image: Image.Image) -> Image.Image:
    longest = max(image.size)
    if longest <= LONGEST_SIDE:
        return image
    width, height = (max(round(side * LONGEST_SIDE / longest), 1) for side in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _on_grey(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    ground = Image.new("RGBA", image.size, (MID_GREY, MID_GREY, MID_GREY, 255))
    ground.alpha_composite(image)
    return ground.convert("RGB")
