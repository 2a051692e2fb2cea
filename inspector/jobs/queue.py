"""Jobs and their queue: most urgent first, a newer one for a panel in place of the older."""

from __future__ import annotations

import itertools
import threading
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from inspector.lenses.base import LensRun
from inspector.probe.cancel import CancelToken

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench


class Request(Protocol):
    """Everything a job needs, captured when it was asked for: frozen, hashable, of plain values."""

    @property
    def keep(self) -> bool:
        """Whether the result may be kept and handed out again for an equal request."""

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """The generator that does it, on the worker."""


class Priority(IntEnum):
    """How urgent a job is; lower goes first."""

    ENGINE = 0
    PICTURE = 1
    UNIT = 2
    VISIBLE = 3
    FILLING = 4


_numbers = itertools.count(1)


@dataclass(eq=False)
class Job:
    """One run of a request.

    Attributes:
        request: What is to be done.
        panel: Who waits for it; a newer job for the same panel supersedes this one.
        title: What to call it in the list of jobs.
        priority: How urgent it is.
        number: Rises with every job made; messages carry it.
        token: Set to cancel it.
        paused: Whether it is left standing until someone lets it go on.
        turn: When the queue last handed it out; 0 for never.
    """

    request: Request
    panel: str
    title: str
    priority: Priority = Priority.UNIT
    number: int = field(default_factory=lambda: next(_numbers))
    token: CancelToken = field(default_factory=CancelToken)
    paused: bool = False
    turn: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether it keeps what it has while it runs, so that an equal request goes on from there.

        Such a job may be left standing for good, and its share tells nothing of the time that is left. A
        request says so by an attribute `goes_on`; one that wraps another hands on what that one says.
        """
        return bool(getattr(self.request, "goes_on", False))

    @property
    def is_ready(self) -> bool:
        """Whether the worker may go on with it; a cancelled job goes on to its end, paused or not."""
        return self.token.cancelled or not self.paused


class JobQueue:
    """All jobs that are not over, running ones included. Every method may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs: dict[int, Job] = {}
        self._turns = itertools.count(1)

    def put(self, job: Job) -> None:
        """Add a job; those that wait or run for the same panel are cancelled."""
        with self._lock:
            for other in self._jobs.values():
                if other.panel == job.panel:
                    other.token.cancel()
            self._jobs[job.number] = job

    def next(self) -> Job | None:
        """The job to go on with: a cancelled one (to be let go at once), else the most urgent.

        Equally urgent ones take turns, a step each: a curve and a picture of one unit grow side by side.
        Paused jobs are passed over.
        """
        with self._lock:
            chosen = min(
                (job for job in self._jobs.values() if job.is_ready),
                key=lambda job: (not job.token.cancelled, job.priority, job.turn, job.number),
                default=None,
            )
            if chosen is not None:
                chosen.turn = next(self._turns)
            return chosen

    def remove(self, job: Job) -> None:
        """Forget a job that is over."""
        with self._lock:
            self._jobs.pop(job.number, None)

    def cancel(self, number: int) -> None:
        """Cancel one job; nothing happens where it is over already."""
        with self._lock:
            job = self._jobs.get(number)
        if job is not None:
            job.token.cancel()

    def pause(self, number: int, paused: bool = True) -> None:
        """Leave a job standing at its next yield, or let it go on."""
        with self._lock:
            if number in self._jobs:
                self._jobs[number].paused = paused

    def cancel_all(self) -> None:
        """Cancel every job."""
        for job in self.jobs():
            job.token.cancel()

    def jobs(self) -> tuple[Job, ...]:
        """All jobs that are not over, in the order in which they were asked for."""
        with self._lock:
            return tuple(self._jobs.values())
