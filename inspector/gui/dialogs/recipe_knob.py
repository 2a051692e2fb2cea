"""One number of a recipe: its name, a control, a way back to the recipe's value, and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QLabel, QSpinBox, QToolButton, QWidget

from inspector.gui.dialogs.parts import DecimalBox
from inspector.gui.icons import icon
from inspector.gui.panels.parts import scaled, tabular
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.lenses.feature_visualization.recipes import Knob

_AUTOMATIC = mark("automatic")
_CONTROL_WIDTH = 150


class KnobRow(QWidget):
    """A `Knob` that can be turned.

    Signals:
        changed: Its value is another.
    """

    changed = Signal()

    def __init__(self, knob: Knob) -> None:
        super().__init__(objectName=f"knob-{knob.name}")
        self.knob = knob
        self._usual: Any = None
        self._title = QLabel(tr(knob.title))
        self._sentence = QLabel(tr(knob.sentence), wordWrap=True)
        self._sentence.setFont(scaled(self.font(), 0.9))
        self._sentence.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._control = _control(knob)
        self._control.setFixedWidth(_CONTROL_WIDTH)
        self._control.installEventFilter(self)
        self._reset = QToolButton(objectName=f"reset-{knob.name}", autoRaise=True)
        self._reset.setAccessibleName(tr("Reset {title}").format(title=tr(knob.title)))
        self._reset.setToolTip(tr("Back to the recipe’s value."))
        self._reset.clicked.connect(self.reset)
        signal = (
            self._control.currentIndexChanged
            if isinstance(self._control, QComboBox)
            else self._control.valueChanged
        )
        signal.connect(self._on_changed)
        policy = self._reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._control, 0, 1)
        grid.addWidget(self._reset, 0, 2)
        grid.addWidget(self._sentence, 1, 0, 1, 2)
        self._draw_icon()

    @property
    def value(self) -> Any:
        """What it is turned to; None where the program chooses."""
        control = self._control
        if isinstance(control, QComboBox):
            return control.currentData()
        if control.specialValueText() and control.value() == control.minimum():
            return None
        return control.value()

    @property
    def is_changed(self) -> bool:
        """Whether the recipe has another value."""
        return self.value != self._usual

    def set_value(self, value: Any) -> None:
        """Turn it."""
        control = self._control
        if isinstance(control, QComboBox):
            control.setCurrentIndex(max(control.findData(value), 0))
        else:
            control.setValue(control.minimum() if value is None else value)

    def set_usual(self, value: Any) -> None:
        """Take the recipe's value, without turning the knob."""
        self._usual = value
        self._say()

    @Slot()
    def reset(self) -> None:
        """Turn it to the recipe's value."""
        self.set_value(self._usual)

    @Slot()
    def _on_changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._reset.setVisible(self.is_changed)
        self._title.setFont(scaled(self.font(), 1.0, bold=self.is_changed))

    def _draw_icon(self) -> None:
        self._reset.setIcon(icon("refresh", tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and not self._control.hasFocus():
            event.ignore()  # the wheel scrolls the page; it turns only the knob that one is at
            return True
        return super().eventFilter(watched, event)


def _control(knob: Knob) -> QComboBox | QSpinBox | QDoubleSpinBox:
    control = {"int": _whole, "float": _decimal, "choice": _choice}[knob.kind](knob)
    control.setAccessibleName(tr(knob.title))
    control.setToolTip(tr(knob.sentence))
    control.setObjectName(f"value-{knob.name}")
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.setFont(tabular(control.font()))
    return control


def _choice(knob: Knob) -> QComboBox:
    box = QComboBox()
    for choice in knob.choices:
        box.addItem(str(choice), choice)
    return box


def _whole(knob: Knob) -> QSpinBox:
    box = QSpinBox()
    box.setRange(int(knob.minimum), int(knob.maximum))
    if knob.optional:
        box.setMinimum(box.minimum() - 1)
        box.setSpecialValueText(tr(_AUTOMATIC))
    box.setSingleStep(int(knob.step))
    return box


def _decimal(knob: Knob) -> QDoubleSpinBox:
    box = DecimalBox()
    box.setRange(knob.minimum, knob.maximum)
    box.setSingleStep(knob.step)
    return box
