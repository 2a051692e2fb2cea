"""Dataset examples in the unit grid: each unit's highest one on its tile, numbers to sort and search by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, Slot

from inspector.gui.engine import Engine
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.example_picture import cropped, needs_look, scanned_of
from inspector.jobs.looking import Look, LookAgain
from inspector.jobs.queue import Priority
from inspector.jobs.scanning import ShowColumns
from inspector.jobs.scans_shown import FindSelective, Selective, ShowTops
from inspector.lenses.examples import Example, ScanSummary, UnitColumns
from inspector.network.location import Location

if TYPE_CHECKING:
    from inspector.network.graph import Node

Array = np.ndarray[Any, Any]
COLUMNS, SELECTIVE, TOPS, CROPS = "scan-columns", "scan-selective", "example-tiles", "example-crops"
LENS = "examples"
FIRING, SPARSENESS, SELECTIVITY = "firing fraction", "picture sparseness", "class selectivity"
_SIDE = 96


def selectivity_for(label: str) -> str:
    """What the column is called that tells how selective units are for a class."""
    return f"selectivity for {label}"


class ExampleTiles(QObject):
    """Joins the unit grid with the scans."""

    def __init__(self, session: Session, engine: Engine, panel: UnitsPanel) -> None:
        super().__init__(panel)
        self._session, self._engine, self._panel = session, engine, panel
        self._node: Node | None = None
        self._visible: tuple[int, ...] = ()
        self._shown: set[int] = set()
        self._examples: dict[int, Example] = {}
        self._table: dict[str, Array] = {}
        self._of: tuple[str, str] = ("", "")
        self._tiles_of = ""
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)
        panel.visible_units_changed.connect(self._on_visible_units_changed)
        panel.indices.class_asked.connect(self._on_class_asked)
        session.location_changed.connect(self._read_columns)
        session.shelf_changed.connect(self._on_shelf_changed)

    def start(self, node: Node) -> None:
        """Show each unit's highest example on its tile, those in sight first."""
        self._node = node
        self._shown.clear()
        self._go_on()

    def stop(self) -> None:
        """Show no more of them."""
        self._node = None
        self._visible = ()
        for panel in (TOPS, CROPS):
            self._engine.give_up(panel)

    def sort_by_class(self, label: str) -> None:
        """Sort the grid by how selective the units are for a class."""
        scan, node = self._scan, self._session.node
        if scan is not None and node is not None:
            title = tr("Units selective for {label}").format(label=label)
            self._engine.submit(FindSelective(scan.key, label, node.name), SELECTIVE, title, Priority.PICTURE)

    @Slot(str)
    def _on_class_asked(self, text: str) -> None:
        scan = self._scan
        classes = scan.classes if scan is not None else ()
        label = next((name for name in classes if name.casefold() == text.strip().casefold()), None)
        if label is not None:
            self.sort_by_class(label)
        else:
            near = [name for name in classes if text.strip().casefold() in name.casefold()][:6]
            self._panel.indices.set_error(
                tr("No class of the scanned pictures is called “{text}”").format(text=text)
                + (f": {', '.join(near)}?" if near else ".")
            )

    @property
    def _scan(self) -> ScanSummary | None:
        node = self._session.node
        return self._session.scan_of(node.name if node is not None else None)

    @Slot()
    def _read_columns(self) -> None:
        """Read the numbers of the node's units, where they are not the ones in the grid."""
        scan, node = self._scan, self._session.node
        of = (scan.key, node.name) if scan is not None and node is not None else ("", "")
        if of == self._of:
            return
        self._of = of
        if scan is not None and node is not None:
            request = ShowColumns(self._session.network.name, node.name, scan.key)
            self._engine.submit(
                request, COLUMNS, tr("Numbers of {name}").format(name=node.name), Priority.PICTURE
            )
        else:
            self._engine.give_up(COLUMNS)
            self._set_table({})

    @Slot()
    def _on_shelf_changed(self) -> None:
        self._read_columns()
        scan = self._scan
        if (scan.key if scan is not None else "") != self._tiles_of:
            self._panel.forget_examples()
            for panel in (TOPS, CROPS):
                self._engine.give_up(panel)
        if self._node is not None:
            self.start(self._node)

    @Slot(object)
    def _on_visible_units_changed(self, units: tuple[int, ...]) -> None:
        self._visible = units
        self._go_on()

    def _go_on(self) -> None:
        scan, node = self._scan, self._node
        if scan is None or node is None or self._engine.waits(TOPS):
            return
        wanted = tuple(unit for unit in self._visible if unit < node.units and unit not in self._shown)
        if wanted:
            self._tiles_of = scan.key
            request = ShowTops(scan.key, node.name, wanted)
            self._engine.submit(
                request, TOPS, tr("Examples of {name}").format(name=node.name), Priority.VISIBLE
            )
            self._shown.update(wanted)

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel == CROPS and isinstance(payload, Look):
            self._sharpen(payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == TOPS and isinstance(result, Mapping):
            self._show(result)
        elif panel == CROPS and isinstance(result, tuple):
            for look in result:
                self._sharpen(look)
        elif panel == COLUMNS and isinstance(result, UnitColumns):
            columns = {FIRING: result.firing, SPARSENESS: result.sparseness, SELECTIVITY: result.selectivity}
            self._set_table({name: values for name, values in columns.items() if np.isfinite(values).any()})
        elif panel == SELECTIVE and isinstance(result, Selective):
            self._add_class(result)

    def _set_table(self, table: dict[str, Array]) -> None:
        self._table = table
        self._panel.set_indices(table, "scan")

    def _add_class(self, found: Selective) -> None:
        node = self._session.node
        if node is None or found.node != node.name:
            return
        values = np.full(node.units, np.nan, np.float32)
        for _, unit, value in found.units:
            values[unit] = value
        kept = {
            name: column for name, column in self._table.items() if not name.startswith(selectivity_for(""))
        }
        self._set_table({**kept, selectivity_for(found.label): values})
        self._panel.sort_by(selectivity_for(found.label))

    def _show(self, tops: Mapping[int, Example]) -> None:
        self._examples = dict(tops)
        for unit, example in tops.items():
            if example.thumbnail.size:
                self._panel.set_example(unit, cropped(example), example.label or example.name)
        self._ask_for_sharper()
        self._go_on()

    def _ask_for_sharper(self) -> None:
        scan, card, node = self._scan, self._session.network, self._node
        blurred = [example for example in self._examples.values() if needs_look(example, _SIDE)]
        if scan is not None and card is not None and node is not None and blurred:
            pictures = tuple(dict.fromkeys(map(scanned_of, blurred)))
            request = LookAgain(Location(card.name, node.name, 0), scan.paths, pictures, side=_SIDE * 2)
            self._engine.submit(
                request, CROPS, tr("Crops of {name}").format(name=node.name), Priority.VISIBLE
            )

    def _sharpen(self, look: Look) -> None:
        for unit, example in self._examples.items():
            if (example.picture, example.box) == (look.number, look.box):
                self._panel.set_example(unit, look.crop, example.label or example.name)
