"""The job that gives the open network other class labels."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.jobs.bench import Bench
from inspector.jobs.messages import NetworkCard
from inspector.jobs.requests import describe
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class ChangeLabels:
    """Name the open network's classes; returns a `NetworkCard`.

    Attributes:
        network: Name of the network.
        spec: What to open to get it again.
        labels: The names, one per output; empty leaves the classes to their numbers.
        file: A file to read them from instead, or "".
    """

    network: str
    spec: str
    labels: tuple[str, ...] = ()
    file: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, NetworkCard]:
        """Give the open network its labels; the old ones stay where the new do not fit."""
        yield Progress(0, 1, "Changing labels")
        from inspector.network.labels import read_labels
        from inspector.network.opening import with_labels
        from inspector.probe.patience import cancelled_between_leaves

        labels = read_labels(Path(self.file)) if self.file else self.labels
        with cancelled_between_leaves(token):
            changed = with_labels(bench.network(self.network), labels)
        card = describe(changed, self.spec)
        bench.put(changed)
        return card
