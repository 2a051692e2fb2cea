"""Words written over pictures, wherever they are wanted."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from PIL import ImageColor
from torch import Tensor

from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.stimuli.family import Size
from inspector.stimuli.lettering import check_text, masks
from inspector.stimuli.words import Words

Place = tuple[float, float]
_PADDING = 0.2  # of the em, around the letters on a note


def colour(name: str) -> Tensor:
    """A colour's red, green and blue in [0,1], [3,1,1], by name or as #rrggbb.

    Raises:
        InspectorError: There is no such colour.
    """
    try:
        levels = ImageColor.getrgb(name)[:3]
    except ValueError as error:
        raise InspectorError(
            say("There is no colour “{name}”: write a name as red, or #rrggbb.", name=name)
        ) from error
    return torch.tensor(levels).view(3, 1, 1) / 255


def coverage(text: str, size: Size, em: float, places: Sequence[Place]) -> Tensor:
    """How far a text covers each pixel of a picture, [H,W] from 0 to 1.

    Args:
        text: What is written, once at each place.
        size: Height and width of the picture.
        em: Size of the letters in px.
        places: Where the middles of the words stand: y and x, each from 0 to 1.

    Raises:
        InspectorError: The text cannot be written.
    """
    check_text(text)
    right = torch.tensor([(x - 0.5) * size[1] for _, x in places]).view(-1, 1, 1)
    up = torch.tensor([(0.5 - y) * size[0] for y, _ in places]).view(-1, 1, 1)
    values = {"size": torch.full_like(up, em), "rotation": torch.zeros_like(up), "x": right, "y": up}
    return Words(text).coverage(values, size).amax(0)


def extent(text: str, em: float) -> tuple[float, float]:
    """Height and width in px of what `coverage` writes, its ink."""
    drawn_em, mask = masks(text)[-1]
    rows, columns = mask[0, 0].amax(1).nonzero(), mask[0, 0].amax(0).nonzero()
    height, width = (float(found.max() - found.min() + 1) for found in (rows, columns))
    return height * em / drawn_em, width * em / drawn_em


def notes(text: str, size: Size, em: float, places: Sequence[Place]) -> Tensor:
    """Rectangles behind the words, as of paper, [H,W] of 0 and 1."""
    height, width = (side / 2 + _PADDING * em for side in extent(text, em))
    down = torch.arange(size[0]).view(1, -1, 1) + 0.5
    along = torch.arange(size[1]).view(1, 1, -1) + 0.5
    middle_y = torch.tensor([y * size[0] for y, _ in places]).view(-1, 1, 1)
    middle_x = torch.tensor([x * size[1] for _, x in places]).view(-1, 1, 1)
    inside = ((down - middle_y).abs() <= height) & ((along - middle_x).abs() <= width)
    return inside.any(0).float()


def painted(picture: Tensor, covered: Tensor, ink: str) -> Tensor:
    """A picture [3,H,W] in [0,1] with a colour laid over where `covered` [H,W] says so."""
    return picture * (1 - covered) + colour(ink) * covered
