"""The strongest units of a node as clickable chips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.words import reading
from inspector.lenses.activations import UnitResponse

_WIDTH, _HEIGHT, _GAP, _PAD = 84, 24, 6, 8


class UnitChip(QAbstractButton):
    """A unit's number and its response; framed where it is the chosen one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, checkable=True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.unit = -1
        self._value = ""

    def show_response(self, response: UnitResponse) -> None:
        """Show a unit and its strongest response."""
        self.unit, self._value = response.unit, reading(response.value)
        self.setText(str(response.unit))
        self.setObjectName(f"strongUnit-{response.unit}")
        self.setAccessibleName(
            tr("Unit {unit}, response {value}").format(unit=response.unit, value=self._value)
        )
        self.setToolTip(
            tr("Unit {unit}: {value} at row {y}, column {x}").format(
                unit=response.unit, value=self._value, y=response.y, x=response.x
            )
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def nextCheckState(self) -> None:
        """A click asks; which one is chosen is told from outside."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = tokens_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.isChecked() or self.hasFocus()
        painter.setPen(QColor(tokens.accent if marked else tokens.border))
        painter.setBrush(QColor(tokens.raised if self.underMouse() or self.isChecked() else tokens.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        inside = QRectF(self.rect()).adjusted(_PAD, 0, -_PAD, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(scaled(self.font(), 0.95, bold=True))
        painter.setPen(QColor(tokens.text))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(scaled(self.font(), 0.92))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignRight), self._value)


class UnitChips(QWidget):
    """Chips in rows, the strongest first; those that find no room are left out.

    Signals:
        unit_chosen: A chip was clicked.
    """

    unit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(objectName="strongUnits")
        self.setAccessibleName(tr("Strongest units"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.chips: list[UnitChip] = []
        self._count = 0
        self._unit: int | None = None

    def set_units(self, responses: Sequence[UnitResponse]) -> None:
        """Show these units, strongest first."""
        while len(self.chips) < len(responses):
            chip = UnitChip(self)
            chip.clicked.connect(self._on_chip_clicked)
            self.chips.append(chip)
        self._count = len(responses)
        for chip, response in zip(self.chips, responses, strict=False):
            chip.show_response(response)
        self.set_unit(self._unit)
        self._arrange()

    def set_unit(self, unit: int | None) -> None:
        """Mark the chosen unit's chip."""
        self._unit = unit
        for chip in self.chips:
            chip.setChecked(unit is not None and chip.unit == unit)

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, UnitChip):
            self.unit_chosen.emit(chip.unit)

    def _arrange(self) -> None:
        columns = max(1, (self.width() + _GAP) // (_WIDTH + _GAP))
        rows = max(1, (self.height() + _GAP) // (_HEIGHT + _GAP))
        width = (self.width() + _GAP) // columns - _GAP
        for place, chip in enumerate(self.chips):
            row, column = divmod(place, columns)
            chip.setGeometry(column * (width + _GAP), row * (_HEIGHT + _GAP), width, _HEIGHT)
            chip.setVisible(place < self._count and row < rows)

    def sizeHint(self) -> QSize:
        return QSize(2 * _WIDTH + _GAP, 2 * _HEIGHT + _GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
