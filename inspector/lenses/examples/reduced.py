"""What is kept of a node's value when its turn is over, and which maxima need more than that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from inspector.lenses.examples import fused


@dataclass(frozen=True)
class Limits:
    """What a maximum must pass to be among the highest (above) or lowest (below): float32 [units] each."""

    high: torch.Tensor
    low: torch.Tensor

    def to(self, device: torch.device) -> Limits:
        """The same where the values are."""
        return Limits(self.high.to(device), self.low.to(device))


@dataclass
class Reduced:
    """What is kept of one node's value for a batch.

    Attributes:
        peaks: float32 [n, units], maxima.
        lowest: float32 [n, units], minima.
        means: float32 [n, units].
        places: int64 [n, units], flat positions of the maxima that pass the limits; 0 elsewhere.
        rows: float32 [units, n * s], values at the places looked at, picture by picture; None for none.
        fired: float32 [n, units], means of what is above zero, else zero; None where nobody looked.
        looked: What a compiled look found, of which all of this is part; None for none.
    """

    peaks: torch.Tensor
    lowest: torch.Tensor
    means: torch.Tensor
    places: torch.Tensor
    rows: torch.Tensor | None
    fired: torch.Tensor | None = None
    looked: fused.Looked | None = None

    def is_clean(self) -> bool:
        """Whether all that was found are numbers."""
        return bool(torch.isfinite(self.means + (self.peaks - self.lowest)).all())


def joined(parts: Sequence[Reduced], room: torch.Tensor | None) -> Reduced:
    """Of units that stand side by side; `room` is for their values at the places looked at."""
    if room is not None:
        torch.cat([part.rows for part in parts if part.rows is not None], out=room)
    peaks, lowest, means, places = (
        torch.cat([getattr(part, name) for part in parts], 1)
        for name in ("peaks", "lowest", "means", "places")
    )
    fired = [part.fired for part in parts if part.fired is not None]
    above = torch.cat(fired, 1) if len(fired) == len(parts) else None
    return Reduced(peaks, lowest, means, places, room, above)
