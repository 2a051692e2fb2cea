"""Sentences with values in them, made below the window, which it can say in another language.

A sentence reads as English everywhere: in files, in the log, at the command line. It remembers what it was
made of, so that the window translates the template and writes the numbers as its language does
(`inspector.gui.translation`). Templates are collected where `say` and `counted` stand
(`packaging/translations.py`): write them down as they are, and name the values after what they are.
"""

from __future__ import annotations

import numbers
import re
import string
from collections.abc import Callable, Iterable, Sequence
from typing import Any, SupportsIndex

Value = str | int | float
_PART = "part"
_SPEC = re.compile(r",?(\.\d)?[a-z%]?")


class Sentence(str):
    """An English text that knows its template and its values; crosses threads and processes with them.

    Attributes:
        template: The text with the values' names in braces, as `str.format` reads it.
        values: What stands at the names: numbers, texts, and other sentences.
        bare: Whether the full stop at its end was taken off, to stand within another sentence.
        one: The English template where `count` is one; "" where the number changes no word.
    """

    __slots__ = ("bare", "one", "template", "values")
    template: str
    values: dict[str, Value]
    bare: bool
    one: str

    def __new__(cls, template: str, values: dict[str, Value], bare: bool = False, one: str = "") -> Sentence:
        """Fill `values` into `template`, or into `one` where it fits their count.

        Raises:
            KeyError: The template asks for a value that is not given.
        """
        text = (one if one and values["count"] == 1 else template).format(**values)
        made = super().__new__(cls, text.rstrip(".") if bare else text)
        made.template, made.values, made.bare, made.one = template, values, bare, one
        return made

    def __getnewargs__(self) -> tuple[str, dict[str, Value], bool, str]:  # type: ignore[override]
        """What pickle makes it from again."""
        return self.template, self.values, self.bare, self.one

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        """As `pickle` and `copy` want it, whatever the protocol."""
        return Sentence, self.__getnewargs__()

    def __str__(self) -> str:
        """Itself: the text of an error that holds a sentence is that sentence."""
        return self

    def __add__(self, other: str) -> str:
        """Two texts, one after the other."""
        return joined("", (self, other))

    def __radd__(self, other: str) -> str:
        """Two texts, one after the other."""
        return joined("", (other, self))

    def rstrip(self, chars: str | None = None, /) -> str:
        """Without a full stop at its end, as a sentence; without anything else as a plain text."""
        return Sentence(self.template, self.values, True, self.one) if chars == "." else super().rstrip(chars)

    def told(self, fill: Callable[[str, dict[str, Value], str], str]) -> str:
        """The sentence in other words.

        Args:
            fill: Takes the English template, and the one for a single thing or "", to its own words and fills
                the values in.
        """
        values = {
            name: value.told(fill) if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        text = fill(self.template, values, self.one)
        return text.rstrip(".") if self.bare else text


def say(template: str, /, **values: object) -> str:
    """A sentence, as in `say("{count} of {total} units fire", count=3, total=9)`.

    Args:
        template: The English text with the values' names in braces.
        values: What stands there; anything but numbers and texts as its text.
    """
    return Sentence(template, {name: _plain(value) for name, value in values.items()})


def counted(one: str, many: str, /, *, count: int, **values: object) -> str:
    """A sentence with a noun that follows `count`: `counted("{count} unit", "{count} units", count=n)`.

    Args:
        one: The English text for exactly one.
        many: The English text for any other number; translations are looked up by it.
        count: How many there are.
        values: What else stands in the text.
    """
    return Sentence(
        many, {name: _plain(value) for name, value in {"count": count, **values}.items()}, one=one
    )


def joined(separator: str, parts: Iterable[str]) -> str:
    """`separator.join(parts)`, where parts may be sentences and stay what they are."""
    texts = list(parts)
    if len(texts) == 1:
        return texts[0]
    if not any(isinstance(text, Sentence) for text in texts):
        return separator.join(texts)
    names = [f"{_PART}{i}" for i in range(len(texts))]
    escaped = separator.replace("{", "{{").replace("}", "}}")
    return Sentence(escaped.join(f"{{{name}}}" for name in names), dict(zip(names, texts, strict=True)))


def listed(names: Sequence[str]) -> str:
    """Names as one writes them: "a", "a and b", "a, b and c"; each is translated where it can be."""
    texts = [Sentence(name.replace("{", "{{").replace("}", "}}"), {}) for name in names]
    if len(texts) < 2:
        return joined("", texts)
    return say("{first} and {last}", first=joined(", ", texts[:-1]), last=texts[-1])


def kept(text: str) -> Any:
    """What a JSON file keeps beside a text, for `again`; None where there is nothing but the text."""
    if not isinstance(text, Sentence):
        return None
    values = {
        name: {"text": value, "said": kept(value)} if isinstance(value, Sentence) else value
        for name, value in text.values.items()
    }
    return {"template": text.template, "values": values, "bare": text.bare, "one": text.one}


def again(text: str, said: object) -> str:
    """A sentence from what `kept` gave; the plain text where that is missing or makes another one of it."""
    try:
        made = _made(said)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError):
        return text
    return made if made == text else text


def _made(said: Any) -> Sentence:
    values: dict[str, Value] = {
        name: again(value["text"], value["said"]) if isinstance(value, dict) else value
        for name, value in said["values"].items()
    }
    for template in (said["template"], said["one"]):
        for _, name, spec, way in string.Formatter().parse(template):
            # A file may hold anything: names alone, and no width that fills the memory.
            if name is not None and (name not in values or way or not _SPEC.fullmatch(spec or "")):
                raise ValueError(name)
    return Sentence(said["template"], values, bool(said["bare"]), said["one"])


def parts_of(text: str, separator: str) -> list[str]:
    """The parts from which `joined` made a text with this separator; those of a plain text, too."""
    if isinstance(text, Sentence):
        put_together = all(name.startswith(_PART) for name in text.values)
        return [str(value) for value in text.values.values()] if text.values and put_together else [text]
    return [part for part in text.split(separator) if part]


def _plain(value: object) -> Value:
    """What a message can carry: numbers and texts as they are, anything else as its text."""
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        value = value.item()
    if isinstance(value, str):
        return value
    if isinstance(value, numbers.Integral):
        return int(value)
    return float(value) if isinstance(value, numbers.Real) else str(value)
