"""Blind labelling: order, answers, results of a planted truth, and files."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from inspector.lenses.examples import Example, QuiltBin
from inspector.workspace.blind import SKIPPED, Blind, crops, next_waiting
from inspector.workspace.blind_results import crops_to_csv, results, to_csv, wilson
from inspector.workspace.blinds import Blinds, from_json, to_json
from inspector.workspace.errors import WorkspaceError

NOTHING = np.zeros((0, 0, 3), np.uint8)
# Range by range: how often the activation occurs, and how many of ten drawn crops are curves.
TRUTH = [(-1.0, 0.0, 500, 0), (0.0, 1.0, 300, 2), (1.0, 2.0, 150, 5), (2.0, 4.0, 50, 10)]


def planted():
    """A quilt whose crops' names tell what is in them, which whoever labels does not see."""
    bins, picture = [], 0
    for low, high, count, curves in TRUTH:
        examples = []
        for number in range(10):
            name = "curve" if number < curves else "line"
            value = low + (number + 0.5) * (high - low) / 10
            box = (0.0, 0.0, 1.0, 1.0)
            examples.append(Example(picture, name, "", "", value, number, 2, box, NOTHING))
            picture += 1
        bins.append(QuiltBin(low, high, count, tuple(examples)))
    return bins


def labelled(bins, seed=3):
    blind = Blind("n", 4, "scan", seed, ("curve", "line", "unclear"))
    for crop in crops(bins, seed):
        blind = blind.answered(crop.key, blind.classes.index(crop.example.name))
    return blind


def test_that_the_planted_fractions_come_out():
    bins = planted()
    found = results(labelled(bins), bins)
    np.testing.assert_allclose(found.shares[0], [0, 0.2, 0.5, 1])
    np.testing.assert_allclose(found.shares[1], [1, 0.8, 0.5, 0])
    np.testing.assert_allclose(found.shares[2], 0)
    np.testing.assert_allclose(found.density, [0.5, 0.3, 0.15, 0.025])  # the last range is twice as wide
    np.testing.assert_allclose((found.density * (found.high - found.low)).sum(), 1)
    np.testing.assert_allclose(found.density_by.sum(0), found.density)
    # x p(x): middle of the range, its probability, its share of curves.
    np.testing.assert_allclose(found.weighted[0], [0, 0.5 * 0.3 * 0.2, 1.5 * 0.15 * 0.5, 3 * 0.05])
    np.testing.assert_allclose(found.weighted[1, 0], -0.5 * 0.5)
    assert found.of_all[0] == pytest.approx(0.3 * 0.2 + 0.15 * 0.5 + 0.05)
    curves, lines = 0.03 + 0.1125 + 0.15, 0.12 + 0.1125
    assert found.of_mean[0] == pytest.approx(curves / (curves + lines))


def test_that_ranges_without_labels_have_no_share_and_skipped_crops_do_not_count():
    bins = planted()
    blind = labelled(bins)
    for crop in crops(bins, blind.seed):
        if crop.place == 0:
            blind = blind.answered(crop.key, None)
        if crop.place == 2 and crop.example.name == "line":
            blind = blind.answered(crop.key, SKIPPED)
    found = results(blind, bins)
    assert np.isnan(found.shares[:, 0]).all()
    assert np.isnan(found.weighted[:, 0]).all()
    assert (found.shares[0, 2], found.skipped.tolist()) == (1, [0, 0, 5, 0])
    assert found.of_all.sum() == pytest.approx(1)


@pytest.mark.parametrize(("hits", "of"), [(0, 10), (3, 10), (10, 10), (1, 2), (40, 90)])
def test_that_wilsons_interval_is_scipys(hits, of):
    expected = binomtest(hits, of).proportion_ci(0.95, "wilson")
    low, high = wilson(np.array([hits]), np.array([of]))
    assert (low[0], high[0]) == pytest.approx((expected.low, expected.high), abs=1e-6)


def test_that_the_order_is_that_of_its_seed_and_tells_nothing_of_values():
    bins = planted()
    order = crops(bins, 3)
    assert [crop.key for crop in order] == [crop.key for crop in crops(bins, 3)]
    assert [crop.key for crop in order] != [crop.key for crop in crops(bins, 4)]
    assert sorted(crop.example.picture for crop in order) == list(range(40))
    mean = np.mean(
        [np.corrcoef(range(40), [c.example.value for c in crops(bins, seed)])[0, 1] for seed in range(200)]
    )
    assert abs(mean) < 0.05


