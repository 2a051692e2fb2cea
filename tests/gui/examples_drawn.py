"""Examples to be drawn, and what is read off a view."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint

from inspector.gui.views.examples import ExamplesView
from inspector.lenses.examples import ClassShares, Example, QuiltBin, ScanSummary, UnitExamples

RED, GREEN = (220, 30, 30), (30, 200, 30)
SCAN = ScanSummary(
    key="k", network="demo", fingerprint="f", pictures_fingerprint="p", title="photographs",
    paths=("/photos",), total=42, pictures=40, skipped=("bad.jpg is damaged.",), skipped_count=1,
    duplicates=1,
    classes=("cat", "dog", "fish"), nodes=("mixed",), top=3, positions=4, part=(1, 1), complete=True,
    made_at=1_790_000_000.0, seconds=3.0, bytes=10,
)  # fmt: skip


def example(number: int, value: float, box=(0.5, 0.0, 1.0, 0.5)) -> Example:
    """A red picture whose upper right quarter, which the unit sees, is green."""
    pixels = np.full((80, 80, 3), RED, np.uint8)
    pixels[:40, 40:] = GREEN
    return Example(number, f"p{number}.png", f"/photos/p{number}.png", "cat", value, 1, 2, box, pixels)


def unit_examples(**changes) -> UnitExamples:
    """A unit with values from -1 to 2 in ranges of 0.5, the one from 1 to 1.5 empty."""
    lows = (-1.0, -0.5, 0.0, 0.5, 1.5)
    quilt = tuple(
        QuiltBin(low, low + 0.5, 10 * (i + 1), tuple(example(10 * i + j, low + 0.1) for j in range(3)))
        for i, low in enumerate(lows)
    )
    shares = np.array([[0.1, 0.2, 0.3, 0.5, 0.9], [0.9, 0.8, 0.7, 0.5, 0.1]], np.float32)
    edges = np.arange(-1.0, 2.01, 0.25)
    given = {
        "location": "demo/mixed/7", "scan": "k", "title": "photographs", "pictures": 40,
        "top": tuple(example(i, 2.0 - i / 10) for i in range(3)),
        "bottom": tuple(example(20 + i, -1.0 + i / 10) for i in range(2)),
        "box_source": "graph", "map_shape": (6, 6), "edges": edges,
        "counts": np.array([5, 5, 9, 11, 15, 15, 20, 20, 0, 0, 1, 49]), "positions": 4, "quilt": quilt,
        "mean": 0.25, "deviation": 0.7, "lowest": -0.98, "highest": 2.0, "firing": 0.62,
        "quantiles": ((0.05, -0.7), (0.5, 0.2), (0.95, 1.6), (0.99, 1.9)),
        "sparseness": 0.4, "selectivity": 0.5,
        "class_names": ("cat", "dog", "fish"), "class_counts": np.array([20, 19, 1]),
        "class_means": np.array([1.5, 0.3, -0.2], np.float32), "class_order": np.array([0, 1, 2]),
        "shares": ClassShares(("cat", "others"), shares, shares * 0.3, False),
        "correlated": ((3, 0.9), (5, 0.4)), "opposed": ((8, -0.6),),
    }  # fmt: skip
    return UnitExamples(**{**given, **changes})


def heard(signal) -> list:
    """What a signal says from now on."""
    said: list = []
    signal.connect(said.append)
    return said


def pixel(widget, point: QPoint) -> tuple[int, int, int]:
    return widget.grab().toImage().pixelColor(point).getRgb()[:3]


def shown_view(qtbot) -> ExamplesView:
    made = ExamplesView()
    qtbot.addWidget(made)
    made.resize(640, 420)
    made.show()
    made.set_scans([SCAN], "k")
    made.show_examples(unit_examples())
    return made
