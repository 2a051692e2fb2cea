"""A scan finds what recording everything and sorting it finds."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from torch import nn

from inspector.lenses.examples.document import document
from inspector.lenses.examples.extremes import Extremes
from inspector.lenses.examples.spectrum import Spectrum
from inspector.lenses.examples.spectrum_size import BINS
from inspector.lenses.run import result, run
from inspector.network.errors import AddressError, InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import Cancelled, CancelToken
from inspector.probe.record import record

COUNT = 13


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    where = tmp_path_factory.mktemp("pictures")
    random = np.random.default_rng(1)
    for index in range(COUNT):
        # Of very different strength, so that later pictures outgrow the histogram of the first.
        pixels = random.integers(0, 2 + 250 * index // (COUNT - 1), (10, 10, 3), np.uint8)
        Image.fromarray(pixels).save(where / f"{index:02}.png")
    return where


@pytest.fixture(scope="module")
def network():
    torch.manual_seed(2)
    module = nn.Sequential(
        nn.Conv2d(3, 5, 3), nn.ReLU(inplace=True), nn.Conv2d(5, 4, 3), nn.Flatten(), nn.Linear(144, 3)
    )
    return Network(module, name="n", preprocessing=Preprocessing((10, 10)))


def everything(network, folder, node):
    """Values [pictures, units, positions] of one node."""
    values = record(network, sorted(folder.glob("*.png")), [node])[node]
    return values.reshape(*values.shape[:2], -1)


def scanned(network, folder, address="n", **parameters):
    return result("examples", network, address, pictures=(str(folder),), **parameters)


@pytest.mark.parametrize("batch_size", [1, 4, 100])
@pytest.mark.parametrize("node", ["0", "1", "2", "4"])
def test_that_extremes_are_those_of_sorting_everything(network, folder, node, batch_size):
    found = scanned(network, folder, nodes=(node,), top=4, batch_size=batch_size)[node]
    peaks = everything(network, folder, node).max(2)
    order = np.argsort(-peaks, axis=0, kind="stable")[:4].T
    np.testing.assert_array_equal(found.top_index, order)
    np.testing.assert_allclose(found.top_value, np.take_along_axis(peaks.T, order, 1), rtol=1e-5, atol=1e-6)
    order = np.argsort(peaks, axis=0, kind="stable")[:4].T
    np.testing.assert_array_equal(found.bottom_index, order)
    np.testing.assert_allclose(
        found.bottom_value, np.take_along_axis(peaks.T, order, 1), rtol=1e-5, atol=1e-6
    )


def test_that_places_are_where_the_maximum_is(network, folder):
    found, values = scanned(network, folder, nodes=("0",), top=3)["0"], everything(network, folder, "0")
    for index, place, value in (
        (found.top_index, found.top_place, found.top_value),
        (found.bottom_index, found.bottom_place, found.bottom_value),
    ):
        for unit in range(5):
            at = values[index[unit], unit, place[unit]]
            np.testing.assert_allclose(at, value[unit], rtol=1e-5)
            np.testing.assert_allclose(at, values[index[unit], unit].max(1), rtol=1e-5)
    assert found.map_shape == (8, 8)


@pytest.mark.parametrize("batch_size", [1, 5])
@pytest.mark.parametrize("node", ["0", "1", "4"])
def test_that_distributions_are_those_of_all_values(network, folder, node, batch_size):
    found = scanned(network, folder, nodes=(node,), batch_size=batch_size)[node]
    values = everything(network, folder, node).swapaxes(0, 1).reshape(len(found.mean), -1).astype(float)
    np.testing.assert_allclose(found.mean, values.mean(1), rtol=1e-4, atol=1e-7)
    np.testing.assert_allclose(found.variance, values.var(1), rtol=1e-4, atol=1e-9)
    np.testing.assert_allclose(found.firing, (values > 0).mean(1))
    assert (found.counts.sum(1) == values.shape[1]).all()


# Not beyond what float32 can hold of the one in units of the other.
LARGE = st.floats(2.0**10, 2.0**99, width=32)
SMALL = st.floats(2.0**-10, 2, width=32)
ANY = st.one_of(LARGE, SMALL, LARGE.map(lambda x: -x), SMALL.map(lambda x: -x))


def spectrum_of(batches, units=1, **options):
    spectrum, first = Spectrum(units, options.get("quilt", 3), options.get("classes", 0)), 0
    for batch in batches:
        rows = torch.as_tensor(batch, dtype=torch.float32).view(-1, units)
        spectrum.add(rows.T, np.arange(first, first + len(rows)) * 7919 % 10007, np.full(len(rows), -1))
        first += len(rows)
    return spectrum


def histogram(spectrum):
    width = spectrum.bins.safe_width[:, None]
    return (spectrum.bins.start[:, None] + np.arange(BINS + 1)) * width, spectrum.counts


@given(st.lists(st.lists(ANY | st.just(0.0), min_size=1), min_size=1, max_size=6))
@settings(deadline=None)
def test_that_the_histogram_is_numpys_whatever_comes_in_whatever_order(batches):
    both = [np.stack([np.float32(batch), -np.float32(batch)], 1) for batch in batches]
    edges, counts = histogram(spectrum_of(both, 2))
    whole = np.concatenate(batches).astype(np.float32).astype(float)
    for unit, values in enumerate((whole, -whole)):
        assert counts[unit].sum() == len(values)
        # numpy's last bin holds its upper edge too; ours never has a value there.
        assert values.max() < edges[unit, -1]
        assert values.min() >= edges[unit, 0]
        np.testing.assert_array_equal(counts[unit], np.histogram(values, edges[unit])[0])
        assert 0 in edges[unit]


def test_that_the_histogram_stays_fine_enough_to_be_looked_at():
    batches = [scale * torch.linspace(-1, 1, 1001) for scale in (1, 3, 0.01, 10)]
    _, counts = histogram(spectrum_of(batches))
    assert (counts > 0).sum() > BINS / 3


@given(
    st.lists(st.lists(st.integers(-3, 3), min_size=1, max_size=5), min_size=1, max_size=6), st.integers(1, 6)
)
def test_that_of_equal_pictures_the_earlier_is_kept(batches, k):
    top, bottom, first = Extremes(1, k, 1), Extremes(1, k, -1), 0
    for batch in batches:
        values = np.array(batch, np.float32)[:, None]
        for extremes in (top, bottom):
            extremes.add(values, np.zeros_like(values, np.int64), np.arange(first, first + len(batch)))
        first += len(batch)
    whole = [value for batch in batches for value in batch]
    for extremes, sign in ((top, -1), (bottom, 1)):
        order = sorted(range(len(whole)), key=lambda i: (sign * whole[i], i))[:k]
        assert extremes.index[0].tolist() == order + [-1] * (k - len(order))
        assert np.isnan(extremes.value[0, len(order) :]).all()


def test_that_all_nodes_with_units_are_scanned_in_one_pass_unless_some_are_named(network, folder):
    assert list(scanned(network, folder)) == ["0", "1", "2", "3", "4"]
    assert list(scanned(network, folder, "n/2")) == ["2"]
    assert list(scanned(network, folder, "n/2", nodes=("1", "0", "1"))) == ["1", "0"]


def test_that_broken_files_are_skipped_and_listed(network, folder, tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nnothing")
    (tmp_path / "notes.jpg").write_text("notes")
    Image.new("RGB", (10, 10), "red").save(tmp_path / "red.png")
    found = scanned(network, tmp_path, nodes=("0",))["0"]
    assert found.pictures == (str(tmp_path / "red.png"),)
    assert len(found.skipped) == 2
    assert "broken.png" in found.skipped[0]
    assert found.top_index[0].tolist() == [0] + [-1] * 23


def test_that_a_set_without_pictures_is_refused(network, tmp_path):
    with pytest.raises(InspectorError, match="no pictures in"):
        scanned(network, tmp_path)
    (tmp_path / "broken.png").write_bytes(b"x")
    with pytest.raises(InspectorError, match=r"No picture could be opened.*broken\.png"):
        scanned(network, tmp_path)


def test_that_an_unknown_node_is_refused_before_anything_runs(network, folder):
    with pytest.raises(AddressError, match="nowhere"):
        scanned(network, folder, nodes=("nowhere",))


def test_that_progress_counts_pictures_up_to_all(network, folder):
    updates = list(run("examples", network, "n/0", pictures=(str(folder),), batch_size=5))
    assert [(u.done, u.total) for u in updates] == [(0, COUNT), (5, COUNT), (10, COUNT), (COUNT, COUNT)]


def test_that_a_scan_can_be_cancelled_between_pictures(network, folder):
    token = CancelToken()
    updates = run("examples", network, "n/0", token=token, pictures=(str(folder),), batch_size=1)
    next(updates)
    token.cancel()
    with pytest.raises(Cancelled):
        next(updates)


def test_that_values_that_are_no_numbers_do_not_spoil_the_scan(folder):
    class Broken(nn.Module):
        def forward(self, x):
            return torch.cat([x, x / 0, (x - x) / 0], 1)  # infinities and NaN

    network = Network(Broken(), name="n", preprocessing=Preprocessing((10, 10)))
    found = scanned(network, folder, nodes=("cat",))["cat"]
    assert np.isfinite(found.mean).all()
    assert found.counts.sum() == 9 * COUNT * 100


def test_that_the_document_of_a_unit_is_plain_json(network, folder):
    examples = scanned(network, folder, nodes=("0",), top=20)["0"]
    found = json.loads(json.dumps(document(examples, "n/0/2", 2), allow_nan=False))
    assert found["location"] == "n/0/2"
    assert len(found["top"]) == len(found["bottom"]) == COUNT
    first = found["top"][0]
    assert first["picture"] == examples.pictures[examples.top_index[2, 0]]
    assert first["y"] * 8 + first["x"] == examples.top_place[2, 0]
    assert sum(found["histogram"]["counts"]) == 64 * COUNT
    assert len(found["histogram"]["edges"]) == len(found["histogram"]["counts"]) + 1
    assert 0 not in (found["histogram"]["counts"][0], found["histogram"]["counts"][-1])
    assert set(found) >= {"mean", "variance", "firing"}
