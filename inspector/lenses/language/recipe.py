"""What is needed to get a result of these lenses again."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from inspector import __version__
from inspector.pictures.picture import Picture

if TYPE_CHECKING:
    from inspector.network.network import Network


def recipe(lens: str, network: Network, node: str | None, parameters: Any) -> dict[str, Any]:
    """Lens, network, node and parameters as plain values; pictures by name, digest and file."""
    values = {field.name: getattr(parameters, field.name) for field in fields(parameters)}
    return {
        "lens": lens,
        "network": network.name,
        "fingerprint": network.fingerprint,
        "node": node,
        "parameters": {name: _plain(value) for name, value in values.items()},
        "preprocessing": network.preprocessing.to_json(),
        "compute": network.compute,
        "versions": {"neuron-inspector": __version__},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Picture):
        return {"name": value.name, "digest": value.digest, "path": str(value.path) if value.path else None}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
