"""How long a graph of 1000 nodes takes to be laid out, and how smoothly it moves."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.benchmarks.table import Row

_LAYOUT_MS, _FRAME_MS, _ROUNDS = 500.0, 33.0, 60
_BLOCKS, _BRANCHES = 40, 8


@dataclass(frozen=True)
class _Node:
    name: str
    inputs: tuple[str, ...]
    op: str = "Conv2d"
    shape: tuple[int, ...] = (64, 28, 28)
    units: int = 64
    parameters: int = 0
    kernel: tuple[int, ...] = (3, 3)
    stride: tuple[int, ...] = (1, 1)


def thousand() -> dict[str, _Node]:
    """Inception-like: 40 blocks of 8 branches of 3 operations, joined: 1000 operations."""
    nodes: dict[str, _Node] = {}
    last: tuple[str, ...] = ()
    for block in range(_BLOCKS):
        ends = []
        for branch in range(_BRANCHES):
            source = last
            for step in range(3):
                name = f"block{block}.branch{branch}.op{step}"
                nodes[name], source = _Node(name, source), (name,)
            ends += source
        name = f"block{block}.cat"
        nodes[name], last = _Node(name, tuple(ends), "cat"), (name,)
    return nodes


def rows() -> Iterator[Row]:
    """Lay out all of it open, and with its branches folded; then scroll, zoom and walk in it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from inspector.app import make_application
    from inspector.gui.models.graph import GraphMap
    from inspector.gui.theme import Theme
    from inspector.gui.views.graph import GraphView
    from inspector.network.flow.blocks import blocks_of
    from inspector.network.flow.folding import open_at_first
    from inspector.network.flow.layout import lay_out

    blocks = blocks_of(thousand())
    for name, unfolded in (("as at first", open_at_first(blocks)), ("unfolded", frozenset(blocks.values))):
        start = time.perf_counter()
        layout = lay_out(blocks, unfolded)
        took = (time.perf_counter() - start) * 1e3
        yield Row(f"layout of 1000 nodes, {name}", f"{took:.0f} ms", "500 ms", took <= _LAYOUT_MS)
    application = make_application()
    theme = Theme(application, "light")
    view = GraphView()
    view.resize(900, 800)
    view.show()
    view.canvas.show_map(GraphMap(blocks, layout))
    view.say("")
    application.processEvents()
    canvas, names = view.canvas, list(blocks.operations)
    canvas.fit_width()
    bar = canvas.verticalScrollBar()

    def frames(what: str, act: Callable[[int], object]) -> Row:
        times = []
        for number in range(_ROUNDS):
            start = time.perf_counter()
            act(number)
            canvas.viewport().repaint()
            application.processEvents()
            times.append((time.perf_counter() - start) * 1e3)
        median, worst = statistics.median(times), sorted(times)[int(0.95 * _ROUNDS)]
        return Row(what, f"{median:.1f} ms (95 %: {worst:.1f})", "33 ms", median <= _FRAME_MS)

    yield frames("scroll in 1000 nodes", lambda number: bar.setValue(number * 40))
    yield frames("zoom in 1000 nodes", lambda number: canvas.zoom_by(1.05 if number % 20 < 10 else 1 / 1.05))
    yield frames("walk in 1000 nodes", lambda number: canvas.set_current(names[number * 16]))
    canvas.fit_all()
    yield frames("all 1000 nodes in sight", lambda number: canvas.set_current(names[number * 16]))
    view.close()
    assert theme is not None
