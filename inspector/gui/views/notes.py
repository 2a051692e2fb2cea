"""What is said of one unit: a label, a star, its groups, a note in Markdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QStackedWidget,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import MARGIN, ElidedLabel
from inspector.gui.translation import tr
from inspector.gui.views.parts import caption, heading
from inspector.workspace.taxonomy import Mark

_NAME = Qt.ItemDataRole.UserRole


class NotesView(QWidget):
    """The page; it says what was typed, whoever listens keeps it.

    Signals:
        label_changed: The label is another.
        note_changed: The note is another; when one leaves it.
        star_toggled: The star was clicked.
        joined: (group, confidence 0 to 1) the unit shall be in a group.
        left: (group) it shall not.
    """

    label_changed = Signal(str)
    note_changed = Signal(str)
    star_toggled = Signal()
    joined = Signal(str, float)
    left = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="notesPage")
        self._shown = Mark()
        self.where = ElidedLabel("", Qt.TextElideMode.ElideMiddle, name="notesWhere", muted=True)
        self.label = QLineEdit(objectName="unitLabel", placeholderText=tr("Label: what is it?"))
        self.label.setAccessibleName(tr("Label of the unit"))
        self.star = QToolButton(objectName="unitStar", checkable=True, text="☆", autoRaise=True)
        self.star.setAccessibleName(tr("Star"))
        self.star.setToolTip(tr("Star (Ctrl+D)"))
        self.groups = QListWidget(objectName="unitGroups")
        self.groups.setAccessibleName(tr("Groups that the unit is in"))
        self.groups.setMaximumHeight(96)
        self.groups.setToolTip(tr("Delete takes the unit out of a group"))
        self.group = QComboBox(objectName="groupToJoin", editable=True)
        self.group.setAccessibleName(tr("Group to join"))
        self.group.lineEdit().setPlaceholderText(tr("Add to a group …"))
        self.group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.confidence = QSpinBox(objectName="groupConfidence", suffix=tr(" % sure"))
        self.confidence.setAccessibleName(tr("How sure"))
        self.confidence.setRange(1, 100)
        self.confidence.setValue(100)
        self.note = QPlainTextEdit(objectName="unitNote", placeholderText=tr("Note, in Markdown"))
        self.note.setAccessibleName(tr("Note on the unit"))
        self.note.setTabChangesFocus(True)
        self.read = QTextBrowser(objectName="unitNoteRead", openExternalLinks=False, openLinks=False)
        self.read.setAccessibleName(tr("Note on the unit, as it reads"))
        self.preview = QToolButton(objectName="notePreview", text=tr("Read"), checkable=True)
        self._lay_out()
        self._join()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(heading(tr("Notes")))
        top.addWidget(self.where, 1)
        top.addWidget(self.star)
        joining = QHBoxLayout()
        joining.addWidget(self.group, 1)
        joining.addWidget(self.confidence)
        writing = QHBoxLayout()
        writing.addWidget(caption(tr("Note")))
        writing.addStretch(1)
        writing.addWidget(self.preview)
        self._note = QStackedWidget()
        self._note.addWidget(self.note)
        self._note.addWidget(self.read)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.label)
        layout.addWidget(caption(tr("Groups")))
        layout.addWidget(self.groups)
        layout.addLayout(joining)
        layout.addLayout(writing)
        layout.addWidget(self._note, 1)

    def _join(self) -> None:
        self.label.editingFinished.connect(lambda: self.label_changed.emit(self.label.text().strip()))
        self.star.clicked.connect(self.star_toggled)
        self.group.lineEdit().returnPressed.connect(self._on_join)
        self.group.activated.connect(self._on_join)
        self.preview.toggled.connect(self._on_preview)
        self.note.installEventFilter(self)
        self.groups.installEventFilter(self)

    def show_place(self, where: str, mark: Mark, groups: Mapping[str, float], known: Sequence[str]) -> None:
        """Show what is said of a place; `known` are the groups that there are."""
        moved, before = where != self.where.text(), self._shown
        self.where.setText(where)
        self._shown = mark
        with QSignalBlocker(self.label), QSignalBlocker(self.group):
            # What is being typed stays, unless it was about another place or was said anew elsewhere.
            if moved or mark.label != before.label:
                self.label.setText(mark.label)
            self.group.clear()
            self.group.addItems(list(known))
            self.group.setCurrentIndex(-1)
        if moved or mark.note != before.note:
            self.note.setPlainText(mark.note)
        self.read.setMarkdown(mark.note or tr("*Nothing noted.*"))
        self.star.setChecked(mark.star)
        self.star.setText("★" if mark.star else "☆")
        self.groups.clear()
        for name, confidence in groups.items():
            item = QListWidgetItem(
                name
                if confidence == 1
                else tr("{name} · {confidence:.0%} sure").format(name=name, confidence=confidence),
                self.groups,
            )
            item.setData(_NAME, name)

    def write_out(self) -> None:
        """Say what is being typed now: one walks on."""
        label, note = self.label.text().strip(), self.note.toPlainText()
        self.label_changed.emit(label)
        self.note_changed.emit(note)

    @Slot()
    def _on_join(self) -> None:
        name = self.group.currentText().strip()
        if name:
            self.joined.emit(name, self.confidence.value() / 100)

    @Slot(bool)
    def _on_preview(self, reading: bool) -> None:
        if reading:
            self.note_changed.emit(self.note.toPlainText())
            self.read.setMarkdown(self.note.toPlainText() or tr("*Nothing noted.*"))
        self._note.setCurrentWidget(self.read if reading else self.note)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self.note_changed.emit(self.note.toPlainText())
        if watched is self.groups and event.type() == QEvent.Type.KeyPress:
            item = self.groups.currentItem()
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
                self.left.emit(item.data(_NAME))
                return True
        return super().eventFilter(watched, event)
