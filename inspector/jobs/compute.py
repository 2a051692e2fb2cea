"""On which device and in which precision, as a job: torch is touched by the worker alone."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Remark, Update
from inspector.network.device import Compute
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class SetCompute:
    """Compute so from now on, what is open included; returns what holds (`Compute`)."""

    wish: Compute
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Compute]:
        """Choose, then move the open networks; a device that is not there is told in a sentence."""
        yield Progress(0, 1, "Choosing the device")
        from inspector.network.device import choose

        holds, sentence = choose(self.wish)
        for name in bench.names:
            bench.network(name).compute_as(holds)
        if sentence:
            yield Remark(sentence)
        return holds
