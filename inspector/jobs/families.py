"""Opening families of stimuli from a person's own file, which runs it: the person has been asked."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.stimuli.axes import FamilyCard


@dataclass(frozen=True)
class OpenedFamilies:
    """Every family there is now, and the names of those that the file holds."""

    families: tuple[FamilyCard, ...]
    names: tuple[str, ...]


@dataclass(frozen=True)
class OpenFamilies:
    """Run a Python file and take the families in it; returns `OpenedFamilies`.

    Attributes:
        path: The file.
        network: The open network, whose input size the families' ranges shall fit.
    """

    path: str
    network: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, OpenedFamilies]:
        """Run it.

        Raises:
            InspectorError: The file does not run, or holds no family that can be used.
        """
        path = Path(self.path)
        yield Progress(0, 1, say("Running {name}", name=path.name))
        from inspector.jobs.requests import ordered
        from inspector.stimuli.custom import load_families
        from inspector.stimuli.family import card, families

        size = bench.network(self.network).preprocessing.crop
        names = load_families(path)
        return OpenedFamilies(tuple(card(family, size) for family in ordered(families())), names)
