"""The window with dataset examples, and how it is waited for."""

from __future__ import annotations

from inspector.gui.window import MainWindow
from inspector.lenses.examples import ExamplesParameters
from tests.flows.windows import shown_window

NODE = "mixed5"


def open_window(qtbot) -> MainWindow:
    """The window with the demonstration network at a node, little else going on."""
    window = shown_window(qtbot, steps=2, size=(1280, 800))
    window.networks.start("demo", f"demo/{NODE}/3")
    qtbot.waitUntil(lambda: window.session.shelf is not None)
    settle(qtbot, window)
    return window


def settle(qtbot, window: MainWindow) -> None:
    """Wait until nobody waits for anything but a scan."""

    def quiet() -> bool:
        resting = window.unit_page.is_resting or window.dataset.examples.is_resting
        return not resting and not window.engine.is_busy

    qtbot.waitUntil(quiet)


def scanned(qtbot, window: MainWindow, pictures: tuple[str, ...], **options) -> None:
    """Scan at a few nodes and wait for the end."""
    before = len(window.session.shelf.scans)
    window.dataset.scanning.start(ExamplesParameters(pictures=pictures, nodes=(NODE, "logits"), **options))
    qtbot.waitUntil(lambda: len(window.session.shelf.scans) > before)
    settle(qtbot, window)
