"""How objectives read in the window: a title and a sentence for each, and what the page fills in for them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from inspector.gui.translation import mark, plural, tr, within
from inspector.gui.views.words import number
from inspector.lenses.feature_visualization.objectives import (
    Activation,
    Caricature,
    Channel,
    Direction,
    Diversity,
    Faceted,
    Interpolate,
    Layer,
    Logit,
    Neuron,
    Objective,
    Term,
    parse,
)
from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.network.graph import Node

Place = tuple[int, ...]
Words = tuple[str, str]
# What is written behind the pictures of one "diversity".
_ONE_OF = re.compile(r"(?P<whole>diversity\(.*\)) #(?P<number>\d+)", re.DOTALL)
_TYPED = mark("Drives what its text says.")
_MANY_UNITS = 3
_OPPOSITES = {
    mark("Drives the unit everywhere on the picture, on average."): mark(
        "Silences the unit everywhere on the picture, on average."
    ),
    mark("Drives the unit at {place} of its map."): mark("Silences the unit at {place} of its map."),
    mark("Strengthens whatever the whole layer answers to (DeepDream)."): mark(
        "Weakens whatever the whole layer answers to (DeepDream)."
    ),
    mark("Drives a class of the network, before the softmax."): mark(
        "Silences a class of the network, before the softmax."
    ),
    mark("Drives what the layer answers at {place} of the picture."): mark(
        "Silences what the layer answers at {place} of the picture."
    ),
    mark("Drives a direction in the layer’s space: {words}."): mark(
        "Silences a direction in the layer’s space: {words}."
    ),
}
"""What is said of a term, and of its negative."""


@cache
def explained(text: str) -> Words:
    """Title and sentence of an objective; of one that no menu makes, its text is the title."""
    one = _ONE_OF.fullmatch(text)
    if one is not None:
        title, sentence = explained(one["whole"])
        return f"{title} {one['number']}", sentence
    try:
        asked = parse(text)
    except InspectorError:
        return text, tr(_TYPED)
    if isinstance(asked, Diversity):
        sentence = tr("Drives the unit as the others of its row do, and looks as little like them as can be.")
        return tr("Diversity"), sentence
    if isinstance(asked, Interpolate):
        title, _ = explained(str(asked.second))
        return tr("Interpolation to {title}").format(title=within(title)), tr(
            "Pictures in equal steps from one to the other."
        )
    return _of_objective(asked) or (text, tr(_TYPED))


def needs_picture(text: str) -> bool:
    """Whether an objective speaks of a picture."""
    try:
        asked = parse(text)
    except InspectorError:
        return False
    parts = (asked,) if isinstance(asked, Objective) else asked.parts
    return any(isinstance(term, (Activation, Caricature)) for part in parts for _, term in part.terms)


def pictures_of(text: str) -> int:
    """How many pictures an objective makes."""
    try:
        asked = parse(text)
    except InspectorError:
        return 1
    return 1 if isinstance(asked, Objective) else asked.count


def at_place(text: str, place: Place | None, *, neurons: bool) -> str:
    """The objective with the clicked place in every "activation" that names none; in "neuron" if asked."""
    asked = parse(text)
    if place is None or not isinstance(asked, Objective):
        return text
    kinds = (Activation, Neuron) if neurons else (Activation,)
    placed = [
        (weight, replace(term, position=place) if _is_open(term, kinds) else term)
        for weight, term in asked.terms
    ]
    return str(sum((term * weight for weight, term in placed[1:]), placed[0][1] * placed[0][0]))


def place_in(node: Node | None, spot: tuple[float, float] | None) -> Place | None:
    """Row and column in a node's map, or in its grid of tokens, of a place on the picture (each 0 to 1)."""
    if spot is None or node is None or not node.on_picture:
        return None
    sides = node.grid or node.map_shape
    if min(sides) < 2:
        return None
    return tuple(min(int(share * side), side - 1) for share, side in zip(spot, sides, strict=True))


def _is_open(term: Term, kinds: tuple[type[Activation] | type[Neuron], ...]) -> bool:
    return isinstance(term, kinds) and term.position is None and getattr(term, "unit", None) is None


def _of_objective(asked: Objective) -> Words | None:
    if len(asked.terms) > 1:
        return _of_mixture(asked)
    (weight, term) = asked.terms[0]
    title, sentence = _of_term(term, weight < 0)
    if abs(weight) != 1:
        return None
    if weight > 0:
        return title, sentence
    if term == Channel():
        return tr("Negative"), sentence
    return tr("Negative {title}").format(title=within(title[0]) + title[1:]), sentence


def _of_mixture(asked: Objective) -> Words | None:
    """Two objectives whose shares make a whole: a step of an interpolation."""
    (first, one), *others = asked.terms
    if len(others) != 1 or first <= 0 or others[0][0] <= 0 or abs(first + others[0][0] - 1) > 1e-3:
        return None
    share, other = others[0]
    names = [within(_of_term(term)[0]) for term in (one, other)]
    sentence = tr("{first:.0%} of {name} and {share:.0%} of {name2}.").format(
        first=first, name=names[0], share=share, name2=names[1]
    )
    return f"{share:.0%} {names[1]}".replace("%", "\u202f%"), sentence.replace("%", "\u202f%")


def _of_term(term: Term, negative: bool = False) -> Words:
    def said(text: str) -> str:
        return tr(_OPPOSITES[text] if negative else text)

    if isinstance(term, Channel):
        return tr("Channel{named}").format(named=_named(term.unit)), said(
            "Drives the unit everywhere on the picture, on average."
        )
    if isinstance(term, Neuron):
        place = tr("one position") if term.position is None else tr("the clicked position")
        return tr("Neuron{named}{where}").format(named=_named(term.unit), where=_where(term.position)), said(
            "Drives the unit at {place} of its map."
        ).format(place=place)
    if isinstance(term, Layer):
        return tr("Layer"), said("Strengthens whatever the whole layer answers to (DeepDream).")
    if isinstance(term, Logit):
        name = f"“{term.target}”" if isinstance(term.target, str) else str(term.target)
        return tr("Class {name}").format(name=name), said(
            "Drives a class of the network, before the softmax."
        )
    if isinstance(term, Direction):
        return _of_direction(term, said("Drives a direction in the layer’s space: {words}."))
    if isinstance(term, Faceted):
        name = f"{_of_term(term.inner)[0]}, {term.name}"
        return name, tr("As it looks by the facet “{name}”, which counts {weight:g} times.").format(
            name=term.name, weight=term.weight
        )
    if isinstance(term, Activation):
        place = tr("the middle") if term.position is None else tr("the clicked place")
        return (
            tr("Activation{where}").format(where=_where(term.position)),
            said("Drives what the layer answers at {place} of the picture.").format(place=place),
        )
    return tr("Caricature"), tr("Exaggerates what the layer sees in the picture.")


def _of_direction(term: Direction, sentence: str) -> Words:
    parts = [str(unit) if weight == 1 else f"{unit} ({number(weight)})" for unit, weight in term.weights]
    words = ", ".join(parts)
    title = (
        tr("{count} units").format(count=len(parts))
        if len(parts) > _MANY_UNITS
        else plural("Unit {words}", "Units {words}", len(parts)).format(words=words)
    )
    return title, sentence.format(words=words)


def _named(unit: int | None) -> str:
    return "" if unit is None else f" {unit}"


def _where(position: Place | None) -> str:
    return "" if position is None else tr(" at {position}").format(position=", ".join(map(str, position)))
