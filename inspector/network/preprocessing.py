"""From a picture to the numbers that a network expects, declared once, readable and changeable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np
import torch
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.saying import counted, say

Channels = Literal["RGB", "BGR", "L"]
Interpolation = Literal["bilinear", "bicubic"]
LUMINANCE = (0.299, 0.587, 0.114)
"""Weights of red, green and blue: Rec. 601, as Pillow's own conversion to "L"."""
_LARGEST_SIDE = 8192


@dataclass(frozen=True)
class Preprocessing:
    """What happens to a picture before a network sees it, in order of application.

    Attributes:
        crop: Height and width in pixels of the centre crop, the network's input size.
        resize: The shorter side in pixels before the crop; None stretches the picture to the crop.
        channels: Order of the channels; "L" is one channel of luminance.
        range: The values that black and white take before the mean is subtracted.
        mean: Subtracted, one number per channel.
        std: Divided by, one number per channel.
        interpolation: How a picture is resized.
    """

    crop: tuple[int, int] = (224, 224)
    resize: int | None = None
    channels: Channels = "RGB"
    range: tuple[float, float] = (0.0, 1.0)
    mean: tuple[float, ...] = (0.0, 0.0, 0.0)
    std: tuple[float, ...] = (1.0, 1.0, 1.0)
    interpolation: Interpolation = "bilinear"

    def __post_init__(self) -> None:
        if self.channels not in ("RGB", "BGR", "L"):
            raise InspectorError(
                say("Channel order “{channels}” is unknown: RGB, BGR or L.", channels=self.channels)
            )
        if self.interpolation not in ("bilinear", "bicubic"):
            raise InspectorError(
                say(
                    "Interpolation “{interpolation}” is unknown: bilinear or bicubic.",
                    interpolation=self.interpolation,
                )
            )
        sides = (*self.crop, *([self.resize] if self.resize is not None else []))
        if not all(1 <= side <= _LARGEST_SIDE for side in sides):
            raise InspectorError(
                say(
                    "Input sizes lie between 1 and {largest_side} pixels, not {sides}.",
                    largest_side=_LARGEST_SIDE,
                    sides=sides,
                )
            )
        if len(self.mean) != self.depth or len(self.std) != self.depth:
            raise InspectorError(
                counted(
                    "Mean and std need {count} number each for {channels} input.",
                    "Mean and std need {count} numbers each for {channels} input.",
                    count=self.depth,
                    channels=self.channels,
                )
            )
        if not np.isfinite([*self.mean, *self.std, *self.range]).all() or 0 in self.std:
            raise InspectorError("Mean, std and range must be finite numbers, and no std may be 0.")
        if len(self.range) != 2 or self.range[0] == self.range[1]:
            raise InspectorError("The range needs two numbers that differ, for black and for white.")

    @property
    def depth(self) -> int:
        """How many channels the network's input has: 1 or 3."""
        return 1 if self.channels == "L" else 3

    def view(self, image: Image.Image) -> np.ndarray[Any, Any]:
        """What of the picture the network sees, before any normalisation: uint8 [H,W,3]."""
        return np.asarray(self._cropped(image.convert("RGB")))

    def normalise(self, rgb: torch.Tensor) -> torch.Tensor:
        """Network input [N,depth,H,W] from RGB pictures [N,3,H,W] in [0,1]; differentiable."""
        if self.channels == "L":
            weights = rgb.new_tensor(LUMINANCE).view(1, 3, 1, 1)
            rgb = (rgb * weights).sum(1, keepdim=True)
        elif self.channels == "BGR":
            rgb = rgb.flip(1)
        low, high = self.range
        mean = rgb.new_tensor(self.mean).view(1, -1, 1, 1)
        std = rgb.new_tensor(self.std).view(1, -1, 1, 1)
        # One multiplication and one addition: this runs at every step of a visualization.
        return rgb * ((high - low) / std) + (low - mean) / std

    def __call__(self, image: Image.Image) -> torch.Tensor:
        """Network input [depth,H,W] (float32) of one picture."""
        rgb = torch.from_numpy(self.view(image).copy()).permute(2, 0, 1).unsqueeze(0)
        return self.normalise(rgb.float() / 255)[0]

    def _cropped(self, image: Image.Image) -> Image.Image:
        height, width = self.crop
        filtering = Image.Resampling[self.interpolation.upper()]
        if self.resize is None:
            return image.resize((width, height), filtering)
        # torchvision's Resize truncates the longer side; a different rounding moves the crop by a pixel.
        across, down = (int(self.resize * side / min(image.size)) for side in image.size)
        image = image.resize((across, down), filtering)
        left, top = _margin(across, width), _margin(down, height)
        return image.crop((left, top, left + width, top + height))  # pads with black where it is smaller

    def to_json(self) -> dict[str, Any]:
        """The form that stands in the JSON beside a weights file; bilinear goes without saying."""
        data = asdict(self)
        if self.interpolation == "bilinear":  # results kept before there was a choice stay findable
            del data["interpolation"]
        return data

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Preprocessing:
        """The inverse of `to_json`; `crop` may be one number, missing keys take their defaults.

        Raises:
            InspectorError: A value is not of the expected kind; the text names it.
        """
        known = {"crop", "resize", "channels", "range", "mean", "std", "interpolation"}
        unknown = sorted(set(data) - known)
        if unknown:
            raise InspectorError(
                say(
                    "Unknown preprocessing setting “{unknown}”; known: {known}.",
                    unknown=unknown[0],
                    known=sorted(known),
                )
            )
        try:
            result = cls(channels="L", mean=(0.0,), std=(1.0,)) if data.get("channels") == "L" else cls()
            return replace(result, **{key: _plain(key, value) for key, value in data.items()})
        except (TypeError, ValueError) as error:
            raise InspectorError(say("Preprocessing does not read: {error}.", error=error)) from error


def _margin(side: int, crop: int) -> int:
    """Where a centre crop begins, as torchvision rounds it; below zero where it is larger than the side."""
    return round((side - crop) / 2) if side >= crop else -((crop - side) // 2)


def _plain(key: str, value: Any) -> Any:
    if key == "crop":
        height, width = (value, value) if isinstance(value, int) else value
        return int(height), int(width)
    if key == "resize":
        return None if value is None else int(value)
    if key in ("mean", "std", "range"):
        return tuple(float(number) for number in value)
    return value
