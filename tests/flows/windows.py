"""The real window, shown, for the flows."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication

from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.settings import Settings


def shown_window(
    qtbot: Any,
    *,
    steps: int | None = 2,
    size: tuple[int, int] | None = None,
    settings: Settings | None = None,
    scheme: str = "light",
    remember: bool = True,
) -> MainWindow:
    """A window on the screen with nothing open yet.

    Args:
        qtbot: Holds it until the test is over.
        steps: Of its feature visualizations, few because most tests only walk past them; as usual where None.
        size: Width and height; its own where None.
        settings: Where they are not those of a first start.
        scheme: "light" or "dark".
        remember: Whether it writes settings.
    """
    window = MainWindow(settings or Settings(), Theme(QApplication.instance(), scheme), remember=remember)
    if steps is not None:
        window.unit_page.feature.changes = {"steps": steps}
    if size is not None:
        window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    return window


def settle(qtbot: Any, window: MainWindow) -> None:
    """Wait until the unit's page has asked for what it wants and everything but the filling is there."""
    qtbot.waitUntil(lambda: not window.unit_page.is_resting and not window.engine.is_busy)


def settled_window(qtbot: Any, address: str = "", **options: Any) -> MainWindow:
    """A window, as `shown_window` makes it, with the demonstration network open and nothing running."""
    window = shown_window(qtbot, **options)
    window.start("demo", [], address)
    qtbot.waitUntil(lambda: window.session.network is not None)
    settle(qtbot, window)
    return window
