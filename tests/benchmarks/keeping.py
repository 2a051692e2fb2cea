"""What keeping costs: a finding kept, found, listed; and a full workspace opened."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from inspector.lenses.feature_visualization import FeatureParameters
from inspector.lenses.run import result
from inspector.network.location import Location
from inspector.network.opening import open_network
from inspector.workspace.features import to_findings
from inspector.workspace.finding import Finding
from inspector.workspace.findings import Findings
from tests.benchmarks.table import Row, median_seconds

MANY = 4096
NODE = "mixed3"


def rows() -> Iterator[Row]:
    """Milliseconds of each, with real pictures of the demonstration network."""
    with tempfile.TemporaryDirectory() as folder, Findings(Path(folder)) as findings:
        one = _finding(128, ())
        yield _row("keep a 128 px picture", lambda: findings.keep(_another(one)), 15)
        batch = [_finding(96, (unit,)) for unit in range(8)]
        yield _row("keep a batch of 8 tiles of 96 px", lambda: findings.keep(*map(_another, batch)), 60)
        findings.keep(one)
        yield _row("find a 128 px picture", lambda: findings.find(one.fingerprint, one.digest), 5)
        kept = findings.for_node(one.fingerprint, NODE)[0]
        yield _row("thumbnail of a kept picture", lambda: findings.thumbnail(kept), 5)
        findings.keep(*(_another(replace(one, images=one.images[:, :8, :8])) for _ in range(MANY)))
        yield _row(f"list a node with {MANY} findings", lambda: findings.for_node(one.fingerprint, NODE), 100)
        yield _row(f"find one among {MANY}", lambda: findings.find(one.fingerprint, one.digest), 5)
        yield _row("open a workspace of that size and find one", lambda: _open(Path(folder), one), 20)


_numbers = itertools.count(1)


def _another(finding: Finding) -> Finding:
    """The same under another recipe."""
    return replace(finding, recipe={**finding.recipe, "seed": next(_numbers)})


def _finding(size: int, units: tuple[int, ...]) -> Finding:
    network, place = open_network("demo"), Location("demo", NODE, 0)
    parameters = FeatureParameters(size=size, steps=48, units=units)
    feature = result("feature-visualization", network, place, size=size, steps=48, units=units)
    return to_findings(feature, network, place, parameters)[0]


def _open(folder: Path, one: Finding) -> None:
    with Findings(folder) as findings:
        assert findings.find(one.fingerprint, one.digest) is not None


def _row(what: str, act: Callable[[], object], aim: float) -> Row:
    milliseconds = median_seconds(act, runs=31) * 1000
    return Row(what, f"{milliseconds:.1f} ms", f"{aim:g} ms", milliseconds <= aim)
