"""Keeping circuits in the workspace and listing those that are there; writing one to a file."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.files import replacing
from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.workspace.circuits import KeptCircuit


@dataclass(frozen=True)
class KeepCircuits:
    """Keep a circuit, or forget one; returns all that are kept of the network, by name.

    Attributes:
        network: The open network's name.
        circuit: One to keep before, or None.
        forget: The name of one to forget before, or "".
    """

    network: str
    circuit: KeptCircuit | None = field(default=None, compare=False)
    forget: str = ""
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[KeptCircuit, ...]]:
        """Write and read the files."""
        yield Progress(0, 1, "Circuits")
        from inspector.workspace.circuits import Circuits

        circuits, fingerprint = Circuits(bench.workspace), bench.network(self.network).fingerprint
        if self.circuit is not None:
            circuits.keep(fingerprint, self.circuit)
        if self.forget:
            circuits.remove(fingerprint, self.forget)
        return circuits.all_of(fingerprint)


@dataclass(frozen=True)
class WriteText:
    """Write a text file whole or not at all; returns its path.

    Attributes:
        path: The file.
        text: What it holds.
    """

    path: str
    text: str = field(compare=False, repr=False)
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Path]:
        """Write it.

        Raises:
            InspectorError: It cannot be written.
        """
        yield Progress(0, 1, say("Writing {name}", name=Path(self.path).name))
        with replacing(Path(self.path)) as temporary:
            temporary.write_text(self.text, "utf-8")
        return Path(self.path)
