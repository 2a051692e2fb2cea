"""What holds of every family: form, range, background, batches, closed axes, turning."""

import importlib
import sys

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import inspector.stimuli as package
from inspector.network.preprocessing import Preprocessing
from inspector.stimuli import family as registry
from inspector.stimuli.family import card, families, family, set_families
from inspector.stimuli.sampling import checked, samples

SIZE = (40, 56)
NAMES = sorted(families())
# Axes that are seen only where another one lets them be.
SHOWN_WITH = {("curve", "hue"): {"fill": 2.0}, ("words", "hue"): {"ink": 2.0}}
# Random patterns that a turn draws anew.
TURNED_ANEW = {"filtered-noise"}

every_family = pytest.mark.parametrize("name", NAMES)
few = settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
sizes = st.tuples(st.integers(8, 40), st.integers(8, 40))


def axes(name, size=SIZE):
    return {axis.name: axis for axis in family(name).axes_for(size)}


def drawn_values(data, name, size, count):
    """Random values of every axis, whole ones where the axis has choices."""

    parts = st.lists(st.floats(0, 1, width=16), min_size=count, max_size=count)
    values = {}
    for axis in axes(name, size).values():
        value = axis.low + (axis.high - axis.low) * torch.tensor(data.draw(parts, label=axis.name))
        values[axis.name] = value.round() if axis.choices else value
    return values


@every_family
@few
@given(data=st.data())
def test_that_stimuli_are_float32_rgb_in_range_and_a_batch_is_its_stimuli_one_by_one(name, bound, data):
    size, count = data.draw(sizes, label="size"), data.draw(st.integers(1, 4), label="count")
    values = drawn_values(data, name, size, count)
    together = bound(name).render(values, size)
    assert together.dtype == torch.float32
    assert together.shape == (count, 3, *size)
    assert together.isfinite().all()
    assert together.min() >= 0
    assert together.max() <= 1
    for index in range(count):
        alone = bound(name).render({key: value[index : index + 1] for key, value in values.items()}, size)
        torch.testing.assert_close(alone[0], together[index], atol=2e-5, rtol=0)


@every_family
@pytest.mark.parametrize("size", [SIZE, (8, 8), (8, 90), (224, 224)])
def test_that_every_axis_declares_a_range_that_makes_sense(name, size):
    for axis in axes(name, size).values():
        assert axis.minimum <= axis.low < axis.high <= axis.maximum, axis
        checked(axis, samples(axis))
        checked(axis, [axis.default])
        assert axis.count >= 2
        assert axis.sentence.endswith(".")
        assert not axis.logarithmic or axis.low > 0
        assert not axis.choices or (axis.low, axis.high, axis.count) == (
            0, len(axis.choices) - 1, len(axis.choices),
        )  # fmt: skip


@every_family
def test_that_the_ends_of_every_axis_are_drawn_on_the_smallest_input(name, bound):
    for axis in axes(name, (8, 11)).values():
        ends = [end for end in (axis.minimum, axis.maximum) if abs(end) < 1e6]
        pictures = bound(name).render({axis.name: torch.tensor(ends)}, (8, 11))
        assert pictures.isfinite().all(), axis.name


@every_family
def test_that_a_card_names_axes_that_exist(name):
    shown = card(name, SIZE)
    assert shown.name == name
    assert shown.title
    assert shown.sentence.endswith(".")
    assert shown.varied
    assert set(shown.varied) <= {axis.name for axis in shown.axes}
    assert shown.source == ""


