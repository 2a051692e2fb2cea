"""The compiled look at a map, and what is inferred without one, find what torch finds value by value."""

from __future__ import annotations

import sys
from types import FunctionType

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.examples import fused
from inspector.lenses.examples.compiled import compiled
from inspector.lenses.examples.lines import Line, lines_behind
from inspector.lenses.examples.reduced import Limits
from inspector.lenses.examples.watch import Watch
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at

SIZE = 66
"""Pictures whose first maps have more than 2**16 values, from which on the loops are compiled."""


class Joining(nn.Module):
    """Convolutions with batch normalisations that rise, fall and stand still, rectified, joined and added."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.bn, self.relu = nn.Conv2d(3, 17, 3), nn.BatchNorm2d(17), nn.ReLU(inplace=True)
        self.other, self.plain = nn.Conv2d(17, 9, 3), nn.BatchNorm2d(9, affine=False)
        self.pool = nn.MaxPool2d(3, 2)
        for norm in (self.bn, self.plain):
            norm.running_mean.normal_()
            norm.running_var.uniform_(0.1, 3)
        nn.init.normal_(self.bn.weight)
        nn.init.normal_(self.bn.bias)
        with torch.no_grad():
            self.bn.weight[4] = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        first = self.relu(self.bn(self.conv(x)))
        second = self.plain(self.other(first))
        joined = torch.cat([second, torch.relu(second)], 1)
        return torch.relu(self.pool(joined) + 0.25)


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(3)
    return Network(Joining().eval(), name="n", preprocessing=Preprocessing((SIZE, SIZE)))


@pytest.fixture(scope="module")
def batch(network):
    torch.manual_seed(4)
    # Few different values, so that many positions are equally high.
    pictures = torch.randint(-2, 3, (5, 3, SIZE, SIZE)).float()
    return pictures.to(memory_format=torch.channels_last)


def watched(network, batch, limits=None):
    nodes = {name: node for name, node in network.nodes.items() if node.units}
    watch = Watch(network, nodes, limits, {}, None, CancelToken(), lines=lines_behind(network))
    with torch.inference_mode(), watch:
        network.module(batch)
    return nodes, watch


@pytest.mark.parametrize("compiled", [True, False])
def test_that_every_node_is_as_value_by_value(network, batch, compiled, monkeypatch):
    if not compiled:
        monkeypatch.setattr(fused, "loops", lambda: None)
    _, watch = watched(network, batch)
    assert {"conv", "bn", "relu", "other", "plain", "cat", "pool"} <= set(watch.reduced)
    for name, found in watch.reduced.items():
        value = values_at(network, batch, [name])[name].flatten(2)
        assert torch.equal(found.peaks, value.amax(2)), name
        assert torch.equal(found.lowest, value.amin(2)), name
        assert torch.equal(found.places, value.argmax(2)), name
        torch.testing.assert_close(found.means, value.mean(2), rtol=1e-5, atol=2e-6)


def test_that_places_are_looked_up_where_a_maximum_passes_its_limits(network, batch):
    nodes, watch = watched(network, batch)
    limits = {
        name: Limits(found.peaks.amax(0).nextafter(torch.tensor(-torch.inf)), found.peaks.amin(0))
        for name, found in watch.reduced.items()
    }
    _, again = watched(network, batch, limits)
    looked_up = 0
    for name, found in again.reduced.items():
        passing = (found.peaks > limits[name].high) | (found.peaks < limits[name].low)
        assert torch.equal(found.places[passing], watch.reduced[name].places[passing]), name
        looked_up += int(passing.sum())
    assert looked_up > len(nodes)


@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 7, 5), (4, 515, 33)])
@pytest.mark.parametrize("threads", [1, 2])
def test_that_one_look_finds_what_four_find(shape, threads, monkeypatch):
    monkeypatch.setattr(torch, "get_num_threads", lambda: threads)
    monkeypatch.setattr(fused, "_WORTH_SHARING", 0)
    value = torch.randn(shape, generator=torch.Generator().manual_seed(5)) - 0.5
    looked = fused.look(value)
    assert torch.equal(looked.peaks, value.amax(1))
    assert torch.equal(looked.lowest, value.amin(1))
    exact = value.double()
    torch.testing.assert_close(looked.means.double(), exact.mean(1), rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(looked.fired.double(), exact.relu().mean(1), rtol=1e-5, atol=1e-6)
    for block in range(looked.blocks.shape[2]):
        part = value[:, block * fused.BLOCK : (block + 1) * fused.BLOCK]
        assert torch.equal(looked.blocks[0, :, block], part.amax(1))
        assert torch.equal(looked.blocks[1, :, block], part.amin(1))
    assert looked.blocks.shape[2] * fused.BLOCK >= value.shape[1]


def test_that_a_look_tells_what_comes_above_zero_along_a_line():
    torch.manual_seed(9)
    norm = nn.BatchNorm2d(5).eval()
    for values in (norm.running_mean, norm.weight.data, norm.bias.data):
        values.normal_()
    norm.running_var.uniform_(0.2, 2)
    norm.weight.data[2] = -1.5
    value, line = torch.randn(3, 77, 5), Line.of(norm)
    looked = fused.look(value, line)
    expected = norm(value.movedim(2, 1)[..., None])[..., 0].movedim(1, 2).detach()
    torch.testing.assert_close(looked.ahead, expected.relu().mean(1), rtol=1e-5, atol=1e-6)
    made = looked.through(line, looked.ahead)
    assert torch.equal(made.peaks, expected.amax(1))
    assert torch.equal(made.lowest, expected.amin(1))
    assert torch.equal(made.blocks[0, :, 1], expected[:, fused.BLOCK :].amax(1))
    assert 2 in line.falls
    assert Line.of(norm.train()) is None


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_that_a_value_that_is_no_number_shows_in_the_mean(bad):
    value = torch.zeros(2, 9, 3)
    value[1, 5, 2] = bad
    looked = fused.look(value)
    assert torch.isfinite(looked.means).flatten().tolist() == [True] * 5 + [False]


@pytest.mark.parametrize("seen", [True, False])
def test_that_the_first_of_equal_positions_is_found(seen):
    value = torch.randint(0, 4, (6, 150, 8), generator=torch.Generator().manual_seed(6)).float()
    peaks, limits = value.amax(1), (torch.full((8,), 2.5), torch.full((8,), -torch.inf))
    limits[0][3] = torch.inf
    found = fused.find(value, peaks, limits, 6 * 7, fused.look(value) if seen else None)
    expected = value.argmax(1)
    expected[:, 3] = 0
    assert torch.equal(found, expected)
    assert fused.find(value, peaks, limits, 6 * 7 - 1) is None


def test_that_values_are_gathered_unit_by_unit():
    value = torch.randn(3, 20, 70, generator=torch.Generator().manual_seed(7))
    places = torch.tensor([[0, 19, 7], [5, 5, 1], [2, 3, 18]])
    expected = torch.stack([value[i, place] for i in range(3) for place in places[i]], 1)
    room = torch.empty(70, 9)
    fused.gather(value, places, room)
    assert torch.equal(room, expected)


def _double(x):
    return 2 * x


def test_that_a_packed_programs_loops_are_kept_once_wherever_it_is_started(monkeypatch, tmp_path):
    pytest.importorskip("numba")
    monkeypatch.setattr(sys, "frozen", True, raising=False)  # so numba keeps what has no source at hand
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for start in ("here", "there"):
        (tmp_path / start).mkdir()
        monkeypatch.chdir(tmp_path / start)
        code = _double.__code__.replace(co_filename="packed/loops.py")
        assert compiled(FunctionType(code, globals()))(21) == 42
    kept = [file.parent.name for file in (tmp_path / "cache").rglob("*.nbi")]
    assert len(kept) == 1
    assert kept[0].startswith("packed_")
