"""An objective's text as words: numbers, names, strings in quotes and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from inspector.network.errors import InspectorError
from inspector.saying import say

Kind = Literal["number", "name", "string", "sign", "end"]
_WORD = re.compile(
    r"\s*(?:(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?P<name>[^\W\d]\w*)"
    r'|(?P<string>"(?:[^"\\]|\\.)*")|(?P<sign>[-+*(),:@=]))'
)
LONGEST = 4000


@dataclass(frozen=True)
class Token:
    """One word of a text, and what kind of word it is."""

    kind: Kind
    text: str


def tokens(text: str) -> list[Token]:
    """The words of a text; the last one is its end.

    Raises:
        InspectorError: A sign is none of the language's, or the text is too long.
    """
    if len(text) > LONGEST:
        raise InspectorError(
            say(
                "An objective's text has at most {longest} characters, not {count}.",
                longest=LONGEST,
                count=len(text),
            )
        )
    found: list[Token] = []
    place, whole = 0, text.rstrip()
    while place < len(whole):
        match = _WORD.match(whole, place)
        if match is None:
            raise InspectorError(
                say(
                    "The objective “{whole}” does not read at “{rest}”.",
                    whole=whole,
                    rest=whole[place:].strip(),
                )
            )
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        found.append(Token(kind, match[match.lastgroup or 0]))
        place = match.end()
    return [*found, Token("end", "")]