@every_family
def test_that_every_axis_changes_the_picture(name, bound):
    for axis in axes(name).values():
        values = samples(axis)[:: max(1, axis.count // 7)]
        fixed = {
            key: torch.full((len(values),), value)
            for key, value in SHOWN_WITH.get((name, axis.name), {}).items()
        }
        pictures = bound(name).render({axis.name: torch.tensor(values), **fixed}, SIZE)
        assert not torch.allclose(pictures[0], pictures[len(pictures) // 2], atol=1e-3), axis.name


@every_family
@few
@given(data=st.data())
def test_that_a_periodic_axis_comes_round_from_anywhere(name, bound, data):
    for axis in axes(name).values():
        if axis.periodic:
            period = axis.high - axis.low
            start = axis.low + period * data.draw(st.floats(0, 1, width=16), label=axis.name)
            around = {axis.name: torch.tensor([start, start + period])}
            there, back = bound(name).render(around, SIZE)
            torch.testing.assert_close(there, back, atol=5e-4, rtol=0)


@pytest.mark.parametrize("name", [name for name in NAMES if "contrast" in axes(name)])
@few
@given(data=st.data())
def test_that_without_contrast_there_is_nothing_but_mid_grey(name, bound, data):
    values = drawn_values(data, name, SIZE, 2) | {"contrast": torch.zeros(2)}
    assert (bound(name).render(values, SIZE) == 0.5).all()


@pytest.mark.parametrize(
    "name",
    [
        "angle",
        "bar",
        "centre-surround",
        "cross",
        "curve",
        "grating",
        "line-ending",
        "position",
        "ring",
        "spot",
        "words",
    ],
)
def test_that_the_background_is_exactly_mid_grey(name, bound):
    values = {axis: torch.tensor(samples(axes(name)[axis])) for axis in bound(name).varied[:1]}
    pictures = bound(name).render(values, (64, 64))
    if name == "grating":
        pictures = pictures[..., [0, -1], :][..., [0, -1]]
    assert (pictures == 0.5).float().mean() > 0.5


@pytest.mark.parametrize(
    "name", [n for n in NAMES if {"orientation", "rotation"} & set(axes(n)) and n not in TURNED_ANEW]
)
@few
@given(turn=st.floats(0, 90, width=16))
def test_that_a_quarter_turn_of_a_stimulus_is_the_picture_turned(name, bound, turn):
    axis = "orientation" if "orientation" in axes(name) else "rotation"
    before, after = bound(name).render({axis: torch.tensor([turn, turn + 90.0])}, (33, 33))
    torch.testing.assert_close(after, before.rot90(1, (1, 2)), atol=1e-3, rtol=0)


@pytest.mark.parametrize(
    "name", [name for name in NAMES if {"x", "y"} <= set(axes(name)) and name != "grating"]
)
@few
@given(x=st.floats(-6, 6, width=16), y=st.floats(-6, 6, width=16))
def test_that_moving_a_stimulus_by_parts_of_pixels_neither_makes_nor_loses_light(name, bound, x, y):
    values = {"x": torch.tensor([0.25, x]), "y": torch.tensor([0.25, y])}
    light = (bound(name).render(values, (56, 56)) - 0.5).abs().sum((1, 2, 3))
    assert light[1] == pytest.approx(float(light[0]), rel=0.02)


@every_family
def test_that_a_network_of_greys_sees_the_luminance_of_every_family(name, bound):
    grey = Preprocessing(crop=(24, 32), channels="L", mean=(0.0,), std=(1.0,))
    axis = bound(name).varied[0]
    pictures = bound(name).render({axis: torch.tensor(samples(axes(name, grey.crop)[axis])[:3])}, grey.crop)
    seen = grey.normalise(pictures)
    assert seen.shape == (3, 1, 24, 32)
    expected = 0.299 * pictures[:, 0] + 0.587 * pictures[:, 1] + 0.114 * pictures[:, 2]
    torch.testing.assert_close(seen[:, 0], expected)


PLAID = """
import torch
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import Family, register

@register
class Plaid(Family):
    name, title, sentence, varied = "plaid", "Plaids", "Two gratings.", ("level",)

    def axes_for(self, size):
        return (Axis("level", "", 0, 1, 5, 0.5, "How bright."),)

    def draw(self, values, size):
        return values["level"].expand(-1, *size)
"""


def test_that_a_family_is_added_by_adding_one_file(tmp_path, monkeypatch):
    before = dict(families())
    (tmp_path / "plaid_of_a_test.py").write_text(PLAID, encoding="utf-8")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    importlib.invalidate_caches()
    registry._load_all.cache_clear()
    try:
        assert set(families()) == set(before) | {"plaid"}
        assert card("plaid").title == "Plaids"
        assert family("plaid").render({"level": torch.tensor([0.25])}, (8, 9)).mean() == 0.25
    finally:
        set_families(before)
        sys.modules.pop(f"{package.__name__}.plaid_of_a_test", None)
