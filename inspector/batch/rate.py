"""How fast pieces are done, and how long the rest will take."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable

from inspector.batch.piece import Piece
from inspector.saying import say


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
        if rate >= 1:
            told = say("{rate:.1f} pieces/s", rate=rate)
        else:
            told = say("{rate:.1f} pieces/min", rate=rate * 60)
        if not self._left.total():
            return told
        return say("{told} · {duration} left", told=told, duration=duration(self.seconds_left()))

    def seconds_left(self) -> float:
        """Seconds that the rest takes, each kind at its own pace."""
        overall = sum(self._spent.values()) / max(self._done.total(), 1)
        each = {kind: self._spent[kind] / count for kind, count in self._done.items() if count}
        return sum(each.get(kind, overall) * count for kind, count in self._left.items()) / self.hands


def duration(seconds: float) -> str:
    """A time for a person."""
    if seconds < 90:
        return say("{seconds:.0f} s", seconds=seconds)
    if seconds < 5400:
        return say("{minutes:.0f} min", minutes=seconds / 60)
    if seconds < 48 * 3600:
        return say("{hours:.1f} h", hours=seconds / 3600)
    return say("{days:.1f} days", days=seconds / 86400)
