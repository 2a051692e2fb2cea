"""Walking: the layer tree, the address bar, back and forward all lead to the session and follow it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QLineEdit

from inspector.gui.panels.layers import LayersPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.network.errors import AddressError
from inspector.network.location import Location

_log = logging.getLogger(__name__)


class Navigation(QObject):
    """Joins the session with the layers panel and the address bar.

    Signals:
        refused: A sentence on why one cannot go there.
    """

    refused = Signal(str)

    def __init__(self, session: Session, layers: LayersPanel, address: QLineEdit) -> None:
        super().__init__(layers)
        self._session = session
        self._layers = layers
        self._address = address
        layers.node_chosen.connect(self._on_node_chosen)
        address.returnPressed.connect(self._on_address_entered)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)

    @Slot()
    def copy_address(self) -> None:
        """Put the location's address on the clipboard."""
        if self._session.location is not None:
            QGuiApplication.clipboard().setText(str(self._session.location))

    @Slot()
    def next_unit(self) -> None:
        """Walk to the unit behind this one."""
        self._step(1)

    @Slot()
    def previous_unit(self) -> None:
        """Walk to the unit before this one."""
        self._step(-1)

    def _step(self, by: int) -> None:
        node, location = self._session.node, self._session.location
        if node is not None and location is not None and location.unit is not None:
            self._session.go_to_unit(max(0, min(node.units - 1, location.unit + by)))

    @Slot(str)
    def _on_node_chosen(self, name: str) -> None:
        self._session.go_to_node(name)

    @Slot()
    def _on_address_entered(self) -> None:
        card = self._session.network
        if card is None:
            self.refused.emit(tr("No network is open yet."))
            return
        try:
            location = Location.parse(self._address.text(), network=card.name)
            if location.node is not None and location.unit is None and location.node in card.nodes:
                location = location.at(location.node, 0 if card.nodes[location.node].units else None)
            self._session.go(location)
        except AddressError as error:
            self.refused.emit(str(error))

    @Slot()
    def _on_network_changed(self) -> None:
        card = self._session.network
        if card is None:
            return
        self._layers.set_nodes(list(card.nodes.values()))
        self._layers.set_title(card.name, "" if card.trained else tr("untrained"))
        completer = QCompleter([f"{card.name}/{name}" for name in card.nodes], self._address)
        self._address.setCompleter(completer)

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        if location is not None:
            self._layers.select(location.node)
            self._address.setText(str(location))
