"""The commands `zero-shot`, `attack`, `words` and `stroop`."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from inspector.cli.opening import located, opened
from inspector.cli.output import look, print_json, print_line, print_table
from inspector.lenses.attack import EIGHT, Attack
from inspector.lenses.language import NearestWords, Stroop, WordResponses, ZeroShot
from inspector.lenses.language.export import write
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.pictures.decode import open_picture


def zero_shot(arguments: Namespace) -> None:
    """How well prompts fit a picture, best first."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    place = Location(network.name)
    picture = open_picture(arguments.picture)
    found: ZeroShot = look(network.name, "zero-shot", network, place, picture=picture, **_prompts(arguments))
    _write(found, arguments)
    order = found.probabilities.argsort()[::-1]
    told = [
        {
            "prompt": found.prompts[i],
            "probability": float(found.probabilities[i]),
            "cosine": float(found.cosines[i]),
        }
        for i in order
    ]
    if arguments.json:
        print_json({"picture": arguments.picture, "scale": found.scale, "prompts": told})
    else:
        print_table([list(entry.values()) for entry in told], ["prompt", "probability", "cosine"])


def attack(arguments: Namespace) -> None:
    """Classes and units of a picture without a word on it and with it."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    places = EIGHT if arguments.eight else tuple(arguments.places or [(0.5, 0.5)])
    found: Attack = look(
        network.name, "attack", network, Location(network.name, arguments.node),
        picture=open_picture(arguments.picture), word=arguments.word, places=places,
        size=arguments.size, ink=arguments.ink, paper=arguments.paper, top=arguments.top,
        **(_prompts(arguments) if arguments.prompts else {}),
    )  # fmt: skip
    _write(found, arguments)
    if arguments.json:
        print_json(_attack_document(found, arguments.picture))
        return
    print_line(f"{found.covered:.1%} of the pixels covered")
    if found.classes:
        print_table([[c.label, c.before, c.after] for c in found.classes], [found.asked, "before", "after"])
    if found.units:
        print_table([[c.index, c.before, c.after] for c in found.units], ["unit", "before", "after"])


def words(arguments: Namespace) -> None:
    """The words that a unit answers most strongly to, or whose directions lie nearest to its own."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    location, unit = located(network, arguments.location)
    given = _words_in(arguments)
    if arguments.near:
        near: NearestWords = look(str(location), "nearest-words", network, location, words=given)
        if near.node != location.node:
            joint = f"its units are those of {near.node}" if near.node else "no node holds its values"
            raise InspectorError(f"{location} is no unit of the joint space: {joint}.")
        _write(near, arguments)
        told = list(near.best(unit, arguments.top))
    else:
        shown: WordResponses = look(str(location), "word-responses", network, location, words=given)
        _write(shown, arguments)
        best = shown.best(unit, arguments.top)
        told = [(shown.words[i], float(shown.responses[i, unit])) for i in best]
    if arguments.json:
        print_json(
            {"location": str(location), "words": [{"word": word, "value": value} for word, value in told]}
        )
    else:
        print_table([list(pair) for pair in told], ["word", "cosine" if arguments.near else "response"])


def stroop(arguments: Namespace) -> None:
    """Probabilities of the true ink and of the written word, in every pair of both."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    given = {"words": arguments.words, "inks": arguments.inks}
    values: dict[str, Any] = {name: tuple(value) for name, value in given.items() if value}
    found: Stroop = look(network.name, "stroop", network, Location(network.name), **values)
    _write(found, arguments)
    told = [
        {"word": word, "ink": ink, "ink_probability": float(found.ink_right[w, i]),
         "word_probability": float(found.word_right[w, i])}
        for w, word in enumerate(found.words)
        for i, ink in enumerate(found.inks)
    ]  # fmt: skip
    if arguments.json:
        print_json(told)
    else:
        print_table([list(entry.values()) for entry in told], ["word", "ink", "true ink", "written word"])


def _prompts(arguments: Namespace) -> dict[str, Any]:
    return {"prompts": tuple(arguments.prompts), "templates": tuple(arguments.templates or ("{}",))}


def _words_in(arguments: Namespace) -> tuple[str, ...]:
    if arguments.list is None:
        return ()
    try:
        found = tuple(arguments.list.read_text("utf-8").split())
    except (OSError, UnicodeDecodeError) as error:
        raise InspectorError(f"{arguments.list} cannot be read as a text: {error}.") from error
    if not found:
        raise InspectorError(f"{arguments.list} holds no words.")
    return found


def _attack_document(found: Attack, picture: str) -> dict[str, Any]:
    def told(changes: Any) -> list[dict[str, Any]]:
        return [{"index": c.index, "label": c.label, "before": c.before, "after": c.after} for c in changes]

    return {
        "picture": picture,
        "word": found.word,
        "places": [list(place) for place in found.places],
        "covered": found.covered,
        "asked": found.asked,
        "classes": told(found.classes),
        "node": found.node,
        "units": told(found.units),
    }


def _write(found: Any, arguments: Namespace) -> None:
    if arguments.out is not None:
        write(found, arguments.out)
