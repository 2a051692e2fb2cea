"""Words on pictures: what is drawn where, and what networks make of it."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
import torch
from PIL import Image

import inspector
from inspector.lenses.attack import EIGHT, AttackParameters
from inspector.lenses.attack.measure import written_on
from inspector.lenses.language.export import write
from inspector.lenses.run import result
from inspector.network.errors import InspectorError
from inspector.pictures.decode import from_image, open_picture
from inspector.pictures.samples import samples
from inspector.probe.record import record
from tests.clip_truth import by_hand


@pytest.fixture(scope="module")
def demo():
    return inspector.open_network("demo")


def grey(side=96):
    return from_image(Image.new("RGB", (side, side), (120, 130, 140)), "grey")


def test_that_only_what_is_drawn_differs_and_is_counted():
    picture = grey()
    view = np.asarray(picture.image)
    drawn, em = written_on(view, AttackParameters(picture, "HI", ((0.25, 0.75),), 0.2, "red"))
    changed = (drawn != view).any(2)
    rows, columns = changed.nonzero()
    assert em == pytest.approx(0.2 * 96)
    assert rows.min() > 10, "the word stands around its place"
    assert rows.max() < 40
    assert (rows.min() + rows.max()) / 2 == pytest.approx(0.25 * 96 - 0.5, abs=1)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(0.75 * 96 - 0.5, abs=1)
    assert (drawn[changed] != view[changed]).any()
    strong = drawn[(drawn[..., 0] == 255)]
    assert (strong == (255, 0, 0)).all(1).any(), "the ink is red"
    assert changed.mean() < 0.05


def test_that_eight_places_hold_eight_copies_that_do_not_touch():
    picture = grey()
    view = np.asarray(picture.image)
    drawn, _ = written_on(view, AttackParameters(picture, "attack", EIGHT, 0.5))
    cells = (drawn != view).any(2).reshape(3, 32, 3, 32).sum((1, 3))
    assert cells[1, 1] == 0
    others = cells[np.array([[1, 1, 1], [1, 0, 1], [1, 1, 1]], bool)]
    assert (others > 0).all()
    assert np.ptp(others) <= 0.1 * others.max(), "each cell holds one copy"
    edges = (drawn != view).any(2)
    assert not edges[:, [0, 31, 32, 63, 64, 95]].any()


def test_that_a_note_lies_behind_the_word():
    picture = grey()
    view = np.asarray(picture.image)
    plain, _ = written_on(view, AttackParameters(picture, "HI", size=0.3))
    noted, _ = written_on(view, AttackParameters(picture, "HI", size=0.3, paper="#ffff00"))
    ink = (plain != view).any(2)
    note = (noted != view).any(2)
    assert note[ink].all(), "all letters stand on the note"
    assert note.sum() > 1.5 * ink.sum()
    outside = note & ~ink
    assert (noted[outside] == (255, 255, 0)).all()
    rows, columns = note.nonzero()
    assert note.sum() == (np.ptp(rows) + 1) * (np.ptp(columns) + 1), "a rectangle"


def test_that_a_word_raises_the_class_of_words(demo):
    circle = next(picture for picture in samples() if picture.name == "circle-1.png")
    found = result("attack", demo, "mixed5", picture=circle, word="word", size=0.4, top=3)
    classes = {change.label: change for change in found.classes}
    assert found.asked == "classes"
    assert classes["word"].before < 0.01 < 0.5 < classes["word"].after
    assert classes["circle"].before > 0.9 > 0.1 > classes["circle"].after
    assert [c.after for c in found.classes] == sorted((c.after for c in found.classes), reverse=True)
    assert found.covered == (found.before != found.after).any(2).mean()
    assert 0.05 < found.covered < 0.2
    # What was shown is what the numbers are of.
    shown = [Image.fromarray(found.before), Image.fromarray(found.after)]
    peaks = record(demo, shown, ["mixed5"])["mixed5"].max((2, 3))
    np.testing.assert_allclose([found.peaks_before, found.peaks_after], peaks, atol=1e-4)
    assert found.units[0].after == pytest.approx(float(peaks[1].max()), rel=1e-4)
    assert {c.index for c in found.units} >= {int(peaks[0].argmax()), int(peaks[1].argmax())}


def test_that_no_word_changes_nothing(demo):
    found = result("attack", demo, "demo", picture=samples()[0], word="")
    assert found.covered == 0
    assert found.node is None
    assert not found.units
    assert all(change.before == pytest.approx(change.after, rel=1e-5) for change in found.classes)


def test_that_networks_with_a_text_tower_answer_to_prompts():
    picture = from_image(Image.new("RGB", (48, 48), (0, 0, 90)), "night")
    given = {"word": "MMM", "size": 0.5, "ink": "red", "prompts": ("red", "blue")}
    found = result("attack", by_hand(), "colours", picture=picture, **given)
    assert found.asked == "prompts"
    changes = {change.label: change for change in found.classes}
    assert changes["blue"].before > 0.99
    assert changes["red"].after > changes["red"].before
    unasked = result("attack", by_hand(), "colours", picture=picture, word="MMM")
    assert (unasked.asked, unasked.classes) == ("", ())
    assert len(unasked.units) == 3


def test_that_a_real_network_sees_the_word_where_it_is(shared):
    network = inspector.open_network(str(shared / "models" / "squeezenet1_1-imagenet.pth"))
    picture = open_picture(shared / "images" / "king-penguin.jpg")
    found = result("attack", network, "features.3", picture=picture, word="iPod", size=0.25, paper="white")
    assert found.classes[0].before + found.classes[1].before > 0
    both = torch.from_numpy(np.stack([found.before, found.after])).permute(0, 3, 1, 2) / 255
    before, after = record(network, network.preprocessing.normalise(both), ["features.0"])["features.0"]
    changed = (found.before != found.after).any(2)
    rows, columns = changed.nonzero()
    moved = np.abs(before - after).max(0) > 1e-4
    y, x = moved.nonzero()
    # A 3 x 3 convolution of stride 2: what differs in the map lies where the word is, and nowhere else.
    assert y.min() >= rows.min() // 2 - 1
    assert y.max() <= rows.max() // 2
    assert x.min() >= columns.min() // 2 - 1
    assert x.max() <= columns.max() // 2
    assert 0 < found.covered < 0.2


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"ink": "quite red"}, "no colour"),
        ({"size": 3.0}, "Letters measure"),
        ({"places": ((2.0, 0.5),)}, "lies on the picture"),
        ({"word": "x" * 70}, "at most 60"),
        ({"prompts": ("a",)}, "no text tower"),
    ],
)
def test_that_what_makes_no_sense_is_refused(demo, values, sentence):
    with pytest.raises(InspectorError, match=sentence):
        result("attack", demo, "demo", picture=grey(), **({"word": "hi"} | values))


def test_that_results_are_written(demo, tmp_path):
    found = result("attack", demo, "mixed5", picture=grey(), word="hi")
    with Image.open(write(found, tmp_path / "a.png")) as image:
        np.testing.assert_array_equal(np.asarray(image), found.after)
        assert json.loads(image.info["neuron-inspector"])["parameters"]["word"] == "hi"
    rows = list(csv.reader(write(found, tmp_path / "a.csv").read_text().splitlines()))
    assert rows[0] == ["kind", "index", "label", "before", "after"]
    units = [row for row in rows if row[0] == "unit"]
    assert len(units) == 256
    assert [float(row[4]) for row in units] == pytest.approx(found.peaks_after.tolist())
    document = json.loads(write(found, tmp_path / "a.json").read_text())
    assert document["recipe"]["fingerprint"] == demo.fingerprint
    with pytest.raises(InspectorError, match="must end in"):
        write(found, tmp_path / "a.txt")
