"""A finding to be kept, and what is compared of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from inspector.workspace.finding import Finding
from inspector.workspace.findings import Findings


def finding(location="net/conv1/3", seed=0, **values) -> Finding:
    chance = np.random.default_rng([seed, *location.encode()[:200]])
    return replace(
        Finding(
            fingerprint="abc",
            location=location,
            lens="feature-visualization",
            recipe={
                "where": location.partition("/")[2],
                "seed": seed,
                "rate": 0.05,
                "nested": {"a": [1, None]},
            },
            images=chance.integers(0, 256, (2, 7, 9, 3)).astype(np.uint8),
            arrays={"course": chance.random((2, 5), np.float32), "moved": np.array([True, False])},
            told=({"objective": "channel"}, {"objective": "-channel"}),
            value=1.25,
            made_at=1_700_000_000.5,
            seconds=2.5,
        ),
        **values,
    )


def same(one: Finding, other: Finding | None) -> None:
    assert other is not None
    for name in (
        "fingerprint",
        "location",
        "lens",
        "recipe",
        "told",
        "value",
        "made_at",
        "seconds",
        "digest",
    ):
        assert getattr(one, name) == getattr(other, name), name
    for before, after in [
        (one.images, other.images),
        *((one.arrays[key], other.arrays[key]) for key in one.arrays),
    ]:
        assert (before.dtype, before.shape, before.tobytes()) == (after.dtype, after.shape, after.tobytes())
        assert after.flags.c_contiguous
    assert set(one.arrays) == set(other.arrays)


def files(findings: Findings) -> set[Path]:
    return {path for path in (findings.folder / "findings").rglob("*") if path.is_file()}
