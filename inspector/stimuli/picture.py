"""A dropped picture, changed along axes: joint tuning of a real picture."""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.stimuli.axes import Axis, Subject
from inspector.stimuli.drawing import GREY
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, place, share, turn
from inspector.stimuli.warp import finer, hue_turned, margined, places, sampled, softened

_FIRST = "Drop or choose a picture first: the axes of this family change one."
# Softening, in pixels of the shrunken picture, that leaves no detail finer than they can carry.
_ANTIALIAS = 0.45
# Softness in px from which on the picture holds nothing between its pixels that linear interpolation lacks.
_SOFT = 0.6
_PLACE = ("rotation", "scale", "shift right", "shift up")


@register
class Transforms(Family):
    """A picture as the network sees it, turned, scaled, shifted or changed in colour, on mid grey.

    Nothing is changed where all axes have their defaults. Turning and scaling are about its middle. Between
    pixels it is interpolated cubically, and what is shrunk is softened first, so that no detail flickers.
    """

    name = "picture"
    title = "A picture, changed"
    sentence = "A picture of yours turned, scaled, shifted, blurred or changed in colour."
    varied = ("rotation",)
    subject: ClassVar[Subject] = "picture"

    def __init__(self, picture: Picture | None = None, preprocessing: Preprocessing | None = None) -> None:
        self._picture, self._preprocessing = picture, preprocessing
        self._views: dict[Size, Tensor] = {}

    def about(self, subject: str | Picture | None, preprocessing: Preprocessing | None = None) -> Family:
        if not isinstance(subject, Picture):
            raise InspectorError(_FIRST)
        return Transforms(subject, preprocessing)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        return (
            turn("rotation", "How far it is turned about its middle, counter-clockwise.", count=72),
            Axis(
                "scale", "", 0.25, 4, 17, 1, "How large it is: 1 as it is, 2 twice as large.",
                minimum=0.05, maximum=20, logarithmic=True, extent=True,
            ),
            place(size, "x", "shift right"),
            place(size, "y", "shift up"),
            turn("hue shift", "How far all its hues are turned: 120 makes red things green."),
            contrast("1 is as it is, 0 plain grey, -1 its negative."),
            Axis(
                "blur", "px", 0, share(size, 0.08), 9, 0, "Standard deviation of a Gaussian blur.",
                minimum=0, maximum=float(max(size)),
            ),
        )  # fmt: skip

    def draw(self, values: Values, size: Size) -> Tensor:
        # Few looks (colours, softness) are seen from many places where a grid is measured: each is made once.
        looks, which = torch.unique(_looks(values), dim=0, return_inverse=True)
        hue, sigma, _ = looks.view(-1, 3, 1, 1).unbind(1)
        still = softened(hue_turned(self._view(size, hue.device), hue.unsqueeze(1)), sigma)
        still = still.expand(len(looks), -1, -1, -1)
        moved = _moved(values)
        if moved.any():
            return _in_contrast(_moving(still, looks, which, moved, values), values["contrast"])
        return _in_contrast(_pick(still, which), values["contrast"])

    def _view(self, size: Size, device: torch.device) -> Tensor:
        """What the network sees of the picture: [1,3,H,W] in [0,1]."""
        if self._picture is None:
            raise InspectorError(_FIRST)
        if size not in self._views:
            preprocessing = self._preprocessing
            if preprocessing is None or preprocessing.crop != size:
                preprocessing = Preprocessing(crop=size, resize=min(size))
            seen = torch.from_numpy(preprocessing.view(self._picture.image).copy())
            self._views = {size: seen.permute(2, 0, 1).unsqueeze(0).float() / 255}
        return self._views[size].to(device)


def _looks(values: Values) -> Tensor:
    """[n,3]: hue shift in deg, softness in px of the picture, and by how much the picture is shrunk."""
    scale = values["scale"]
    shrunk = scale.clamp(max=1)
    sigma = torch.sqrt((values["blur"] / scale) ** 2 + _ANTIALIAS**2 * (shrunk**-2 - 1))
    columns = (values["hue shift"] % 360, sigma, shrunk)
    count = max(map(len, columns))
    return torch.cat([column.expand(count, 1, 1) for column in columns], dim=2)[:, 0]


def _moved(values: Values) -> Tensor:
    """Whether the pictures [n] lie anywhere but exactly on their own pixels."""
    shifted = (values["shift right"] != 0) | (values["shift up"] != 0)
    return (shifted | (values["rotation"] % 360 != 0) | (values["scale"] != 1)).flatten()


def _pick(pictures: Tensor, which: Tensor) -> Tensor:
    return pictures if len(pictures) == 1 else pictures[which]


def _moving(still: Tensor, looks: Tensor, which: Tensor, moved: Tensor, values: Values) -> Tensor:
    """Looks [u,3,H,W] seen from the places asked for, those that are not moved as they are: [n,3,H,W]."""
    count = max(len(which), len(moved))
    which, moved = which.expand(count), moved.expand(count)
    sharp = (looks[:, 1] < _SOFT)[which]
    drawn = still.new_empty(count, *still.shape[1:])
    for fine in (True, False):
        at = moved & (sharp == fine)
        if at.all():
            return _seen(still, looks, which, values, fine)
        if at.any():
            here = {name: values[name].expand(count, 1, 1)[at] for name in _PLACE}
            drawn[at] = _seen(still, looks, which[at], here, fine)
    if not moved.all():
        drawn[~moved] = still[which[~moved]]
    return drawn


def _seen(still: Tensor, looks: Tensor, which: Tensor, values: Values, fine: bool) -> Tensor:
    """Looks `which` [n] of all, seen from the places asked for, `fine` ones cubic between their pixels."""
    used, which = torch.unique(which, return_inverse=True)
    there = margined(still[used] - GREY, 1 / looks[used, 2].view(-1, 1, 1))
    there = finer(there) if fine else there
    at = places(
        (still.shape[2], still.shape[3]),
        (there.shape[2], there.shape[3]),
        rotation=values["rotation"],
        x=values["shift right"],
        y=values["shift up"],
        scale=values["scale"] / (2 if fine else 1),
    )
    return sampled(_pick(there, which), at).add_(GREY)


def _in_contrast(pictures: Tensor, contrast: Tensor) -> Tensor:
    if (contrast == 1).all():
        return pictures
    return torch.lerp(pictures.new_full((1,), GREY), pictures, contrast.unsqueeze(1))
