"""Searching units by their indices: "OSI > 0.6 and radius < 20". Free of torch.

    query    = part ("or" part)*
    part     = term ("and" term)*
    term     = "not" term | "(" query ")" | NAME OPERATOR NUMBER [UNIT]
    OPERATOR = "<" | "<=" | ">" | ">=" | "=" | "!="

A NAME is an index's name, with or without its unit, in any case, or enough of it to tell it from the others;
"radius" alone means "preferred radius". A unit for which an index is not defined fulfils no comparison.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from inspector.lenses.tuning.query import SIGNS, SPELT, Comparison, Junction, Negation, Query
from inspector.network.errors import InspectorError
from inspector.saying import say

_ANY_SIGN = "|".join(map(re.escape, SIGNS))
_TOKEN = re.compile(
    rf"""\s*(?:
    (?P<sign>{_ANY_SIGN})
    | (?P<number>[-+−]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?![\w/])
    | (?P<unit>\([^()<>=]*\))(?=\s*(?:{_ANY_SIGN}))   # brackets right before a sign belong to a name
    | (?P<bracket>[()])
    | (?P<word>[^\s()<>=!≤≥≠]+)
    )""",
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str) -> Query:
    """The query that a text states; see the module for how it is written.

    Raises:
        InspectorError: It does not read; the text says where.
    """
    return _Parser(text).query()


class _Parser:
    """Recursive descent over the tokens (kind, text) of one line."""

    def __init__(self, text: str) -> None:
        self._text, self._place = text.strip(), 0
        self._tokens: list[tuple[str, str]] = []
        if not self._text:
            raise InspectorError("There is nothing to look for: write “OSI > 0.6”, for example.")
        end = 0
        while end < len(self._text):
            match = _TOKEN.match(self._text, end)
            if match is None:
                self._refuse(say("“{text}” means nothing here", text=self._text[end:].strip()[:1]))
            end = match.end()
            self._tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))

    def query(self) -> Query:
        found = self._joined("or", lambda: self._joined("and", self._term))
        if self._place < len(self._tokens):
            self._refuse(say("“and” or “or” is missing before “{next}”", next=self._next()[1]))
        return found

    def _joined(self, word: str, part: Callable[[], Query]) -> Query:
        parts = [part()]
        while self._took(word):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Junction(tuple(parts), word)

    def _term(self) -> Query:
        if self._took("not"):
            return Negation(self._term())
        if not self._took("("):
            return self._comparison()
        inner = self._joined("or", lambda: self._joined("and", self._term))
        if not self._took(")"):
            self._refuse("a bracket is not closed")
        return inner

    def _comparison(self) -> Comparison:
        words = []
        while self._next()[0] in ("word", "unit", "number") and self._next()[1].lower() not in ("and", "or"):
            words.append(self._take())
        name = " ".join(words)
        if not name:
            self._refuse("the name of an index is missing")
        if self._next()[0] != "sign":
            self._refuse(say("a sign like “>” is missing after “{name}”", name=name))
        sign = self._take()
        if self._next()[0] != "number":
            self._refuse(say("a number is missing after “{name} {sign}”", name=name, sign=sign))
        return Comparison(name, sign, float(self._take().replace("−", "-")), self._unit())

    def _unit(self) -> str:
        kind, text = self._next()
        if kind != "word" or text.lower() in ("and", "or", "not"):
            return ""
        self._place += 1
        return SPELT.get(text.lower(), text.lower())

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._place] if self._place < len(self._tokens) else ("end", "")

    def _take(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1][1]

    def _took(self, text: str) -> bool:
        taken = self._next()[1].lower() == text
        self._place += int(taken)
        return taken

    def _refuse(self, why: str) -> NoReturn:
        raise InspectorError(say("“{text}” does not read: {why}.", text=self._text, why=why))
