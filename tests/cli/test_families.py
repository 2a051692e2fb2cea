"""What a tuning is about: words, a picture, a family of the user's own file."""

import sys

import numpy as np
import pytest
from PIL import Image

from inspector.stimuli.family import families, set_families

STRIPES = """
from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates
from inspector.stimuli.family import Family

print("run")

class Stripes(Family):
    name, title, sentence, varied = "stripes", "Stripes", "Light on the right.", ("light",)

    def axes_for(self, size):
        return (Axis("light", "", 0, 0.5, 3, 0.5, "How light.", minimum=0),)

    def draw(self, values, size):
        x, _ = coordinates(size, values["light"].device)
        return (0.5 + values["light"] * (x > 0)).expand(-1, *size)
"""


@pytest.fixture(autouse=True)
def known():
    before = dict(families())
    yield
    set_families(before)
    for name in [name for name in sys.modules if name.startswith("inspector_opened_")]:
        del sys.modules[name]


def test_that_words_given_are_the_words_shown(call):
    words = ["--family", "words", "--axis", "rotation=0:90:2", "--fix", "size=9", "--json"]
    cat, dog = (call("tune", "tiny", "2/3", *words, "--subject", text).json() for text in ("cat", "dog"))
    assert not np.allclose(cat["response"], dog["response"])


def test_that_a_picture_given_is_the_picture_changed(call, tmp_path):
    Image.new("RGB", (20, 20), "red").save(tmp_path / "red.png")
    words = ["--family", "picture", "--axis", "hue shift=0:120:2", "--json"]
    found = call("tune", "tiny", "2/3", *words, "--subject", tmp_path / "red.png").json()
    assert found["response"][0] != pytest.approx(found["response"][1])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--family", "words", "--subject", "猫"], "no letter for “猫”"),
        (["--family", "picture"], "choose a picture first"),
        (["--family", "picture", "--subject", "nowhere.png"], "nowhere.png"),
    ],
)
def test_that_a_subject_that_cannot_be_shown_is_told_in_one_line(call, words, said):
    done = call("tune", "tiny", "2/3", *words)
    assert done.status == 1
    assert len(done.errors) == 1
    assert said in done.errors[0]


def test_that_a_file_of_families_is_run_only_where_it_is_trusted(call, tmp_path):
    path = tmp_path / "stripes.py"
    path.write_text(STRIPES, encoding="utf-8")
    words = ["tune", "tiny", "2/3", "--family", "stripes", "--family-file", path]
    refused = call(*words)
    assert (refused.status, refused.text) == (1, "")
    assert len(refused.errors) == 1
    assert "stripes.py is a program" in refused.errors[0]
    assert "--trust" in refused.errors[0]
    done = call(*words, "--trust")
    assert done.status == 0
    assert done.text.startswith("tiny/2/3 · stripes")
    assert "light" in done.text


def test_that_a_file_of_families_that_fails_is_told_in_one_line(call, tmp_path):
    path = tmp_path / "stripes.py"
    path.write_text("1 / 0", encoding="utf-8")
    done = call("tune", "tiny", "2/3", "--family", "grating", "--family-file", path, "--trust")
    assert done.status == 1
    assert done.errors == ["neuron-inspector: stripes.py, line 1: ZeroDivisionError: division by zero."]
