"""Families from a person's own file: added, replaced, and refused in one sentence."""

import sys

import pytest
import torch

from inspector.network.errors import InspectorError
from inspector.stimuli.custom import load_families
from inspector.stimuli.family import card, families, family, set_families

PLAID = '''
from dataclasses import dataclass

import torch

from inspector.stimuli.axes import Axis
from inspector.stimuli.drawing import coordinates
from inspector.stimuli.family import Family{register}


@dataclass
class Both:
    first: float = 1.0


{decorator}
class Plaid(Family):
    """Two sine gratings that cross."""

    name = "plaid"
    title = "Plaids"
    sentence = "Two gratings that cross, over the frequency of both."
    varied = ("frequency",)

    def axes_for(self, size):
        return (Axis("frequency", "cycles/image", 1, size[0] / 4, 8, 4, "Cycles.", minimum=0),)

    def draw(self, values, size):
        x, y = coordinates(size, values["frequency"].device)
        step = 2 * torch.pi * values["frequency"] / size[0]
        return 0.5 + 0.25 * (torch.cos(step * x) + torch.cos(step * y)) * Both().first
'''
PLAIN = PLAID.format(register="", decorator="")
DECORATED = PLAID.format(register=", register", decorator="@register")


@pytest.fixture(autouse=True)
def known():
    """The families as they are, and again afterwards."""
    before = dict(families())
    yield before
    set_families(before)
    for name in [name for name in sys.modules if name.startswith("inspector_opened_")]:
        del sys.modules[name]


@pytest.fixture
def write(tmp_path):
    def write(text, name="plaids.py"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("text", [PLAIN, DECORATED])
def test_that_a_family_of_a_file_is_one_like_the_others(write, known, text):
    assert load_families(write(text)) == ("plaid",)
    assert set(families()) == set(known) | {"plaid"}
    shown = card("plaid", (40, 40))
    assert (shown.title, shown.source, shown.varied) == ("Plaids", "plaids.py", ("frequency",))
    assert shown.axes[0].high == 10
    drawn = family("plaid").about(None).render({"frequency": torch.tensor([2.0, 5.0])}, (40, 40))
    assert drawn.shape == (2, 3, 40, 40)
    assert float(drawn.max()) == pytest.approx(1, abs=0.1)


def test_that_a_file_opened_again_takes_the_place_of_its_former_self(write):
    load_families(write(PLAIN))
    load_families(write(PLAIN.replace("Plaids", "Tartans").replace('"plaid"', '"tartan"')))
    assert "plaid" not in families()
    assert family("tartan").title == "Tartans"


def test_that_two_families_can_stand_in_one_file(write):
    second = PLAIN.split("class Plaid")[1].replace('"plaid"', '"other"')
    assert load_families(write(f"{PLAIN}\n\nclass Other{second}")) == ("plaid", "other")


def test_that_a_name_that_is_taken_is_refused_and_what_had_it_stays(write, known):
    for text in (PLAIN, DECORATED):
        path = write(text.replace('"plaid"', '"grating"'))
        with pytest.raises(InspectorError, match=r"plaids\.py: there is a family “grating” already"):
            load_families(path)
    assert families() == known
    load_families(write(PLAIN))
    with pytest.raises(InspectorError, match=r"again\.py: there is a family “plaid” already"):
        load_families(write(PLAIN, "again.py"))
    assert card("plaid").source == "plaids.py"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("def draw(:\n", r"line 1: invalid syntax"),
        ("import nothing_of_that_name\n", r"line 1: ModuleNotFoundError: No module named"),
        ("x = 1\n\n1 / 0\n", r"line 3: ZeroDivisionError: division by zero\.$"),
        ("raise SystemExit\n", "line 1: SystemExit"),
        ("x = 1\n", "has no family: no class in it is derived from Family"),
        ("from inspector.stimuli.spot import Spot\n", "has no family"),
        (PLAIN.replace("def draw", "def paint"), "the family Plaid lacks the method draw"),
        (PLAIN.replace('    title = "Plaids"\n', ""), "the family Plaid lacks its title"),
        (PLAIN.replace('("frequency",)', '("speed",)'), "plaid varies “speed”, which is none of its axes"),
        (PLAIN.replace('values["frequency"].device', 'values["speed"].device'), r"line \d+: KeyError"),
        (PLAIN.replace("0.5 + 0.25", "float('nan') + 0.25"), "plaid draws values that are no numbers"),
        (PLAIN.replace("* Both().first", "[:, 1:]"), "draws 3 x 1 x 47 x 64 numbers, not 3 x 3 x 48 x 64"),
        (PLAIN.replace("0.5 + 0.25", "torch.zeros(5, 5); 0.25"), "draws 5 x 5 numbers"),
        (PLAIN.replace("size[0] / 4, 8", "0, 8"), "must rise from the first to the last"),
        (PLAIN.replace("8, 4,", "8, -4,"), "frequency = -4 lies outside of 0 to inf"),
        (PLAIN.replace("return (Axis", "return 3, (Axis"), "are not all axes"),
    ],
)  # fmt: skip
def test_that_a_file_that_does_not_work_is_refused_in_one_sentence(write, known, text, said):
    text = text.replace("return torch.zeros(5, 5); ", "return torch.zeros(5, 5)\n        ")
    with pytest.raises(InspectorError, match=said) as caught:
        load_families(write(text))
    assert str(caught.value).startswith("plaids.py")
    assert "\n" not in str(caught.value)
    assert families() == known


@pytest.mark.parametrize("name", ["missing.py", "plaids.txt", "."])
def test_that_what_is_no_python_file_is_named(tmp_path, write, name):
    write(PLAIN, "plaids.txt")
    with pytest.raises(InspectorError, match="is no Python file"):
        load_families(tmp_path / name)


def test_that_what_fails_only_later_still_names_the_file(write):
    late = PLAIN.replace("x, y =", "assert size[0] < 60, 'too large for me'\n        x, y =")
    load_families(write(late))
    with pytest.raises(InspectorError, match=r"plaids\.py, line \d+: AssertionError: too large for me"):
        family("plaid").render({}, (64, 64))


def test_that_a_familys_own_sentence_is_kept(write):
    own = PLAIN.replace(
        "x, y =",
        "from inspector.network.errors import InspectorError\n"
        "        if size[0] > 60: raise InspectorError('Plaids are for small inputs.')\n        x, y =",
    )
    load_families(write(own))
    with pytest.raises(InspectorError, match=r"^plaids\.py: Plaids are for small inputs\.$"):
        family("plaid").render({}, (64, 64))
