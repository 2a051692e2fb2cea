"""Deep links: `neuron-inspector://network/node/unit`, which the installed program is asked to open."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from inspector.network.location import Location

SCHEME = "neuron-inspector:"


def read_link(text: str) -> Location | None:
    """The location that a link points at; None where the text is no link.

    Raises:
        AddressError: It is a link, but to no address.
    """
    if not text.lower().startswith(SCHEME):
        return None
    return Location.parse(text[len(SCHEME) :].strip("/"))


def spec_named(name: str, recent: Iterable[str]) -> str:
    """What to open for a network of that name: one that was opened before, else the name itself.

    Where none has exactly that name, capitals do not count: a system may hand a link over in small letters.
    """
    known = [(spec, (spec.partition("=")[0], Path(spec).stem)) for spec in recent]
    exact = (spec for spec, names in known if name in names)
    alike = (spec for spec, names in known if name.casefold() in map(str.casefold, names))
    return next(exact, None) or next(alike, name)
