"""Scans that were broken off, or divided: they go on to the same numbers."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from inspector.jobs.scanning import scan_kept
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.workspace import scan_run
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.scan_merge import merge_parts
from inspector.workspace.scans import Scans
from tests.workspace.scans_drawn import COUNT, PROCESS, drawn, drawn_pictures, process, same, scanned


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    return drawn_pictures(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def whole(pictures, tmp_path_factory):
    return scanned(pictures, tmp_path_factory.mktemp("whole"))


@pytest.mark.parametrize("batches", [1, 4])
def test_that_a_killed_scan_goes_on_to_the_same_numbers(pictures, whole, tmp_path, batches):
    environment = os.environ | {"PYTHONPATH": str(PROCESS.parents[2])}
    killed = subprocess.run(
        [sys.executable, "-W", "ignore", PROCESS, pictures, tmp_path, str(batches)],
        env=environment,
        check=False,
    )
    assert killed.returncode == -9
    assert Scans(tmp_path).summaries() == []
    scans, summary, updates = scanned(pictures, tmp_path)
    assert summary.complete
    told = [update.done for update in updates if "pictures/s" in getattr(update, "note", "")]
    assert told[0] > 3 * batches  # what was done before the kill was not done again
    same(whole[0], scans, summary.key)


def test_that_a_cancelled_scan_goes_on_to_the_same_numbers(pictures, whole, tmp_path):
    token, scans = CancelToken(), Scans(tmp_path)
    steps = scan_kept(process.network(), scans, process.parameters(pictures), token)
    for _ in range(5):
        next(steps)
    token.cancel()
    with pytest.raises(Cancelled):
        drawn(steps)
    scans, summary, updates = scanned(pictures, tmp_path)
    assert len(updates) < len(whole[2])
    same(whole[0], scans, summary.key)


def test_that_a_damaged_checkpoint_is_said_and_costs_only_time(pictures, whole, tmp_path):
    steps = scan_kept(process.network(), Scans(tmp_path), process.parameters(pictures), CancelToken())
    for _ in range(5):
        next(steps)
    steps.close()
    (checkpoint,) = tmp_path.rglob("checkpoint.npz")
    data = bytearray(checkpoint.read_bytes())
    data[len(data) // 2] ^= 255
    checkpoint.write_bytes(data)
    scans, summary, updates = scanned(pictures, tmp_path)
    assert any("damaged: it begins anew" in getattr(update, "sentence", "") for update in updates)
    same(whole[0], scans, summary.key)


@pytest.mark.parametrize("parts", [2, 3])
def test_that_parts_merge_to_the_numbers_of_the_whole(pictures, whole, tmp_path, parts):
    for number in range(1, parts + 1):
        scanned(pictures, tmp_path / str(number), part=(number, parts))
    folders = [tmp_path / str(number) for number in range(parts, 0, -1)]
    (summary,) = merge_parts(folders, tmp_path / "merged")
    scans = Scans(tmp_path / "merged")
    scans.keep(summary)
    assert (summary.key, summary.pictures, summary.part) == (whole[1].key, COUNT, (1, 1))
    assert summary.skipped == whole[1].skipped
    same(whole[0], scans, summary.key)
    with pytest.raises(WorkspaceError, match=r"part 1.* is missing"):
        merge_parts(folders[:-1], tmp_path / "other")
    assert not (tmp_path / "other" / "scans").exists() or not list((tmp_path / "other" / "scans").iterdir())


def test_that_two_processes_do_not_scan_the_same_at_once(pictures, tmp_path):
    first = scan_kept(process.network(), Scans(tmp_path), process.parameters(pictures), CancelToken())
    for _ in range(3):
        next(first)
    with pytest.raises(WorkspaceError, match="Another window is scanning the same"):
        scanned(pictures, tmp_path)
    first.close()


def test_that_checkpoints_come_often_enough():
    assert scan_run.CHECKPOINT_SECONDS <= 30
