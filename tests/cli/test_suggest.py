"""The command `suggest`: what it prints, from pictures and from a scan."""

from __future__ import annotations


def test_that_groups_are_printed_as_json(call, pictures):
    done = call(
        "suggest", "tiny", "2", "--by", "responses", "--pictures", pictures, "--least", "0.2", "--json"
    )
    found = done.json()
    assert (done.status, found["network"], found["node"], found["by"]) == (0, "tiny", "2", "responses")
    assert "Only 3 pictures" in found["note"]
    for group in found["groups"]:
        assert group["name"].startswith("Fires like 2/")
        assert all(0 <= one["unit"] < 5 and 0 <= one["confidence"] <= 1 for one in group["units"])
    assert found["groups"]


def test_that_siblings_are_told_for_one_kind_and_one_unit(call, pictures):
    words = ("--by", "transform", "--pictures", pictures, "--kind", "flip", "--least", "0", "--json")
    found = call("suggest", "tiny", "2/1", *words).json()
    assert {(one["unit"], one["kind"]) for one in found["siblings"]} == {(1, "flip")}


def test_that_groups_are_printed_for_people(call, pictures, tmp_path):
    assert call("scan", "tiny", pictures, "--workspace", tmp_path / "kept").status == 0
    done = call(
        "suggest", "tiny", "2", "--by", "responses", "--least", "0.2", "--workspace", tmp_path / "kept"
    )
    assert done.status == 0
    assert "(pictures): a mean correlation of 0.2 or more." in done.text  # the scan's title
    assert "Fires like 2/" in done.text
    assert call("suggest", "tiny", "0", "--by", "kernels").status == 0
    assert call("suggest", "tiny", "0").status == 0


def test_that_wrong_usage_and_strange_nodes_are_told(call):
    assert call("suggest", "tiny", "0", "--by", "looks").status == 2
    assert call("suggest", "tiny", "0", "--least", "2").status == 2
    done = call("suggest", "tiny", "nothing")
    assert (done.status, len(done.errors)) == (1, 1)
