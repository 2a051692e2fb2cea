"""How many threads torch computes with, as a job: torch is touched by the worker alone."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class SetThreads:
    """Compute with so many threads from now on, 0 for what suits the machine; returns how many it is."""

    threads: int
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, int]:
        """Tell torch, between two steps of other jobs."""
        yield Progress(0, 1, "Setting threads")
        import torch

        from inspector.probe.engine import default_threads

        torch.set_num_threads(self.threads or default_threads())
        return torch.get_num_threads()
