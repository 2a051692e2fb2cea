"""A microscope for vision networks: point at a location, pick a lens, see what drives a unit.

The names here are what scripts rely on. They load on first use: importing the package costs no torch.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from inspector.lenses.run import result, run
    from inspector.network.errors import InspectorError
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.network.opening import open_network
    from inspector.network.preprocessing import Preprocessing
    from inspector.probe.edited import edited
    from inspector.probe.edits import ActivationEdit, Edit, WeightEdit
    from inspector.probe.record import record

__version__ = "0.1.0"

_HOMES = {
    "ActivationEdit": "inspector.probe.edits",
    "Edit": "inspector.probe.edits",
    "WeightEdit": "inspector.probe.edits",
    "edited": "inspector.probe.edited",
    "InspectorError": "inspector.network.errors",
    "Location": "inspector.network.location",
    "Network": "inspector.network.network",
    "Preprocessing": "inspector.network.preprocessing",
    "open_network": "inspector.network.opening",
    "record": "inspector.probe.record",
    "result": "inspector.lenses.run",
    "run": "inspector.lenses.run",
}

__all__ = [
    "ActivationEdit",
    "Edit",
    "InspectorError",
    "Location",
    "Network",
    "Preprocessing",
    "WeightEdit",
    "__version__",
    "edited",
    "open_network",
    "record",
    "result",
    "run",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
