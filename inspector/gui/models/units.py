"""The units of a node as a list of tiles: number, value, and a thumbnail made only where someone looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from inspector.gui.exporting.carrying import carried
from inspector.gui.models.number_text import number_text
from inspector.gui.models.thumbnails import Thumbnails
from inspector.gui.models.tiles import (
    Array,
    ExampleTiles,
    KernelTiles,
    MapTiles,
    PictureTiles,
    Tiles,
)
from inspector.gui.models.unit_mime import MIME, pack
from inspector.gui.models.unit_order import Order, UnitOrder
from inspector.gui.translation import tr

Index = QModelIndex | QPersistentModelIndex

UNIT = Qt.ItemDataRole.UserRole + 1
VALUE = Qt.ItemDataRole.UserRole + 2
THUMBNAIL = Qt.ItemDataRole.UserRole + 3
BAR = Qt.ItemDataRole.UserRole + 4
SAID = Qt.ItemDataRole.UserRole + 5


class UnitsModel(QAbstractListModel):
    """One row per unit that is shown, by number, by falling response or by a falling index.

    Roles: `UNIT` (int), `VALUE` (float or None: the index where units are sorted by one, else the response),
    `BAR` (-1 to 1, or None), `SAID` (star and label, or ""), `THUMBNAIL` (QPixmap or None). Asking for a
    thumbnail that is not there yet notes the wish; it is made a moment later and announced by `dataChanged`.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.node = ""  # its name travels with units that are dragged away
        self._values: Array | None = None
        self._index: Array | None = None
        self._shown: Array | None = None
        self._bars: Array | None = None
        self._said: Mapping[int, str] = {}
        self._order_name: Order = "number"
        self._order = UnitOrder()
        self._tiles: dict[str, Tiles] = {}
        self._lens = "activations"
        self._thumbnails = Thumbnails(self)
        self._thumbnails.made.connect(self._on_made)

    @property
    def units(self) -> int:
        """How many units there are, shown or not."""
        return self._order.units

    @property
    def shown_units(self) -> Array:
        """The units that are shown, int [rows], in their order."""
        return self._order.unit_at

    @property
    def lens(self) -> str:
        """Name of the lens whose tiles are shown."""
        return self._lens

    @property
    def cached_bytes(self) -> int:
        """Bytes of thumbnails held."""
        return self._thumbnails.cached_bytes

    @property
    def legend(self) -> str:
        """How to read the lens's tiles; "" while it has nothing to show."""
        tiles = self._tiles.get(self._lens)
        return tr(tiles.legend) if tiles is not None else ""

    @property
    def is_by_number(self) -> bool:
        """Whether units stand in the order of the network."""
        return self._order_name == "number"

    def unit_at(self, row: int) -> int:
        """The unit shown in a row."""
        return int(self._order.unit_at[row])

    def row_of(self, unit: int) -> int:
        """The row that shows a unit; -1 where none does."""
        return self._order.row_of(unit)

    def units_in(self, rows: Iterable[int]) -> tuple[int, ...]:
        """The units shown in some rows, in their order."""
        return tuple(self.unit_at(row) for row in rows)

    def set_units(self, n: int) -> None:
        """Show `n` units, of which nothing is known yet."""
        self.beginResetModel()
        self._values = self._index = self._shown = self._bars = None
        self._order = UnitOrder(n)
        self._tiles.clear()
        self._show_tiles()
        self.endResetModel()

    def set_values(self, values: Array | None) -> None:
        """Take the units' responses, float [units]; None where there are none.

        Raises:
            ValueError: There are not as many as there are units.
        """
        if values is not None and len(values) != self.units:
            raise ValueError(f"{len(values)} responses do not fit {self.units} units")
        old, self._values = self._values, values
        if self._order_name == "response":
            self._sort()
        self._announce(self._changed_units(old, values), VALUE)

    def set_maps(self, maps: Array | None) -> None:
        """Take activation maps, float [units,h,w], for the lens "activations"; None takes them away."""
        self._set_tiles("activations", None if maps is None else MapTiles(maps))

    def set_kernels(self, kernels: Array | None) -> None:
        """Take kernels, float [units,k,k,3] in [0,1] with mid grey for no weight; None takes them away."""
        self._set_tiles("weights", None if kernels is None else KernelTiles(kernels))

    def set_image(self, unit: int, image: Array, note: str = "") -> None:
        """Take one unit's picture, uint8 [h,w,3], for the lens "feature-visualization"; a note says more."""
        self._put("feature-visualization", PictureTiles, unit, image, note)

    def set_example(self, unit: int, image: Array, note: str = "") -> None:
        """Take what drives one unit most among scanned pictures, uint8 [h,w,3], for the lens "examples"."""
        self._put("examples", ExampleTiles, unit, image, note)

    def forget_examples(self) -> None:
        """Other pictures were scanned."""
        self._set_tiles("examples", None)

    def _put(self, lens: str, kind: type[PictureTiles], unit: int, image: Array, note: str) -> None:
        tiles = self._tiles.setdefault(lens, kind())
        if isinstance(tiles, PictureTiles) and unit < self.units:
            tiles.put(unit, image, note)
            if self._lens == lens:
                self._thumbnails.show(tiles)
                self._thumbnails.grow_stale(unit)
                self._announce([unit], THUMBNAIL)

    def set_lens(self, name: str) -> None:
        """Show the tiles of another lens."""
        if name != self._lens:
            self._lens = name
            self._show_tiles()
            self._announce_all(THUMBNAIL)

    def set_order(self, order: Order) -> None:
        """Sort by number, or by falling response or index (as by number where there are none)."""
        self._order_name = order
        self._sort()
        self._announce_all(VALUE)

    def set_index(self, index: Array | None) -> None:
        """Take the units' values of the index to sort by, float [units], NaN for none."""
        self._index = index
        self._sort()
        self._announce_all(VALUE)

    def set_shown(self, shown: Array | None) -> None:
        """Show some units, bool [units]; None: all."""
        self._shown = shown
        self._sort()

    def set_bars(self, bars: Array | None) -> None:
        """Draw a bar on every tile, float [units] from -1 to 1; None takes them away."""
        self._bars = bars
        self._announce_all(BAR)

    def set_said(self, said: Mapping[int, str]) -> None:
        """Write on the tiles what is said of these units; of all others nothing is."""
        self._said = said
        self._announce_all(SAID)

    def set_tile_size(self, side: int, ratio: float) -> None:
        """Make thumbnails of `side` logical pixels on a screen with `ratio` device pixels to each."""
        if self._thumbnails.set_size(side, ratio):
            self._announce_all(THUMBNAIL)

    def sharpened(self, ratio: float) -> AbstractContextManager[None]:
        """Thumbnails at once and at that many pixels to each of the screen's, for the length of the block."""
        return self._thumbnails.sharpened(ratio)

    def _set_tiles(self, lens: str, tiles: Tiles | None) -> None:
        if tiles is None:
            self._tiles.pop(lens, None)
        else:
            self._tiles[lens] = tiles
        if lens == self._lens:
            # The old thumbnails stay until the new ones are made, so that nothing flickers.
            self._thumbnails.show(tiles)
            self._thumbnails.grow_stale()
            self._announce_all(THUMBNAIL)

    def _show_tiles(self) -> None:
        """Make thumbnails of the lens's tiles, and forget those that there are."""
        self._thumbnails.show(self._tiles.get(self._lens))
        self._thumbnails.forget()

    def _sort(self) -> None:
        key = {"response": self._values, "index": self._index}.get(self._order_name)
        other = self._order.arranged(key, self._shown)
        if other is None:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        units = [self.unit_at(index.row()) for index in old]
        self._order = other
        rows = [other.row_of(unit) for unit in units]
        self.changePersistentIndexList(old, [self.index(row) if row >= 0 else QModelIndex() for row in rows])
        self.layoutChanged.emit()

    def _changed_units(self, old: Array | None, new: Array | None) -> Array:
        if old is None or new is None:
            return np.arange(self.units if old is not new else 0)
        return np.flatnonzero(~np.isclose(old, new, rtol=0, atol=0, equal_nan=True))

    def _announce_all(self, role: int) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), [role])

    def _announce(self, units: Iterable[int] | Array, role: int) -> None:
        rows = self._order.rows_of(np.asarray(units, dtype=np.intp))
        if rows.size:
            for run in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1):
                self.dataChanged.emit(self.index(int(run[0])), self.index(int(run[-1])), [role])

    @Slot(list)
    def _on_made(self, units: list[int]) -> None:
        self._announce(units, THUMBNAIL)

    def _note(self, unit: int) -> str:
        tiles = self._tiles.get(self._lens)
        note = tiles.notes.get(unit) if isinstance(tiles, PictureTiles) else None
        return "".join(f", {text}" for text in (self._said.get(unit), note) if text)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        return [MIME, "text/plain", "text/uri-list", "application/x-qt-image"]

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        """The dragged units for a group, their addresses as text, and the first one's tile as a picture."""
        units = [self.unit_at(index.row()) for index in indexes]
        mime = pack(self.node, units)
        thumbnail = self._thumbnails.of(units[0]) if units else None
        if thumbnail is not None:
            return carried(thumbnail.toImage(), f"{self.node}-{units[0]}", mime.text(), into=mime)
        return mime

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._order.rows

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        unit = self.unit_at(index.row())
        if role == THUMBNAIL:
            return self._thumbnails.of(unit)
        if role == UNIT:
            return unit
        if role == VALUE:
            values = self._index if self._order_name == "index" else self._values
            return None if values is None else float(values[unit])
        if role == SAID:
            return self._said.get(unit, "")
        if role == BAR:
            return None if self._bars is None else float(self._bars[unit])
        if role == Qt.ItemDataRole.DisplayRole:
            return str(unit)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            value = (
                ""
                if self._values is None
                else tr(", response {value}").format(value=number_text(float(self._values[unit])))
            )
            return tr("Unit {unit}{value}{note}").format(unit=unit, value=value, note=self._note(unit))
        return None
