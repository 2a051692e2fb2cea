"""The choice of which number is read off a unit: where in its map, before what, and in which measure."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from inspector.gui.translation import tr
from inspector.gui.views.words import REDUCTIONS


class ResponseMenu(QToolButton):
    """A button that says the choice, with a menu below it.

    Responses are in σ where pictures were scanned, and raw elsewhere, until the user chooses one for all.

    Signals:
        changed: Another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="tuningReduction")
        self.setAccessibleName(tr("Which response of the unit"))
        self.setToolTip(tr("Which response of the unit is measured."))
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_ = QMenu(self, objectName="tuningResponseMenu", toolTipsVisible=True)
        self._group = QActionGroup(self)
        self.reductions = {name: self._reduction(name) for name in REDUCTIONS}
        self.menu_.addSeparator()
        self.before = self._switch("beforeNonlinearity", tr("Before the nonlinearity"), True)
        self.before.setToolTip(
            tr("Where the node is a nonlinearity, read what goes into it: values below zero are seen, too.")
        )
        self.sigma = self._switch("inSigma", tr("In σ over the pictures"), False)
        self._chose_sigma = False
        self.set_pictures(0)
        self.setMenu(self.menu_)
        next(iter(self.reductions.values())).setChecked(True)
        self._say()

    def _reduction(self, name: str) -> QAction:
        title, sentence = map(tr, REDUCTIONS[name])
        action = QAction(title.capitalize(), self, objectName=f"reduction-{name}", checkable=True)
        action.setToolTip(sentence)
        action.setData(name)
        action.triggered.connect(self._on_triggered)
        self._group.addAction(action)
        self.menu_.addAction(action)
        return action

    def _switch(self, name: str, text: str, checked: bool) -> QAction:
        action = QAction(text, self, objectName=name, checkable=True, checked=checked)
        action.triggered.connect(self._on_triggered)
        self.menu_.addAction(action)
        return action

    @property
    def chosen(self) -> dict[str, object]:
        """The choice: "reduction", "pre_activation", "sigma"."""
        checked = self._group.checkedAction()
        return {
            "reduction": checked.data() if checked is not None else next(iter(REDUCTIONS)),
            "pre_activation": self.before.isChecked(),
            "sigma": self.sigma.isChecked() and self.sigma.isEnabled(),
        }

    def set_pictures(self, count: int, scanned: str = "") -> None:
        """Say over how many pictures a unit's spread can be told (two are the least), or what was scanned."""
        before = self.chosen
        self.sigma.setEnabled(count > 1 or bool(scanned))
        if not self._chose_sigma:
            self.sigma.setChecked(bool(scanned))
        if scanned:
            tip = tr("In standard deviations of the unit over the {scanned} that were scanned.").format(
                scanned=scanned
            )
        elif count > 1:
            tip = tr(
                "In standard deviations of the unit over the {count:,} pictures in the strip: scanned first."
            ).format(count=count)
        else:
            tip = tr("Drop some pictures first: the unit’s standard deviation over them is the measure.")
        self.sigma.setToolTip(tip)
        self._say()
        if self.chosen["sigma"] != before["sigma"] and not self._chose_sigma:
            self.changed.emit()

    @Slot()
    def _on_triggered(self) -> None:
        self._chose_sigma = self._chose_sigma or self.sender() is self.sigma
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        chosen = self.chosen
        text = tr(REDUCTIONS[str(chosen["reduction"])][0])
        self.setText(f"{text}, σ ▾" if chosen["sigma"] else f"{text} ▾")
