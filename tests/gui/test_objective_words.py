"""Every objective that a menu makes has a readable title and one sentence; a clicked place is filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from inspector.gui.views.objective_words import at_place, explained, needs_picture, pictures_of, place_in
from inspector.network.graph import Node


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("channel", "Channel"), ("channel(17)", "Channel 17"), ("-channel", "Negative"),
        ("neuron", "Neuron"), ("-neuron", "Negative neuron"), ("neuron(7@2,3)", "Neuron 7 at 2, 3"),
        ("neuron(@5)", "Neuron at 5"), ("layer", "Layer"), ("logit(3)", "Class 3"),
        ('logit("sea snail")', "Class “sea snail”"), ("-logit(3)", "Negative class 3"),
        ("direction(3: 1)", "Unit 3"), ("direction(3: 1, 17: -0.5)", "Units 3, 17 (−0.5)"),
        ("direction(3: 1, 4: 1, 5: 1, 6: 1)", "4 units"), ("caricature", "Caricature"),
        ("activation", "Activation"), ("activation(@6,7)", "Activation at 6, 7"),
        ("diversity(channel, 3)", "Diversity"), ("diversity(channel, 3) #2", "Diversity 2"),
        ("interpolate(channel, channel(17), 5)", "Interpolation to channel 17"),
        ("0.75*channel + 0.25*channel(17)", "25\u202f% channel 17"),
        ("channel(3) - 0.5*neuron(7@2,3)", "channel(3) - 0.5*neuron(7@2,3)"), ("channl(", "channl("),
    ],
)  # fmt: skip
def test_that_an_objective_has_a_title_and_one_sentence(text: str, title: str) -> None:
    found, sentence = explained(text)
    assert found == title
    assert sentence.endswith(".")
    assert ". " not in sentence


def test_that_a_negative_is_said_to_silence() -> None:
    assert explained("-channel")[1].startswith("Silences")
    assert explained("-layer")[1].startswith("Weakens")


@pytest.mark.parametrize(
    ("text", "needs", "pictures"),
    [
        ("caricature", True, 1), ("channel - activation", True, 1),
        ("interpolate(caricature(0), 3, 4)", True, 4),
        ("channel", False, 1), ("diversity(channel, 3)", False, 3), ("nonsense(", False, 1),
    ],
)  # fmt: skip
def test_that_an_objective_tells_what_it_needs_and_makes(text: str, needs: bool, pictures: int) -> None:
    assert needs_picture(text) is needs
    assert pictures_of(text) == pictures


@pytest.mark.parametrize(
    ("text", "neurons", "filled"),
    [
        ("activation", False, "activation(@2,3)"), ("activation(@0,0)", False, "activation(@0,0)"),
        ("-activation", False, "-activation(@2,3)"), ("neuron", False, "neuron"),
        ("neuron", True, "neuron(@2,3)"), ("-neuron", True, "-neuron(@2,3)"),
        ("neuron(7)", True, "neuron(7)"),
        ("channel - 0.5*activation", False, "channel - 0.5*activation(@2,3)"),
        ("channel", True, "channel"), ("diversity(channel, 2)", True, "diversity(channel, 2)"),
    ],
)  # fmt: skip
def test_that_the_clicked_place_is_filled_in_where_none_is_named(text, neurons, filled) -> None:
    assert at_place(text, (2, 3), neurons=neurons) == filled
    assert at_place(text, None, neurons=neurons) == text


@pytest.mark.parametrize(
    ("shape", "spot", "place"),
    [
        ((4, 8), (0.5, 0.5), (2, 4)), ((4, 8), (1.0, 1.0), (3, 7)), ((4, 8), None, None),
        ((), (0.5, 0.5), None),
        ((16,), (0.5, 0.99), (2, 3)), ((17,), (0.5, 0.99), (2, 3)), ((1, 1), (0.5, 0.5), None),
        ((7,), (0.5, 0.5), None),
    ],
)  # fmt: skip
def test_that_a_place_on_the_picture_is_one_in_the_map_or_in_the_grid_of_tokens(shape, spot, place) -> None:
    grid = (4, 4) if shape in ((16,), (17,)) else None
    node = Node("n", "op", (3, *shape), 3, 1, 0, grid=grid)
    assert place_in(node, spot) == place
    assert place_in(replace(node, op="attention_pattern"), spot) is None


def test_that_a_facet_is_told_with_its_unit():
    title, sentence = explained('facet(channel, "face", 2)')
    assert title == "Channel, face"
    assert "facet “face”" in sentence
