"""The catalogue for the window: listing it with its cards, fetching weights, registering folders of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.jobs.bench import Bench
from inspector.lenses.base import Partial, Progress, Update
from inspector.network.errors import OpenError
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.entry import Entry

_MEGA = 1_000_000


@dataclass(frozen=True)
class CatalogueCard:
    """What is known of a network before it is opened.

    Attributes:
        year: When it was published, or None.
        sentence: Where it comes from.
        nodes: How many nodes it has, or None where nobody has counted.
        units: How many units these have together, likewise.
        parameters: How many numbers it has learned, likewise.
        address: Where its official weights can be had, "" where there are none.
        licence: Under which terms.
        advice: Where to put the file that was fetched by hand; "" where weights are there.
        needs: What is to be installed before it opens, or "".
        microscope: Whether it is one of the Microscope's eight.
    """

    year: int | None = None
    sentence: str = ""
    nodes: int | None = None
    units: int | None = None
    parameters: int | None = None
    address: str = ""
    licence: str = ""
    advice: str = ""
    needs: str = ""
    microscope: bool = False


Listed = tuple[str, str, str, str, CatalogueCard]
"""Name, title, input, where the weights are ("" for nowhere), and the card."""


@dataclass(frozen=True)
class ListNetworks:
    """Read the catalogue, timm's networks last; returns `Listed` of each entry."""

    keep: bool = False  # weights may lie there at the next look

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Listed, ...]]:
        """Import torchvision, which takes a while, and list what there is."""
        yield Progress(0, 2, "Reading the catalogue")
        from inspector.network.catalogue import catalogue, timm_entries

        found = [_listed(entry) for entry in catalogue().values()]
        yield Progress(1, 2, "Reading timm’s networks")
        try:
            more = [_listed(entry) for entry in timm_entries().values()]
        except OpenError:  # it is installed only in part
            more = []
        return (*found, *more)


@dataclass(frozen=True)
class FetchWeights:
    """Fetch a network's official weights, because the user asked; returns the file as text.

    What was fetched stays when it is cancelled, and the next call goes on from there.
    """

    name: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, str]:
        """Fetch it in pieces.

        Raises:
            OpenError: It has none, there is no connection, or the checksum is another.
        """
        yield Progress(0, 1, "Connecting")
        from inspector.network.catalogue import entry
        from inspector.network.download import fetch

        found = entry(self.name)
        if found.official is None:
            raise OpenError(say("{name} has no official weights that could be fetched.", name=self.name))
        fetching = fetch(self.name, found.official)
        while True:
            try:
                done, total = next(fetching)
            except StopIteration as end:
                return str(end.value)
            token.check()
            yield Progress(done // _MEGA, max(total, done) // _MEGA, "MB")
            yield Partial((done, total))


@dataclass(frozen=True)
class RegisterFolder:
    """Look for weights in a folder from now on; returns a sentence on what was found there."""

    folder: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, str]:
        """Remember it, and look once."""
        yield Progress(0, 1, "Looking for weights")
        return register(Path(self.folder))


def register(folder: Path) -> str:
    """Look for weights in `folder` from now on; returns a sentence on what was found there.

    Raises:
        OpenError: It is no folder.
    """
    from inspector import settings
    from inspector.network.catalogue import catalogue

    if not folder.is_dir():
        raise OpenError(say("{folder} is no folder.", folder=folder))
    known = settings.load()
    known.register_weights(str(folder.absolute()))
    known.save()
    entries = [entry for entry in catalogue().values() if entry.card is None]
    there = [entry.name for entry in entries if _lies_in(entry, folder)]
    looked = say("Weights are looked for in {folder} from now on.", folder=folder.absolute())
    found = (
        say("Found there: {there}.", there=", ".join(there))
        if there
        else say("None that go by a network’s name are there yet.")
    )
    return say("{looked} {found}", looked=looked, found=found)


def _lies_in(entry: Entry, folder: Path) -> bool:
    return entry.installed is not None and entry.installed.parent.absolute() == folder.absolute()


def _listed(entry: Entry) -> Listed:
    where = say("shipped with the program") if entry.card else str(entry.installed or "")
    return entry.name, entry.title, entry.input_text.replace(" x ", " × "), where, _card(entry, where)


def _card(entry: Entry, where: str) -> CatalogueCard:
    from inspector.network import extras
    from inspector.network.official import advice

    official = entry.official
    missing = entry.extra and not extras.is_there(entry.extra)
    return CatalogueCard(
        year=entry.year,
        sentence=entry.source,
        nodes=entry.nodes,
        units=entry.units,
        parameters=entry.parameters,
        address=official.address if official is not None else "",
        licence=official.licence if official is not None else "",
        advice=advice(entry.name, official) if official is not None and not where else "",
        needs=say("pip install “neuron-inspector[{extra}]”", extra=entry.extra) if missing else "",
        microscope=entry.microscope,
    )
