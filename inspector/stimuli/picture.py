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
from inspector.stimuli.looks import Looks
from inspector.stimuli.ranges import contrast, place, share, turn
from inspector.stimuli.warp import places, sampled_from

_FIRST = "Drop or choose a picture first: the axes of this family change one."
# Softening, in pixels of the shrunken picture, that leaves no detail finer than they can carry.
_ANTIALIAS = 0.45


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
        self._seen: dict[tuple[Size, torch.device], Looks] = {}

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
        moved = _moved(values)
        kept = self._kept(size, looks.device)
        if moved.any():
            drawn = _placed(kept, looks, which, moved, values, size)
        else:
            drawn = kept.still(looks)
            drawn = drawn if len(drawn) == 1 else drawn[which]
        if (values["contrast"] == 1).all():
            return drawn
        return torch.lerp(drawn.new_full((1,), GREY), drawn, values["contrast"].unsqueeze(1))

    def _kept(self, size: Size, device: torch.device) -> Looks:
        """The looks of what the network sees of the picture."""
        if self._picture is None:
            raise InspectorError(_FIRST)
        if (size, device) not in self._seen:
            preprocessing = self._preprocessing
            if preprocessing is None or preprocessing.crop != size:
                preprocessing = Preprocessing(crop=size, resize=min(size))
            seen = torch.from_numpy(preprocessing.view(self._picture.image).copy())
            rgb = seen.permute(2, 0, 1).unsqueeze(0).float() / 255
            self._seen = {(size, device): Looks(rgb.to(device))}
        return self._seen[size, device]


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


def _placed(kept: Looks, looks: Tensor, which: Tensor, moved: Tensor, values: Values, size: Size) -> Tensor:
    """Looks [u,3], `which` [n] of them, seen from their places [n,3,H,W]; unmoved ones just as they are."""
    count = max(len(which), len(moved))
    which, moved = which.expand(count), moved.expand(count)
    used = torch.unique(which[moved]).tolist()
    found = dict(zip(used, kept.prepared(looks[used]), strict=True))
    sides = looks.new_ones(len(looks), 2)
    for index, look in found.items():
        sides[index] = looks.new_tensor(look.picture.shape[2:]) / look.fineness
    height, width = (sides[which].unbind(1)[side].view(-1, 1, 1) * values["scale"] for side in (0, 1))
    at = places(
        size,
        rotation=values["rotation"],
        x=values["shift right"],
        y=values["shift up"],
        width=width,
        height=height,
    )
    pictures = {index: look.picture for index, look in found.items()}
    drawn = sampled_from(pictures, torch.where(moved, which, -1), at).add_(GREY)
    if not moved.all():
        used, still = torch.unique(which[~moved], return_inverse=True)
        drawn[~moved] = kept.still(looks[used]).expand(len(used), -1, -1, -1)[still]
    return drawn
