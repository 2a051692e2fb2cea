"""Comparing the network in front with another, or with a folder of checkpoints of its own."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.beside import OpenBeside
from inspector.jobs.messages import NetworkCard
from inspector.lenses.base import LensRun, Partial, Progress, Remark, Update, passed_on
from inspector.lenses.comparison import MOST, Array, Comparison, Matching, Reading, Responses, TimeLine
from inspector.network.errors import InspectorError
from inspector.probe.cancel import CancelToken
from inspector.saying import joined, say

if TYPE_CHECKING:
    from inspector.lenses.comparison.responses import Shown
    from inspector.pictures.picture import Picture

_ENDINGS = (".pth", ".pt", ".ckpt", ".bin", ".safetensors")


@dataclass(frozen=True)
class ShownPictures:
    """What both networks are shown.

    Attributes:
        pictures: Pictures that lie open.
        paths: Files, folders, archives, or "samples"; they count where no pictures are given.
        title: What to call them.
        most: How many at most, spread evenly over a set.
    """

    pictures: tuple[Picture, ...] = ()
    paths: tuple[str, ...] = ("samples",)
    title: str = "samples"
    most: int = MOST

    def listed(self, bench: Bench) -> list[Shown]:
        """Them, to be opened one by one.

        Raises:
            InspectorError: There are none.
        """
        from inspector.lenses.comparison.responses import of_pictures, of_set

        if self.pictures:
            return of_pictures(self.pictures[: self.most])
        return of_set(bench.pictures(self.paths), self.most)


@dataclass(frozen=True, eq=False)
class Compared:
    """A comparison, and what the window needs to know of the second network."""

    comparison: Comparison
    card: NetworkCard


@dataclass(frozen=True)
class CompareNetworks:
    """Show the same pictures to the network in front and to another; returns `Compared`.

    Attributes:
        front: Name of the network in front.
        spec: What to open as the other.
        name: The other's name, where it lies beside already.
        shown: The pictures.
        reading: What is read of a unit on a picture.
    """

    front: str
    spec: str
    name: str = ""
    shown: ShownPictures = field(default_factory=ShownPictures)
    reading: Reading = "max"
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Compared]:
        """Open the other where it is not open, then compare.

        Raises:
            InspectorError: It does not open, or fewer than three pictures do.
        """
        from inspector.jobs.requests import describe
        from inspector.lenses.comparison.responses import compare

        if self.name in bench.names:
            card = describe(bench.network(self.name), self.spec)
        else:
            card = yield from OpenBeside(self.spec).start(bench, token)
        pair = bench.network(self.front), bench.network(card.name)
        shown = self.shown.listed(bench)
        found = yield from compare(*pair, shown, token, reading=self.reading, title=self.shown.title)
        yield from _told(found.skipped)
        return Compared(found, card)


@dataclass(frozen=True)
class MatchUnits:
    """Pair the units of a node with those of the other network; returns `Matching`.

    Attributes:
        comparison: What both answered.
        node: The node of the first network.
        other: The node of the second; the nearest where empty.
    """

    comparison: Comparison
    node: str
    other: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Matching]:
        """Correlate and assign.

        Raises:
            InspectorError: The node was not compared.
        """
        from inspector.lenses.comparison.measures import matched

        yield Progress(0, 1, self.node)
        if self.node not in self.comparison.first.values:
            raise InspectorError(
                say("{node} is only a container of others: choose a node within it.", node=self.node)
            )
        return matched(self.comparison, self.node, self.other)


@dataclass(frozen=True)
class ProfileDepth:
    """Find out how deep the best matches of all units lie; yields and returns `DepthProfile`."""

    comparison: Comparison
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Node by node."""
        from inspector.lenses.comparison.profile import depth_profile

        return depth_profile(self.comparison, token)


