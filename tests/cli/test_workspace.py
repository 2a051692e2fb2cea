"""Parts put together, a node written out, the workspace measured, mended and cleared, as a user types it."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def shown(tmp_path):
    """Forty pictures of two classes: more than one batch, so that every part has some."""
    random = np.random.default_rng(5)
    for number in range(40):
        path = tmp_path / "shown" / ("a" if number % 2 else "b") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.integers(0, 256, (18, 18, 3), np.uint8)).save(path)
    return tmp_path / "shown"


def test_that_parts_of_two_machines_are_merged_to_what_one_scan_finds(call, shown, tmp_path):
    for number in (1, 2):
        done = call("scan", "tiny", shown, "--part", f"{number}/2", "--workspace", tmp_path / f"w{number}")
        assert done.status == 0, done.errors
        assert 0 < int(done.text.split()[1]) < 40
    alone = call("merge", tmp_path / "w1", "--workspace", tmp_path / "merged")
    assert alone.status == 1
    assert "part 2 of 2 is missing" in alone.errors[0]
    merged = call("merge", tmp_path / "w1", tmp_path / "w2", "--workspace", tmp_path / "merged", "--json")
    assert merged.json()[0]["pictures"] == 40
    assert merged.json()[0]["classes"] == ["a", "b"]
    call("scan", "tiny", shown, "--workspace", tmp_path / "whole")
    one, other = (
        call("examples", "tiny", "2/3", "--workspace", tmp_path / name, "--json").json()
        for name in ("merged", "whole")
    )
    assert one == other


def test_that_a_node_is_written_as_pictures_tables_and_arrays(call, shown, tmp_path):
    call("scan", "tiny", shown, "--top", 3)
    done = call("examples", "tiny", "2", "--export", tmp_path / "out", "--json")
    assert done.status == 0, done.errors
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["arrays.npz", "examples.csv", *(f"unit-{n:04}.png" for n in range(5)), "units.csv"]
    with (tmp_path / "out" / "examples.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["unit"] == "4" and row["end"] == "top"]
    top = call("examples", "tiny", "2/4", "--json").json()["top"]
    assert [row["picture"] for row in rows] == [entry["picture"] for entry in top]
    with np.load(tmp_path / "out" / "arrays.npz") as arrays:
        assert arrays["top_value"][4] == pytest.approx([entry["value"] for entry in top])


def test_that_equal_pictures_are_counted_once_where_asked(call, shown):
    (shown / "a" / "again.png").write_bytes((shown / "b" / "0.png").read_bytes())
    assert call("scan", "tiny", shown, "--json").json()["pictures"] == 41
    once = call("scan", "tiny", shown, "--unique", "--json").json()
    assert (once["pictures"], once["duplicates"]) == (40, 1)


def test_that_the_workspace_is_measured_mended_and_cleared(call, shown, tmp_path):
    where = ("--workspace", tmp_path / "w")
    assert call("workspace", "size", *where, "--json").json()["counts"] == {"findings": 0, "scans": 0}
    assert not (tmp_path / "w").exists(), "looking makes nothing"
    key = call("scan", "tiny", shown, *where, "--json").json()["scan"]
    size = call("workspace", "size", *where, "--json").json()
    assert size["counts"] == {"findings": 0, "scans": 1}
    assert size["scans"] > 1000
    assert "1 scans" in call("workspace", "size", *where).text
    assert call("workspace", "check", *where).text.strip().endswith("is in order.")

    next((tmp_path / "w" / "scans" / key / "nodes").iterdir()).write_bytes(b"damage")
    told = call("workspace", "check", *where, "--json").json()["done"]
    assert any("damaged scan was deleted" in sentence for sentence in told)
    assert call("workspace", "size", *where, "--json").json()["counts"]["scans"] == 0

    call("scan", "tiny", shown, *where)
    assert call("workspace", "clear", "--older-than", 1, *where, "--json").json()["cleared"]["scans"] == 0
    assert call("workspace", "clear", "--findings", *where, "--json").json()["cleared"]["scans"] == 0
    assert call("workspace", "clear", *where, "--json").json()["cleared"]["scans"] == 1
    assert call("examples", "tiny", "2/3", *where).status == 1
