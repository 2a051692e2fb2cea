"""What the window looks like again at the next start: its place, its splitters, its pages, the tiles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QSplitter

from inspector.pictures.samples import sample_paths

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


def restore(window: MainWindow) -> None:
    """Lay the window out as the settings say."""
    window.units.set_tile_side(window.settings.tile)
    window.session.set_tile_lens(window.settings.lens)
    stored = window.settings.layout
    if "window" in stored:
        window.restoreGeometry(QByteArray.fromBase64(stored["window"].encode()))
    apply(window, stored)


def apply(window: MainWindow, stored: Mapping[str, str]) -> None:
    """Put panels and splitters where they were."""
    window.arena.restore(stored)
    for splitter in splitters(window):
        if splitter.objectName() in stored:
            splitter.restoreState(QByteArray.fromBase64(stored[splitter.objectName()].encode()))


def remember(window: MainWindow) -> None:
    """Write down how the window is laid out, and where the user is."""
    settings = window.settings
    settings.layout = layout(window) | {"window": _text(window.saveGeometry())}
    laid_out = [picture.path for picture in window.session.pictures.values() if picture.path is not None]
    shipped = set(sample_paths())
    settings.pictures = [str(path) for path in laid_out if path not in shipped]
    settings.picture = window.session.picture.digest if window.session.picture is not None else ""
    settings.tile = window.units.tile_side
    settings.lens = window.session.tile_lens
    settings.location = str(window.session.location or "")
    settings.theme = window.theme.mode
    settings.save()


def layout(window: MainWindow) -> dict[str, str]:
    """Where the panels and splitters are now, to be given to `apply`."""
    states = {splitter.objectName(): _text(splitter.saveState()) for splitter in splitters(window)}
    return states | window.arena.state()


def _text(state: QByteArray) -> str:
    return state.toBase64().data().decode()


def splitters(window: MainWindow) -> list[QSplitter]:
    """All splitters that have a name."""
    return [splitter for splitter in window.findChildren(QSplitter) if splitter.objectName()]