@dataclass(frozen=True)
class CompareCheckpoints:
    """Show the same pictures to the network in front and to checkpoints; yields and returns `TimeLine`.

    Attributes:
        front: Name of the network in front.
        specs: The checkpoints, in order, as `checkpoints` gives them.
        shown: The pictures.
        reading: What is read of a unit on a picture.
    """

    front: str
    specs: tuple[str, ...]
    shown: ShownPictures = field(default_factory=ShownPictures)
    reading: Reading = "max"
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """One checkpoint after the other; none stays open.

        Raises:
            InspectorError: One does not open, or fewer than three pictures do.
        """
        own = yield from self._answers(bench, self.front, token)
        line = TimeLine((), (), np.zeros((0, 0), np.float32), np.zeros((0, 0), np.float32), complete=False)
        total = len(self.specs) + 1
        for number, spec in enumerate(self.specs, 1):
            step = Progress(number, total, called(spec))
            card = yield from _as(step, OpenBeside(spec).start(bench, token))
            try:
                other = yield from _as(step, self._answers(bench, card.name, token))
            finally:
                bench.take_away(card.name)
            line = _longer(line, called(spec), _row(own, other), complete=number + 1 == total)
            yield Partial(line)
        return line

    def _answers(self, bench: Bench, name: str, token: CancelToken) -> Generator[Update, None, Responses]:
        from inspector.lenses.comparison.responses import responses

        network = bench.network(name)
        found = yield from responses((network,), self.shown.listed(bench), token, self.reading)
        return found.responses[0]


def checkpoints(folder: str, architecture: str) -> tuple[str, ...]:
    """What to open for each checkpoint in a folder, in natural order ("step-9" before "step-10").

    Args:
        folder: The folder.
        architecture: The architecture that the weights are for.

    Raises:
        InspectorError: There are none.
    """
    try:
        files = [file for file in Path(folder).iterdir() if file.suffix.lower() in _ENDINGS]
    except OSError as error:
        raise InspectorError(
            say("{folder} cannot be read: {reason}.", folder=folder, reason=error.strerror or error)
        ) from error
    if not files:
        raise InspectorError(
            say(
                "There are no checkpoints in {name}: {endings}.",
                name=Path(folder).name,
                endings=", ".join(_ENDINGS),
            )
        )
    ordered = sorted(files, key=lambda file: _natural(file.name))
    return tuple(f"{architecture}={file}" for file in ordered)


def called(spec: str) -> str:
    """What to call a checkpoint."""
    return Path(spec.partition("=")[2] or spec).stem


def _natural(name: str) -> list[tuple[int, str]]:
    pieces = re.split(r"(\d+)", name.lower())
    return [(int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces]


def _longer(line: TimeLine, name: str, row: dict[str, tuple[float, float]], *, complete: bool) -> TimeLine:
    """The time line with one more checkpoint; nodes that this one lacks are left out."""
    nodes = tuple(row) if not line.names else tuple(node for node in line.nodes if node in row)
    kept = [line.nodes.index(node) for node in nodes] if line.names else []
    new = np.array([row[node] for node in nodes], np.float32).reshape(-1, 2).T
    return TimeLine(
        (*line.names, name),
        nodes,
        _stacked(line.cka, kept, new[0]),
        _stacked(line.correlations, kept, new[1]),
        complete,
    )


def _stacked(table: Array, kept: list[int], row: Array) -> Array:
    return np.vstack([table[:, kept], row]) if len(table) else row[None]


def _row(first: Responses, second: Responses) -> dict[str, tuple[float, float]]:
    """CKA, and mean correlation of units of the same number, by the nodes that both have."""
    from inspector.lenses.comparison.measures import linear_cka, of_same_number

    pairs = {name: (first.values[name], second.values[name]) for name in first.nodes if name in second.values}
    return {name: (linear_cka(*pair), of_same_number(*pair)) for name, pair in pairs.items()}


def _as(step: Progress, run: LensRun) -> LensRun:
    """A part of a job, its own progress told as that of the whole."""
    return passed_on(run, lambda _: step)


def _told(skipped: Iterable[str]) -> Generator[Update, None, None]:
    sentences = list(skipped)
    if sentences:
        more = say(" ({count} more were left out)", count=len(sentences) - 1) if len(sentences) > 1 else ""
        yield Remark(joined("", (sentences[0], more)))
