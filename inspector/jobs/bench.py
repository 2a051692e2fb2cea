"""What the worker holds between jobs: the open networks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.network.network import Network


class Bench:
    """The open networks by name; touched by the worker only."""

    def __init__(self) -> None:
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
