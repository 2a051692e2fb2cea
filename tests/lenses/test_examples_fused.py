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
from inspector.lenses.examples.lines import Line, lines_of
from inspector.lenses.examples.passes import Wanted
from inspector.lenses.examples.rooms import Limits, Room
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
        self.pool, self.head = nn.MaxPool2d(3, 2), nn.Linear(18, 20)
        for norm in (self.bn, self.plain):
            norm.running_mean.normal_()
            norm.running_var.uniform_(0.1, 3)
        nn.init.normal_(self.bn.weight)
        nn.init.normal_(self.bn.bias)
        with torch.no_grad():
            self.bn.weight[4] = 0

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        first = self.relu(self.bn(self.conv(x)))
        raw = self.other(first)
        second = self.plain(raw)
        crossed = torch.relu(torch.cat([raw, second], 1))
        joined = torch.cat([second, torch.relu(second)], 1) + crossed
        return torch.relu(self.head(torch.relu(self.pool(joined) + 0.25).amax((2, 3))))


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


def watched(network, batch, *, limits=None, places=None):
    """What is found of each node, as [n, units]; the positions of all maxima, or of those that pass."""
    nodes = {name: node for name, node in network.nodes.items() if node.units}
    wanted = Wanted.ends(nodes.values(), len(batch))
    if limits is None:
        # Everything passes, so that every position is looked for.
        limits = {
            size: Limits(np.full(room.peaks.shape[1], -np.inf, np.float32), one.low)
            for (size, room), one in zip(wanted.rooms.items(), wanted.limits.values(), strict=True)
        }
    if places is not None:
        looked_at = {size: places % size for size in wanted.rooms}
        rooms = {
            size: Room.empty(room.peaks.shape[1], len(batch), places.shape[1])
            for size, room in wanted.rooms.items()
        }
        wanted = wanted._replace(places=looked_at, rooms=rooms)
    wanted = wanted._replace(limits=limits)
    boards = wanted.boards(slice(0, len(batch)))
    watch = Watch(network, nodes, boards, None, CancelToken(), lines=lines_of(network))
    with torch.inference_mode(), watch:
        network.module(batch)
    watch.settle()
    return watch, wanted


def by_node(watch, wanted):
    """Maxima, minima, means, positions and rows of each node that was computed."""
    for size, columns in wanted.columns.items():
        room = wanted.rooms[size]
        for name in watch.seen.intersection(columns):
            units = columns[name]
            ends = (one[:, units] for one in (room.peaks, room.lowest, room.means, room.places))
            yield name, *map(torch.from_numpy, ends), room.rows[units] if room.rows is not None else None


@pytest.mark.parametrize("compiled", [True, False])
def test_that_every_node_is_as_value_by_value(network, batch, compiled, monkeypatch):
    if not compiled:
        monkeypatch.setattr(fused, "loops", lambda: None)
    places = np.arange(10).reshape(5, 2) * 7
    watch, wanted = watched(network, batch, places=places)
    assert {"conv", "bn", "relu", "other", "plain", "cat", "pool", "head"} <= watch.seen
    for name, peaks, lowest, means, found, rows in by_node(watch, wanted):
        value = values_at(network, batch, [name])[name]
        value = value.flatten(2) if value.ndim > 2 else value[..., None]
        assert torch.equal(peaks, value.amax(2)), name
        assert torch.equal(lowest, value.amin(2)), name
        assert torch.equal(found, value.argmax(2)), name
        torch.testing.assert_close(means, value.mean(2), rtol=1e-5, atol=2e-6)
        chosen = torch.from_numpy(places % value.shape[2])[:, None].expand(-1, value.shape[1], -1)
        assert torch.equal(rows, value.gather(2, chosen).movedim(1, 0).flatten(1)), name


def test_that_places_are_looked_up_where_a_maximum_passes_its_limits(network, batch):
    watch, wanted = watched(network, batch)
    limits = {
        size: Limits(np.nextafter(room.peaks.max(0), np.float32(-np.inf)), room.peaks.min(0))
        for size, room in wanted.rooms.items()
    }
    all_places = {name: places for name, _, _, _, places, _ in by_node(watch, wanted)}
    again, fewer = watched(network, batch, limits=limits)
    looked_up = 0
    for name, peaks, _, _, places, _ in by_node(again, fewer):
        high = peaks.amax(0)
        assert torch.equal(places[peaks == high], all_places[name][peaks == high]), name
        looked_up += int((peaks == high).sum())
    assert looked_up > len(watch.seen)


class Twisted(nn.Module):
    """What it computes a picture's normalisation of hangs on the picture."""

    def __init__(self) -> None:
        super().__init__()
        self.conv, self.bn = nn.Conv2d(3, 16, 3), nn.BatchNorm2d(16)
        self.bn.running_mean.normal_()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        first = self.conv(x)
        if x[0, 0, 0, 0] > 5:
            first.mul_(2)
        elif x[0, 0, 0, 0] < -5:
            first = first[..., :] - 1
        return self.bn(first)


