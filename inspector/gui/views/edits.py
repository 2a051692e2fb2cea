"""The list of edits: named, switched on and off, undone; and below it what they change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QUndoStack
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import mark, tr
from inspector.gui.views.edit_changes import AccuracyPage, PicturePage, ResponsesPage, TuningChangePage
from inspector.gui.views.edit_words import KINDS
from inspector.gui.views.group_field import GroupField
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, muted
from inspector.gui.views.segments import Segments
from inspector.probe.edits import Edit

PAGES = {
    "picture": (mark("Picture"), mark("The current picture’s strongest classes without and with the edits.")),
    "tuning": (mark("Tuning"), mark("The current unit’s tuning without and with the edits.")),
    "examples": (
        mark("Responses"),
        mark("The current unit’s maxima on its top examples, or on the pictures laid out."),
    ),
    "accuracy": (mark("Accuracy"), mark("How often the right class is found over a picture set.")),
}
_LIST_HEIGHT = 96


class EditsView(Page):
    """Edits of the open network, and the comparison with the unedited one.

    Signals:
        add_requested: (kind, units, numbers), as they were written.
        switched: (row, on).
        renamed: (row, name).
        removed: (row).
        through_toggled: Whether everything is looked at through the edits.
        page_chosen: Another comparison is wanted.
    """

    add_requested = Signal(str, str, str)
    switched = Signal(int, bool)
    renamed = Signal(int, str)
    removed = Signal(int)
    through_toggled = Signal(bool)
    page_chosen = Signal()

    def __init__(self, stack: QUndoStack) -> None:
        super().__init__(objectName="editsView")
        self.setMinimumSize(*SMALLEST)
        self._edits: tuple[Edit, ...] = ()
        self._node = ""
        self._make_fields()
        self._make_list(stack)
        self._make_pages()
        self._lay_out()
        self._join()
        self.set_edits(())
        self._on_kind_chosen()

    def _make_fields(self) -> None:
        self.kind = QComboBox(objectName="editKind")
        self.kind.setAccessibleName(tr("What is done"))
        for name, (title, _, sentence) in KINDS.items():
            self.kind.addItem(tr(title), name)
            self.kind.setItemData(self.kind.count() - 1, tr(sentence), Qt.ItemDataRole.ToolTipRole)
        self.units = GroupField("editUnits", tr("Units"), tr("units: 3, 5-7, or 3:0.5, 7:-1, or a group"))
        self.units.setToolTip(tr("3, or 3-7, or a group’s name, or 3:0.5, 7:-1 for a direction of units"))
        self.numbers = _field("editNumbers", tr("Numbers"), "")
        self.add = QPushButton(tr("Add"), objectName="addEdit")
        self.note = muted(name="editNote", wrap=True)
        self.target = ElidedLabel(name="editTarget", muted=True, mode=Qt.TextElideMode.ElideMiddle)
        self.through = QCheckBox(tr("Look through the edits"), objectName="throughEdits")
        self.through.setToolTip(
            tr("Every view shows the edited network while this is on; the file is never changed.")
        )

    def _make_list(self, stack: QUndoStack) -> None:
        self.undo, self.redo = (QToolButton(autoRaise=True) for _ in range(2))
        self.undo.setDefaultAction(stack.createUndoAction(self, tr("Undo")))
        self.redo.setDefaultAction(stack.createRedoAction(self, tr("Redo")))
        self.list = QListWidget(objectName="editList")
        self.list.setAccessibleName(tr("Edits"))
        self.list.setMaximumHeight(_LIST_HEIGHT)
        self.list.setToolTip(tr("Tick to switch on, F2 to rename, Delete to take away."))
        self.list.installEventFilter(self)
        self.empty = EmptyState("editsEmpty")
        self.empty.say(
            tr("No edits"),
            tr("Silence a unit, steer a direction, cut its negative weights: and see what changes."),
        )

    def _make_pages(self) -> None:
        self.pages = Segments("editPages", PAGES, prefix="edits", accessible=tr("Compare {}"))
        self.pages.set_current("picture")
        self.picture, self.tuning = PicturePage(), TuningChangePage()
        self.responses, self.accuracy = ResponsesPage(), AccuracyPage()
        self.stacked = QStackedWidget(objectName="editComparison")
        for page in (self.picture, self.tuning, self.responses, self.accuracy):
            self.stacked.addWidget(page)

    def _join(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_chosen)
        self.add.clicked.connect(self._on_add_clicked)
        self.numbers.returnPressed.connect(self._on_add_clicked)
        self.units.returnPressed.connect(self._on_add_clicked)
        self.list.itemChanged.connect(self._on_item_changed)
        self.through.toggled.connect(self.through_toggled)
        self.pages.chosen.connect(self._on_page_chosen)

    def _lay_out(self) -> None:
        adding = QHBoxLayout()
        adding.setSpacing(SPACE)
        for widget, stretch in ((self.kind, 2), (self.units, 2), (self.numbers, 2), (self.add, 0)):
            adding.addWidget(widget, stretch)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.through)
        head.addWidget(self.target, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addLayout(adding)
        layout.addWidget(self.note)
        layout.addWidget(self.list)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.pages, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.stacked, 1)
        self.say("")

    def set_location(self, node: str, unit: int | None) -> None:
        """Say of which node's units edits are added, and offer the current unit."""
        self._node = node
        self.target.setText(tr("of {node}").format(node=node) if node else "")
        self.units.setText("" if unit is None else str(unit))

    def set_edits(self, edits: Sequence[Edit]) -> None:
        """Show these, in order."""
        self._edits = tuple(edits)
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for edit in edits:
            item = QListWidgetItem(tr(edit.title))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)
            item.setCheckState(Qt.CheckState.Checked if edit.on else Qt.CheckState.Unchecked)
            item.setToolTip(tr(edit.change.describe()))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(edits) - 1))
        self.list.blockSignals(False)
        for widget in (self.list, self.pages, self.stacked):
            widget.setVisible(bool(edits))
        self.empty.setVisible(not edits)

    def say(self, sentence: str) -> None:
        """Say what is wrong with what was written; "" for nothing."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    @Slot()
    def _on_kind_chosen(self) -> None:
        hint = KINDS[self.kind.currentData()][1]
        self.numbers.setVisible(bool(hint))
        self.numbers.setPlaceholderText(tr(hint))
        self.kind.setToolTip(tr(KINDS[self.kind.currentData()][2]))

    @Slot()
    def _on_add_clicked(self) -> None:
        self.add_requested.emit(self.kind.currentData(), self.units.text(), self.numbers.text())

    @Slot(QListWidgetItem)
    def _on_item_changed(self, item: QListWidgetItem) -> None:
        row, on = self.list.row(item), item.checkState() == Qt.CheckState.Checked
        if on != self._edits[row].on:
            self.switched.emit(row, on)
        elif item.text() != self._edits[row].title:
            self.renamed.emit(row, item.text())

    @Slot(str)
    def _on_page_chosen(self, name: str) -> None:
        self.stacked.setCurrentIndex(list(PAGES).index(name))
        self.page_chosen.emit()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.list and pressed and event.key() == Qt.Key.Key_Delete:
            if self.list.currentRow() >= 0:
                self.removed.emit(self.list.currentRow())
            return True
        return super().eventFilter(watched, event)


def _field(name: str, accessible: str, hint: str) -> QLineEdit:
    field = QLineEdit(objectName=name, placeholderText=hint)
    field.setAccessibleName(accessible)
    return field
