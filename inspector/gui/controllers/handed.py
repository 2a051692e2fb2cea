"""What the system hands to the program: on macOS links and files come as events, never as arguments."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent

from inspector.network.errors import AddressError
from inspector.network.links import read_link, spec_named
from inspector.network.location import Location
from inspector.pictures.folders import SUFFIXES

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow


class HandedController(QObject):
    """Opens the links, networks and pictures that the system hands over."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def listen(self) -> None:
        """Take such events from now on; it looks at every event of the program, so only where they come."""
        QCoreApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen or not isinstance(event, QFileOpenEvent):
            return False
        url = QUrl(event.url())
        # Behind the window's own start: what is handed over shall be what is seen in the end.
        QTimer.singleShot(0, self, lambda: self.open(url))
        return True

    def open(self, url: QUrl) -> None:
        """Open what it names: a place in a network, a network's file or folder, a picture."""
        if url.isLocalFile():
            self._open_file(url.toLocalFile())
            return
        try:
            location = read_link(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
            if location is not None:
                self._go(location)
        except AddressError as error:
            self._window.banner.say(str(error))

    def _open_file(self, path: str) -> None:
        if Path(path).suffix.lower() in SUFFIXES:
            self._window.pictures.open_paths([path])
        else:
            self._window.networks.open(path)

    def _go(self, location: Location) -> None:
        # A name's capitals do not come through: what stands behind "//" is read as a host, as on the web.
        card = self._window.session.network
        if card is not None and card.name.casefold() == location.network.casefold():
            self._window.session.go(replace(location, network=card.name))
        else:
            spec = spec_named(location.network, self._window.settings.recent)
            self._window.networks.open(spec, str(location).partition("/")[2])
