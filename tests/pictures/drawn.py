"""A picture to be written in any format."""

from __future__ import annotations

import numpy as np

from inspector.pictures.decode import open_picture


def gradient(height=24, width=32):
    y, x = np.mgrid[0:height, 0:width]
    return np.stack(
        [x * 255 // (width - 1), y * 255 // (height - 1), 255 - x * 255 // (width - 1)], 2
    ).astype(np.uint8)


def opened(path):
    picture = open_picture(path)
    assert picture.image.mode == "RGB"
    assert picture.name == path.name
    assert picture.path == path
    return np.asarray(picture.image)
