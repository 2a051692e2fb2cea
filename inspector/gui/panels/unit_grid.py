"""The panel of all units of a node."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.models.tiles import NOT_MOVED, Array, hatched
from inspector.gui.models.units import UNIT, UnitsModel
from inspector.gui.panels.parts import EmptyState
from inspector.gui.panels.unit_header import INDEX, UnitHeader
from inspector.gui.panels.unit_view import UnitView
from inspector.gui.translation import mark, tr
from inspector.gui.views.index_bar import IndexBar
from inspector.lenses.live import Live

if TYPE_CHECKING:
    from inspector.network.graph import Node

# What stands in the legend's place while a lens has nothing to show.
_AWAITED = {
    "activations": mark("drop a picture to fill the tiles"),
    "feature-visualization": mark("tiles in sight are made first"),
    "examples": mark("scan pictures to fill the tiles"),
    "weights": mark("reading the kernels"),
}


class UnitsPanel(QWidget):
    """All units of a node as a grid of tiles.

    Signals:
        unit_chosen: The user walked to a unit.
        unit_opened: The user pressed Enter on a unit or double-clicked it.
        lens_chosen: "activations", "feature-visualization", "examples" or "weights".
        visible_units_changed: Units in sight, then those of the next screen: a tuple of int.
        filling_paused: The user wants the making of tiles to stand still (True) or to go on.
    """

    unit_chosen = Signal(int)
    unit_opened = Signal(int)
    lens_chosen = Signal(str)
    visible_units_changed = Signal(object)
    filling_paused = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="unitsPanel")
        self.setAccessibleName(tr("Units of the node"))
        self._quiet = False
        self._unit: int | None = None
        self.model = UnitsModel(self)
        self.view = UnitView(self.model)
        self._header = UnitHeader()
        self.indices = IndexBar()
        self._table: Mapping[str, Array] = {}
        self._tables: dict[str, Mapping[str, Array]] = {}
        self._empty = EmptyState("unitsEmpty")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._header)
        layout.addWidget(self.indices)
        layout.addWidget(self._stack, 1)
        self._connect()
        self.set_kernels_available(False)
        self.set_node(None)

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.view.opened.connect(self.unit_opened)
        self.view.zoomed.connect(self._header.zoom_by)
        self.view.visible_changed.connect(self._on_visible_changed)
        self._header.lens_chosen.connect(self._on_lens_chosen)
        self._header.order_chosen.connect(self._on_order_chosen)
        self._header.side_changed.connect(self._on_side_changed)
        self._header.filling_paused.connect(self.filling_paused)
        self.indices.shown_changed.connect(self._on_shown_changed)

    def set_node(self, node: Node | None) -> None:
        """Show the units of a node; nothing is known of them yet. None: there is no network."""
        self._quiet = True
        self.model.set_units(node.units if node is not None else 0)
        self.model.node = node.name if node is not None else ""
        self._quiet = False
        self._header.set_node(node)
        self._tables.clear()
        self.set_indices({})
        if node is None:
            self._empty.say(tr("Open a network"), tr("Its units appear here as tiles."))
        elif not node.units:
            self._empty.say(
                tr("This node has no units."),
                tr("{op} gives no separate channels to look at.").format(op=node.op),
            )
        has_units = node is not None and node.units > 0
        self._stack.setCurrentWidget(self.view if has_units else self._empty)
        self.view.scrollToTop()
        self._explain()

    def set_values(self, values: Array | None) -> None:
        """Take the units' strongest responses to the picture, float [units]."""
        self.model.set_values(values)

    def set_maps(self, maps: Array | None) -> None:
        """Take the activation maps, float [units,h,w]."""
        self.model.set_maps(maps)
        self._explain()

    def set_tile(self, unit: int, image: Array, moved: bool = True) -> None:
        """Take one unit's feature visualization, uint8 [h,w,3]; where nothing moved it, the tile says so."""
        self.model.set_image(unit, image if moved else hatched(len(image)), "" if moved else tr(NOT_MOVED))
        self._explain()

    def set_filling(self, done: int, total: int, *, paused: bool = False, note: str = "") -> None:
        """Say how many of the units' pictures are there, and what keeps the others from being made."""
        self._header.set_filling(done, total, paused, note)

    def set_kernels(self, kernels: Array | None) -> None:
        """Take the kernels, float [units,k,k,3]; with them, kernels can be chosen."""
        self.model.set_kernels(kernels)
        self.set_kernels_available(kernels is not None)
        self._explain()

    def set_kernels_available(self, available: bool) -> None:
        """Let kernels be chosen, or not."""
        self._header.set_lens_available("weights", available)

    def set_example(self, unit: int, image: Array, note: str) -> None:
        """Take what drives one unit most among scanned pictures, uint8 [h,w,3]."""
        self.model.set_example(unit, image, note)
        self._explain()

    def forget_examples(self) -> None:
        """Take the dataset examples away."""
        self.model.forget_examples()
        self._explain()

    def set_indices(self, columns: Mapping[str, Array], source: str = "tuning") -> None:
        """Take numbers of all units, name -> float [units], to sort by and to search; empty for none.

        Those of other sources stay.
        """
        self._tables[source] = columns
        self._table = table = {name: each[name] for each in self._tables.values() for name in each}
        self._header.set_indices(list(table))
        self.indices.set_table(table)
        chosen = self._header.order.currentData()
        if chosen.startswith(INDEX):
            self._on_order_chosen(chosen)

    def sort_by(self, name: str) -> None:
        """Sort by one of the numbers, as if it had been chosen from the list."""
        self._header.choose_order(f"{INDEX}{name}")

    @Slot(object)
    def set_live(self, live: Live | None) -> None:
        """Draw every unit's response to the live stimulus as a bar on its tile; None takes them away."""
        if live is None or len(live.responses) != self.model.units:
            self.model.set_bars(None)
            return
        responses = np.nan_to_num(live.responses)
        most = float(np.abs(responses).max(initial=0))
        self.model.set_bars(responses / most if most > 0 else np.zeros_like(responses))

    def set_lens(self, name: str) -> None:
        """Show the tiles of a lens."""
        self._header.set_lens(name)
        self.model.set_lens(name)
        self._explain()
        self.view.set_explainable(name == "feature-visualization")
        self.view.look_again()

    @property
    def tile_side(self) -> int:
        """Side of the thumbnails in pixels."""
        return self._header.zoom.value()

    def set_tile_side(self, side: int) -> None:
        """Make the thumbnails this large, within what the slider allows."""
        self._header.zoom.setValue(side)

    def select(self, unit: int | None) -> None:
        """Select a unit and bring it into sight, without a signal back."""
        self._quiet = True
        self._unit = unit
        row = self.model.row_of(unit) if unit is not None and unit < self.model.units else -1
        self.view.setCurrentIndex(self.model.index(row) if row >= 0 else QModelIndex())
        if row >= 0:
            self.view.scrollTo(self.view.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        self._quiet = False
        self.indices.set_unit(unit)

    def _explain(self) -> None:
        legend = self.model.legend or tr(_AWAITED[self.model.lens])
        self._header.set_legend(legend if self.model.units else "")

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._quiet:
            self._unit = current.data(UNIT)
            self.indices.set_unit(self._unit)
            self.unit_chosen.emit(current.data(UNIT))

    @Slot()
    def _on_visible_changed(self) -> None:
        if self.model.units and self.view.isVisible():
            self.visible_units_changed.emit(self.model.units_in(self.view.visible_rows(ahead=1)))

    @Slot(str)
    def _on_lens_chosen(self, name: str) -> None:
        self.set_lens(name)
        self.lens_chosen.emit(name)

    @Slot(str)
    def _on_order_chosen(self, order: str) -> None:
        if order.startswith(INDEX):
            name = order.removeprefix(INDEX)
            self.model.set_index(self._table.get(name))
            self.indices.set_index(name)
            self.model.set_order("index")
        else:
            self.model.set_order("response" if order == "response" else "number")
        self.view.scrollToTop()

    @Slot(object)
    def _on_shown_changed(self, shown: Array | None) -> None:
        # Whoever searches does not walk: the unit looked at stays so, in sight or not.
        self._quiet = True
        self.model.set_shown(shown)
        self._quiet = False
        if self.model.units and not self.model.rowCount():
            self._empty.say(tr("No unit fits"), tr("Change what is searched for above, or clear it."))
        if self.model.units:
            self._stack.setCurrentWidget(self.view if self.model.rowCount() else self._empty)
        self.select(self._unit)

    @Slot(int)
    def _on_side_changed(self, side: int) -> None:
        self.view.set_side(side)
