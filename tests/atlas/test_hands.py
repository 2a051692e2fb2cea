"""Pages written by two processes are those that one writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspector.atlas.make import written
from inspector.atlas.request import AtlasParameters
from inspector.batch.running import run
from inspector.batch.wish import AtlasWish, plan
from inspector.network.errors import InspectorError
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from tests.atlas.site_files import bytes_of
from tests.drawn import ended

NODES = ("mixed3.branch5x5_reduce.conv", "mixed3.branch5x5.conv")
WISH = AtlasWish(
    nodes=NODES, objectives=("channel",), families=("edge",), settings=(("size", 32), ("steps", 2))
)


@pytest.fixture(scope="module")
def demo():
    return open_network("demo")


@pytest.fixture(scope="module")
def workspace(demo, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("hands") / "workspace"
    assert not ended(run(plan(WISH, demo, "demo"), demo, folder, CancelToken())).failed
    return folder


def test_that_two_processes_write_what_one_writes(demo, workspace, tmp_path):
    pieces = plan(WISH, demo, "demo")
    made = []
    for name, hands in (("one", 1), ("two", 2)):
        wish = AtlasParameters(str(tmp_path / name), WISH, licence="the same")
        made.append(ended(written(demo, wish, pieces, workspace, CancelToken(), hands=hands)))
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")
    # A file that two processes need (the stimuli of a family) may be written by both.
    assert made[0].written <= made[1].written <= made[0].written + 2
    assert (made[0].units, made[1].units) == (28, 28)


def test_that_what_a_process_cannot_write_is_one_sentence(demo, workspace, tmp_path):
    pieces = plan(WISH, demo, "demo")
    parameters = AtlasParameters(str(tmp_path / "site"), WISH)
    ended(written(demo, parameters, pieces, workspace, CancelToken()))
    page = tmp_path / "site/networks/demo" / NODES[0] / "3/index.html"
    page.unlink()
    page.mkdir()  # a folder stands where the page should
    with pytest.raises(InspectorError, match=r"index\.html cannot be written"):
        ended(written(demo, parameters, pieces, workspace, CancelToken(), hands=2))
