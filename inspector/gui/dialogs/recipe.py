"""The dialog that answers how a picture was made, and makes it again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr

_SIZE = QSize(520, 560)


class RecipeDialog(QDialog):
    """A picture's recipe as readable text.

    Signals:
        make_again_requested: Run exactly this again.
    """

    make_again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="recipeDialog")
        self.setWindowTitle(tr("How was this made?"))
        self._title = QLabel(objectName="recipeTitle", wordWrap=True)
        self._title.setFont(scaled(self._title.font(), 1.25, bold=True))
        self._facts: Sequence[tuple[str, str]] = ()
        self._code = _selectable("", "recipeCode")
        self._area = QScrollArea(widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self._area.setAccessibleName(tr("Recipe"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        copy = self._buttons.addButton(tr("Copy text"), QDialogButtonBox.ButtonRole.ActionRole)
        again = self._buttons.addButton(tr("Make again"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copyRecipe")
        copy.setToolTip(tr("Copy the whole recipe as text."))
        again.setObjectName("makeAgain")
        again.setToolTip(
            tr("Make the pictures again, exactly so; on this computer they come out the same, bit for bit.")
        )
        again.setDefault(True)
        again.setFocus()
        copy.setAutoDefault(False)
        copy.clicked.connect(self._on_copy_clicked)
        again.clicked.connect(self.make_again_requested)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(self._title)
        layout.addWidget(self._area, 1)
        layout.addWidget(_muted(tr("In Python")))
        layout.addWidget(self._code)
        layout.addWidget(self._buttons)
        self.resize(_SIZE)

    def show_recipe(self, title: str, facts: Sequence[tuple[str, str]], code: str) -> None:
        """Show these facts, each as (what, value), and the line of code that does the same."""
        self._title.setText(title)
        self._facts = facts
        self._code.setText(code)
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * MARGIN)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (what, value) in enumerate(facts):
            grid.addWidget(_muted(what), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_selectable(value), row, 1)
        grid.setRowStretch(len(facts), 1)
        self._area.setWidget(page)

    def text(self) -> str:
        """The recipe as plain text."""
        lines = [f"{what}: {value}" for what, value in self._facts]
        return "\n".join([self._title.text(), *lines, self._code.text()])

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _selectable(text: str, name: str = "") -> QLabel:
    label = QLabel(text, objectName=name, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label
