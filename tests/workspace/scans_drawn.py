"""Pictures drawn for scans, and how scans are made and compared."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np
from PIL import Image

from inspector.jobs.scanning import scan_kept
from inspector.probe.cancel import CancelToken
from inspector.workspace.scans import Scans

PROCESS = Path(__file__).with_name("scans_process.py")
_spec = importlib.util.spec_from_file_location("scans_process", PROCESS)
process = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(process)
COUNT = 20


def drawn_pictures(where: Path) -> Path:
    """Bright and dark pictures in a folder each, and one that is broken."""
    random = np.random.default_rng(3)
    for index in range(COUNT):
        path = where / ("bright" if index % 3 else "dark") / f"{index:02}.png"
        path.parent.mkdir(exist_ok=True)
        level = 250 if index % 3 else 60
        Image.fromarray(random.integers(0, level, (20, 16, 3), np.uint8)).save(path)
    (where / "dark" / "07 broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    return where


def drawn(steps):
    updates = []
    try:
        while True:
            updates.append(next(steps))
    except StopIteration as end:
        return end.value, updates


def scanned(pictures, workspace, *, part=(1, 1), network=None, again=False, **options):
    scans = Scans(workspace)
    steps = scan_kept(
        network or process.network(),
        scans,
        process.parameters(pictures, **options),
        CancelToken(),
        part=part,
        again=again,
    )
    summary, updates = drawn(steps)
    return scans, summary, updates


def same(one, other, key):
    """Whether two workspaces hold the same numbers of a scan, to the last bit."""
    for node in ("0", "1", "2", "3", "4"):
        mine, theirs = one.node_arrays(key, node)[0], other.node_arrays(key, node)[0]
        assert mine.keys() == theirs.keys()
        for name, array in mine.items():
            np.testing.assert_array_equal(array, theirs[name], err_msg=f"{node} {name}")
    assert one.evidence(key, "n/2/1", "2", 1).top[0].thumbnail.size > 0
