"""Reading an objective's text; the inverse of `str`.

objective = ["-"] product {("+" | "-") product}
product   = [number "*"] part          part = name ["(" arguments ")"] | "(" objective ")"
"""

from __future__ import annotations

import json
from collections.abc import Callable

from inspector.lenses.feature_visualization.objectives.facets import Faceted
from inspector.lenses.feature_visualization.objectives.pictured import Activation, Caricature
from inspector.lenses.feature_visualization.objectives.strips import Diversity, Interpolate, Strip
from inspector.lenses.feature_visualization.objectives.sums import Objective, Position, Sum
from inspector.lenses.feature_visualization.objectives.terms import Channel, Direction, Layer, Logit, Neuron
from inspector.lenses.feature_visualization.objectives.tokens import Kind, Token, tokens
from inspector.network.errors import InspectorError
from inspector.saying import say

_DEEPEST = 40


def parse(text: str) -> Objective | Strip:
    """Read an objective, as in "channel", "-neuron(7@2,3)", "channel(3) - 0.5*logit(281)".

    Raises:
        InspectorError: The text is none; the sentence says where it does not read.
    """
    return _Parser(text.strip()).whole()


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._place = 0
        self._depth = 0

    def whole(self) -> Objective | Strip:
        strip = _STRIPS.get(self._next.text) if self._next.kind == "name" else None
        found: Objective | Strip = self._strip(strip) if strip is not None else self.objective()
        if self._next.kind != "end":
            raise self._error()
        return found

    def objective(self) -> Objective:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise InspectorError(say("An objective's brackets are at most {deepest} deep.", deepest=_DEEPEST))
        weighted = list(self._signed(-1.0 if self._take("-") else 1.0).terms)
        while self._next.text in ("+", "-"):
            weighted += self._signed(-1.0 if self._expect("sign") == "-" else 1.0).terms
        self._depth -= 1
        return weighted[0][1] if len(weighted) == 1 and weighted[0][0] == 1 else Sum(tuple(weighted))

    def _signed(self, sign: float) -> Objective:
        if self._next.kind != "number":
            return self._part() * sign
        factor = float(self._expect("number"))
        self._expect("sign", "*")
        return self._part() * (sign * factor)

    def _part(self) -> Objective:
        if self._take("("):
            inside = self.objective()
            self._expect("sign", ")")
            return inside
        if self._next.kind != "name":
            raise self._error()
        name = self._expect("name")
        if name in _STRIPS:
            raise InspectorError(
                say("“{name}” makes several pictures: it cannot be part of a sum.", name=name)
            )
        if name not in _TERMS:
            raise InspectorError(
                say("There is no objective “{name}”; there are {names}.", name=name, names=", ".join(NAMES))
            )
        given = self._take("(")
        term = _TERMS[name](self, given)
        if given:
            self._expect("sign", ")")
        return term

    def channel(self, given: bool) -> Objective:
        return Channel(self.whole_number() if given else None)

    def neuron(self, given: bool) -> Objective:
        unit = self.whole_number() if given and self._next.kind == "number" else None
        return Neuron(unit, self._position() if given else None)

    def layer(self, given: bool) -> Objective:
        return Layer()

    def logit(self, given: bool) -> Objective:
        if not given:
            raise InspectorError("“logit” needs a class: its number or label, as in logit(3).")
        if self._next.kind != "name":
            return Logit(self._reference())
        words = [self._expect("name")]
        while self._at("name"):
            words.append(self._expect("name"))
        return Logit(" ".join(words))

    def direction(self, given: bool) -> Objective:
        if not given:
            raise InspectorError("“direction” needs units and weights, as in direction(3: 1, 17: -0.5).")
        weights = []
        while self._next.kind == "number":
            unit = self.whole_number()
            self._expect("sign", ":")
            sign = -1.0 if self._take("-") else 1.0
            weights.append((unit, sign * float(self._expect("number"))))
            if not self._take(","):
                return Direction(tuple(weights))
        return Direction(tuple(weights), self._power())

    def activation(self, given: bool) -> Objective:
        picture = self._reference() if given and self._next.kind in ("number", "string") else 0
        position = self._position() if given else None
        return Activation(picture, position, self._power_of(given))

    def caricature(self, given: bool) -> Objective:
        picture = self._reference() if given and self._next.kind in ("number", "string") else 0
        return Caricature(picture, self._power_of(given))

    def facet(self, given: bool) -> Objective:
        inner = self._part() if given else None
        if not isinstance(inner, Channel | Neuron) or not self._take(",") or self._next.kind != "string":
            raise InspectorError('“facet” needs a unit and a facet\'s name, as in facet(channel, "face", 2).')
        name = str(self._reference())
        if not self._take(","):
            return Faceted(inner, name)
        sign = -1.0 if self._take("-") else 1.0
        return Faceted(inner, name, sign * float(self._expect("number")))

    def _power_of(self, given: bool) -> float:
        """The power inside a term's brackets; a comma behind a term without them belongs to the strip."""
        return self._power() if given and (self._take(",") or self._names_power) else 1.0

    def whole_number(self) -> int:
        text = self._expect("number")
        if not text.isdecimal() or len(text) > 9:
            raise InspectorError(
                say(
                    "“{text}” in the objective “{objective}” is no whole number.",
                    text=text,
                    objective=self._text,
                )
            )
        return int(text)

    def _strip(self, make: Callable[[_Parser], Strip]) -> Strip:
        self._expect("name")
        self._expect("sign", "(")
        found = make(self)
        self._expect("sign", ")")
        return found

    def interpolated(self) -> Strip:
        first, second = self._end(), self._end()
        return Interpolate(first, second, self.whole_number())

    def diverse(self) -> Strip:
        return Diversity(self._end(), self.whole_number())

    def _end(self) -> Objective:
        """An argument of a strip, with its comma: an objective, or the number of a unit."""
        after = self._tokens[self._place + 1 : self._place + 2]
        is_unit = self._next.kind == "number" and after == [Token("sign", ",")]
        found = Channel(self.whole_number()) if is_unit else self.objective()
        self._expect("sign", ",")
        return found

    def _reference(self) -> int | str:
        if self._next.kind == "number":
            return self.whole_number()
        text = self._expect("string")
        try:
            found: str = json.loads(text, strict=False)
        except ValueError as error:
            raise InspectorError(
                say("{text} in the objective “{objective}” does not read.", text=text, objective=self._text)
            ) from error
        return found

    def _position(self) -> Position | None:
        if not self._take("@"):
            return None
        first = self.whole_number()
        after = self._tokens[self._place + 1 : self._place + 2]
        if self._next.text == "," and after and after[0].kind == "number":
            self._expect("sign")
            return first, self.whole_number()
        return (first,)

    @property
    def _names_power(self) -> bool:
        return self._next == Token("name", "power")

    def _power(self) -> float:
        self._expect("name", "power")
        self._expect("sign", "=")
        return float(self._expect("number"))

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _at(self, kind: Kind) -> bool:
        return self._next.kind == kind

    def _take(self, sign: str) -> bool:
        found = self._next == Token("sign", sign)
        self._place += found
        return found

    def _expect(self, kind: Kind, text: str | None = None) -> str:
        token = self._next
        if token.kind != kind or (text is not None and token.text != text):
            raise self._error()
        self._place += 1
        return token.text

    def _error(self) -> InspectorError:
        found = (
            say("at “{text}”", text=self._next.text)
            if self._next.text
            else "to its end: something is missing"
        )
        return InspectorError(
            say("The objective “{text}” does not read {found}.", text=self._text, found=found)
        )


_TERMS: dict[str, Callable[[_Parser, bool], Objective]] = {
    "channel": _Parser.channel,
    "neuron": _Parser.neuron,
    "layer": _Parser.layer,
    "logit": _Parser.logit,
    "direction": _Parser.direction,
    "activation": _Parser.activation,
    "caricature": _Parser.caricature,
    "facet": _Parser.facet,
}
_STRIPS: dict[str, Callable[[_Parser], Strip]] = {
    "interpolate": _Parser.interpolated,
    "diversity": _Parser.diverse,
}
NAMES = (*_TERMS, *_STRIPS)
"""Names that begin an objective's text."""
