"""Pictures and the demonstration network for the tests of batches."""

import shutil

import numpy as np
import pytest
from PIL import Image

from inspector.batch.running import run
from inspector.batch.wish import plan
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from tests.batch.batch_process import wish
from tests.batch.contents import left_of


@pytest.fixture(scope="session")
def pictures(tmp_path_factory):
    """A folder of 80 small pictures in two classes, one of them damaged and one twice."""
    folder = tmp_path_factory.mktemp("batch") / "pictures"
    draw = np.random.default_rng(5)
    for number in range(80):
        place = folder / ("warm" if number % 3 else "cool")
        place.mkdir(parents=True, exist_ok=True)
        pixels = draw.integers(0, 256, (6, 6, 3), np.uint8)
        Image.fromarray(pixels).resize((40, 36)).save(place / f"{number:02}.png")
    (folder / "warm" / "01.png").write_bytes(b"no picture")
    shutil.copy(folder / "warm" / "02.png", folder / "warm" / "77.png")
    return folder


@pytest.fixture(scope="session")
def demo():
    """The demonstration network."""
    return open_network("demo")


@pytest.fixture(scope="session")
def whole(pictures, demo, tmp_path_factory):
    """A workspace with all of the small batch, by one process in one go."""
    workspace = tmp_path_factory.mktemp("batch-whole")
    pieces = plan(wish(pictures), demo, "demo")
    for update in run(pieces, demo, workspace, CancelToken()):
        last = update
    assert (last.done, last.total) == (len(pieces), len(pieces))
    assert not left_of(pieces, workspace)
    return workspace
