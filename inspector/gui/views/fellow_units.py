"""The units of a node that answer to the same pictures, and those that answer to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.panels.parts import scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, tr
from inspector.gui.views.parts import SPACE, caption, muted

_WIDTH, _HEIGHT, _GAP, _PAD, _BAR = 88, 30, 6, 8, 3


class FellowChip(QAbstractButton):
    """A unit's number, the correlation with it, and that as a bar from the middle."""

    def __init__(self, parent: QWidget, unit: int, correlation: float) -> None:
        super().__init__(parent, objectName=f"fellowUnit-{unit}", text=str(unit))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.unit, self.correlation = unit, correlation
        self.value = digits(correlation, "+.2f").replace("-", "−")
        self.setAccessibleName(tr("Unit {unit}, correlation {value}").format(unit=unit, value=self.value))
        self.setToolTip(
            tr("Unit {unit}: correlation {value} of the pictures’ maxima. Click to go there.").format(
                unit=unit, value=self.value
            )
        )

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, painter = tokens_of(self.palette()), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.underMouse() or self.hasFocus()
        painter.setPen(QColor(tokens.accent if marked else tokens.border))
        painter.setBrush(QColor(tokens.raised if self.underMouse() else tokens.base))
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(whole, 5, 5)
        inside = whole.adjusted(_PAD, 0, -_PAD, -_BAR - 2)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(scaled(self.font(), 0.95, bold=True))
        painter.setPen(QColor(tokens.text))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.setFont(scaled(self.font(), 0.92))
        painter.setPen(QColor(tokens.muted))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignRight), self.value)
        self._paint_bar(painter, QPointF(whole.left() + _PAD, whole.bottom() - _BAR - 1), inside.width())

    def _paint_bar(self, painter: QPainter, start: QPointF, width: float) -> None:
        tokens = tokens_of(self.palette())
        middle, y = start.x() + width / 2, start.y()
        painter.setPen(QPen(QColor(tokens.border), _BAR))
        painter.drawLine(start, QPointF(start.x() + width, y))
        painter.setPen(QPen(QColor(tokens.accent if self.correlation > 0 else tokens.series[1]), _BAR))
        painter.drawLine(QPointF(middle, y), QPointF(middle + self.correlation * width / 2, y))


class _Chips(QWidget):
    """Chips in rows; the rows take the height they need."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips: list[FellowChip] = []

    def set_units(self, units: Sequence[tuple[int, float]]) -> None:
        for chip in self.chips:
            chip.hide()
            chip.deleteLater()
        self.chips = [FellowChip(self, *each) for each in units]
        for chip in self.chips:
            chip.clicked.connect(self._on_clicked)
            chip.show()
        self._arrange()

    @Slot()
    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, FellowChip):
            self.chosen.emit(chip.unit)

    def _arrange(self) -> None:
        columns = max(1, (self.width() + _GAP) // (_WIDTH + _GAP))
        width = (self.width() + _GAP) // columns - _GAP
        for place, chip in enumerate(self.chips):
            row, column = divmod(place, columns)
            chip.setGeometry(column * (width + _GAP), row * (_HEIGHT + _GAP), width, _HEIGHT)
        self.setFixedHeight(max(1, -(-len(self.chips) // columns)) * (_HEIGHT + _GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class FellowUnits(QScrollArea):
    """Two groups of chips.

    Signals:
        unit_chosen: A chip was clicked.
    """

    unit_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(objectName="fellowUnits", widgetResizable=True, frameShape=QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Units that fire with it"))
        self._note = muted("", "fellowNote", wrap=True)
        self._groups = (_Chips(), _Chips())
        self._captions = (caption(tr("Fire with it")), caption(tr("Fire when it does not")))
        inner = QWidget()
        inner.setBackgroundRole(QPalette.ColorRole.Window)
        self.setWidget(inner)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        for label, chips in zip(self._captions, self._groups, strict=True):
            layout.addWidget(label)
            layout.addWidget(chips)
            layout.addSpacing(SPACE // 2)
            chips.chosen.connect(self.unit_chosen)
        layout.addWidget(self._note)
        layout.addStretch(1)

    @property
    def chips(self) -> list[FellowChip]:
        """All chips, those that fire with it first."""
        return [chip for group in self._groups for chip in group.chips]

    def set_units(
        self, correlated: Sequence[tuple[int, float]], opposed: Sequence[tuple[int, float]], pictures: int
    ) -> None:
        """Show (unit, correlation) pairs."""
        groups = ([one for one in correlated if one[1] > 0], [one for one in opposed if one[1] < 0])
        for label, chips, units in zip(self._captions, self._groups, groups, strict=True):
            label.setVisible(bool(units))
            chips.setVisible(bool(units))
            chips.set_units(units)
        known = any(groups)
        self._note.setText(
            tr("Correlation of the maxima over {pictures:,} pictures, within this node.").format(
                pictures=pictures
            )
            if known
            else tr("The scan does not tell which units of this node fire together.")
        )
