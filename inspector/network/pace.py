"""How far one forward pass is: a layer counter that says when a slow pass is worth a word."""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 0.3
"""Seconds that a forward pass runs before anyone is told how far it is."""
EVERY = 0.1
"""Seconds between one word and the next."""


class Pace:
    """Counts the layers (modules without children) of one forward pass.

    Attributes:
        done: Layers run so far, the one that is about to run among them.
    """

    __slots__ = ("_count", "_due", "done")

    def __init__(self, count: Callable[[], int]) -> None:
        """`count` tells how many layers the network has; asked only where something is said."""
        self.done = 0
        self._count = count
        self._due = time.monotonic() + PATIENCE

    @property
    def total(self) -> int:
        """Layers in all; those that are called again count from where they exceed it."""
        return max(self._count(), self.done)

    def is_due(self) -> bool:
        """Whether something should be said now; counts as said."""
        now = time.monotonic()
        if now < self._due:
            return False
        self._due = now + EVERY
        return True
