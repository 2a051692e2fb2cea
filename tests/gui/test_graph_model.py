"""Walking and finding in a laid-out graph, against hand-built truth."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from inspector.gui.models.graph import GraphMap
from inspector.network.flow.blocks import blocks_of
from inspector.network.flow.layout import lay_out


def node(name, *inputs, op="Conv2d"):
    return SimpleNamespace(
        name=name, inputs=inputs, op=op, shape=(8, 4, 4), units=8, parameters=0, kernel=(3, 3), stride=(1, 1)
    )


# A stem, two branches side by side in a block, their sum, a head.
NODES = [
    node("stem"),
    node("mix.left", "stem"),
    node("mix.right.a", "stem"),
    node("mix.right.b", "mix.right.a", op="ReLU"),
    node("mix.add", "mix.left", "mix.right.b", op="add"),
    node("head", "mix.add", op="Linear"),
]


@pytest.fixture
def shown():
    blocks = blocks_of({item.name: item for item in NODES})
    return GraphMap(blocks, lay_out(blocks, frozenset(blocks.values)))


@pytest.mark.parametrize(
    ("key", "way", "there"),
    [
        ("stem", "up", None),
        ("mix.left", "up", "stem"),
        ("mix.left", "down", "mix.add"),
        ("mix.left", "right", "mix.right.a"),
        ("mix.left", "left", None),
        ("mix.right.b", "up", "mix.right.a"),
        ("mix.add", "down", "head"),
        ("head", "down", None),
        ("mix", "up", "stem"),
        ("mix.right", "down", "mix.right.a"),
        ("nowhere", "down", None),
    ],
)
def test_that_arrows_lead_along_edges(shown, key, way, there):
    assert shown.neighbour(key, way) == there


def test_that_points_hit_cards_titles_and_nothing(shown):
    for box in shown.cards:
        assert shown.at(box.x + box.width / 2, box.y + box.height / 2) is box
    frame = shown.boxes["mix"]
    assert shown.at(frame.x + 10, frame.y + 10) is frame
    assert shown.at(frame.x + 2, frame.y + frame.height - 2) is None, "a frame's ground is for dragging"
    pill = shown.boxes[""]
    assert shown.at(pill.x + 5, pill.y + 15) is None, "the input is no node"


def test_that_words_find_operations_by_name_and_op_in_any_order(shown):
    assert shown.matches("RELU right") == ["mix.right.b"]
    assert shown.matches("mix conv2d") == ["mix.left", "mix.right.a"]
    assert shown.matches("  ") == []


def test_that_a_node_folded_away_is_seen_as_the_outermost_folded_block():
    blocks = blocks_of({item.name: item for item in NODES})
    assert GraphMap(blocks, lay_out(blocks, {"mix"})).shown("mix.right.b") == "mix.right"
    # An open block inside a folded one cannot be seen.
    assert GraphMap(blocks, lay_out(blocks, {"mix.right"})).shown("mix.right.b") == "mix"
    assert GraphMap(blocks, lay_out(blocks, {"mix.right"})).shown("nosuch") is None
    assert GraphMap(blocks, lay_out(blocks, set())).shown(None) is None
