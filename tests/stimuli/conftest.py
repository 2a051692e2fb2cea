"""A picture without symmetry, and families bound to it where they need one."""

import numpy as np
import pytest
import torch
from PIL import Image

from inspector.pictures.picture import Picture
from inspector.stimuli.family import family


def smooth_picture():
    """60 x 80 px of slow waves of colour, alike nowhere."""
    y, x = np.mgrid[:60, :80]
    waves = [np.sin(x / 9 + y / 17), np.cos(y / 7 - x / 23), np.sin((x + 2 * y) / 13)]
    pixels = (127.5 + 100 * np.stack(waves, 2)).round().astype(np.uint8)
    return Picture("waves", "0", Image.fromarray(pixels))


_PICTURE = smooth_picture()


@pytest.fixture(scope="session")
def waves():
    return _PICTURE


def _bound(name):
    one = family(name)
    return one.about(_PICTURE) if one.subject == "picture" else one


@pytest.fixture(scope="session")
def bound():
    """The family of a name, about the picture where it is about one."""
    return _bound


@pytest.fixture(scope="session")
def one():
    """One stimulus [3,H,W] of a family at the values given."""

    def draw(name, size=(40, 56), **values):
        given = {key.replace("_", " "): torch.tensor([float(value)]) for key, value in values.items()}
        return _bound(name).render(given, size)[0]

    return draw
