"""What a dry run tells against what the batch then takes, by a clock that counts what the network does."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import torch

from inspector.batch import estimate as estimating
from inspector.batch.estimate import estimate
from inspector.batch.running import run
from inspector.batch.wish import plan
from inspector.probe.cancel import CancelToken
from tests.batch.batch_process import wish


@pytest.fixture
def work(monkeypatch):
    """A count of the convolutions that were computed, which no other program of the machine disturbs."""
    counted = SimpleNamespace(done=0)
    really = torch.nn.functional.conv2d

    def count(*given, **options):
        counted.done += 1
        return really(*given, **options)

    monkeypatch.setattr(torch.nn.functional, "conv2d", count)
    monkeypatch.setattr(estimating, "time", SimpleNamespace(monotonic=lambda: float(counted.done)))
    return counted


def ended(steps):
    try:
        while True:
            next(steps)
    except StopIteration as end:
        return end.value


def test_that_time_and_disk_that_are_told_are_those_that_the_batch_takes(pictures, demo, work, tmp_path):
    few = {"units": tuple(range(8)), "objectives": ("channel",), "pictures": (), "thumbnail": ""}
    pieces = plan(wish(pictures, **few, settings=(("steps", 48), ("size", 32))), demo, "demo")
    told = ended(estimate(pieces, demo, tmp_path, CancelToken()))
    assert not list(tmp_path.iterdir()), "nothing is written"
    before = work.done
    summary = ended(run(pieces, demo, tmp_path, CancelToken()))
    assert (summary.done, told.pieces) == (len(pieces), len(pieces))
    assert told.seconds == pytest.approx(work.done - before, rel=0.25)
    size = sum(path.stat().st_size for path in tmp_path.rglob("*.png"))
    assert told.bytes == pytest.approx(size, rel=0.25)
    halves = ended(estimate(pieces[: len(pieces) // 2], demo, tmp_path / "other", CancelToken(), hands=2))
    assert halves.seconds < told.seconds / 2
