"""Units on their way by drag and drop: a node's units, as bytes and as addresses for other programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

MIME = "application/x-neuron-inspector-units"


def pack(node: str, units: Sequence[int]) -> QMimeData:
    """Units of a node, to be dropped into a group here or as text elsewhere."""
    mime = QMimeData()
    mime.setData(MIME, json.dumps([node, list(units)]).encode())
    mime.setText("\n".join(f"{node}/{unit}" for unit in units))
    return mime


def unpack(mime: QMimeData) -> tuple[str, tuple[int, ...]] | None:
    """The node and its units; None where something else is dragged."""
    if not mime.hasFormat(MIME):
        return None
    node, units = json.loads(mime.data(MIME).data())
    return str(node), tuple(int(unit) for unit in units)
