"""How fast pieces are done, and how long the rest will take."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable

from inspector.batch.piece import Piece


class Rate:
    """Seconds by kind of piece, as far as they are known."""

    def __init__(self, pieces: Iterable[Piece], hands: int = 1) -> None:
        """`pieces` are those to do, `hands` how many are done at a time."""
        self.hands = hands
        self._left = Counter(piece.kind for piece in pieces)
        self._spent: Counter[str] = Counter()
        self._done: Counter[str] = Counter()
        self._began = time.monotonic()

    def finished(self, kind: str, seconds: float) -> None:
        """A piece has taken so long."""
        self._left[kind] -= 1
        self._done[kind] += 1
        self._spent[kind] += seconds  # type: ignore[assignment]

    def note(self) -> str:
        """The rate and the time left, for a person; empty before the first piece is done."""
        done = self._done.total()
        if not done:
            return ""
        rate = done / max(time.monotonic() - self._began, 1e-9)
        told = f"{rate:.1f} pieces/s" if rate >= 1 else f"{rate * 60:.1f} pieces/min"
        return f"{told} · {duration(self.seconds_left())} left" if self._left.total() else told

    def seconds_left(self) -> float:
        """Seconds that the rest takes, each kind at its own pace."""
        overall = sum(self._spent.values()) / max(self._done.total(), 1)
        each = {kind: self._spent[kind] / count for kind, count in self._done.items() if count}
        return sum(each.get(kind, overall) * count for kind, count in self._left.items()) / self.hands


def duration(seconds: float) -> str:
    """A time for a person."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h" if seconds < 48 * 3600 else f"{seconds / 86400:.1f} days"
