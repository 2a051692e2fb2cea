"""The line above the unit grid: which node, which lens, which order, how large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSlider, QToolButton, QVBoxLayout, QWidget

from inspector.gui.icons import icon
from inspector.gui.models.layers import shape_text
from inspector.gui.models.unit_order import Order
from inspector.gui.panels.parts import MARGIN, ElidedLabel
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.words import index_title

if TYPE_CHECKING:
    from inspector.network.graph import Node

SMALLEST, LARGEST, USUAL = 48, 200, 96
_ZOOM_STEP = 12
LENSES = (
    (
        "activations",
        mark("Activation map"),
        mark(
            "What each unit answers to the current picture, and where; each map is scaled to its own range."
        ),
    ),
    (
        "feature-visualization",
        mark("Feature visualization"),
        mark("A picture made to drive each unit as strongly as it can."),
    ),
    (
        "examples",
        mark("Dataset example"),
        mark("What drives each unit most among the scanned pictures: the crop that it sees."),
    ),
    (
        "weights",
        mark("Kernels"),
        mark(
            "The raw kernels of a first layer as colour pictures; grey is zero, each scaled to its own range."
        ),
    ),
)
INDEX = "index:"
_SHORTEST_ORDER, _LONGEST_ORDER = 9, 17
_ORDERS: tuple[tuple[Order, str, str], ...] = (
    ("number", mark("Number"), mark("In the order of the network.")),
    ("response", mark("Response"), mark("By the strongest response to the current picture, largest first.")),
)


class UnitHeader(QWidget):
    """Title, lens, order and size of the tiles.

    Signals:
        lens_chosen: The user chose a lens.
        order_chosen: The user chose an order: "number", "response" or "index:" and the index's name.
        side_changed: Thumbnails shall have this many pixels.
        filling_paused: The making of pictures shall stand still (True) or go on.
    """

    lens_chosen = Signal(str)
    order_chosen = Signal(str)
    side_changed = Signal(int)
    filling_paused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(
            tr("Units"), Qt.TextElideMode.ElideMiddle, name="unitsTitle", factor=1.15, bold=True
        )
        self._about = ElidedLabel(name="unitsAbout", muted=True, factor=0.94)
        self._legend = ElidedLabel(name="unitsLegend", muted=True, factor=0.88)
        self.lens = _combo("unitLens", tr("What the tiles show"), LENSES)
        self.order = _combo("unitSort", tr("Order of the units"), _ORDERS)
        self.order.setMinimumContentsLength(_SHORTEST_ORDER)
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMaximumWidth(self.fontMetrics().horizontalAdvance("m" * _LONGEST_ORDER))
        self._wish: str = _ORDERS[0][0]
        self._count = ElidedLabel(name="fillingCount", muted=True, factor=0.94)
        self._pause = QToolButton(objectName="fillingPause", autoRaise=True, checkable=True)
        self._pause.clicked.connect(self.filling_paused)
        self.zoom = QSlider(Qt.Orientation.Horizontal, objectName="unitZoom")
        self.zoom.setRange(SMALLEST, LARGEST)
        self.zoom.setValue(USUAL)
        self.zoom.setPageStep(24)
        self.zoom.setMinimumWidth(70)
        self.zoom.setMaximumWidth(120)
        self.zoom.setToolTip(tr("Size of the tiles (Ctrl+wheel)"))
        self.zoom.setAccessibleName(tr("Size of the tiles"))
        self._lay_out()
        self.set_filling(0, 0)
        self.lens.activated.connect(self._on_lens_activated)
        self.order.activated.connect(self._on_order_activated)
        self.zoom.valueChanged.connect(self.side_changed)

    def _lay_out(self) -> None:
        controls = QHBoxLayout()
        controls.setSpacing(8)
        controls.addWidget(self.lens)
        controls.addWidget(self.order, 3)
        controls.addStretch(1)
        controls.addWidget(self._count)
        controls.addWidget(self._pause)
        controls.addWidget(self.zoom)
        facts = QHBoxLayout()
        facts.setSpacing(MARGIN)
        facts.addWidget(self._about, 1)
        facts.addWidget(self._legend)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        layout.setSpacing(2)
        layout.addWidget(self._title)
        layout.addLayout(facts)
        layout.addSpacing(6)
        layout.addLayout(controls)

    def set_node(self, node: Node | None) -> None:
        """Name a node and say what it is."""
        self._title.setText(node.name if node is not None else tr("Units"))
        self._about.setText(_about(node) if node is not None else "")
        for control in (self.lens, self.order, self.zoom):
            control.setEnabled(node is not None and node.units > 0)

    def set_filling(self, done: int, total: int, paused: bool = False, note: str = "") -> None:
        """Say how many pictures are there ("34 of 512"); nothing is said once all are."""
        under_way = done < total
        for widget in (self._count, self._pause):
            widget.setVisible(under_way)
        state = tr(" · stopped") if note else tr(" · paused") if paused else ""
        self._count.setText(tr("{done:,} of {total:,}{state}").format(done=done, total=total, state=state))
        self._count.setAccessibleName(tr("Pictures made"))
        if note:
            self._count.setToolTip(note)
        tip = (
            tr("Go on making the units’ pictures.")
            if paused or note
            else tr("Leave the making of pictures standing.")
        )
        self._pause.setChecked(paused or bool(note))
        self._pause.setToolTip(tip)
        self._pause.setAccessibleName(tip.rstrip("."))
        self._draw_icon()

    def _draw_icon(self) -> None:
        name = "play" if self._pause.isChecked() else "pause"
        self._pause.setIcon(icon(name, tokens_of(self.palette())))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()

    def set_legend(self, text: str) -> None:
        """Say in a few muted words how the tiles are to be read."""
        self._legend.setText(text)

    def set_lens(self, name: str) -> None:
        """Show a lens as the chosen one."""
        self.lens.setCurrentIndex(self.lens.findData(name))
        self.lens.setToolTip(self.lens.currentData(Qt.ItemDataRole.ToolTipRole))

    def set_indices(self, names: Sequence[str]) -> None:
        """Offer to sort by indices; the order that was chosen last is taken up again where it is there."""
        before = self.order.currentData()
        while self.order.count() > len(_ORDERS):
            self.order.removeItem(self.order.count() - 1)
        for name in names:
            self.order.addItem(index_title(name).partition(" (")[0], f"{INDEX}{name}")
            tip = tr("By {name} of the last tuning of this node, largest first.").format(
                name=index_title(name)
            )
            self.order.setItemData(self.order.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
        self.order.setCurrentIndex(max(self.order.findData(self._wish), 0))
        if self.order.currentData() != before:
            self.order_chosen.emit(self.order.currentData())

    def choose_order(self, order: str) -> None:
        """Choose an order, as if it had been chosen from the list; an unknown one changes nothing."""
        row = self.order.findData(order)
        if row >= 0:
            self.order.setCurrentIndex(row)
            self._on_order_activated(row)

    def set_lens_available(self, name: str, available: bool) -> None:
        """Let a lens be chosen, or not."""
        model = self.lens.model()
        assert isinstance(model, QStandardItemModel)
        model.item(self.lens.findData(name)).setEnabled(available)

    @Slot(float)
    def zoom_by(self, notches: float) -> None:
        """Make the tiles larger, or smaller where negative."""
        self.zoom.setValue(self.zoom.value() + round(notches * _ZOOM_STEP))

    @Slot(int)
    def _on_lens_activated(self, row: int) -> None:
        self.set_lens(self.lens.itemData(row))
        self.lens_chosen.emit(self.lens.itemData(row))

    @Slot(int)
    def _on_order_activated(self, row: int) -> None:
        self._wish = self.order.itemData(row)
        self.order_chosen.emit(self._wish)


def _combo(name: str, accessible: str, entries: tuple[tuple[str, str, str], ...]) -> QComboBox:
    combo = QComboBox(objectName=name)
    combo.setAccessibleName(accessible)
    combo.setToolTip(accessible)
    for value, title, sentence in entries:
        combo.addItem(tr(title), value)
        combo.setItemData(combo.count() - 1, tr(sentence), Qt.ItemDataRole.ToolTipRole)
    return combo


def _about(node: Node) -> str:
    units = (
        plural("{units:,} unit", "{units:,} units", node.units).format(units=node.units)
        if node.units
        else tr("no units")
    )
    return f"{node.op} · {shape_text(node.shape)} · {units}"
