"""The knobs of a stimulus family: which of its axes to vary, over what, and where the others stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.gui.translation import tr
from inspector.gui.views.axis_choices import ChoiceRow
from inspector.gui.views.axis_row import AxisRow
from inspector.gui.views.parts import EDGE, SPACE, caption, muted
from inspector.lenses.tuning import Tuning
from inspector.network.errors import InspectorError
from inspector.stimuli.axes import Axis, FamilyCard
from inspector.stimuli.sampling import check_count

Row = AxisRow | ChoiceRow
_MOST_VARIED = 3
# Someone who holds down an arrow of a spin box wants the last value, not all on the way.
_REST_MS = 200


class AxisKnobs(QFrame):
    """A small window below its button, with one row of knobs per axis.

    Signals:
        changed: What is asked for is another now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup, objectName="tuningKnobs")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.rows: list[Row] = []
        self._card: FamilyCard | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.changed)
        self._grid_holder = QWidget()
        self._note = muted("", "tuningKnobsNote")
        self._reset = QPushButton(tr("Reset"), objectName="tuningKnobsReset")
        self._reset.setToolTip(tr("Back to what the family does by itself."))
        self._reset.clicked.connect(self._on_reset)
        bottom = QHBoxLayout()
        bottom.addWidget(self._note, 1)
        bottom.addWidget(self._reset)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._layout.setSpacing(EDGE)
        self._layout.addWidget(self._grid_holder)
        self._layout.addLayout(bottom)

    def set_family(self, card: FamilyCard) -> None:
        """Make a row for each axis of the family."""
        self._card = card
        self._layout.removeWidget(self._grid_holder)
        self._grid_holder.hide()
        self._grid_holder.deleteLater()
        self._grid_holder = QWidget()
        self._layout.insertWidget(0, self._grid_holder)
        grid = QGridLayout(self._grid_holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(EDGE)
        grid.setVerticalSpacing(SPACE)
        for column, text in enumerate((tr("vary"), tr("from"), tr("to"), tr("samples"), tr("held at"))):
            grid.addWidget(caption(text), 0, column)
        self.rows = [_row(axis, axis.name in card.varied, self._grid_holder) for axis in card.axes]
        for number, row in enumerate(self.rows, 1):
            row.changed.connect(self._on_row_changed)
            column = 0
            for cell, columns in row.cells:
                grid.addWidget(cell, number, column, 1, columns)
                column += columns
        self._explain()

    def request(self) -> dict[str, Any] | None:
        """`axes` and `fixed` for the lens, both empty for the family's own; None where they make no sense."""
        if self.problem():
            return None
        varied = self._varied()
        own = self._card is None or (
            tuple(row.axis.name for row in varied) == self._card.varied
            and all(row.range_is_default for row in varied)
        )
        held = [row for row in self.rows if not row.vary.isChecked() and not row.value_is_default]
        return {
            "axes": () if own else tuple((row.axis.name, row.samples()) for row in varied),
            "fixed": tuple((row.axis.name, row.held) for row in held),
        }

    def problem(self) -> str:
        """Why what is asked for cannot be measured; "" where it can."""
        varied = self._varied()
        if not varied:
            return tr("Vary at least one axis.")
        if len(varied) > _MOST_VARIED:
            return tr("Vary at most {most_varied} axes.").format(most_varied=_MOST_VARIED)
        wrong = next((row.problem for row in varied if row.problem), "")
        if wrong:
            return wrong
        try:
            check_count([len(row.samples()) for row in varied])
        except InspectorError as error:
            return str(error)
        return ""

    def adopt(self, tuning: Tuning) -> None:
        """Show the ranges that were measured where the knobs left them to the family."""
        for row in self.rows:
            if row.axis.name in tuning.axes:
                row.adopt_samples(tuning.axes[row.axis.name])
            elif row.axis.name in tuning.fixed:
                row.adopt_value(tuning.fixed[row.axis.name])
        self._explain()

    def open_below(self, button: QWidget) -> None:
        """Show the knobs under a button, right edges aligned, inside the screen."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.sizeHint().width(), button.height() + 4))
        screen = button.screen().availableGeometry()
        corner.setX(max(screen.left() + 4, corner.x()))
        corner.setY(min(corner.y(), screen.bottom() - self.sizeHint().height()))
        self.move(corner)
        self.show()

    def _varied(self) -> list[Row]:
        """Rows that vary, in the order of the family's own ones first."""
        order = self._card.varied if self._card else ()
        rows = [row for row in self.rows if row.vary.isChecked()]
        return sorted(
            rows, key=lambda row: order.index(row.axis.name) if row.axis.name in order else len(order)
        )

    @Slot()
    def _on_row_changed(self) -> None:
        self._explain()
        self._rest.start()

    @Slot()
    def _on_reset(self) -> None:
        for row in self.rows:
            row.reset()
        self._on_row_changed()

    def _explain(self) -> None:
        lengths = [len(row.samples()) for row in self._varied()]
        total = 1
        for length in lengths:
            total *= length
        form = " × ".join(map(str, lengths))
        self._note.setText(
            self.problem()
            or (
                tr("{form} = {total:,} stimuli").format(form=form, total=total)
                if len(lengths) > 1
                else tr("{total} stimuli").format(total=total)
            )
        )
        self._reset.setEnabled(not all(row.is_default for row in self.rows))


def _row(axis: Axis, varied: bool, parent: QWidget) -> Row:
    return ChoiceRow(axis, varied, parent) if axis.choices else AxisRow(axis, varied, parent)
