"""Doing one piece, in whatever process: what fails as a whole is parted, so that the rest of it is done."""

from __future__ import annotations

import logging
from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector.batch.piece import Made, Piece
from inspector.lenses.base import Update
from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.probe.cancel import CancelToken

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Failure:
    """A piece that could not be done.

    Attributes:
        title: What it would have made.
        why: One sentence.
    """

    title: str
    why: str


@dataclass(frozen=True)
class Outcome:
    """What came of a piece: the parts that were done, with what they made, and those that were not."""

    made: tuple[tuple[Piece, Made], ...] = ()
    failed: tuple[Failure, ...] = ()

    def __add__(self, other: Outcome) -> Outcome:
        return replace(self, made=self.made + other.made, failed=self.failed + other.failed)


def carried_out(piece: Piece, bench: Bench, token: CancelToken) -> Generator[Update, None, Outcome]:
    """Do a piece; where it fails or memory does not suffice, its halves, down to what cannot be parted.

    Raises:
        Cancelled: The token was set.
    """
    try:
        made = yield from piece.work(bench, token)
        return Outcome(((piece, made),))
    except Exception as error:
        _log.info("%s failed", piece.title, exc_info=True)
        why = sentence_of(error)
    halves = piece.halves()
    if not halves:
        return Outcome(failed=(Failure(piece.title, why),))
    outcome = Outcome()
    for half in halves:
        outcome += yield from carried_out(half, bench, token)
    return outcome


def sentence_of(error: BaseException) -> str:
    """An error as one sentence for the user."""
    if isinstance(error, InspectorError):
        return str(error)
    from inspector.lenses.feature_visualization.batches import is_out_of_memory

    if is_out_of_memory(error):
        return say("There is not enough memory, even for one at a time.")
    first = (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
    return f"{type(error).__name__}: {first}."
