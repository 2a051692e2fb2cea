"""The window's side of all work: makes jobs, keeps results, drops what came too late.

1. A panel submits a request; one that was answered before is answered at once from the cache.
2. Else the job goes into the queue, where it supersedes the panel's older one.
3. The worker's messages come back through one queued signal; those of superseded jobs are dropped by number.
4. What is left is published per panel.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.models.lru import ByteLru, bytes_of
from inspector.gui.translation import tr
from inspector.gui.worker import WorkerThread
from inspector.jobs.bench import Bench
from inspector.jobs.editing import Edited
from inspector.jobs.messages import Arrived, Failed, Finished, Message, Noted, Progressed, Started, Stopped
from inspector.jobs.queue import Job, JobQueue, Priority, Request
from inspector.lenses.base import Progress
from inspector.probe.edits import Edit
from inspector.workspace.findings import Findings

_log = logging.getLogger(__name__)
CACHED_BYTES = 256 << 20
UNEDITED = "edits"
"""Panels that begin like this see both the edited and the unedited network, and say themselves which."""


@dataclass
class Activity:
    """A job as the list of jobs shows it.

    Attributes:
        job: The job.
        state: "waiting", "running", "paused" or "cancelling".
        progress: The last progress heard of, or None.
        began: When it started to run (monotonic seconds), or None.
    """

    job: Job
    state: str = "waiting"
    progress: Progress | None = None
    began: float | None = None

    @property
    def seconds_left(self) -> float | None:
        """Time left by linear extrapolation; None until a twentieth is done."""
        if self.began is None or self.progress is None or not self.progress.total:
            return None
        share = self.progress.done / self.progress.total
        return (time.monotonic() - self.began) * (1 - share) / share if share >= 0.05 else None


class Engine(QObject):
    """Submits requests and publishes what becomes of them.

    Attributes:
        workspace: The folder where finished results are kept, or None.
        looked_through: A network's name and the edits through which all but what concerns edits is done.

    Signals:
        arrived: (panel, payload) an intermediate result.
        finished: (panel, result) the end of a job, or a kept result.
        failed: (panel, sentence).
        stopped: (panel) the job was cancelled by the user.
        noted: (sentence) something the user should know that changes nothing about any result.
        activity_changed: The list of jobs or one of their states changed.
        closed: The worker has ended; whoever has something to save saves it now.
    """

    arrived = Signal(str, object)
    finished = Signal(str, object)
    failed = Signal(str, str)
    stopped = Signal(str)
    noted = Signal(str)
    activity_changed = Signal()
    closed = Signal()

    def __init__(self, parent: QObject | None = None, workspace: Path | None = None) -> None:
        """`workspace` is the folder where finished results are kept; None keeps them in memory only."""
        super().__init__(parent)
        self.workspace = workspace
        self.queue = JobQueue()
        self.activities: dict[int, Activity] = {}
        self._current: dict[str, int] = {}
        self.looked_through: tuple[str, tuple[Edit, ...]] = ("", ())
        self._cache: ByteLru[Request, Any] = ByteLru(CACHED_BYTES)
        self._thread = WorkerThread(self.queue, Bench(Findings(workspace) if workspace is not None else None))
        self._thread.worker.message.connect(self._on_worker_message)

    def submit(self, request: Request, panel: str, title: str, priority: Priority = Priority.UNIT) -> None:
        """Ask for `request` on behalf of `panel`; the panel's older request is given up."""
        if self.looked_through[1] and priority > Priority.ENGINE and not panel.startswith(UNEDITED):
            request = Edited(request, *self.looked_through)
        kept = self._cache.get(request) if request.keep else None
        if kept is not None:
            self.give_up(panel)
            self.finished.emit(panel, kept)
            return
        job = Job(request, panel, title, priority)
        self._supersede(panel)
        self._current[panel] = job.number
        self.activities[job.number] = Activity(job)
        self.queue.put(job)
        self._thread.wake.emit()
        self.activity_changed.emit()

    def give_up(self, panel: str) -> None:
        """Cancel what `panel` waits for; nothing more will be published for it."""
        self._supersede(panel)
        self._current.pop(panel, None)

    def waits(self, panel: str) -> bool:
        """Whether a job for `panel` is not over yet."""
        return self._current.get(panel) in self.activities

    @property
    def is_busy(self) -> bool:
        """Whether anyone waits for something; filling and what stands paused do not count."""
        return any(
            activity.job.priority < Priority.FILLING and activity.state != "paused"
            for activity in self.activities.values()
        )

    def cancel(self, number: int) -> None:
        """Cancel one job on the user's behalf."""
        if number in self.activities:
            self.activities[number].state = "cancelling"
            self.queue.cancel(number)
            self._thread.wake.emit()  # a paused job left the worker asleep
            self.activity_changed.emit()

    def pause(self, number: int) -> None:
        """Leave a job standing where it is."""
        activity = self.activities.get(number)
        if activity is not None and activity.state in ("waiting", "running"):
            activity.state = "paused"
            self.queue.pause(number)
            self.activity_changed.emit()

    def resume(self, number: int) -> None:
        """Let a paused job go on."""
        activity = self.activities.get(number)
        if activity is not None and activity.state == "paused":
            activity.state = "waiting" if activity.began is None else "running"
            self.queue.pause(number, False)
            self._thread.wake.emit()
            self.activity_changed.emit()

    def pause_panel(self, panel: str) -> None:
        """Leave what a panel waits for standing."""
        self.pause(self._current.get(panel, 0))

    def resume_panel(self, panel: str) -> None:
        """Let what a panel waits for go on."""
        self.resume(self._current.get(panel, 0))

    @Slot()
    def cancel_all(self) -> None:
        """Cancel every job on the user's behalf."""
        for number in list(self.activities):
            self.cancel(number)

    def forget_results(self) -> None:
        """Empty the cache: the network or its preprocessing is another now."""
        self._cache.clear()

    def hold_results(self, most: int) -> None:
        """Hold so many bytes of results in memory; those used longest ago go first."""
        self._cache.resize(most)

    def close(self) -> None:
        """Cancel all work and wait for the thread; nothing is published any more."""
        self._current.clear()
        self._thread.close()
        self.closed.emit()

    def _supersede(self, panel: str) -> None:
        number = self._current.get(panel)
        if number is not None:
            self.cancel(number)

    @Slot(object)
    def _on_worker_message(self, message: Message) -> None:
        activity = self.activities.get(message.job)
        if activity is None:
            return
        handler: dict[type[Message], Callable[[Activity, Any], None]] = {
            Started: self._on_started,
            Progressed: self._on_progressed,
            Arrived: self._on_arrived,
            Noted: self._on_noted,
        }
        handler.get(type(message), self._on_end)(activity, message)

    def _is_current(self, activity: Activity) -> bool:
        return self._current.get(activity.job.panel) == activity.job.number

    def _on_started(self, activity: Activity, message: Started) -> None:
        if activity.state == "waiting":
            activity.state = "running"
        activity.began = time.monotonic()
        self.activity_changed.emit()

    def _on_progressed(self, activity: Activity, message: Progressed) -> None:
        activity.progress = message.progress
        self.activity_changed.emit()

    def _on_arrived(self, activity: Activity, message: Arrived) -> None:
        if self._is_current(activity) and not activity.job.token.cancelled:
            self.arrived.emit(activity.job.panel, message.payload)

    def _on_noted(self, activity: Activity, message: Noted) -> None:
        self.noted.emit(tr(message.sentence))

    def _on_end(self, activity: Activity, message: Message) -> None:
        del self.activities[activity.job.number]
        panel, current = activity.job.panel, self._is_current(activity)
        if isinstance(message, Finished):
            self._keep(activity.job.request, message.result)
        self.activity_changed.emit()
        if not current:
            return
        del self._current[panel]
        if isinstance(message, Finished):
            self.finished.emit(panel, message.result)
        elif isinstance(message, Failed):
            _log.warning("%s", message.traceback or message.sentence)
            self.failed.emit(panel, tr(message.sentence))
        elif isinstance(message, Stopped):
            self.stopped.emit(panel)

    def _keep(self, request: Request, result: Any) -> None:
        if request.keep:
            self._cache.put(request, result, bytes_of(result))
