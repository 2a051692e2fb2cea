"""Class names from files and their place in a network."""

from __future__ import annotations

import json

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from inspector.network.errors import OpenError
from inspector.network.labels import read_labels
from inspector.network.opening import open_network, with_labels

NAMES = st.lists(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1).filter(lambda t: t[0] not in "[{"),
    min_size=1,
)


@given(NAMES)
def test_that_names_come_back_from_both_forms(tmp_path_factory, names):
    folder = tmp_path_factory.mktemp("labels")
    (folder / "a.json").write_text(json.dumps(names), encoding="utf-8")
    (folder / "a.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
    assert read_labels(folder / "a.json") == read_labels(folder / "a.txt") == tuple(names)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no class names"),
        (b"[1, 2]", "list"),
        (b'["a"', "JSON"),
        (b"{}", "list"),
        (b"\xff\xfe\x00", "text"),
    ],
)
def test_that_a_file_of_something_else_is_refused(tmp_path, content, reason):
    file = tmp_path / "labels.json"
    file.write_bytes(content)
    with pytest.raises(OpenError, match=reason):
        read_labels(file)


def test_that_a_missing_file_is_named(tmp_path):
    with pytest.raises(OpenError, match=r"gone\.txt"):
        read_labels(tmp_path / "gone.txt")


def test_that_a_network_takes_as_many_labels_as_it_has_outputs():
    network = open_network(nn.Sequential(nn.Flatten(), nn.Linear(48, 3)), name="three", input_size=(3, 4, 4))
    named = with_labels(network, ["a", "b", "c"])
    assert (named.labels, named.outputs) == (("a", "b", "c"), 3)
    assert with_labels(named, []).labels == ()
    assert torch.equal(named.module[1].weight, network.module[1].weight)
    with pytest.raises(OpenError, match="2 labels are given for 3 outputs"):
        with_labels(network, ["a", "b"])
