"""Cancelling: a token that jobs look at between steps and before every leaf module of a forward pass.

The same look tells how far a slow pass is, to whoever listens.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from inspector.network.pace import Pace


class Cancelled(BaseException):
    """The job was cancelled.

    Not an `Exception`, so that a network's own `except Exception` cannot swallow it.
    """


class CancelToken:
    """Set from any thread, looked at by the worker.

    Attributes:
        listener: Told how far a slow forward pass is, on the worker: layers run, and layers in all.
    """

    def __init__(self) -> None:
        self._event = threading.Event()
        self.listener: Callable[[int, int], None] | None = None

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone asked."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise `Cancelled` where someone asked."""
        if self._event.is_set():
            raise Cancelled

    def passing(self, pace: Pace) -> None:
        """Called before every layer of a forward pass: raise `Cancelled`, or tell the listener."""
        self.check()
        if self.listener is not None and pace.is_due():
            self.listener(pace.done, pace.total)
