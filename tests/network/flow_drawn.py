"""What every drawing of a graph must hold."""

from __future__ import annotations

from itertools import combinations

from inspector.network.flow.blocks import INPUT
from inspector.network.flow.folding import fold
from inspector.network.flow.layout import lay_out


def check_drawing(blocks, unfolded):
    layout, folded = lay_out(blocks, unfolded), fold(blocks, unfolded)
    boxes = {box.key: box for box in layout.boxes if box.kind != "frame"}
    frames = {box.key: box for box in layout.boxes if box.kind == "frame"}
    assert set(boxes) == {*folded.keys, INPUT}
    assert {(link.source, link.target) for link in layout.links} == set(folded.edges)
    assert not [(a.key, b.key) for a, b in combinations(boxes.values(), 2) if overlap(a, b)]
    for frame in frames.values():
        for box in [*boxes.values(), *frames.values()]:
            if box is not frame:
                inside = frame.key in {*blocks.around(box.key)} if box.key else False
                around = box.key in {*blocks.around(frame.key)}
                assert inside == holds(frame, box)
                assert inside or around or not overlap(frame, box)
    for box in layout.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= layout.width
        assert box.y + box.height <= layout.height
    for link in layout.links:
        assert on_rim(boxes[link.source], link.points[0])
        assert on_rim(boxes[link.target], link.points[-1])
    return layout


def overlap(a, b):
    return a.x < b.x + b.width and b.x < a.x + a.width and a.y < b.y + b.height and b.y < a.y + a.height


def holds(frame, box):
    return (
        frame.x <= box.x
        and frame.y <= box.y
        and box.x + box.width <= frame.x + frame.width
        and box.y + box.height <= frame.y + frame.height
    )


def on_rim(box, point):
    return (
        box.x < point[0] < box.x + box.width
        and min(abs(point[1] - box.y), abs(point[1] - box.y - box.height)) < 1e-6
    )


def feeding(blocks, target):
    return {source for source, other in blocks.edges if other == target}
