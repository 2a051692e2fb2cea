"""The circuit of the current unit: depth, pruning, editing, keeping, exporting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMenu,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.circuit_scene import CircuitScene
from inspector.gui.views.kernel_list import Pictures
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, muted
from inspector.lenses.circuit import Circuit, End
from inspector.lenses.circuit.edit import pruned

_STEPS = 100
_AT_FIRST = 14
_DEEPEST, _MOST_INPUTS = 6, 20
_WRITTEN = (
    ("svg", mark("Circuit as SVG…")),
    ("pdf", mark("Circuit as PDF…")),
    ("json", mark("Circuit as JSON…")),
)


class CircuitView(Page):
    """The drawing with what changes it.

    Signals:
        asked: Another depth or number of inputs is wanted.
        walked: (node, unit) that was chosen.
        changed: What is drawn has changed.
        keep_requested: Keep it in the workspace.
        kept_chosen: The name of a kept one to show.
        forget_requested: Forget the kept one of that name.
        export_requested: "svg", "pdf" or "json".
    """

    asked = Signal()
    walked = Signal(str, int)
    changed = Signal()
    keep_requested = Signal()
    kept_chosen = Signal(str)
    forget_requested = Signal(str)
    export_requested = Signal(str)

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(objectName="circuitView")
        self.setMinimumSize(*SMALLEST)
        self.whole: Circuit | None = None
        self.removed: set[End] = set()
        self.held: set[End] = set()
        self.scene = CircuitScene(pictures)
        self.empty = EmptyState("circuitEmpty")
        self.depth = _number("circuitDepth", tr("Depth of the circuit"), 1, _DEEPEST, 2)
        self.inputs = _number("circuitInputs", tr("Inputs of each unit"), 1, _MOST_INPUTS, 5)
        self.prune = QSlider(Qt.Orientation.Horizontal, objectName="circuitPrune")
        self.prune.setRange(0, _STEPS)
        self.prune.setAccessibleName(tr("Hide weak paths"))
        self.prune.setToolTip(tr("Hide paths that are weaker than this share of the strongest edge."))
        self.restore = QToolButton(
            objectName="circuitRestore", text=tr("Restore"), toolTip=tr("Bring back what was taken out.")
        )
        self.kept = QComboBox(objectName="keptCircuits")
        self.kept.setAccessibleName(tr("Kept circuits"))
        self.menu = QMenu(self, objectName="circuitMenu")
        self.more = QToolButton(objectName="circuitMore", text=tr("Circuit"))
        self.line = ElidedLabel(name="circuitLine", factor=0.92, muted=True)
        self._fill_menu()
        self._lay_out()
        self._join()
        self.set_kept(())
        self.show_circuit(None)

    def _fill_menu(self) -> None:
        keep = QAction(tr("Keep in the workspace…"), self, objectName="keepCircuit")
        keep.triggered.connect(self.keep_requested)
        self.menu.addAction(keep)
        self._forget = QAction(tr("Forget the one shown"), self, objectName="forgetCircuit")
        self._forget.triggered.connect(lambda: self.forget_requested.emit(self.kept.currentData()))
        self.menu.addAction(self._forget)
        self.menu.addSeparator()
        for name, text in _WRITTEN:
            action = QAction(tr(text), self, objectName=f"circuit-{name}")
            action.triggered.connect(lambda checked=False, name=name: self.export_requested.emit(name))
            self.menu.addAction(action)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setAccessibleName(tr("Keep and export the circuit"))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for text, widget in (
            (tr("depth"), self.depth),
            (tr("inputs"), self.inputs),
            (tr("prune"), self.prune),
        ):
            head.addWidget(muted(text))
            head.addWidget(widget, 1 if widget is self.prune else 0)
        for button in (self.restore, self.kept, self.more):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.scene, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.line)

    def _join(self) -> None:
        self.depth.valueChanged.connect(self.asked)
        self.inputs.valueChanged.connect(self.asked)
        self.prune.valueChanged.connect(self._draw)
        self.restore.clicked.connect(self._on_restore)
        self.scene.walked.connect(self.walked)
        self.scene.removed.connect(self._on_removed)
        self.scene.held_toggled.connect(self._on_held_toggled)
        self.kept.activated.connect(lambda: self.kept_chosen.emit(self.kept.currentData() or ""))

    @property
    def least(self) -> float:
        """The least strength of an edge that is drawn."""
        edges = self.whole.edges if self.whole is not None else ()
        strongest = max((edge.strength for edge in edges), default=0.0)
        # Squared: most edges are weak, and the slider's first half would drop them all.
        return strongest * (self.prune.value() / _STEPS) ** 2

    @property
    def shown(self) -> Circuit | None:
        """What is drawn."""
        return pruned(self.whole, self.least, self.removed, self.held) if self.whole is not None else None

    def show_circuit(
        self,
        circuit: Circuit | None,
        least: float = 0.0,
        removed: Sequence[End] = (),
        held: Sequence[End] = (),
    ) -> None:
        """Show a circuit as it was left; None: nothing."""
        self.whole, self.removed, self.held = circuit, set(removed), set(held)
        strongest = (
            max((edge.strength for edge in circuit.edges), default=0.0) if circuit is not None else 0.0
        )
        share = min(1.0, least / strongest) if strongest else 0.0
        self.prune.blockSignals(True)
        # Downwards: what was just strong enough stays in sight.
        self.prune.setValue(int(share**0.5 * _STEPS + 1e-6))
        self.prune.blockSignals(False)
        self.scene.setVisible(circuit is not None)
        self.empty.setVisible(circuit is None)
        self._draw(fit=True)

    def show_grown(self, circuit: Circuit) -> None:
        """Show a circuit that has just grown: its strongest paths, the others a pull of the slider away."""
        strengths = [edge.strength for edge in circuit.edges]
        self.show_circuit(circuit, strengths[_AT_FIRST - 1] if len(strengths) > _AT_FIRST else 0.0)

    def say(self, title: str, hint: str = "") -> None:
        """Say why there is nothing to see."""
        self.show_circuit(None)
        self.empty.say(title, hint)

    def set_kept(self, names: Sequence[str], current: str = "") -> None:
        """Offer these kept circuits."""
        self.kept.clear()
        self.kept.addItem(tr("Current unit"), "")
        for name in names:
            self.kept.addItem(name, name)
        self.kept.setCurrentIndex(max(0, self.kept.findData(current)))
        self.kept.setVisible(bool(names))
        self._forget.setEnabled(bool(self.kept.currentData()))

    @Slot()
    def _draw(self, _: int = 0, *, fit: bool = False) -> None:
        circuit = self.shown
        self.scene.show_circuit(circuit, self.held, fit=fit)
        self.restore.setEnabled(bool(self.removed))
        if circuit is None or self.whole is None:
            self.line.setText("")
        else:
            hidden = len(self.whole.units) - len(circuit.units)
            parts = [
                circuit.location,
                tr(circuit.label),
                _numbered(len(circuit.units), len(circuit.edges)),
                plural("{count} unit hidden", "{count} units hidden", hidden).format(count=hidden)
                if hidden
                else "",
                tr(circuit.note),
            ]
            self.line.setText(" · ".join(filter(None, parts)))
        self.changed.emit()

    @Slot(str, int)
    def _on_removed(self, node: str, unit: int) -> None:
        if self.whole is not None and (node, unit) != self.whole.units[0].end:
            self.removed.add((node, unit))
            self.held.discard((node, unit))
            self._draw()

    @Slot(str, int)
    def _on_held_toggled(self, node: str, unit: int) -> None:
        self.held ^= {(node, unit)}
        self._draw()

    @Slot()
    def _on_restore(self) -> None:
        self.removed.clear()
        self._draw()


def _number(name: str, accessible: str, low: int, high: int, value: int) -> QSpinBox:
    box = QSpinBox(objectName=name)
    box.setAccessibleName(accessible)
    box.setToolTip(accessible)
    box.setRange(low, high)
    box.setValue(value)
    return box


def _numbered(units: int, kernels: int) -> str:
    return ", ".join(
        (
            plural("{count} unit", "{count} units", units).format(count=units),
            plural("{count} kernel", "{count} kernels", kernels).format(count=kernels),
        )
    )
