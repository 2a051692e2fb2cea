"""While the first network is on its way, empty pages say so instead of asking for one."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.panels.parts import EmptyState
from inspector.gui.translation import tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 945


class Waiting(QObject):
    """Tells every empty page of the window what is being waited for, as long as there is no network."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._said = window, ""
        window.networks.waiting.connect(self._on_waiting)
        window.session.network_changed.connect(lambda: self._on_waiting(""))

    @Slot(str)
    def _on_waiting(self, sentence: str) -> None:
        title = sentence if self._window.session.network is None else ""
        if title == self._said:
            return
        self._said = title
        name = short_name(self._window.networks.spec)
        hint = tr("This page is ready as soon as {name} is open.").format(name=name)
        for page in self._window.findChildren(EmptyState):
            page.await_network(title, hint)


def short_name(spec: str) -> str:
    """What a person calls that network: the name in NAME=FILE, a file without its folders."""
    return PurePath(spec.partition("=")[0]).name or spec


def install(window: MainWindow) -> Waiting:
    """Listen to what is being waited for."""
    return Waiting(window)
