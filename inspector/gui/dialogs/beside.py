"""The dialog that asks which unit of a second network is to be laid beside the current one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr
from inspector.jobs.messages import NetworkCard
from inspector.network.location import Location

_CHARACTERS = 28


class BesideUnitDialog(QDialog):
    """Choose a node and a unit of an open network.

    Signals:
        chosen: The unit's `Location`.
    """

    chosen = Signal(object)

    def __init__(self, card: NetworkCard, at: Location, parent: QWidget | None = None) -> None:
        """`at` is what is chosen first."""
        super().__init__(parent, objectName="besideUnitDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Pin a unit of {name}").format(name=card.name))
        self._card = card
        self._units = {name: node.units for name, node in card.nodes.items() if node.units}
        self.node = QComboBox(objectName="besideNode", editable=True)
        self.node.setAccessibleName(tr("Node"))
        self.node.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.node.setMinimumContentsLength(_CHARACTERS)
        self.node.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.node.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.unit = QSpinBox(objectName="besideUnit")
        self.unit.setAccessibleName(tr("Unit"))
        self._range = QLabel(objectName="besideRange")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.pin = self._buttons.addButton(tr("Pin"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.pin.setObjectName("besidePin")
        self._lay_out()
        self.node.addItems(list(self._units))
        self.node.currentTextChanged.connect(self._on_node_changed)
        self.node.setCurrentText(at.node or "")
        self._on_node_changed(self.node.currentText())
        self.unit.setValue(at.unit or 0)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        heading = QLabel(tr("Which unit of {name}?").format(name=self._card.name), objectName="besideTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        sentence = QLabel(tr("It is shown the same stimuli as the current unit, in its own network’s size."))
        sentence.setWordWrap(True)
        form = QFormLayout()
        form.addRow(tr("&Node"), self.node)
        form.addRow(tr("&Unit"), self.unit)
        form.addRow("", self._range)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        for part in (heading, sentence):
            layout.addWidget(part)
        layout.addLayout(form)
        layout.addWidget(self._buttons)

    @Slot(str)
    def _on_node_changed(self, name: str) -> None:
        units = self._units.get(name, 0)
        self.pin.setEnabled(units > 0)
        self.unit.setEnabled(units > 0)
        self.unit.setMaximum(max(units - 1, 0))
        self._range.setText(
            tr("0 to {units:,}").format(units=units - 1)
            if units
            else tr("{name} has no such node.").format(name=self._card.name)
        )

    @Slot()
    def _on_accepted(self) -> None:
        self.chosen.emit(Location(self._card.name, self.node.currentText(), self.unit.value()))
        self.accept()
