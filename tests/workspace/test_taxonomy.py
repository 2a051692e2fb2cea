from __future__ import annotations

import errno
import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.network.opening import open_network
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import (
    REST,
    Group,
    Mark,
    Rejected,
    Taxonomy,
    next_unlabelled,
    page_of,
    said_of_units,
    unit_of,
    unit_place,
)
from inspector.workspace.taxonomy_json import fitting, from_csv, from_json, merged, to_csv, to_json

KEY = "f" * 64
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)
NAMES = WORDS.map(str.strip).filter(bool)
NODES = st.sampled_from(("conv1", "mixed3a", "blocks.0.attn"))
PLACES = st.builds(unit_place, NODES, st.integers(0, 300))
MARKS = st.builds(Mark, WORDS, WORDS, st.booleans())
GROUPS = st.builds(Group, WORDS, st.dictionaries(PLACES, st.floats(0, 1), max_size=5))

REJECTED = st.builds(
    Rejected, WORDS, NODES, st.lists(st.integers(0, 300), max_size=4).map(lambda units: tuple(sorted(units)))
)


@st.composite
def taxonomies(draw) -> Taxonomy:
    taxonomy = Taxonomy()
    for place, mark in draw(st.dictionaries(PLACES | NODES, MARKS, max_size=4)).items():
        taxonomy = taxonomy.with_mark(place, mark)
    for name, group in draw(st.dictionaries(NAMES, GROUPS, max_size=3)).items():
        taxonomy = taxonomy.with_group(name, group)
    return replace(taxonomy, rejected=draw(st.frozensets(REJECTED, max_size=3)))


@given(taxonomies())
def test_that_json_gives_back_what_was_written(taxonomy):
    assert from_json(json.loads(json.dumps(to_json(taxonomy)))) == taxonomy


@given(st.dictionaries(PLACES, MARKS.filter(lambda mark: mark != Mark()), max_size=6))
def test_that_a_table_gives_back_what_is_said_of_units(marks):
    assert from_csv(to_csv(Taxonomy(marks=marks))).marks == marks


def test_that_a_table_carries_groups_and_their_confidence():
    taxonomy = Taxonomy().with_members("Curves", ["a/3"]).with_members("Lines (thin)", ["a/3", "b/1"], 0.25)
    again = from_csv(to_csv(taxonomy))
    assert again.groups_of("a/3") == {"Curves": 1.0, "Lines (thin)": 0.25}
    assert again.groups_of("b/1") == {"Lines (thin)": 0.25}


def test_that_a_nodes_page_lists_groups_by_size_and_the_rest_last():
    taxonomy = (
        Taxonomy().with_members("Few", ["a/1"]).with_members("Many", ["a/0", "a/1", "a/2", "b/0", "a/99"])
    )
    page = page_of(taxonomy, "a", 5)
    assert [(share.name, share.units) for share in page] == [
        ("Many", (0, 1, 2)),
        ("Few", (1,)),
        (REST, (3, 4)),
    ]
    assert [share.part for share in page] == [0.6, 0.2, 0.4]


def test_that_an_empty_mark_takes_back_what_was_said():
    taxonomy = Taxonomy().with_mark("a/1", Mark("curve")).with_mark("a/1", Mark())
    assert taxonomy == Taxonomy()


def test_that_a_group_renamed_to_another_joins_it():
    taxonomy = Taxonomy().with_members("A", ["n/1"], 0.5).with_members("B", ["n/1", "n/2"])
    renamed = taxonomy.with_group_renamed("A", "B")
    assert list(renamed.groups) == ["B"]
    assert renamed.groups["B"].members == {"n/1": 1.0, "n/2": 1.0}
    assert list(taxonomy.with_group_renamed("A", " C ").groups) == ["C", "B"], "it keeps its place"


@pytest.mark.parametrize("name", ["", "  "])
def test_that_a_group_has_a_name(name):
    with pytest.raises(ValueError, match="name"):
        Taxonomy().with_members(name, ["a/1"])


def test_that_a_confidence_lies_between_0_and_1():
    with pytest.raises(ValueError, match="between 0 and 1"):
        Taxonomy().with_members("A", ["a/1"], 1.5)


def test_that_the_next_unlabelled_unit_is_found_round_the_end():
    taxonomy = Taxonomy().with_mark("n/3", Mark("edge")).with_members("A", ["n/0"])
    assert next_unlabelled(taxonomy, "n", 4, after=2) == 1
    assert next_unlabelled(taxonomy.with_members("A", ["n/1", "n/2"]), "n", 4, after=2) is None
    assert next_unlabelled(Taxonomy().with_mark("n/1", Mark(star=True)), "n", 4, after=0) == 1, (
        "a star is no label"
    )


def test_that_places_are_told_apart():
    assert unit_of("layer1.0/7") == ("layer1.0", 7)
    assert unit_of("layer1.0") is None
    assert unit_of("picture:ab/12") is None


