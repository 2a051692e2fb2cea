"""Pictures and the demonstration network for the tests of batches."""

import numpy as np
import pytest
from PIL import Image

from inspector.network.opening import open_network


@pytest.fixture(scope="session")
def pictures(tmp_path_factory):
    """A folder of 40 small pictures in two classes, one of them damaged."""
    folder = tmp_path_factory.mktemp("batch") / "pictures"
    draw = np.random.default_rng(5)
    for number in range(40):
        place = folder / ("warm" if number % 3 else "cool")
        place.mkdir(parents=True, exist_ok=True)
        pixels = draw.integers(0, 256, (6, 6, 3), np.uint8)
        Image.fromarray(pixels).resize((40, 36)).save(place / f"{number:02}.png")
    (folder / "warm" / "01.png").write_bytes(b"no picture")
    return folder


@pytest.fixture(scope="session")
def demo():
    """The demonstration network."""
    return open_network("demo")
