"""Addresses: one text form for every network, node, unit and neuron."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import quote, unquote

from inspector.network.errors import AddressError
from inspector.saying import say

# Kept readable in addresses; everything else of a name is percent-encoded, so "/" and "@" stay unambiguous.
_READABLE = " :+-_.,=()[]"
_NUMBER = re.compile(r"[0-9]{1,9}")
_FORM = say("an address reads network/node/unit@y,x, for example demo/conv1/17")


@dataclass(frozen=True, order=True)
class Location:
    """A place in a network: the network, a node of it, a unit of that, a position of that (a neuron).

    Attributes:
        network: Name of the network.
        node: Name of a node, or None for the whole network.
        unit: Index of a unit of the node, or None for the whole node.
        position: Row and column (y, x) in the node's map, or None for the whole unit.
    """

    network: str
    node: str | None = None
    unit: int | None = None
    position: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        if not self.network or self.node == "":
            raise AddressError(say("An empty name is no address; {form}.", form=_FORM))
        if self.unit is not None and (self.node is None or self.unit < 0):
            raise AddressError(say("A unit is a number from 0 on, of a node; {form}.", form=_FORM))
        if self.position is not None and (self.unit is None or min(self.position) < 0):
            raise AddressError(say("A position is two numbers from 0 on, of a unit; {form}.", form=_FORM))

    @classmethod
    def parse(cls, text: str, network: str | None = None) -> Location:
        """Read an address; the inverse of `str`.

        Args:
            text: `network/node/unit@y,x`; the later parts may be missing.
            network: Where given, the text may leave the network out (`node/unit`).

        Raises:
            AddressError: The text is no address.
        """
        path, at, where = text.strip().partition("@")
        parts = path.split("/")
        if network is not None and unquote(parts[0]) != network:
            parts.insert(0, _quoted(network))
        if len(parts) > 3 or not all(parts):
            raise AddressError(say("“{text}” is no address: {form}.", text=text, form=_FORM))
        name, node = unquote(parts[0]), unquote(parts[1]) if len(parts) > 1 else None
        unit = _number(parts[2], text) if len(parts) == 3 else None
        return cls(name, node, unit, _position(where, text) if at else None)

    def at(self, node: str | None, unit: int | None = None) -> Location:
        """The location of another node or unit in the same network."""
        return Location(self.network, node, unit)

    def neuron(self, y: int, x: int) -> Location:
        """The location of this unit's neuron in row y and column x."""
        return replace(self, position=(y, x))

    def __str__(self) -> str:
        parts = [_quoted(name) for name in (self.network, self.node) if name is not None]
        if self.unit is not None:
            parts.append(str(self.unit))
        return "/".join(parts) + ("@{},{}".format(*self.position) if self.position else "")


def _quoted(name: str) -> str:
    # Spaces stay readable, but not at the ends, where pasting and parsing take them away.
    start, end = len(name) - len(name.lstrip(" ")), len(name.rstrip(" "))
    return "%20" * start + quote(name[start:end], safe=_READABLE) + "%20" * (len(name) - max(start, end))


def _number(text: str, whole: str) -> int:
    if not _NUMBER.fullmatch(text):
        raise AddressError(
            say("“{text}” in “{whole}” is no number: {form}.", text=text, whole=whole, form=_FORM)
        )
    return int(text)


def _position(text: str, whole: str) -> tuple[int, int]:
    parts = text.split(",")
    if len(parts) != 2:
        raise AddressError(
            say("“@{text}” in “{whole}” is no position: {form}.", text=text, whole=whole, form=_FORM)
        )
    return _number(parts[0], whole), _number(parts[1], whole)
