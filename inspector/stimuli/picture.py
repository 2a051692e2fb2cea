"""A dropped picture, changed along axes: joint tuning of a real picture."""

from __future__ import annotations

from collections import OrderedDict
from typing import ClassVar

import torch
from torch import Tensor

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.stimuli.axes import Axis, Subject
from inspector.stimuli.drawing import GREY, coordinates, turned
from inspector.stimuli.family import Family, Size, Values, register
from inspector.stimuli.ranges import contrast, place, share, turn
from inspector.stimuli.warp import finer, hue_turned, sampled, softened

_FIRST = "Drop or choose a picture first: the axes of this family change one."
# Softening, in pixels of the shrunken picture, that leaves no detail finer than they can carry.
_ANTIALIAS = 0.45
_KEPT_BYTES = 1 << 27


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
        self._looks: OrderedDict[tuple[float, ...], Tensor] = OrderedDict()

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
        x, y = coordinates(size, values["scale"].device)
        scale = values["scale"]
        right, up = turned(x - values["shift right"], y - values["shift up"], values["rotation"] % 360)
        right, up = right / scale, up / scale
        covered = _reach(right, scale, size[1]) * _reach(up, scale, size[0])
        moved = _moved(values)
        looks, which = torch.unique(_looks(values), dim=0, return_inverse=True)
        count = max(len(right), len(which))
        drawn = right.new_empty(count, 3, *size)
        for index, (hue, sigma) in enumerate(looks.tolist()):
            at = (which == index).expand(count)
            look = self._look(hue, sigma, size, right.device)
            places = (2 * side.expand(count, *size)[at] for side in (right, up))
            seen = sampled(look, *places, beyond="border")
            drawn[at] = torch.where(moved.expand(count, 1, 1)[at].unsqueeze(1), seen, look[..., ::2, ::2])
        strength = (covered * values["contrast"]).unsqueeze(1)
        return torch.lerp(drawn.new_full((1,), GREY), drawn, strength)

    def _look(self, hue: float, sigma: float, size: Size, device: torch.device) -> Tensor:
        """The picture under a hue shift and softened, ready to be sampled; kept, for a grid asks again."""
        key = (hue, sigma, *size)
        if key not in self._looks:
            self._looks[key] = finer(softened(hue_turned(self._view(size), hue), sigma))
        self._looks.move_to_end(key)
        while sum(look.nbytes for look in self._looks.values()) > _KEPT_BYTES and len(self._looks) > 1:
            self._looks.popitem(last=False)
        return self._looks[key].to(device)

    def _view(self, size: Size) -> Tensor:
        """What the network sees of the picture: [1,3,H,W] in [0,1]."""
        if self._picture is None:
            raise InspectorError(_FIRST)
        preprocessing = self._preprocessing
        if preprocessing is None or preprocessing.crop != size:
            preprocessing = Preprocessing(crop=size, resize=min(size))
        seen = torch.from_numpy(preprocessing.view(self._picture.image).copy())
        return seen.permute(2, 0, 1).unsqueeze(0).float() / 255


def _looks(values: Values) -> Tensor:
    """[n,2]: the hue shift in deg, and how softened for blur and shrinking, in px of the picture."""
    scale = values["scale"]
    antialias = _ANTIALIAS**2 * (scale.clamp(max=1) ** -2 - 1)
    sigma = torch.sqrt((values["blur"] / scale) ** 2 + antialias)
    hue = values["hue shift"] % 360
    return torch.cat((hue + 0 * sigma, sigma + 0 * hue), dim=2)[:, 0]


def _moved(values: Values) -> Tensor:
    """Whether the picture lies anywhere but exactly on its own pixels."""
    shifted = (values["shift right"] != 0) | (values["shift up"] != 0)
    return shifted | (values["rotation"] % 360 != 0) | (values["scale"] != 1)


def _reach(place: Tensor, scale: Tensor, side: int) -> Tensor:
    """Coverage by a picture of that side, from places in its own pixels."""
    return ((side / 2 - place.abs()) * scale + 0.5).clamp(0, 1)
