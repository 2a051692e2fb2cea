"""Scans come back as they were kept; anything else is said in one sentence."""

from __future__ import annotations

import json
from dataclasses import fields

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector import paths
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.workspace.store import Store


def network(seed=0, crop=6):
    torch.manual_seed(seed)
    module = nn.Sequential(
        nn.Conv2d(3, 4, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)
    )
    return Network(module, name="n", preprocessing=Preprocessing((crop, crop)))


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("grün.png", "b.png"):
        Image.new("RGB", (6, 6), "green").save(folder / name)
    (folder / "bad.png").write_bytes(b"bad")
    return folder


@pytest.fixture
def scan(pictures):
    return result("examples", network(), "n", pictures=(str(pictures),), top=3)


def same(one, other):
    for field in fields(one):
        before, after = getattr(one, field.name), getattr(other, field.name)
        assert type(before) is type(after), field.name
        if isinstance(before, np.ndarray):
            assert before.dtype == after.dtype
            np.testing.assert_array_equal(before, after)
        else:
            assert before == after


def test_that_a_scan_comes_back_as_it_was(tmp_path, scan):
    Store(tmp_path / "w").save_scan(network(), scan)
    for name, examples in scan.items():
        same(examples, Store(tmp_path / "w").load_scan(network(), name))
    assert Store(tmp_path / "w").scanned(network()) == tuple(scan)


def test_that_the_users_own_folder_is_the_default(scan):
    Store().save_scan(network(), scan)
    assert list((paths.data_dir() / "scans").glob("*/index.json"))


def test_that_nothing_is_written_until_something_is_kept(tmp_path):
    assert Store(tmp_path / "w").scanned(network()) == ()
    assert not (tmp_path / "w").exists()


def test_that_a_node_that_was_not_scanned_says_what_to_do(tmp_path, scan):
    store = Store(tmp_path)
    store.save_scan(network(), {"0": scan["0"]})
    with pytest.raises(InspectorError, match=r"n/4 has not been scanned.*neuron-inspector scan n PICTURES"):
        store.load_scan(network(), "4")


@pytest.mark.parametrize("other", [{"seed": 1}, {"crop": 7}])
def test_that_another_network_or_preprocessing_does_not_find_it(tmp_path, scan, other):
    store = Store(tmp_path)
    store.save_scan(network(), scan)
    with pytest.raises(InspectorError, match="has not been scanned"):
        store.load_scan(network(**other), "0")


def test_that_a_later_scan_replaces_its_own_nodes_and_keeps_the_others(tmp_path, pictures, scan):
    store = Store(tmp_path)
    store.save_scan(network(), scan)
    again = result("examples", network(), "n/0", pictures=(str(pictures / "b.png"),))
    store.save_scan(network(), again)
    same(store.load_scan(network(), "0"), again["0"])
    same(store.load_scan(network(), "4"), scan["4"])
    assert set(store.scanned(network())) == set(scan)


def test_that_a_damaged_file_is_named(tmp_path, scan):
    store = Store(tmp_path)
    store.save_scan(network(), scan)
    (path,) = tmp_path.glob("scans/*/0.npz")
    whole = path.read_bytes()
    for damage in (b"", b"nothing", whole[: len(whole) // 2]):
        path.write_bytes(damage)
        with pytest.raises(InspectorError, match=r"0\.npz is damaged"):
            store.load_scan(network(), "0")


def test_that_a_damaged_index_costs_no_scan(tmp_path, scan):
    store = Store(tmp_path)
    store.save_scan(network(), scan)
    (path,) = tmp_path.glob("scans/*/index.json")
    path.write_text("[")
    store.save_scan(network(), {"0": scan["0"]})
    assert store.load_scan(network(), "4").node == "4"
    assert json.loads(path.read_text())["fingerprint"] == network().fingerprint


def test_that_no_half_file_is_left_where_writing_fails(tmp_path, scan, monkeypatch):
    store = Store(tmp_path)
    store.save_scan(network(), scan)

    def full(*args, **kwargs):
        args[0].write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez_compressed", full)
    with pytest.raises(InspectorError, match="No space left on device"):
        store.save_scan(network(), scan)
    same(store.load_scan(network(), "0"), scan["0"])
    assert not list(tmp_path.rglob("*.part"))


def test_that_odd_node_names_keep_their_own_files(tmp_path, scan):
    examples = dict.fromkeys(("a:1", "a/1", "a 1", ".."), scan["0"])
    Store(tmp_path).save_scan(network(), examples)
    assert len(list(tmp_path.glob("scans/*/*.npz"))) == 4
