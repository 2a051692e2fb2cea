"""What the worker holds between jobs: open networks, the pictures last looked into, the findings.

One network lies in front: the one that the window shows. Others may lie beside it, to be compared with it.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from inspector.network.errors import InspectorError
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.pictures.sources import PictureSet
    from inspector.workspace.findings import Findings


class Bench:
    """The open networks by name; touched by the worker only.

    Attributes:
        findings: Where finished results are kept and looked up; None keeps nothing.
    """

    def __init__(self, findings: Findings | None = None) -> None:
        self.findings = findings
        self._front: Network | None = None
        self._beside: dict[str, Network] = {}
        self._pictures: dict[tuple[tuple[str, ...], tuple[int, ...]], PictureSet] = {}
        self._scratch: TemporaryDirectory[str] | None = None

    @property
    def plain(self) -> Bench:
        """The bench with the networks as they were opened, where this one looks at one through edits."""
        return self

    @property
    def workspace(self) -> Path:
        """The folder where scans are kept: that of the findings, or one that goes with the bench."""
        if self.findings is not None:
            return self.findings.folder
        if self._scratch is None:
            self._scratch = TemporaryDirectory(prefix="inspector-")
        return Path(self._scratch.name)

    def put(self, network: Network) -> None:
        """Lay a network in front, in place of the one there; one of its name beside it makes way, too."""
        self._front = network
        self._beside.pop(network.name, None)

    def put_beside(self, network: Network) -> None:
        """Lay a network beside the one in front; where its name is taken, it gets a number ("demo-2")."""
        network.name = self._free(network.name)
        self._beside[network.name] = network

    def take_away(self, name: str) -> None:
        """Let go of a network that lies beside; nothing happens where none of that name does."""
        self._beside.pop(name, None)

    @property
    def names(self) -> tuple[str, ...]:
        """What is open, the one in front first."""
        front = () if self._front is None else (self._front.name,)
        return (*front, *self._beside)

    def network(self, name: str) -> Network:
        """The open network of that name.

        Raises:
            InspectorError: It is not open.
        """
        if self._front is not None and self._front.name == name:
            return self._front
        if name not in self._beside:
            raise InspectorError(say("The network “{name}” is not open.", name=name))
        return self._beside[name]

    def _free(self, name: str) -> str:
        numbered = (f"{name}-{number}" for number in itertools.count(2))
        return name if name not in self.names else next(n for n in numbered if n not in self.names)

    def pictures(self, paths: tuple[str, ...]) -> PictureSet:
        """The set of pictures at these paths; the last one stays open, for a large archive is slow to list.

        Raises:
            InspectorError: It is gone, or does not read.
        """
        key = paths, tuple(_changed_at(path) for path in paths)
        if key not in self._pictures:
            from inspector.pictures.sources import open_set

            self._pictures = {key: open_set(paths)}
        return self._pictures[key]

    def close(self) -> None:
        """Let go of what is held open."""
        self._pictures.clear()
        if self.findings is not None:
            self.findings.close()
        if self._scratch is not None:
            self._scratch.cleanup()


def _changed_at(path: str) -> int:
    try:
        return Path(path).stat().st_mtime_ns
    except (OSError, ValueError):
        return 0
