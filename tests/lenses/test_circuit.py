"""Planted circuits are found: the right units, in the right order, with the right sign."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from inspector.lenses.circuit import CircuitEdge, CircuitUnit
from inspector.lenses.circuit.edit import document, from_document, pruned
from inspector.lenses.circuit.kernel_places import kernel_places
from inspector.lenses.circuit.layout import CARD_HEIGHT, CARD_WIDTH, KERNEL, lay_out
from inspector.lenses.circuit.svg import NEGATIVE, POSITIVE, png, svg
from inspector.lenses.run import result
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

SIDE = 32
TURNS = (0.0, 45.0, 90.0, 135.0)
CURVE, DETECTOR = 2, 5


def gabor(turn: float, size: int = 7) -> torch.Tensor:
    """A line at `turn` degrees, its sum zero: float32 [size, size]."""
    grid = torch.arange(size) - size // 2
    y, x = torch.meshgrid(grid, grid, indexing="ij")
    across = -x * np.sin(np.deg2rad(turn)) + y * np.cos(np.deg2rad(turn))
    wave = torch.cos(across * 1.1) * torch.exp(-(x**2 + y**2) / 8)
    return wave - wave.mean()


class Planted(nn.Module):
    """Line units become a curve unit; a black-and-white unit is inhibited by four units of colour.

    The stem has four line units (0 to 3, in black and white), four of colour (4 to 7) and some of noise. What
    lies between it and the second layer is chosen; the curve unit reads each line at the place where the arc
    has that direction, the detector all lines, and colour with negative weights of growing strength.
    """

    def __init__(self, between: str) -> None:
        super().__init__()
        torch.manual_seed(8)
        self.between = between
        self.stem = nn.Conv2d(3, 12, 7, padding=3, bias=False)
        self.norm = nn.BatchNorm2d(12)
        self.squeeze = nn.Conv2d(12, 12, 1, bias=False)
        self.first, self.second = nn.Conv2d(12, 5, 1, bias=False), nn.Conv2d(12, 7, 1, bias=False)
        self.skipped = nn.Conv2d(12, 12, 3, padding=1, bias=False)
        self.last = nn.Conv2d(12, 8, 5, padding=2, bias=False)
        with torch.no_grad():
            self._plant()

    def _plant(self) -> None:
        self.stem.weight.mul_(0.05)
        for unit, turn in enumerate(TURNS):
            self.stem.weight[unit] = gabor(turn)
        for unit in range(4, 8):
            self.stem.weight[unit] = 0
            self.stem.weight[unit, (unit - 4) % 3, 3, 3] = 1.0
            self.stem.weight[unit, (unit - 3) % 3, 3, 3] = -1.0
        self.norm.running_var.uniform_(0.5, 2)
        self.norm.weight.uniform_(0.5, 2)
        # What was planted is planted behind the norm: its slopes are taken out of it again.
        slope = self.norm.weight / (self.norm.running_var + self.norm.eps).sqrt()
        identity = torch.eye(12)[:, :, None, None]
        self.squeeze.weight.copy_(identity + 0.01 * torch.randn_like(identity))
        self.first.weight.copy_(identity[:5])
        self.second.weight.copy_(identity[5:])
        self.skipped.weight.mul_(0.05)
        self.last.weight.mul_(0.02)
        for unit, (y, x) in enumerate([(0, 2), (1, 3), (2, 4), (3, 3)]):
            self.last.weight[CURVE, unit, y, x] = 2.0 + 0.3 * unit
        for unit in range(4):
            self.last.weight[DETECTOR, unit] += 0.1
            self.last.weight[DETECTOR, 4 + unit] -= 0.2 + 0.05 * unit
        if self.between == "norm":
            self.last.weight.div_(slope.view(1, -1, 1, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x)
        if self.between == "norm":
            x = F.relu(self.norm(x))
        elif self.between == "bottleneck":
            x = F.relu(self.squeeze(F.relu(x)))
        elif self.between == "cat":
            x = F.relu(torch.cat([self.first(x), self.second(x)], 1))
        elif self.between == "residual":
            x = F.relu(x + self.skipped(F.relu(x)))
        return self.last(F.relu(x))


WAYS = ("relu", "norm", "bottleneck", "cat", "residual")


def planted(between: str) -> Network:
    return Network(Planted(between), name="n", preprocessing=Preprocessing((SIDE, SIDE)))


def stem_inputs(made: Network, unit: int, top: int):
    """What a unit is made of at the stem, by expanded weights, the strongest first."""
    found = result("expanded-weights", made, f"n/last/{unit}", source="stem", top=top)
    return {c.unit: c for c in found.inputs}, [c.unit for c in found.inputs]


@pytest.mark.parametrize("between", WAYS)
def test_that_the_four_line_units_of_a_curve_are_found_with_sign_rank_and_place(between):
    made = planted(between)
    found, order = stem_inputs(made, CURVE, 4)
    assert order == [3, 2, 1, 0], "the strongest line first"
    assert all(one.sum > 0 for one in found.values())
    places = {unit: np.unravel_index(np.abs(c.kernel).argmax(), c.kernel.shape) for unit, c in found.items()}
    middle = np.array(next(iter(found.values())).kernel.shape) // 2
    for unit, (y, x) in enumerate([(0, 2), (1, 3), (2, 4), (3, 3)]):
        assert tuple(np.array(places[unit]) - middle) == (y - 2, x - 2), "each line at its part of the arc"


@pytest.mark.parametrize("between", WAYS)
def test_that_colour_inhibits_the_black_and_white_detector(between):
    made = planted(between)
    found, order = stem_inputs(made, DETECTOR, 8)
    assert order[:4] == [7, 6, 5, 4], "the most inhibiting colour first"
    assert all(found[unit].sum < 0 for unit in (4, 5, 6, 7))
    assert all(found[unit].sum > 0 for unit in range(4))
    inhibiting = result("expanded-weights", made, f"n/last/{DETECTOR}", source="stem", top=4, rank="-sum")
    assert [c.unit for c in inhibiting.inputs] == [7, 6, 5, 4]


@pytest.mark.parametrize("between", WAYS)
def test_that_the_nearest_weights_tell_the_same(between):
    made = planted(between)
    nearest = result("weights", made, f"n/last/{DETECTOR}", top=50).inputs
    offset = {"second": 5, "skipped": 0}
    by_unit: dict[int, float] = {}
    for one in nearest:
        if between == "residual" and one.node == "skipped":
            continue
        unit = one.unit + offset.get(one.node, 0)
        by_unit[unit] = one.sum
    assert sorted(by_unit, key=lambda unit: by_unit[unit])[:4] == [7, 6, 5, 4]
    assert all(by_unit[unit] > 0 for unit in range(4))


@pytest.mark.parametrize("between", WAYS)
def test_that_the_circuit_holds_the_planted_units_and_signs(between):
    made = planted(between)
    found = result("circuit", made, f"n/last/{CURVE}", depth=2, inputs=8, most=30)
    assert found.units[0].end == ("last", CURVE)
    assert {edge.source for edge in found.edges} | {("last", CURVE)} == {unit.end for unit in found.units}
    strengths = [edge.strength for edge in found.edges]
    assert strengths == sorted(strengths, reverse=True)
    stem = {unit.unit for unit in found.units if unit.node == "stem"}
    assert {0, 1, 2, 3} <= stem
    direct = [edge for edge in found.edges if edge.target == ("last", CURVE)][:4]
    assert all(edge.sum > 0 for edge in direct)
    assert sum(edge.share**2 for edge in found.edges if edge.target == ("last", CURVE)) <= 1 + 1e-9
    for edge in found.edges:
        target = next(unit for unit in found.units if unit.end == edge.target)
        assert edge.strength == pytest.approx(target.strength * edge.share)


def test_that_removing_the_negative_weights_brings_back_what_they_suppressed():
    """The planted inhibition is what keeps the detector silent for coloured lines."""
    made = planted("relu")
    last = made.module.last.weight
    picture = torch.full((1, 3, SIDE, SIDE), 0.5)
    picture[:, :, SIDE // 2] = torch.tensor([1.0, 0.0, 0.0]).view(1, 3, 1)
    with torch.no_grad():
        before = made.module(picture)[0, DETECTOR, SIDE // 2, SIDE // 2]
        last[DETECTOR].clamp_(min=0)
        after = made.module(picture)[0, DETECTOR, SIDE // 2, SIDE // 2]
    assert after > before + 0.1


def test_that_pruning_drops_weak_edges_and_what_hangs_on_them():
    whole = result("circuit", planted("bottleneck"), f"n/last/{DETECTOR}", depth=2, inputs=6, most=20)
    least = sorted(edge.strength for edge in whole.edges)[len(whole.edges) // 2]
    half = pruned(whole, least)
    assert {edge.strength >= least for edge in half.edges} == {True}
    assert len(half.edges) < len(whole.edges)
    reached = {edge.source for edge in half.edges} | {whole.units[0].end}
    assert {unit.end for unit in half.units} == reached
    weakest = whole.edges[-1].source
    assert weakest in {unit.end for unit in pruned(whole, least, held={weakest}).units} or all(
        edge.target not in reached for edge in whole.edges if edge.source == weakest
    )


def test_that_a_removed_unit_takes_what_only_it_connects_along():
    whole = result("circuit", planted("bottleneck"), f"n/last/{CURVE}", depth=2, inputs=3, most=20)
    gone = next(edge.source for edge in whole.edges if edge.target == whole.units[0].end)
    left = pruned(whole, 0.0, removed={gone})
    assert gone not in {unit.end for unit in left.units}
    assert all(gone not in (edge.source, edge.target) for edge in left.edges)
    only = {edge.source for edge in whole.edges if edge.target == gone} - {
        edge.source for edge in whole.edges if edge.target != gone
    }
    assert only.isdisjoint({unit.end for unit in left.units})
    assert pruned(whole, 9.0).units == whole.units[:1], "the unit itself stays"


def test_that_a_circuit_survives_its_document():
    whole = result("circuit", planted("cat"), f"n/last/{CURVE}", depth=2, inputs=3)
    again = from_document(json.loads(json.dumps(document(whole))))
    assert again.units == whole.units
    assert document(again) == document(whole)
    for edge, other in zip(whole.edges, again.edges, strict=True):
        np.testing.assert_array_equal(edge.kernel, other.kernel)


def test_that_cards_do_not_overlap_and_inputs_stand_left_of_what_reads_them():
    whole = result("circuit", planted("residual"), f"n/last/{CURVE}", depth=3, inputs=5, most=30)
    places, width, height = lay_out(whole)
    assert places.keys() == {unit.end for unit in whole.units}
    corners = list(places.values())
    for i, (x, y) in enumerate(corners):
        assert 0 <= x <= width - CARD_WIDTH
        assert 0 <= y <= height - CARD_HEIGHT
        for other_x, other_y in corners[:i]:
            assert abs(x - other_x) >= CARD_WIDTH or abs(y - other_y) >= CARD_HEIGHT
    for edge in whole.edges:
        assert places[edge.source][0] < places[edge.target][0]


def test_that_no_card_covers_a_kernel_where_a_column_of_units_has_two_lanes():
    kernel = np.ones((3, 3), np.float32)
    ends = [("before", unit) for unit in range(9)] + [("last", 0), ("last", 1)]
    units = tuple(CircuitUnit(*end, 1, 1.0) for end in ends)
    edges = tuple(
        CircuitEdge(source, target, 1.0, 1.0, 0.1, 1.0, kernel) for source in ends[:9] for target in ends[9:]
    )
    whole = replace(result("circuit", planted("relu"), "n/stem/0"), units=units, edges=edges)
    places, _, _ = lay_out(whole)
    assert len({x for (node, _), (x, _) in places.items() if node == "before"}) == 2, "two lanes"
    drawn = kernel_places(whole, places)
    for i, (x, y) in enumerate(drawn):
        for left, top in places.values():
            across = max(left - (x + KERNEL / 2), x - KERNEL / 2 - left - CARD_WIDTH)
            down = max(top - (y + KERNEL / 2), y - KERNEL / 2 - top - CARD_HEIGHT)
            assert max(across, down) >= 0
        own = [p for p, edge in zip(drawn[:i], edges, strict=False) if edge.source == edges[i].source]
        assert all(abs(x - other_x) + abs(y - other_y) > 1 for other_x, other_y in own)


def test_that_the_drawing_shows_every_unit_and_the_sign_of_every_edge():
    whole = result("circuit", planted("norm"), f"n/last/{DETECTOR}", depth=1, inputs=8)
    picture = png(np.zeros((4, 4, 3), np.uint8))
    root = ElementTree.fromstring(svg(whole, {whole.units[0].end: picture}).encode())
    space = "{http://www.w3.org/2000/svg}"
    strokes = [path.get("stroke") for path in root.iter(f"{space}path")]
    assert strokes.count(NEGATIVE) == sum(edge.sum < 0 for edge in whole.edges) >= 4
    assert strokes.count(POSITIVE) == sum(edge.sum >= 0 for edge in whole.edges)
    texts = [text.text for text in root.iter(f"{space}text")]
    assert "linear approximation" in texts[0]
    assert {str(unit.unit) for unit in whole.units} <= set(texts)
    assert len(list(root.iter(f"{space}image"))) == len(whole.edges) + 1


def test_that_a_unit_that_reads_the_picture_is_a_circuit_of_its_own():
    whole = result("circuit", planted("relu"), "n/stem/0")
    assert [unit.end for unit in whole.units] == [("stem", 0)]
    assert whole.edges == ()
    assert "<svg" in svg(whole)