def test_that_published_taxonomies_fall_into_place_on_inception_v1(shared):
    network = open_network("inception_v1")
    units = {node.name: node.units for node in network.nodes.values()}
    files = sorted((shared / "reference" / "early_vision_groups").glob("*.json"))
    assert files
    taxonomy = Taxonomy()
    for file in files:
        read = fitting(from_json(json.loads(file.read_text(encoding="utf-8"))), units)
        assert read.left_out == ()
        taxonomy = merged(taxonomy, read.taxonomy)
    page = page_of(taxonomy, "conv2d0", units["conv2d0"])
    assert (page[0].name, len(page[0].units), round(100 * page[0].part)) == ("Gabor Filters", 28, 44)
    curves = {
        unit for share in page_of(taxonomy, "mixed3b", 480) if share.name == "Curves" for unit in share.units
    }
    assert {379, 385, 342, 388, 340, 330, 349} <= curves


def test_that_what_the_network_does_not_have_is_left_out_and_named():
    read = fitting(
        Taxonomy().with_members("A", ["a/1", "a/9", "z/0"]).with_mark("a", Mark("first")), {"a": 4}
    )
    assert read.taxonomy.groups["A"].members == {"a/1": 1.0}
    assert read.taxonomy.mark("a").label == "first"
    assert read.left_out == ("The network has no a/9.", "The network has no z/0.")


def test_that_what_is_said_is_there_after_a_restart(tmp_path):
    Taxonomies(tmp_path).change(
        KEY, "demo", lambda old: old.with_mark("conv1/3", Mark("Bogen", "schräg – 45°"))
    )
    assert Taxonomies(tmp_path).read(KEY).mark("conv1/3") == Mark("Bogen", "schräg – 45°")
    assert Taxonomies(tmp_path).read("0" * 64) == Taxonomy()


def test_that_two_windows_do_not_undo_each_other(tmp_path):
    one, other = Taxonomies(tmp_path), Taxonomies(tmp_path)

    def label(store: Taxonomies, base: int) -> None:
        for unit in range(base, base + 20):
            store.change(KEY, "demo", lambda old, unit=unit: old.with_mark(f"n/{unit}", Mark(str(unit))))

    threads = [threading.Thread(target=label, args=item) for item in ((one, 0), (other, 100))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(one.read(KEY).marks) == 40


def test_that_a_full_disk_loses_nothing(tmp_path, monkeypatch):
    store = Taxonomies(tmp_path)
    store.change(KEY, "demo", lambda old: old.with_mark("n/1", Mark("kept")))

    def full(self: Path, *_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(WorkspaceError, match="No space left"):
        store.change(KEY, "demo", lambda old: old.with_mark("n/2", Mark("lost")))
    assert store.read(KEY).marks == {"n/1": Mark("kept")}
    assert [file.name for file in store.file(KEY).parent.glob(".*")] == []


@pytest.mark.parametrize(
    "text", ["", "{", "[1]", '{"version": 1}', '{"version": 1, "marks": [], "groups": []}']
)
def test_that_a_damaged_file_is_moved_aside_and_said(tmp_path, text):
    store = Taxonomies(tmp_path)
    store.change(KEY, "demo", lambda old: old)
    store.file(KEY).write_text(text, encoding="utf-8")
    assert store.read(KEY) == Taxonomy()
    assert "moved to" in store.notices[0]
    assert [file.read_text(encoding="utf-8") for file in store.file(KEY).parent.glob("*.damaged-*")] == [text]


def test_that_a_newer_programs_file_is_left_as_it_is(tmp_path):
    store = Taxonomies(tmp_path)
    store.change(KEY, "demo", lambda old: old)
    newer = store.file(KEY).read_text(encoding="utf-8").replace('"version": 1', '"version": 99')
    store.file(KEY).write_text(newer, encoding="utf-8")
    with pytest.raises(WorkspaceError, match="newer version"):
        store.read(KEY)
    assert store.file(KEY).read_text(encoding="utf-8") == newer


def test_that_a_table_without_its_columns_is_refused():
    with pytest.raises(ValueError, match="needs the columns"):
        from_csv("a,b\n1,2\n")


def test_that_tiles_say_star_and_label_and_the_groups_where_there_is_no_label():
    curves = Group(members={"conv/0": 1.0, "conv/1": 0.5, "other/2": 1.0, "conv": 1.0})
    marks = {
        "conv/1": Mark("ring", star=True),
        "conv/2": Mark(star=True),
        "conv/3": Mark(note="a note alone"),
        "conv/0": Mark(star=True),
        "other/4": Mark("elsewhere"),
        "conv": Mark("the node"),
    }
    taxonomy = Taxonomy(marks, {"Curves": curves, "Rings": Group(members={"conv/0": 1.0})})
    assert said_of_units(taxonomy, "conv") == {0: "★ Curves, Rings", 1: "★ ring", 2: "★"}
