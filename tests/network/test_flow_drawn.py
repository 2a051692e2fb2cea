"""Graphs drawn at random and by hand: folding, places kept apart, blocks entered twice."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import networkx
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

import inspector
from inspector.network.flow.blocks import INPUT, blocks_of
from inspector.network.flow.folding import fold, open_at_first, opened_for, shown_as
from inspector.network.flow.separation import kept_apart
from tests.network.flow_drawn import check_drawing, feeding


@dataclass(frozen=True)
class FakeNode:
    """What the drawing reads of a node."""

    name: str
    inputs: tuple[str, ...]
    op: str = "Conv2d"
    shape: tuple[int, ...] = (3, 4, 4)
    units: int = 3
    parameters: int = 0
    kernel: tuple[int, ...] = ()
    stride: tuple[int, ...] = ()


@st.composite
def random_graphs(draw):
    """Operations in random nested blocks, each fed by any earlier ones: blocks are left and entered again."""
    paths = draw(st.lists(st.lists(st.sampled_from("abc"), max_size=3), min_size=1, max_size=24))
    names = [".".join([*path, f"op{number}"]) for number, path in enumerate(paths)]
    nodes = {}
    for number, name in enumerate(names):
        inputs = draw(st.lists(st.sampled_from(names[:number]), max_size=3)) if number else []
        nodes[name] = FakeNode(name, tuple(dict.fromkeys(inputs)))
    blocks = blocks_of(nodes)
    return blocks, frozenset(draw(st.lists(st.sampled_from(sorted(blocks.values)))) if blocks.values else ())


@given(random_graphs())
def test_that_folding_keeps_exactly_the_edges_between_what_is_shown(drawn):
    blocks, unfolded = drawn
    folded = fold(blocks, unfolded)
    shown = {name: shown_as(blocks, name, unfolded) for name in blocks.operations}
    assert set(folded.keys) == set(shown.values())
    groups = {key: {name for name in shown if shown[name] == key} for key in folded.keys} | {INPUT: {INPUT}}
    for source in groups:
        for target in folded.keys:
            feeds = any(a in groups[source] and b in groups[target] for a, b in blocks.edges)
            assert ((source, target) in folded.edges) == (feeds and source != target)
    # Whatever led from one operation to another still does, through what stands for them.
    whole, left = networkx.DiGraph(blocks.edges), networkx.DiGraph(folded.edges)
    for a, b in networkx.transitive_closure(whole).edges:
        one, other = shown.get(a, INPUT), shown[b]
        assert one == other or networkx.has_path(left, one, other)


@given(random_graphs())
def test_that_every_drawing_holds_all_boxes_apart_and_every_edge_from_rim_to_rim(drawn):
    blocks, unfolded = drawn
    check_drawing(blocks, unfolded)


def test_that_a_block_entered_twice_is_drawn_with_its_edges_both_ways():
    class Shared(nn.Module):
        def __init__(self):
            super().__init__()
            self.twice = nn.Sequential(nn.Conv2d(3, 3, 1), nn.ReLU())
            self.pool = nn.AvgPool2d(2)

        def forward(self, x):
            return self.twice(self.pool(self.twice(x)))

    blocks = blocks_of(inspector.open_network(Shared(), name="mine", input_size=(3, 8, 8)).nodes)
    assert feeding(blocks, "twice.0:1") == {"pool"}
    folded = fold(blocks, frozenset())
    assert {("twice", "pool"), ("pool", "twice")} < set(folded.edges)
    layout = check_drawing(blocks, frozenset())
    up = next(link for link in layout.links if link.source == "pool")
    assert up.points[0][1] > up.points[-1][1], "the way back runs upwards"


def test_that_functions_of_a_module_without_children_stay_connected():
    class Own(nn.Module):
        def forward(self, x):
            return torch.relu(x * 2) + x

    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.first, self.own, self.last = nn.Conv2d(3, 4, 1), Own(), nn.Conv2d(4, 2, 3)

        def forward(self, x):
            return self.last(self.own(self.first(x)))

    blocks = blocks_of(inspector.open_network(Net(), name="mine", input_size=(3, 8, 8)).nodes)
    assert feeding(blocks, "own.add") == {"own.relu", "first"}
    assert feeding(blocks, "last") == {"own.add"}
    assert fold(blocks, frozenset()).edges == ((INPUT, "first"), ("first", "own"), ("own", "last"))


def test_that_a_thousand_operations_open_folded_and_every_one_can_be_uncovered():
    nodes: dict[str, FakeNode] = {}
    for number in range(1000):
        name = f"stage{number // 100}.block{number // 10}.conv{number}"
        nodes[name] = FakeNode(name, (next(reversed(nodes)),) if nodes else ())
    blocks = blocks_of(nodes)
    first = open_at_first(blocks)
    assert fold(blocks, first).keys == tuple(f"stage{number}" for number in range(10))
    target = "stage4.block42.conv427"
    unfolded = opened_for(blocks, target, first)
    assert target in fold(blocks, unfolded).keys
    assert unfolded == {"stage4", "stage4.block42"}


@given(
    st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(0, 50)), min_size=1, max_size=12),
)
def test_that_places_are_kept_apart_and_moved_no_further_than_needed(wishes):
    wished, distances = [wish for wish, _ in wishes], [distance for _, distance in wishes]
    places = kept_apart(wished, distances)
    assert all(b - a >= apart - 1e-6 for (a, b), apart in zip(pairwise(places), distances[1:], strict=True))
    assert sum(places) == pytest.approx(sum(wished), abs=1e-6), "a least-squares shift keeps the middle"
    if all(b - a >= apart for (a, b), apart in zip(pairwise(wished), distances[1:], strict=True)):
        assert places == pytest.approx(wished)
