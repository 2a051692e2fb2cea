"""The one object on the one thread that touches torch."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QThread, Signal, Slot

from inspector.jobs.bench import Bench
from inspector.jobs.queue import JobQueue
from inspector.jobs.runner import Runner

# A Python loop on the worker holds the interpreter for 5 ms at a time by default; the window wants it sooner.
SWITCH_INTERVAL = 0.0005


class Worker(QObject):
    """Runs the queue's jobs.

    Signals:
        message: Every `jobs.messages.Message`; connect it to slots of QObjects of the window's thread only.
    """

    message = Signal(object)

    def __init__(self, queue: JobQueue, bench: Bench) -> None:
        super().__init__()
        self._queue = queue
        self._runner = Runner(queue, bench, self.message.emit)

    @Slot()
    def work(self) -> None:
        """Run jobs until none is left or the thread is asked to end."""
        while not QThread.currentThread().isInterruptionRequested() and self._runner.step():
            pass

    def close(self) -> None:
        """Let go of the jobs that were left standing, once the thread has ended."""
        self._runner.close()


class WorkerThread(QObject):
    """Owns the thread: starts it, wakes it, ends it.

    Signals:
        wake: There is something in the queue.
    """

    wake = Signal()

    def __init__(self, queue: JobQueue, bench: Bench) -> None:
        super().__init__()
        sys.setswitchinterval(SWITCH_INTERVAL)
        self._queue, self._bench = queue, bench
        self._thread = QThread()
        self._thread.setObjectName("inspector-worker")
        # Autograd's and Qt's own frames are deep; the default stack of a secondary thread is small on macOS.
        self._thread.setStackSize(16 * 1024 * 1024)
        self.worker = Worker(queue, bench)
        self.worker.moveToThread(self._thread)
        self.wake.connect(self.worker.work)
        self._thread.start()

    def close(self) -> None:
        """Cancel everything and wait until the thread has ended, however long its last step takes."""
        self._queue.cancel_all()
        self._thread.requestInterruption()
        self._thread.quit()
        self._thread.wait()
        self.worker.close()
        self._bench.close()
