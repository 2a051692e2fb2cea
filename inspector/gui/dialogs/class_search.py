"""The dialog that finds the units most selective for a class."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr
from inspector.gui.views.parts import muted
from inspector.gui.views.words import reading
from inspector.jobs.scans_shown import Selective

_NODE, _UNIT = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class ClassSearchDialog(QDialog):
    """A class, and the units that answer to it more than to all others.

    Signals:
        asked: Look for a class's units: the class, and whether in all nodes.
        unit_chosen: Walk to a node's unit.
        sort_requested: Sort the unit grid by the selectivity for this class.
    """

    asked = Signal(str, bool)
    unit_chosen = Signal(str, int)
    sort_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="classSearchDialog")
        self.setWindowTitle(tr("Units selective for a class"))
        self.classes = QComboBox(objectName="searchedClass", editable=True)
        self.classes.setAccessibleName(tr("Class"))
        self.classes.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.classes.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.classes.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.everywhere = QRadioButton(tr("all nodes"), objectName="searchEverywhere", checked=True)
        self.here = QRadioButton(tr("this node"), objectName="searchHere")
        self.list = QTreeWidget(objectName="selectiveUnits", rootIsDecorated=False, uniformRowHeights=True)
        self.list.setAccessibleName(tr("Units, the most selective first"))
        self.list.setHeaderLabels([tr("Unit"), tr("Selectivity")])
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setColumnWidth(0, 320)
        self.sort = QPushButton(tr("Sort the grid by it"), objectName="sortBySelectivity")
        self.sort.setToolTip(
            tr("Sort the units of the node that is open by their selectivity for this class.")
        )
        self._error = ErrorLine("classSearchError")
        self._lay_out()
        self._join()
        self.resize(520, 520)

    def _lay_out(self) -> None:
        heading = QLabel(tr("Units most selective for"), objectName="classSearchTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.classes, 1)
        row.addWidget(QLabel(tr("in")))
        row.addWidget(self.everywhere)
        row.addWidget(self.here)
        below = QHBoxLayout()
        below.addWidget(
            muted(tr("(mean of the class − mean of the others) / their sum, of the pictures’ maxima")), 1
        )
        below.addWidget(self.sort)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._error)
        layout.addLayout(below)

    def _join(self) -> None:
        self.classes.activated.connect(self._ask)
        self.everywhere.toggled.connect(self._ask)
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.sort.clicked.connect(self._on_sort)

    def set_classes(self, names: Sequence[str]) -> None:
        """Offer these classes and ask for the chosen one."""
        chosen = self.classes.currentText()
        self.classes.clear()
        self.classes.addItems(list(names))
        self.classes.setCurrentIndex(max(self.classes.findText(chosen), 0))
        self.sort.setEnabled(bool(names))
        self.set_error("" if names else tr("The scanned pictures have no classes."))
        self._ask()

    def show_units(self, found: Selective) -> None:
        """List what was found."""
        self.list.clear()
        for node, unit, value in found.units:
            item = QTreeWidgetItem([f"{node}/{unit}", reading(value)])
            item.setData(0, _NODE, node)
            item.setData(0, _UNIT, unit)
            self.list.addTopLevelItem(item)
        if not found.units:
            self.set_error(
                tr("No unit answers more to {label} than to other classes.").format(label=found.label)
            )

    def set_error(self, sentence: str) -> None:
        """Say what went wrong; "" takes the sentence away."""
        self._error.say(sentence)

    @Slot()
    def _ask(self) -> None:
        if self.classes.count():
            self.set_error("")
            self.asked.emit(self.classes.currentText(), self.everywhere.isChecked())

    @Slot(QTreeWidgetItem)
    def _on_item(self, item: QTreeWidgetItem) -> None:
        self.unit_chosen.emit(item.data(0, _NODE), item.data(0, _UNIT))

    @Slot()
    def _on_sort(self) -> None:
        self.sort_requested.emit(self.classes.currentText())
