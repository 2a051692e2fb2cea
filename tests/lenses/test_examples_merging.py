"""What a scan keeps is the same, to the last bit, in whatever order and shares pictures come."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from inspector.lenses.examples import counting, upkeep
from inspector.lenses.examples.extremes import Extremes
from inspector.lenses.examples.keys import EMPTY, keys, places_of, unmixed
from inspector.lenses.examples.receptive import fields
from inspector.lenses.examples.spectrum import Spectrum
from inspector.lenses.examples.spectrum_size import SLOTS, STEP
from inspector.lenses.examples.sums import Pairs, Scale, Sums
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing

UNITS, QUILT, CLASSES = 3, 4, 2
SEEDS = st.integers(0, 2**32 - 1)


def same(one, other):
    for name, array in one.arrays().items():
        np.testing.assert_array_equal(array, other.arrays()[name], err_msg=name)


def batches(seed, count=5):
    random = np.random.default_rng(seed)
    # Of very different strength, so that bins have to grow, and signs that come late.
    scale = 10.0 ** random.uniform(-3, 3, (count, 1, UNITS))
    values = (random.normal(size=(count, 40, UNITS)) * scale).astype(np.float32)
    values[random.random(values.shape) < 0.3] = 0
    key = keys(np.arange(count), np.broadcast_to(np.arange(40), (count, 40)))
    return values, key, random.integers(-1, CLASSES, (count, 40))


def spectrum(parts):
    made = Spectrum(UNITS, QUILT, CLASSES)
    for values, key, labels in parts:
        made.add(torch.from_numpy(values.T.copy()), key, labels)
    made.settle()
    return made


@given(SEEDS, st.permutations(range(5)), st.integers(0, 5))
@settings(deadline=None, max_examples=40)
def test_that_histogram_quilt_and_classes_merge_exactly(seed, order, cut):
    parts = list(zip(*batches(seed), strict=True))
    whole = spectrum(parts)
    one, other = spectrum(parts[i] for i in order[:cut]), spectrum(parts[i] for i in order[cut:])
    one.merge(other)
    same(whole, one)
    same(whole.bins, one.bins)


@pytest.mark.parametrize("seed", range(8))
def test_that_compiled_loops_count_as_torch_does(seed, monkeypatch):
    parts = list(zip(*batches(seed), strict=True))
    monkeypatch.setattr(counting, "WORTH_COMPILING", 1 << 30)
    plain = spectrum(parts)
    monkeypatch.setattr(counting, "WORTH_COMPILING", 0)
    compiled = spectrum(parts)
    assert counting.loops() is not None
    same(plain, compiled)
    same(plain.bins, compiled.bins)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("sign", [1, -1])
def test_that_compiled_loops_keep_the_same_extremes_and_sums(seed, sign, monkeypatch):
    random = np.random.default_rng(seed)
    values = random.integers(-5, 6, (9, 7, UNITS)).astype(np.float32) / 4
    places, labels = random.integers(0, 99, values.shape), random.integers(-1, CLASSES, (9, 7))
    scale, made = Scale.of(values[0], values[0]), []
    for worth in (1 << 30, 0):
        monkeypatch.setattr(upkeep, "WORTH_COMPILING", worth)
        made.append((Extremes(UNITS, 10, sign), Sums(scale, CLASSES)))
        for i in range(9):
            made[-1][0].add(values[i], places[i], np.arange(7 * i, 7 * i + 7))
            made[-1][1].add(values[i], values[i] / 3, labels[i])
    assert upkeep.loops() is not None
    assert made[0][0].index.max() < 63
    for plain, compiled in zip(*made, strict=True):
        same(plain, compiled)


def test_that_compiled_sums_of_places_are_the_same(monkeypatch):
    values = torch.randn(UNITS, 700, generator=torch.Generator().manual_seed(8)) * torch.tensor(
        [[1e-3], [1], [1e3]]
    )
    scale, made = Scale.of(values.T.numpy(), values.T.numpy()), []
    for worth in (1 << 30, 0):
        monkeypatch.setattr(counting, "WORTH_COMPILING", worth)
        made.append(Sums(scale, 0))
        low, high = made[-1].add_places(values)
        np.testing.assert_array_equal(low, values.amin(1))
        np.testing.assert_array_equal(high, values.amax(1))
    same(*made)
    assert made[0].squares.all()


def test_that_products_of_many_pictures_add_up_exactly_in_every_grouping():
    peaks = np.random.default_rng(7).normal(1, 2, (700, UNITS)).astype(np.float32)
    scale = Scale.of(peaks[:8], peaks[:8])
    made = []
    for size in (1, 64, 700):
        made.append(Pairs(scale.pivot, scale.spread))
        for start in range(0, 700, size):
            made[-1].add(peaks[start : start + size])
    same(made[0], made[1])
    same(made[0], made[2])
    np.testing.assert_allclose(made[0].correlation(700), np.corrcoef(peaks.T.astype(float)), atol=1e-4)


@given(SEEDS)
@settings(deadline=None, max_examples=20)
def test_that_the_quilt_holds_the_smallest_keys_of_every_range(seed):
    values, key, labels = batches(seed)
    made = spectrum(zip(values, key, labels, strict=True))
    for unit in range(UNITS):
        numbers = np.floor(values[..., unit].astype(float) / made.bins.safe_width[unit]).astype(int)
        slots = numbers // STEP - made.bins.start[unit] // STEP
        for slot in range(SLOTS):
            here = slots == slot
            expected = np.sort(key[here])[:QUILT]
            kept = made.keys[unit, slot]
            np.testing.assert_array_equal(kept[kept < EMPTY], expected)
            for one, value in zip(kept, made.values[unit, slot], strict=True):
                assert one == EMPTY or values[..., unit][key == one] == value
            counted = [(labels[here] == label).sum() for label in range(CLASSES)]
            assert made.classes[unit, slot].tolist() == counted


@given(SEEDS, st.integers(1, 6), st.integers(0, 20))
@settings(deadline=None, max_examples=40)
def test_that_extremes_merge_to_those_of_sorting_everything(seed, k, cut):
    random = np.random.default_rng(seed)
    values = random.integers(-4, 5, (UNITS, 20)).astype(np.float32)
    places = random.integers(0, 100, values.shape)
    for sign in (1, -1):
        parts = [np.arange(20)[i::2] for i in (0, 1)] if cut % 2 else [np.arange(cut), np.arange(cut, 20)]
        made = []
        for part in parts:
            made.append(Extremes(UNITS, k, sign))
            for some in np.array_split(part, 3):
                made[-1].add(values[:, some].T, places[:, some].T, some)
        made[0].merge(made[1])
        for unit in range(UNITS):
            order = sorted(range(20), key=lambda i: (-sign * values[unit, i], i))[:k]
            assert made[0].index[unit, : len(order)].tolist() == order
            assert made[0].place[unit, : len(order)].tolist() == places[unit, order].tolist()


@given(SEEDS, st.integers(1, 5))
@settings(deadline=None, max_examples=30)
def test_that_sums_merge_exactly_and_are_right(seed, cut):
    random = np.random.default_rng(seed)
    peaks = (random.normal(3, 2, (6, 8, UNITS))).astype(np.float32)
    means, labels = (peaks / 3).astype(np.float32), random.integers(-1, CLASSES, (6, 8))
    scale = Scale.of(means[0], peaks[0])

    def summed(chosen):
        sums, pairs = Sums(scale, CLASSES), Pairs(scale.pivot, scale.spread)
        for i in chosen:
            sums.add(peaks[i], means[i], labels[i])
            sums.add_places(torch.from_numpy(peaks[i].T.copy()))
            pairs.add(peaks[i])
        return sums, pairs

    whole, pairs = summed(range(6))
    (one, one_pairs), (other, other_pairs) = summed(range(cut, 6)), summed(reversed(range(cut)))
    one.merge(other)
    one_pairs.merge(other_pairs, cut * 8)
    same(whole, one)
    same(pairs, one_pairs)
    flat = peaks.reshape(-1, UNITS).astype(float)
    np.testing.assert_allclose(whole.unit("mean"), means.reshape(-1, UNITS).sum(0), rtol=1e-5)
    np.testing.assert_allclose(whole.unit("squares"), (flat**2).sum(0), rtol=1e-5)
    np.testing.assert_allclose(pairs.correlation(48), np.corrcoef(flat.T), atol=2e-4)
    for label in range(CLASSES):
        expected = flat[labels.ravel() == label].sum(0)
        np.testing.assert_allclose(whole.unit("classes")[label], expected, rtol=1e-5, atol=1e-5)


def test_that_sums_of_other_scales_merge_nearly():
    peaks = np.random.default_rng(0).normal(2, 1, (2, 30, UNITS)).astype(np.float32)
    made = []
    for part in peaks:
        scale = Scale.of(part[:4], part[:4] * np.float32(1 + len(made) * 3))
        made.append((Sums(scale, 0), Pairs(scale.pivot, scale.spread)))
        made[-1][0].add(part, part, np.full(30, -1))
        made[-1][1].add(part)
    assert made[0][0].scale != made[1][0].scale
    made[0][0].merge(made[1][0])
    made[0][1].merge(made[1][1], 30)
    flat = peaks.reshape(-1, UNITS).astype(float)
    np.testing.assert_allclose(made[0][0].unit("mean"), flat.sum(0), rtol=1e-5)
    np.testing.assert_allclose(made[0][1].correlation(60), np.corrcoef(flat.T), atol=1e-3)


@given(st.lists(st.tuples(st.integers(0, 2**26 - 1), st.integers(0, 2**20 - 1)), min_size=1, unique=True))
def test_that_keys_tell_picture_and_place_and_are_all_different(pairs):
    pictures, places = np.array(pairs).T
    made = keys(pictures, places[:, None])
    assert len(np.unique(made)) == len(pairs)
    back = unmixed(made[:, 0])
    np.testing.assert_array_equal(back, (pictures, places))


def test_that_keys_favour_no_picture_and_no_place():
    made = keys(np.arange(1000), np.broadcast_to(np.arange(49), (1000, 49)))
    smallest = np.argsort(made.ravel())[:4900]
    assert abs((smallest // 49).mean() / 499.5 - 1) < 0.05
    assert abs((smallest % 49).mean() / 24 - 1) < 0.05


@pytest.mark.parametrize("positions", [17, 49, 196, 3136, 12544])
def test_that_every_place_is_looked_at_as_often_as_every_other(positions):
    places = places_of(np.arange(4000), positions, 16)
    assert all(len(set(row)) == 16 for row in places[:50].tolist())
    counts = np.bincount(places.ravel(), minlength=positions)
    expected = 4000 * 16 / positions
    assert abs(counts - expected).max() < 6 * expected**0.5 + 1


def test_that_receptive_fields_are_where_gradients_come_from():
    torch.manual_seed(0)
    module = nn.Sequential(
        nn.Conv2d(3, 4, 5, stride=2, padding=2), nn.ReLU(), nn.AvgPool2d(3, 2), nn.Conv2d(4, 2, 3, dilation=2)
    )
    network = Network(module, name="n", preprocessing=Preprocessing((48, 48)))
    found = fields(network, {}, ("0", "2", "3"))
    for name, field in found.items():
        assert field.source == "graph"
        picture = torch.rand(1, 3, 48, 48, requires_grad=True)
        value = module[: int(name) + 1](picture)
        y, x = (side // 2 for side in value.shape[2:])
        (gradient,) = torch.autograd.grad(value[0, :, y, x].pow(2).sum(), picture)
        seen = np.argwhere(gradient[0].abs().sum(0).numpy() > 0)
        left, top, right, bottom = field.pixels(y, x, (48, 48))
        assert (seen.min(0) >= (top, left)).all()
        assert (seen.max(0) < (bottom, right)).all()
        assert (np.ptp(seen, 0) + 1 >= np.array([bottom - top, right - left]) - 1).all()


def test_that_an_unknown_operation_is_looked_through_by_gradients():
    class Odd(nn.Module):
        def forward(self, x):
            return torch.nn.functional.avg_pool2d(x, 3, 1, 1).roll(0, 2) * x.softmax(1)

    network = Network(
        nn.Sequential(nn.Conv2d(3, 4, 3), Odd()), name="n", preprocessing=Preprocessing((16, 16))
    )
    field = fields(network, {}, ("1",))["1"]
    assert field.source == "gradients"
    assert 3 <= field.size[0] <= 7
