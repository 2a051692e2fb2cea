"""Drawing from the jobs' generators, on whatever thread calls.

A job is left standing at a yield when a more urgent one has come and goes on when that is over. So a lens
must hold nothing global over a yield: no hooks, no grad mode, no function mode.
"""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from inspector.jobs.bench import Bench
from inspector.jobs.messages import Arrived, Failed, Finished, Message, Noted, Progressed, Started, Stopped
from inspector.jobs.queue import Job, JobQueue
from inspector.lenses.base import Course, LensRun, Partial, Progress, Remark, Update
from inspector.network.errors import InspectorError
from inspector.probe.cancel import Cancelled
from inspector.saying import say

_log = logging.getLogger(__name__)
FRAME_SECONDS = 0.04


@dataclass
class _Running:
    """A job whose generator has been made, with what it has to say and has not said yet."""

    run: LensRun
    began: float
    sent: dict[type[Update], float] = field(default_factory=dict)
    held: dict[type[Update], Update] = field(default_factory=dict)
    course: Course = field(default_factory=Course)


class Runner:
    """Runs the queue's jobs step by step and emits messages.

    Intermediate messages are thinned to 25 a second and kind, the latest wins, and the last one before the
    end is always sent.
    """

    def __init__(self, queue: JobQueue, bench: Bench, emit: Callable[[Message], None]) -> None:
        self._queue = queue
        self._bench = bench
        self._emit = emit
        self._running: dict[int, _Running] = {}

    def step(self) -> bool:
        """Run the most urgent job up to its next yield; False where there is none."""
        job = self._queue.next()
        if job is None:
            return False
        try:
            self._draw(job)
        except StopIteration as end:
            self._finish(job, end.value)
        except Cancelled:
            self._end(job, Stopped(job.number))
        except InspectorError as error:
            self._end(job, Failed(job.number, str(error)))
        except Exception as error:
            _log.exception("Job %s failed", job.title)
            self._end(job, Failed(job.number, _sentence(job, error), traceback.format_exc()))
        return True

    def run_until_idle(self) -> None:
        """Run everything that waits, on this thread."""
        while self.step():
            pass

    def close(self) -> None:
        """Let go of what was left standing: a scan writes down what it has found, and gives up its lock."""
        for running in self._running.values():
            try:
                running.run.close()
            except Exception:
                _log.exception("A job did not let go")
        self._running.clear()

    def _draw(self, job: Job) -> None:
        running = self._running.get(job.number)
        if job.token.cancelled:
            if running is not None:
                running.run.close()
            raise Cancelled
        if running is None:
            self._emit(Started(job.number))
            running = _Running(job.request.start(self._bench, job.token), time.monotonic())
            self._running[job.number] = running
            job.token.listener = partial(self._pass, job, running)
        update = next(running.run)
        if isinstance(update, Remark):
            self._emit(Noted(job.number, update.sentence))
            return
        if isinstance(update, Progress):
            running.course.take(update)
        now = time.monotonic()
        running.held[type(update)] = update
        if now - running.sent.get(type(update), 0.0) >= FRAME_SECONDS:
            running.sent[type(update)] = now
            self._send(job, running.held.pop(type(update)))

    def _pass(self, job: Job, running: _Running, layer: int, layers: int) -> None:
        """A slow forward pass tells how far it is: the job itself stands in the middle of a step."""
        running.held.pop(Progress, None)
        self._emit(Progressed(job.number, running.course.passing(job.title, layer, layers)))

    def _send(self, job: Job, update: Update) -> None:
        if isinstance(update, Progress):
            self._emit(Progressed(job.number, update))
        elif isinstance(update, Partial):
            self._emit(Arrived(job.number, update.payload))

    def _finish(self, job: Job, result: object) -> None:
        running = self._running.get(job.number)
        began = running.began if running else time.monotonic()
        for update in list(running.held.values()) if running else []:
            self._send(job, update)
        self._end(job, Finished(job.number, result, time.monotonic() - began))

    def _end(self, job: Job, message: Message) -> None:
        self._running.pop(job.number, None)
        job.token.listener = None
        self._queue.remove(job)
        self._emit(message)


def _sentence(job: Job, error: Exception) -> str:
    text = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    if isinstance(error, MemoryError) or type(error).__name__ == "OutOfMemoryError" or "alloc" in text:
        return say(
            "{title}: there is not enough memory; try smaller pictures or fewer at a time.", title=job.title
        )
    return say("{title}: {text} (the log has the details).", title=job.title, text=text.rstrip("."))
