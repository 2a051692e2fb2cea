"""What the worker holds between jobs: the open networks, and the findings that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.workspace.findings import Findings


class Bench:
    """The open networks by name; touched by the worker only.

    Attributes:
        findings: Where finished results are kept and looked up; None keeps nothing.
    """

    def __init__(self, findings: Findings | None = None) -> None:
        self.findings = findings
        self._networks: dict[str, Network] = {}

    def put(self, network: Network) -> None:
        """Lay a network on the bench in place of all others."""
        self._networks = {network.name: network}

    def network(self, name: str) -> Network:
        """The open network of that name.

        Raises:
            InspectorError: It is not open.
        """
        if name not in self._networks:
            raise InspectorError(f"The network “{name}” is not open.")
        return self._networks[name]

    def close(self) -> None:
        """Let go of what is held open."""
        if self.findings is not None:
            self.findings.close()
