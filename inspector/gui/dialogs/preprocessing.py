"""The dialog that shows and changes what happens to a picture before the network sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import DecimalBox, ErrorLine
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr

_LARGEST_SIDE = 8192
_CHANNELS = (("RGB", "RGB"), ("BGR", "BGR"), ("L", mark("L (one channel of luminance)")))


class PreprocessingDialog(QDialog):
    """Edits the dictionary that `Preprocessing.to_json` gives; whether it makes sense, the caller checks.

    Signals:
        applied: The values as a dictionary of the same form.
    """

    applied = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="preprocessingDialog")
        self.setWindowTitle(tr("Preprocessing"))
        self._given: dict[str, Any] = {}
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self._resizes = QCheckBox(tr("Resize the shorter side to"), objectName="resizes")
        self._resizes.setToolTip(tr("Without, the picture is stretched to the crop"))
        self._resize = _side("resize", tr("Shorter side before the crop, in pixels"))
        self._height = _side("cropHeight", tr("Height of the crop, in pixels"))
        self._width = _side("cropWidth", tr("Width of the crop, in pixels"))
        self._channels = QComboBox(objectName="channels")
        self._channels.setAccessibleName(tr("Order of the channels"))
        for value, text in _CHANNELS:
            self._channels.addItem(tr(text), value)
        self._range = _numbers("range", tr("Black and white"), (tr("black"), tr("white")))
        self._mean = _numbers(
            "mean", tr("Mean"), (tr("first channel"), tr("second channel"), tr("third channel"))
        )
        self._std = _numbers(
            "std", tr("Std"), (tr("first channel"), tr("second channel"), tr("third channel"))
        )
        self._error = ErrorLine("preprocessingError")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply
            | QDialogButtonBox.StandardButton.Reset
            | QDialogButtonBox.StandardButton.Close
        )
        for button in self._buttons.buttons():
            name = self._buttons.standardButton(button).name.lower()
            button.setObjectName(f"{name}Preprocessing")
            button.setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Apply).setDefault(True)

    def _lay_out(self) -> None:
        heading = QLabel(tr("From a picture to the network’s input"), objectName="preprocessingTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        caption = _muted(tr("In this order. Results made before a change belong to the old values."))
        form = QGridLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(10)
        form.setColumnStretch(1, 1)
        lines: tuple[tuple[QWidget, Sequence[QWidget]], ...] = (
            (self._resizes, (self._resize,)),
            (QLabel(tr("Centre crop, height and width")), (self._height, self._width)),
            (QLabel(tr("Channels")), (self._channels,)),
            (QLabel(tr("Black and white become")), self._range),
            (QLabel(tr("Mean, subtracted")), self._mean),
            (QLabel(tr("Std, divided by")), self._std),
        )
        for row, (label, widgets) in enumerate(lines):
            form.addWidget(label, row, 0)
            form.addLayout(_line(widgets), row, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addWidget(caption)
        layout.addSpacing(4)
        layout.addLayout(form)
        layout.addWidget(self._error)
        layout.addStretch(1)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        buttons = QDialogButtonBox.StandardButton
        self._resizes.toggled.connect(self._resize.setEnabled)
        self._channels.currentIndexChanged.connect(self._on_channels_changed)
        self._buttons.button(buttons.Apply).clicked.connect(self._on_apply)
        self._buttons.button(buttons.Reset).clicked.connect(self._on_reset)
        self._buttons.rejected.connect(self.reject)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; "Reset" comes back to them."""
        self._given = dict(values)
        resize, (height, width) = values["resize"], values["crop"]
        self._resizes.setChecked(resize is not None)
        self._resize.setEnabled(resize is not None)
        self._resize.setValue(resize if resize is not None else min(height, width))
        self._height.setValue(height)
        self._width.setValue(width)
        self._channels.setCurrentIndex(self._channels.findData(values["channels"]))
        for boxes, key in ((self._range, "range"), (self._mean, "mean"), (self._std, "std")):
            for box, number in zip(boxes, values[key], strict=False):
                box.setValue(number)
        self._on_channels_changed()

    def values(self) -> dict[str, Any]:
        """The values as they stand in the dialog."""
        depth = 1 if self._channels.currentData() == "L" else 3
        return {
            "crop": (self._height.value(), self._width.value()),
            "resize": self._resize.value() if self._resizes.isChecked() else None,
            "channels": self._channels.currentData(),
            "range": tuple(box.value() for box in self._range),
            "mean": tuple(box.value() for box in self._mean[:depth]),
            "std": tuple(box.value() for box in self._std[:depth]),
        }

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the values; "" takes the sentence away."""
        self._error.say(sentence)

    @Slot()
    def _on_channels_changed(self) -> None:
        colour = self._channels.currentData() != "L"
        for box in (*self._mean[1:], *self._std[1:]):
            box.setVisible(colour)

    @Slot()
    def _on_apply(self) -> None:
        self.set_error("")
        self.applied.emit(self.values())

    @Slot()
    def _on_reset(self) -> None:
        self.set_error("")
        self.set_values(self._given)


def _side(name: str, accessible: str) -> QSpinBox:
    box = QSpinBox(objectName=name, minimum=1, maximum=_LARGEST_SIDE, suffix=tr(" px"))
    box.setAccessibleName(accessible)
    box.setMinimumWidth(96)
    return box


def _numbers(name: str, what: str, whiches: Sequence[str]) -> list[QDoubleSpinBox]:
    return [_number(f"{name}{place}", f"{what}, {which}") for place, which in enumerate(whiches)]


def _number(name: str, accessible: str) -> QDoubleSpinBox:
    box = DecimalBox(name)
    box.setRange(-1e6, 1e6)
    box.setSingleStep(0.01)
    box.setAccessibleName(accessible)
    box.setMinimumWidth(96)
    return box


def _line(widgets: Sequence[QWidget]) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def _muted(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return label
