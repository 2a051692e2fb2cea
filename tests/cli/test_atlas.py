"""The atlas as a user types it."""

from __future__ import annotations

import json
import re

import pytest

SMALL = (
    "--node",
    "0",
    "--objective",
    "channel",
    "--set",
    "steps=2",
    "--set",
    "size=16",
    "--thumbnail",
    "none",
)


def test_that_an_atlas_is_made_and_made_again(call, pictures, tmp_path):
    out = tmp_path / "site"
    words = ("atlas", "tiny", *SMALL, "--families", "edge", "--pictures", pictures, "--licence", "CC0",
             "--workspace", tmp_path / "w", "--out", out)  # fmt: skip
    first = call(*words)
    assert first.status == 0, first.errors
    assert re.match(
        r"The atlas in .*site shows \d+ units of 1 node \(\d+ files new or changed\): open ", first.text
    )
    assert "CC0" in (out / "networks/tiny/0/0/index.html").read_text(encoding="utf-8")
    data = json.loads((out / "networks/tiny/0/0/unit.json").read_text(encoding="utf-8"))
    assert list(data["tuning"]) == ["edge"]
    assert data["examples"]["pictures"] == 3
    again = call(*words, "--json").json()
    assert again["written"] == 0
    assert again["page"] == str(out / "networks/tiny/index.html")


def test_that_pictures_can_be_left_out(call, pictures, tmp_path):
    done = call("atlas", "tiny", *SMALL, "--families", "none", "--pictures", pictures, "--without-pictures",
                "--workspace", tmp_path / "w", "--out", tmp_path / "site")  # fmt: skip
    assert done.status == 0, done.errors
    assert not list((tmp_path / "site").rglob("files/pictures"))
    assert not any(
        b"a.png" in path.read_bytes() for path in (tmp_path / "site").rglob("*.*") if path.is_file()
    )


def test_that_a_dry_run_writes_no_site(call, tmp_path):
    words = ("atlas", "tiny", *SMALL, "--workspace", tmp_path / "w", "--out", tmp_path / "site", "--dry-run")
    told = call(*words)
    assert told.status == 0, told.errors
    assert "pieces, about " in told.text
    assert re.search(r"The site itself takes about \d+ MB for \d+ units\.", told.text)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--node", "nowhere"), "has no node “nowhere”"),
        (("--families", "plaids"), "plaids"),
        (("--recipe", "oil"), "no recipe “oil”"),
        (("--pictures", "/nowhere/at/all"), "no pictures at /nowhere/at/all"),
    ],
)
def test_that_what_makes_no_sense_is_one_sentence_and_writes_nothing(call, tmp_path, words, sentence):
    done = call("atlas", "tiny", *words, "--workspace", tmp_path / "w", "--out", tmp_path / "site")
    assert done.status == 1
    assert len(done.errors) == 1
    assert sentence in done.errors[0]
    assert not (tmp_path / "site").exists()


def test_that_an_impossible_folder_is_told_before_anything_is_computed(call, tmp_path):
    (tmp_path / "mine.txt").write_text("not a site")
    done = call("atlas", "tiny", *SMALL, "--workspace", tmp_path / "w", "--out", tmp_path)
    assert done.status == 1
    assert len(done.errors) == 1
    assert "holds other files and no atlas" in done.errors[0]
    assert not (tmp_path / "w").exists()


def test_that_what_failed_is_listed_and_the_rest_is_in_the_site(call, tmp_path):
    beside = "channel + neuron(0@90,90)"  # the map is smaller
    done = call("atlas", "tiny", *SMALL, "--objective", beside, "--families", "none",
                "--workspace", tmp_path / "w", "--out", tmp_path / "site")  # fmt: skip
    assert done.status == 1
    assert "lies outside the map" in done.errors[0]
    assert (tmp_path / "site/networks/tiny/0/0/channel.webp").is_file()
