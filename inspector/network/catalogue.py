"""The architectures that open by name: ours, the Microscope's, torchvision's, CLIP's and timm's."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from inspector import paths
from inspector.network import from_open_clip, from_timm, from_torchvision, own
from inspector.network.card import read_card
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

__all__ = ["DEMO", "Entry", "catalogue", "demo_entry", "entry", "timm_entries"]

DEMO = "demo"


@cache
def catalogue() -> Mapping[str, Entry]:
    """All architectures by name but timm's, the demonstration network and the Microscope's first.

    Imports torchvision.

    Raises:
        OpenError: The installation is damaged.
    """
    others = [from_torchvision.entry_of(name) for name in from_torchvision.names()]
    known = [*own.entries().values(), *from_timm.eight(), *others, *from_open_clip.entries()]
    ordered = sorted(known, key=lambda entry: not entry.microscope)
    return MappingProxyType({DEMO: demo_entry(), **{entry.name: entry for entry in ordered}})


@cache
def timm_entries() -> Mapping[str, Entry]:
    """Timm's architectures by name ("timm.resnet18"); empty where timm is not installed."""
    found = (from_timm.entry_of(name) for name in from_timm.names())
    return MappingProxyType({entry.name: entry for entry in found})


def entry(name: str) -> Entry:
    """The architecture of that name; timm's may leave out their prefix where no other has the name.

    Raises:
        OpenError: There is none; the text suggests near ones.
    """
    if name == DEMO:
        return demo_entry()  # without torchvision, whose import costs seconds
    if name in catalogue():
        return catalogue()[name]
    bare = name.removeprefix(from_timm.PREFIX)
    if bare in from_timm.names():
        return from_timm.entry_of(bare)
    if bare != name and not from_timm.names():
        from_timm.entry_of(bare)  # says what is to be installed
    raise OpenError(say("There is no architecture “{name}”; {hint}", name=name, hint=_hint(name)))


def _hint(name: str) -> str:
    near = difflib.get_close_matches(name.lower(), [*catalogue(), *from_timm.names()], n=3, cutoff=0.5)
    return (
        say("did you mean {near}?", near=" or ".join(near))
        if near
        else say("“neuron-inspector networks” lists what there is.")
    )


@cache
def demo_entry() -> Entry:
    """The demonstration network's entry, from its card.

    Raises:
        OpenError: The installation is damaged.
    """
    from inspector.network import demo_network

    try:
        card = read_card(paths.resources() / "demo" / "demo.json")
    except FileNotFoundError as error:
        raise OpenError(str(error)) from error
    return Entry(
        name=DEMO,
        title=str(card.about.get("title", "Demonstration network")),
        source=str(card.about.get("source", "")),
        preprocessing=card.preprocessing or Preprocessing(),
        labels=card.labels,
        builder=demo_network.build,
        card=card.path,
    )