@pytest.mark.parametrize("corner", [0.0, 6.0, -6.0])
def test_that_a_normalisation_of_something_else_is_looked_at(corner):
    torch.manual_seed(6)
    network = Network(Twisted().eval(), name="t", preprocessing=Preprocessing((SIZE, SIZE)))
    batch = torch.randn(2, 3, SIZE, SIZE).to(memory_format=torch.channels_last)
    batch[0, 0, 0, 0] = corner
    watch, wanted = watched(network, batch)
    found = {name: (peaks, means) for name, peaks, _, means, _, _ in by_node(watch, wanted)}
    value = network.module(batch).flatten(2).detach()
    assert torch.equal(found["bn"][0], value.amax(2))
    torch.testing.assert_close(found["bn"][1], value.mean(2), rtol=1e-5, atol=2e-6)


def looked(value, line=None):
    """Maxima, minima, means, means of what is above zero, and the ends of blocks."""
    n, _, units = value.shape
    found = tuple(np.empty((n, units + 2), np.float32) for _ in range(4))
    edges = fused.look(value.numpy(), line or fused.straight(units), 2, 1, found)
    return [
        torch.from_numpy(one[:, first : first + units])
        for one, first in zip(found, (2, 2, 2, 1), strict=True)
    ] + [torch.from_numpy(edges)]


@pytest.mark.parametrize("shape", [(1, 1, 1), (3, 7, 5), (4, 515, 33)])
@pytest.mark.parametrize("threads", [1, 2])
def test_that_one_look_finds_what_four_find(shape, threads, monkeypatch):
    monkeypatch.setattr(torch, "get_num_threads", lambda: threads)
    monkeypatch.setattr(fused, "_WORTH_SHARING", 0)
    value = torch.randn(shape, generator=torch.Generator().manual_seed(5)) - 0.5
    peaks, lowest, means, fired, edges = looked(value)
    assert torch.equal(peaks, value.amax(1))
    assert torch.equal(lowest, value.amin(1))
    exact = value.double()
    torch.testing.assert_close(means.double(), exact.mean(1), rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(fired.double(), exact.relu().mean(1), rtol=1e-5, atol=1e-6)
    for block in range(edges.shape[2]):
        part = value[:, block * fused.BLOCK : (block + 1) * fused.BLOCK]
        assert torch.equal(edges[:, 0, block], part.amax(1))
        assert torch.equal(edges[:, 1, block], part.amin(1))
    assert edges.shape[2] * fused.BLOCK >= value.shape[1]


@pytest.mark.parametrize("units", [1, 5, 16, 77])
@pytest.mark.parametrize("affine", [True, False])
def test_that_a_line_is_its_normalisation_to_the_last_bit(units, affine):
    torch.manual_seed(units)
    norm = nn.BatchNorm2d(units, affine=affine).eval()
    norm.running_mean.normal_()
    norm.running_var.uniform_(1e-3, 40)
    if affine:
        nn.init.normal_(norm.weight)
        nn.init.normal_(norm.bias, std=3)
    value, line = 10 * torch.randn(3, 77, units), Line.of(norm)
    expected = norm(value.movedim(2, 1)[..., None].to(memory_format=torch.channels_last))
    expected = expected[..., 0].movedim(1, 2).detach()
    made = np.empty((3 * 77, units), np.float32)
    fused.loops().along(value.reshape(-1, units).numpy(), *line, made)
    assert np.array_equal(made, expected.reshape(-1, units).numpy())
    _, _, _, fired, _ = looked(value, (line.factor, line.offset))
    torch.testing.assert_close(fired, expected.relu().mean(1), rtol=1e-5, atol=1e-5)
    assert Line.of(norm.train()) is None
    assert Line.of(nn.BatchNorm2d(4, track_running_stats=False).eval()) is None


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_that_a_value_that_is_no_number_shows_in_the_mean(bad):
    value = torch.zeros(2, 9, 3)
    value[1, 5, 2] = bad
    means = looked(value)[2]
    assert torch.isfinite(means).flatten().tolist() == [True] * 5 + [False]


@pytest.mark.parametrize("seen", [True, False])
def test_that_the_first_of_equal_positions_is_found(seen):
    value = torch.randint(0, 4, (6, 150, 8), generator=torch.Generator().manual_seed(6)).float()
    high, low = np.full(8, 2.5, np.float32), np.full(8, -np.inf, np.float32)
    high[3] = np.inf
    edges = looked(value)[4].numpy() if seen else np.empty((6, 0, 0, 0), np.float32)
    places = np.zeros((6, 8), np.int64)
    along = *fused.straight(8), True, places, fused.BLOCK
    known = value.numpy(), 0, value.amax(1).numpy(), high, low, edges, *along
    assert not fused.loops().find(*known, 6 * 7 - 1)
    assert not places.any()
    assert fused.loops().find(*known, 6 * 7)
    expected = value.argmax(1)
    expected[:, 3] = 0
    assert np.array_equal(places, expected.numpy())


def test_that_values_are_gathered_unit_by_unit():
    value = torch.randn(3, 20, 70, generator=torch.Generator().manual_seed(7))
    places = torch.tensor([[0, 19, 7], [5, 5, 1], [2, 3, 18]])
    expected = torch.stack([value[i, place] for i in range(3) for place in places[i]], 1)
    room = np.zeros((72, 11), np.float32)
    fused.loops().gather(value.numpy(), places.numpy(), room, 2, 1, fused.COLUMNS)
    assert np.array_equal(room[2:, 1:-1], expected.numpy())
    assert not room[:2].any()


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
