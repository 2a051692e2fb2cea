"""Cancelling: a token that jobs look at between steps and before every leaf module of a forward pass."""

from __future__ import annotations

import threading


class Cancelled(BaseException):
    """The job was cancelled.

    Not an `Exception`, so that a network's own `except Exception` cannot swallow it.
    """


class CancelToken:
    """Set from any thread, looked at by the worker."""

    def __init__(self) -> None:
        self._event = threading.Event()

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
