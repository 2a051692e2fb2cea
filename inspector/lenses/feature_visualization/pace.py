"""How many units to make at once: found out by making some."""

from __future__ import annotations

LARGEST_BATCH = 8
"""So many were fastest, at SqueezeNet's nodes: sixteen no longer fit into the processor's cache."""

_CLEARLY = 1.05


class Pace:
    """The batch that makes most units a second among those whose steps are short enough.

    Batches of a small network's units cost half as much each; those of VGG-like ones pay nothing. Half of the
    best batch so far is tried where it never was, and kept where it is clearly faster.

    Args:
        longest: Seconds that a step may last: what is more urgent waits so long at most.

    Attributes:
        size: How many units to make next.
    """

    def __init__(self, longest: float) -> None:
        self._longest = longest
        self._most = LARGEST_BATCH
        self._rates: dict[int, float] = {}
        self.size = LARGEST_BATCH

    def measured(self, units: int, step_seconds: float) -> None:
        """Take what a batch of `units` has needed for a step; says nothing of batches of other sizes."""
        if units != self.size or step_seconds <= 0:
            return
        self._rates[units] = units / step_seconds
        if step_seconds > self._longest:
            self._most = max(1, units // 2)
        elif units == self._most and 2 * step_seconds < self._longest / _CLEARLY:
            # The machine was busy with other things: what larger batches took then, says nothing now.
            self._most = min(LARGEST_BATCH, units * 2)
            if self._most > units:
                self._rates.pop(self._most, None)
        self.size = self._choice()

    def _choice(self) -> int:
        best = self._most
        while best > 1:
            half = best // 2
            if best not in self._rates:
                return best
            if half not in self._rates:
                return half
            if self._rates[half] < _CLEARLY * self._rates[best]:
                return best
            best = half
        return best
