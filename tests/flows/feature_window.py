"""The window at a unit whose pictures take few steps, and what is asked of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.batch.wish import unit_pieces
from inspector.gui.views.feature_pictures import USUAL
from inspector.gui.window import MainWindow
from inspector.lenses.feature_visualization import Feature
from inspector.settings import Settings
from tests.flows.windows import settle, shown_window

STEPS = 12


def open_window(qtbot, address: str = "demo/conv1/4", settings: Settings | None = None) -> MainWindow:
    window = shown_window(qtbot, size=(1560, 980), settings=settings)
    window.unit_page.feature.change({"steps": STEPS}, USUAL)
    window.start("demo", [], address)
    qtbot.waitUntil(lambda: window.session.network is not None)
    settle(qtbot, window)
    return window


def click(qtbot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def shown(window: MainWindow) -> Feature | None:
    return window.feature.shown


def frames(window: MainWindow):
    return window.unit_page.feature.frames


def small_pieces(wish, address, node, settings):
    """What fills a node, in two steps of 24 pixels: tests look at when pictures are made, not at them."""
    return unit_pieces(wish, address, node, (("size", 24), ("steps", 2)))


class Quick:
    """A request that is over at once."""

    keep = False

    def start(self, bench, token):
        yield from ()
