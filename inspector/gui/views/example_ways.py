"""The choice of how examples are drawn, in little room."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from inspector.gui.translation import tr
from inspector.gui.views.example_picture import WAYS, Way


class WayButton(QToolButton):
    """A button that names the way and opens the list of all.

    Signals:
        chosen: The user chose one: "crop", "picture" or "heat".
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(objectName="exampleWay", autoRaise=True)
        self.setAccessibleName(tr("How examples are drawn"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self, toolTipsVisible=True)
        self._group = QActionGroup(self)
        self.actions_by_way: dict[str, QAction] = {}
        for way, (title, sentence) in WAYS.items():
            action = QAction(
                tr(title), self._group, checkable=True, objectName=f"way-{way}", toolTip=tr(sentence)
            )
            action.setData(way)
            action.triggered.connect(self._on_triggered)
            self._menu.addAction(action)
            self.actions_by_way[way] = action
        self.setMenu(self._menu)
        self.set_way("crop")

    @property
    def way(self) -> Way:
        """The one that is chosen."""
        return self._group.checkedAction().data()

    def set_way(self, way: Way) -> None:
        """Choose one, without a signal."""
        self.actions_by_way[way].setChecked(True)
        title, sentence = WAYS[way]
        self.setText(tr(title))
        self.setToolTip(tr(sentence))

    @Slot()
    def _on_triggered(self) -> None:
        self.set_way(self.way)
        self.chosen.emit(self.way)