def test_that_the_next_crop_is_the_first_that_waits():
    order = crops(planted(), 1)
    blind = Blind("n", 4, "scan", 1)
    assert next_waiting(blind, order, 7) == 7
    for place in (7, 8, 39):
        blind = blind.answered(order[place].key, 0)
    assert (next_waiting(blind, order, 7), next_waiting(blind, order, 39)) == (9, 0)
    for crop in order:
        blind = blind.answered(crop.key, SKIPPED)
    assert next_waiting(blind, order, 0) is None


def test_that_classes_are_renamed_added_and_removed():
    blind = Blind("n", 4, "scan", 1, ("a", "b", "c"), {"1@0,0": 0, "2@0,0": 2, "3@0,0": SKIPPED})
    assert blind.with_classes(["a", "x", " c "]).classes == ("a", "x", "c")
    assert blind.with_classes(["a", "x", "c"]).answers == blind.answers
    assert blind.with_classes(["c", "a"]).answers == {"1@0,0": 1, "2@0,0": 0, "3@0,0": SKIPPED}
    assert blind.with_classes(["b", "c", "d", "e"]).answers == {"2@0,0": 1, "3@0,0": SKIPPED}
    for wrong in ([], ["a"], ["a", "a"], list("abcdefghij")):
        with pytest.raises(ValueError, match="classes"):
            blind.with_classes(wrong)
    with pytest.raises(ValueError, match="4 is none"):
        blind.answered("1@0,0", 3)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).map(str.strip)
KEYS = st.builds("{}@{},{}".format, *3 * [st.integers(0, 999)])


@st.composite
def blinds(draw) -> Blind:
    classes = tuple(draw(st.lists(WORDS, min_size=2, max_size=9, unique=True)))
    answers = draw(st.dictionaries(KEYS, st.integers(SKIPPED, len(classes) - 1), max_size=9))
    seed = draw(st.integers(0, 2**32 - 1))
    return Blind(draw(WORDS), draw(st.integers(0, 9999)), "scan-1", seed, classes, answers)


@given(blinds())
def test_that_json_gives_back_a_labelling(blind):
    assert from_json(json.loads(json.dumps(to_json(blind)))) == blind


def test_that_a_labelling_is_kept_for_each_unit_and_scan(tmp_path):
    store, blind = Blinds(tmp_path), Blind("a.b/c", 4, "scan", 1, answers={"1@0,0": 2})
    assert store.read("f" * 64, "a.b/c", 4, "scan") is None
    file = store.keep("f" * 64, "net", blind)
    assert store.read("f" * 64, "a.b/c", 4, "scan") == blind
    assert store.read("f" * 64, "a.b/c", 5, "scan") is None
    assert store.read("f" * 64, "a.b/c", 4, "other") is None
    assert json.loads(file.read_text(encoding="utf-8"))["network"] == "net"


def test_that_a_damaged_file_is_moved_aside_and_a_newer_one_left_alone(tmp_path):
    store = Blinds(tmp_path)
    file = store.keep("f" * 64, "net", Blind("n", 4, "scan", 1))
    file.write_text("{", encoding="utf-8")
    assert store.read("f" * 64, "n", 4, "scan") is None
    assert [one.read_text(encoding="utf-8") for one in file.parent.iterdir()] == ["{"]
    file.write_text('{"version": 99}', encoding="utf-8")
    with pytest.raises(WorkspaceError, match="newer version"):
        store.read("f" * 64, "n", 4, "scan")
    assert file.is_file()


def test_that_the_tables_hold_every_range_and_every_crop():
    bins = planted()
    blind = labelled(bins)
    rows = list(csv.DictReader(io.StringIO(to_csv(results(blind, bins)))))
    assert [float(row["P (curve)"]) for row in rows] == [0, 0.2, 0.5, 1]
    assert [int(row["places"]) for row in rows] == [500, 300, 150, 50]
    blind = blind.answered(crops(bins, 3)[0].key, None).answered(crops(bins, 3)[1].key, SKIPPED)
    told = list(csv.DictReader(io.StringIO(crops_to_csv(blind, bins))))
    assert [row["label"] for row in told[:2]] == ["", "skipped"]
    assert all(row["label"] == row["picture"] for row in told[2:])  # names tell the truth here
    assert len(told) == 40
    waiting = results(Blind("n", 4, "scan", 1), bins)
    assert next(csv.DictReader(io.StringIO(to_csv(waiting))))["P (yes)"] == ""
