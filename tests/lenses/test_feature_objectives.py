"""The language of objectives: text and objects say the same, and what does not read is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.lenses.feature_visualization.objectives import (
    Activation,
    Caricature,
    Channel,
    Direction,
    Diversity,
    Interpolate,
    Layer,
    Logit,
    Neuron,
    parse,
)
from inspector.network.errors import InspectorError

UNITS = st.integers(0, 99_999)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
POSITIONS = st.none() | st.tuples(UNITS) | st.tuples(UNITS, UNITS)
POWERS = st.floats(0, 16)
PICTURES = UNITS | st.text(min_size=1, max_size=12)
WEIGHTS = st.dictionaries(UNITS, NUMBERS, min_size=1, max_size=4).filter(lambda w: any(w.values()))
TERMS = st.one_of(
    st.builds(Channel, st.none() | UNITS),
    st.builds(Neuron, st.none() | UNITS, POSITIONS),
    st.just(Layer()),
    st.builds(Logit, UNITS | st.text(min_size=1, max_size=20)),
    st.builds(Direction, WEIGHTS, POWERS),
    st.builds(Activation, PICTURES, POSITIONS, POWERS),
    st.builds(Caricature, PICTURES, POWERS),
)
SUMS = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        st.builds(lambda a, b: a + b, inner, inner),
        st.builds(lambda a, b: a - b, inner, inner),
        st.builds(lambda a, w: w * a, inner, st.floats(-1e3, 1e3)),
    ),
    max_leaves=4,
)


@given(
    SUMS
    | st.builds(Interpolate, SUMS, SUMS, st.integers(2, 9))
    | st.builds(Diversity, SUMS, st.integers(2, 9))
)
def test_that_every_objective_reads_back_from_its_text(objective):
    assert parse(str(objective)) == objective
    assert str(parse(str(objective))) == str(objective)


@given(st.text(max_size=40) | st.text('channel(neuron)@*,:=0123-+ ."', max_size=40))
def test_that_any_text_reads_or_is_refused_in_one_sentence(text):
    try:
        objective = parse(text)
    except InspectorError as error:
        sentence = str(error)
    else:
        assert parse(str(objective)) == objective
        return
    assert sentence.endswith(".")
    assert "\n" not in sentence or "\n" in text


@pytest.mark.parametrize(
    ("text", "objective"),
    [
        ("channel", Channel()),
        ("-neuron", -Neuron()),
        ("channel(3) - 0.5*neuron(7@2,3)", Channel(3) - 0.5 * Neuron(7, (2, 3))),
        (" 2 * ( channel - layer ) ", 2 * Channel() - 2 * Layer()),
        ("neuron(@5)", Neuron(None, (5,))),
        ("direction(3: 1, 17: -.5, power=2)", Direction({17: -0.5, 3: 1}, 2.0)),
        ('logit("tabby, tabby cat")', Logit("tabby, tabby cat")),
        ("logit(great grey owl)", Logit("great grey owl")),
        ("logit(281)", Logit(281)),
        ('activation("a.jpg"@2,3, power=2)', Activation("a.jpg", (2, 3), 2.0)),
        ("activation(@4)", Activation(position=(4,))),
        ("caricature(power=2)", Caricature(power=2.0)),
        ("interpolate(3, 17, 5)", Interpolate(Channel(3), Channel(17), 5)),
        ("interpolate(-channel, 2*neuron(4), 3)", Interpolate(-Channel(), 2 * Neuron(4), 3)),
        ("diversity(channel, 4)", Diversity(Channel(), 4)),
        ("diversity(caricature, 2)", Diversity(Caricature(), 2)),
        ("interpolate(activation, 3, 4)", Interpolate(Activation(), Channel(3), 4)),
    ],
)
def test_that_texts_mean_what_they_say(text, objective):
    assert parse(text) == objective


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("banana", "no objective “banana”; there are channel, neuron"),
        ("", "something is missing"),
        ("channel(", "something is missing"),
        ("channel(1.5)", "“1.5” in the objective “channel.1.5.” is no whole number"),
        ("channel channel", "does not read at “channel”"),
        ("channel; drop", "does not read at “; drop”"),
        ("3", "something is missing"),
        ("logit", "needs a class"),
        ("direction", "needs units and weights"),
        ("direction(3: 0)", "other than 0"),
        ("direction(3: 1, 3: 2)", "each unit once"),
        ("caricature(power=99)", "between 0 and 16"),
        ("channel + diversity(channel, 3)", "cannot be part of a sum"),
        ("diversity(channel, 1)", "2 to 64 pictures"),
        ("interpolate(1, 2, 100)", "2 to 64 pictures"),
        ("1e999*channel", "finite"),
        ("(" * 99 + "channel" + ")" * 99, "40 deep"),
        ("channel+" * 999 + "channel", "4000 characters"),
    ],
)
def test_that_what_does_not_read_is_said_in_one_sentence(text, sentence):
    with pytest.raises(InspectorError, match=sentence):
        parse(text)


def test_that_a_strip_lists_the_steps_between_its_ends():
    parts = Interpolate(Channel(3), Channel(17), 3).parts
    assert [str(part) for part in parts] == ["channel(3)", "0.5*channel(3) + 0.5*channel(17)", "channel(17)"]
    assert Diversity(Neuron(), 3).parts == (Neuron(),) * 3


def test_that_the_locations_unit_and_position_fill_what_is_left_open():
    objective = (Channel() - Neuron() + Neuron(5)).at(7, (2, 3))
    assert objective == Channel(7) - Neuron(7, (2, 3)) + Neuron(5)
    assert not objective.is_relative
    assert Interpolate(Channel(), Channel(3), 4).is_relative
