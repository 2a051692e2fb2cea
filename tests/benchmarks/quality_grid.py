"""The time to lucent's quality where `quality` does not look: the other networks at 224 px.

Most of an hour on two cores, nearly all of it lucent's: VGG 19's 512 steps take minutes a node.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.benchmarks import quality
from tests.benchmarks.peer import installed
from tests.benchmarks.table import Row
from tests.benchmarks.visualization import NODES, SIZES


def rows() -> Iterator[Row]:
    """One row for each network, node and size that `quality` leaves out."""
    if not installed():
        yield Row("time to lucent's quality, the rest", "not measured", "pip install '.[benchmarks]'", False)
        return
    for name, nodes in NODES.items():
        for size in SIZES:
            if (name, size) not in quality.GRID:
                network = quality.opened(name)
                for node in nodes:
                    yield quality.time_to_quality(network, node, size)[1]
