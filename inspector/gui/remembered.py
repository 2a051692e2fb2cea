"""What the window looks like again at the next start: its place, its splitters, its pages, the tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


def restore(window: MainWindow) -> None:
    """Lay the window out as the settings say."""
    window.units.set_tile_side(window.settings.tile)
    window.session.set_tile_lens(window.settings.lens)
    stored = window.settings.layout
    if "window" in stored:
        window.restoreGeometry(QByteArray.fromBase64(stored["window"].encode()))
    for splitter in _splitters(window):
        if splitter.objectName() in stored:
            splitter.restoreState(QByteArray.fromBase64(stored[splitter.objectName()].encode()))


def remember(window: MainWindow) -> None:
    """Write down how the window is laid out, and where the user is."""
    settings = window.settings
    states = {"window": window.saveGeometry()}
    states |= {splitter.objectName(): splitter.saveState() for splitter in _splitters(window)}
    settings.layout = {name: state.toBase64().data().decode() for name, state in states.items()}
    settings.tile = window.units.tile_side
    settings.lens = window.session.tile_lens
    settings.location = str(window.session.location or "")
    settings.theme = window.theme.mode
    settings.save()


def _splitters(window: MainWindow) -> list[QSplitter]:
    return [splitter for splitter in window.findChildren(QSplitter) if splitter.objectName()]
