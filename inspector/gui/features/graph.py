"""The graph of the network, beside the units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from inspector.gui.actions import Entry
from inspector.gui.controllers.graph import GraphController
from inspector.gui.panels.own_window import OwnWindow
from inspector.gui.translation import tr
from inspector.gui.views.graph import GraphView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 10


def install(window: MainWindow) -> QObject:
    """Put the graph behind a tab of its own."""
    view = GraphView()
    controller = GraphController(window.session, window.engine, view)
    window.stage.add(tr("Graph"), view)

    def enlarge() -> None:
        OwnWindow.of(view, tr("Graph")).toggle()

    def show() -> None:
        window.stage.bring(view)
        view.window().activateWindow()
        view.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at_units() -> None:
        window.stage.bring(window.units)
        window.units.view.setFocus(Qt.FocusReason.OtherFocusReason)

    view.enlarge_requested.connect(enlarge)
    controller.units_wanted.connect(look_at_units)
    controller.wrote.connect(window.status.setText)
    controller.pictures.explained.connect(window.unit_page.exports.explain)
    window.add_entries(
        [
            Entry("showGraph", tr("&View"), tr("Graph of the network"), show, ("Ctrl+G",), "graph"),
            Entry("showUnits", tr("&View"), tr("Units of the node"), look_at_units, ("Ctrl+U",), "grid"),
        ]
    )
    return controller
