"""Rows of the speed table and the clock that fills them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """One measurement beside what is aimed at."""

    what: str
    measured: str
    aim: str
    reached: bool


def median_seconds(act: Callable[[], object], runs: int = 15, warm: int = 3) -> float:
    """Median wall time of `act` over some runs, after some that do not count."""
    for _ in range(warm):
        act()
    return statistics.median(_seconds(act) for _ in range(runs))


def median_ratio(act: Callable[[], object], reference: Callable[[], object], runs: int = 25) -> float:
    """Median of act's time over the reference's, pair by pair, so that a drifting machine cancels out."""
    for _ in range(3):
        act()
        reference()
    return statistics.median(_seconds(act) / _seconds(reference) for _ in range(runs))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def print_table(rows: list[Row]) -> None:
    """Print the rows as a Markdown table."""
    print("| what | measured | aim | |\n|---|---|---|---|")
    for row in rows:
        print(f"| {row.what} | {row.measured} | {row.aim} | {'reached' if row.reached else 'MISSED'} |")
