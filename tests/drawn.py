"""Runs that are drawn to their end."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any


def drawn(run: Generator[Any, None, Any]) -> tuple[list[Any], Any]:
    """All that a run yields, and what it returns."""
    updates = []
    while True:
        try:
            updates.append(next(run))
        except StopIteration as end:
            return updates, end.value


def ended(run: Generator[Any, None, Any]) -> Any:
    """What a run returns."""
    return drawn(run)[1]
