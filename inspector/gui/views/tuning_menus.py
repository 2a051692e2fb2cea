"""The small buttons beside the modes: pins, export, a window of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from inspector.gui.translation import mark, tr
from inspector.gui.views.icon_button import IconButton
from inspector.gui.views.tuning_pins import MOST_PINS

_FORMATS = (
    ("png", mark("Measurement as PNG…"), mark("Curve or heat map with labelled axes, its recipe inside.")),
    ("svg", mark("Measurement as SVG…"), mark("The same as a drawing that can be edited and enlarged.")),
    ("csv", mark("Measurement as CSV…"), mark("One row per stimulus, a column per axis.")),
    (
        "table",
        mark("Indices of all units as CSV…"),
        mark("One row per unit of the node, a column per index."),
    ),
    (
        "npz",
        mark("Measurement as NPZ…"),
        mark("Axes, responses of all units, stimuli and recipe, for numpy."),
    ),
)
_VIEWS = (
    ("view-png", mark("This view as PNG…"), mark("What is seen here, at twice its size.")),
    ("view-svg", mark("This view as SVG…"), mark("What is seen here as a drawing.")),
    (
        "curves",
        mark("The curves seen here as CSV…"),
        mark("One row per point, of pinned units and other networks, too."),
    ),
    ("copy", mark("Copy this view"), mark("What is seen here as a picture on the clipboard.")),
)
_NUMBERS = ("csv", "npz")


class TuningMenus(QWidget):
    """Three buttons.

    Signals:
        pin_requested: Keep the current unit's curve.
        network_requested: Open another network beside this one, to pin a unit of it.
        unit_requested: Pin a unit of that network, which lies beside.
        unpin_requested: Give up the pinned curve at that place; -1 for all.
        export_requested: "png", "svg", "csv", "table", "npz", "view-png", "view-svg", "curves" or "copy".
        enlarge_requested: Show the view in a window of its own, or back in its place.
    """

    pin_requested = Signal()
    network_requested = Signal()
    unit_requested = Signal(str)
    unpin_requested = Signal(int)
    export_requested = Signal(str)
    enlarge_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pins = QMenu(self, objectName="tuningPinMenu")
        self.pin = QAction(tr("Pin this unit"), self, objectName="pinUnit")
        self.pin.triggered.connect(self.pin_requested)
        self.beside = QAction(tr("Pin a unit of another network…"), self, objectName="pinBeside")
        self.beside.setToolTip(tr("Open a second network and show its unit the same stimuli."))
        self.beside.triggered.connect(self.network_requested)
        self.export = QMenu(self, objectName="tuningExportMenu", toolTipsVisible=True)
        self._measured = [self._entry(*entry) for entry in _FORMATS]
        self.export.addSeparator()
        self._seen = [self._entry(*entry) for entry in _VIEWS]
        self.buttons = {
            "pin": IconButton(
                "pin", "tuningPin", tr("Pinned units"), tr("Keep this unit’s curve beside others.")
            ),
            "export": IconButton(
                "export",
                "tuningExport",
                tr("Export"),
                tr("Write what was measured, or what is seen, to a file."),
            ),
            "enlarge": IconButton(
                "enlarge",
                "tuningEnlarge",
                tr("Window of its own"),
                tr("Show the tuning in a window of its own, or back in its place."),
            ),
        }
        for name, menu in (("pin", self.pins), ("export", self.export)):
            self.buttons[name].open_menu(menu)
        self.buttons["enlarge"].clicked.connect(self.enlarge_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            row.addWidget(button)
        self.set_pins((), "")
        self.set_measured(False)

    def _entry(self, name: str, text: str, tip: str) -> QAction:
        action = QAction(tr(text), self, objectName=f"tuning-{name}", toolTip=tr(tip))
        action.setData(name)
        action.triggered.connect(self._on_export_triggered)
        self.export.addAction(action)
        return action

    def set_pins(self, labels: Sequence[str], unit: str, networks: Sequence[str] = ()) -> None:
        """List what is pinned, and offer to pin the current unit; "" where there is nothing to pin.

        Args:
            labels: What is pinned.
            unit: The current unit.
            networks: Names of the networks that lie beside this one.
        """
        free = len(labels) < MOST_PINS
        self.pins.clear()
        self.pin.setText(tr("Pin {unit}").format(unit=unit) if unit else tr("Pin this unit"))
        self.pin.setEnabled(bool(unit) and free)
        self.pins.addAction(self.pin)
        for name in networks:
            self._offer(
                tr("Pin a unit of {name}…").format(name=name), f"pinOf-{name}", name, self._on_unit_triggered
            )
        self.pins.addAction(self.beside)
        for action in self.pins.actions()[1:]:
            action.setEnabled(free)
        if labels:
            self.pins.addSeparator()
        for place, label in enumerate(labels):
            self._offer(
                tr("Remove {label}").format(label=label), f"unpin-{place}", place, self._on_unpin_triggered
            )
        if len(labels) > 1:
            self._offer(tr("Remove all"), "unpin--1", -1, self._on_unpin_triggered)

    def _offer(self, text: str, name: str, data: object, act: Callable[[], None]) -> None:
        action = self.pins.addAction(text)
        action.setObjectName(name)
        action.setData(data)
        action.triggered.connect(act)

    def set_measured(self, complete: bool, live: bool = False, curves: bool = False) -> None:
        """Whether there is a finished measurement to write, responses to one stimulus, curves in sight."""
        for action in self._measured:
            action.setEnabled(action.data() in _NUMBERS if live else complete)
        for action in self._seen:
            action.setEnabled(action.data() != "curves" or curves)

    @Slot()
    def _on_export_triggered(self) -> None:
        self.export_requested.emit(self.sender().data())

    @Slot()
    def _on_unit_triggered(self) -> None:
        self.unit_requested.emit(self.sender().data())

    @Slot()
    def _on_unpin_triggered(self) -> None:
        self.unpin_requested.emit(self.sender().data())
