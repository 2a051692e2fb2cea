"""What units are searched for: comparisons of indices, joined and negated. Free of torch."""

from __future__ import annotations

import operator
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from inspector.network.errors import InspectorError
from inspector.saying import say

Table = Mapping[str, np.ndarray[Any, Any]]
Units = np.ndarray[Any, np.dtype[np.bool_]]

SIGNS: dict[str, Callable[[Any, Any], Any]] = {
    "<=": operator.le, "≤": operator.le, ">=": operator.ge, "≥": operator.ge, "!=": operator.ne,
    "≠": operator.ne, "==": operator.eq, "=": operator.eq, "<": operator.lt, ">": operator.gt,
}  # fmt: skip
SPELT = {"color": "colour", "°": "deg"}
_UNIT = re.compile(r"(?P<plain>.+?) \((?P<unit>[^()]*)\)")
_PREFERRED = "preferred "


class Query(ABC):
    """What to look for; `inspector.lenses.tuning.search.parse` makes one of a text."""

    @abstractmethod
    def matches(self, table: Table) -> Units:
        """Which units fulfil it, bool [units].

        Raises:
            InspectorError: A name is none of the table's, or could be several.
        """


@dataclass(frozen=True)
class Comparison(Query):
    """One index against a number; `unit` is what was written behind the number, or ""."""

    name: str
    sign: str
    value: float
    unit: str = ""

    def matches(self, table: Table) -> Units:
        found = resolve(self.name, table)
        unit = _split(found)[1]
        if self.unit and self.unit != unit.lower():
            known = say("in {unit}", unit=unit) if unit else "a plain number"
            raise InspectorError(
                say("{found} is {known}: “{unit}” does not fit.", found=found, known=known, unit=self.unit)
            )
        values = table[found]
        fulfilled: Units = SIGNS[self.sign](values, np.float32(self.value)) & np.isfinite(values)
        return fulfilled


@dataclass(frozen=True)
class Negation(Query):
    """All units that another query leaves out."""

    query: Query

    def matches(self, table: Table) -> Units:
        return ~self.query.matches(table)


@dataclass(frozen=True)
class Junction(Query):
    """Queries of which all ("and") or at least one ("or") must be fulfilled."""

    queries: tuple[Query, ...]
    word: str

    def matches(self, table: Table) -> Units:
        found = [query.matches(table) for query in self.queries]
        joined: Units = np.all(found, axis=0) if self.word == "and" else np.any(found, axis=0)
        return joined


def resolve(name: str, table: Table) -> str:
    """The index that is meant by a name or a part of one.

    Raises:
        InspectorError: None is, or several could be; the text lists those there are.
    """
    asked = " ".join(SPELT.get(word, word) for word in name.lower().split())
    plain = {known: _split(known.lower())[0] for known in table}
    rules: tuple[Callable[[str], bool], ...] = (
        lambda known: asked in (known.lower(), plain[known]),
        lambda known: plain[known] == _PREFERRED + asked,
        lambda known: asked in _beginnings(plain[known], len(asked)),
        lambda known: all(any(w.startswith(part) for w in plain[known].split()) for part in asked.split()),
    )
    for fits in rules:
        found = [known for known in table if fits(known)]
        if len(found) > 1:
            raise InspectorError(say("“{name}” could be {found}.", name=name, found=" or ".join(found)))
        if found:
            return found[0]
    there = say("there are {table}", table=", ".join(table)) if table else "there are none yet"
    raise InspectorError(say("There is no index “{name}”; {there}.", name=name, there=there))


def _beginnings(name: str, length: int) -> tuple[str, str]:
    """How a name begins, with and without "preferred", which is what one mostly means."""
    return name[:length], name.removeprefix(_PREFERRED)[:length]


def _split(name: str) -> tuple[str, str]:
    """A name without its unit, and the unit or ""."""
    match = _UNIT.fullmatch(name)
    return (match["plain"], match["unit"]) if match else (name, "")
