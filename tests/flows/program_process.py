"""The program as `neuron-inspector` runs it, which can be asked for its state (see `answering`)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QWidget

from inspector import app
from inspector.gui.window import MainWindow
from tests.flows.answering import answer_on_stdin, centre, drop_shape


def tile(view: QAbstractItemView, text: str) -> tuple[int, int] | None:
    """Where on the screen the middle of the tile with that text is; None where it is not in sight."""
    model, sight = view.model(), view.viewport()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        middle = view.visualRect(index).center()
        if str(index.data()) == text and sight.rect().contains(middle):
            return sight.mapToGlobal(middle).toTuple()
    return None


def names() -> dict[str, Any]:
    """What questions may name."""
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    known = (Path, QFileDialog, QWidget, centre, tile, drop_shape)
    return {"window": window} | {thing.__name__: thing for thing in known}


if __name__ == "__main__":
    application = app.make_application()
    held = answer_on_stdin(names)
    sys.exit(app.run_window(None, sys.argv[1:], fresh=False))
