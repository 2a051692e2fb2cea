"""The graph: laid out on the worker, folded and unfolded, walked, searched and exported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, QPoint, QPointF, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from inspector.gui.controllers.graph_pictures import GraphPictures
from inspector.gui.engine import Engine
from inspector.gui.models.graph import GraphMap
from inspector.gui.session import Session
from inspector.gui.translation import mark, tr
from inspector.gui.views.graph import GraphView
from inspector.jobs.graphs import ExportGraph, LayOutGraph
from inspector.jobs.queue import Priority
from inspector.network.flow.blocks import Blocks, blocks_of
from inspector.network.flow.folding import open_at_first, opened_for
from inspector.network.flow.layout import GraphLayout

GRAPH, EXPORT = "graph", "export-graph"
_FILTERS = {"svg": mark("SVG pictures (*.svg)"), "dot": mark("Graphviz files (*.dot)")}


class GraphController(QObject):
    """Joins the graph's view with the session and the engine.

    Attributes:
        pictures: What brings pictures to the cards.

    Signals:
        units_wanted: The user wants to look into the current node.
        wrote: What was written, for the status bar.
    """

    units_wanted = Signal()
    wrote = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: GraphView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._canvas = session, engine, view, view.canvas
        self.pictures = GraphPictures(session, engine, view)
        self._blocks: Blocks | None = None
        self._unfolded: frozenset[str] = frozenset()
        self._held: tuple[str, QPoint] | None = None
        self._drawn = False
        self._brings = True
        view.came_up.connect(self.draw)
        view.fold_chosen.connect(self.fold)
        view.search_changed.connect(self._on_search_changed)
        view.next_requested.connect(self._on_next_requested)
        view.export_requested.connect(self._on_export_requested)
        view.canvas.chosen.connect(self._on_chosen)
        view.canvas.toggled.connect(self.toggle)
        view.canvas.opened.connect(self._on_opened)
        view.canvas.menu_requested.connect(self._on_menu_requested)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    @Slot()
    def draw(self) -> None:
        """Lay the graph out where someone looks and it is not there yet."""
        card = self._session.network
        if card is None or not self._view.isVisible() or self._drawn or self._engine.waits(GRAPH):
            return
        if self._blocks is None:
            self._blocks = blocks_of(card.nodes)
            self._unfolded = open_at_first(self._blocks)
        self._lay_out()

    @Slot(str)
    def toggle(self, block: str) -> None:
        """Fold a block, or unfold it; it stays where it is on the screen."""
        boxes = self._canvas.map.boxes if self._canvas.map is not None else {}
        if block in boxes:
            self._held = block, self._canvas.mapFromScene(QPointF(boxes[block].x, boxes[block].y))
            self._brings = False
        self._set_unfolded(self._unfolded ^ {block})

    @Slot(str)
    def fold(self, how: str) -> None:
        """Fold "all" or "none" of the blocks, or "some" as at first."""
        if self._blocks is not None:
            every = frozenset(self._blocks.values)
            wanted = {"all": frozenset(), "none": every, "some": open_at_first(self._blocks)}
            self._set_unfolded(wanted[how])

    def _set_unfolded(self, unfolded: frozenset[str]) -> None:
        if unfolded != self._unfolded:
            self._unfolded = unfolded
            self._lay_out()

    def _lay_out(self) -> None:
        card = self._session.network
        request = LayOutGraph(card.name, self._unfolded)
        self._engine.submit(request, GRAPH, tr("Graph of {name}").format(name=card.name), Priority.PICTURE)

    @Slot()
    def _on_network_changed(self) -> None:
        self._engine.give_up(GRAPH)
        self._blocks, self._drawn, self._held = None, False, None
        self._canvas.show_map(None)
        self.pictures.forget()
        self._view.say(tr("Drawing the graph"))
        self.draw()

    @Slot()
    def _on_location_changed(self) -> None:
        self._show_current(bring=True)

    def _show_current(self, *, bring: bool) -> None:
        node, shown = self._session.node, self._canvas.map
        if shown is not None:
            key = shown.shown(node.name if node is not None else None)
            self._canvas.set_current(key, bring=bring)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if self._blocks is not None:
            self._session.go_to_node(self._blocks.node(key).name)

    @Slot(str)
    def _on_opened(self, key: str) -> None:
        self._on_chosen(key)
        self.units_wanted.emit()

    @Slot(str)
    def _on_search_changed(self, text: str) -> None:
        shown = self._canvas.map
        if shown is None:
            return
        found = shown.matches(text)
        self._canvas.set_matches({shown.shown(name) for name in found} if text.strip() else None)
        self._view.found.setText(tr("{count} found").format(count=len(found)) if text.strip() else "")

    @Slot(int)
    def _on_next_requested(self, by: int) -> None:
        shown, node = self._canvas.map, self._session.node
        found = shown.matches(self._view.search.text()) if shown is not None else []
        if not found or self._blocks is None:
            return
        at = found.index(node.name) + by if node is not None and node.name in found else 0
        name = found[at % len(found)]
        self._set_unfolded(opened_for(self._blocks, name, self._unfolded))
        self._session.go_to_node(name)

    @Slot(str, QPoint)
    def _on_menu_requested(self, key: str, place: QPoint) -> None:
        if self._blocks is None:
            return
        menu = QMenu(self._view, objectName="graphMenu")
        menu.addAction(tr("Look at its units"), lambda: self._on_opened(key))
        block = key if self._blocks.is_block(key) else next(iter(self._blocks.around(key)), None)
        if block is not None:
            word = tr("Fold") if block in self._unfolded else tr("Unfold")
            menu.addAction(f"{word} {block}", lambda: self.toggle(block))
        address = f"{self._session.network.name}/{self._blocks.node(key).name}"
        menu.addAction(tr("Copy address"), lambda: QGuiApplication.clipboard().setText(address))
        made = menu.addAction(tr("How was this picture made?"), lambda: self.pictures.explain(key))
        made.setEnabled(self.pictures.can_explain(key))
        menu.popup(place)

    @Slot(str)
    def _on_export_requested(self, ending: str) -> None:
        card = self._session.network
        if card is None or self._blocks is None:
            return
        dialog = QFileDialog(self._view.window(), tr("Export the graph"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr(_FILTERS[ending]))
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{card.name}.{ending}")
        dialog.fileSelected.connect(self.export)
        dialog.open()

    @Slot(str)
    def export(self, path: str) -> None:
        """Write the graph as it is folded now, with its pictures, to an .svg or .dot file."""
        card = self._session.network
        if card is not None and self._blocks is not None:
            pictures = tuple((key, _png(pixmap)) for key, pixmap in self.pictures.shown().items())
            request = ExportGraph(card.name, self._unfolded, Path(path), pictures)
            self._engine.submit(request, EXPORT, tr("Writing the graph"), Priority.PICTURE)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == EXPORT and isinstance(result, Path):
            self.wrote.emit(tr("Wrote {result}").format(result=result))
        if panel != GRAPH or not isinstance(result, GraphLayout) or self._blocks is None:
            return
        self._canvas.show_map(GraphMap(self._blocks, result))
        self._view.say("")
        first, self._drawn = not self._drawn, True
        if first:
            self._canvas.fit_width()
            self._canvas.verticalScrollBar().setValue(0)
        self._put_back()
        self._on_search_changed(self._view.search.text())
        self.pictures.go_on()
        self._show_current(bring=self._brings)
        self._brings = True

    def _put_back(self) -> None:
        """Scroll so that what was folded or unfolded stands where it stood."""
        if self._held is not None and self._held[0] in self._canvas.map.boxes:
            key, before = self._held
            box = self._canvas.map.boxes[key]
            moved = self._canvas.mapFromScene(QPointF(box.x, box.y)) - before
            for bar, by in (
                (self._canvas.horizontalScrollBar(), moved.x()),
                (self._canvas.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() + by)
        self._held = None

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == GRAPH:
            self._view.say(tr("The graph cannot be drawn"), sentence)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        if panel == GRAPH and not self._drawn:
            self._view.say(tr("Cancelled"), tr("Choose another page and come back to draw the graph."))


def _png(pixmap: object) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, "PNG")
    return bytes(buffer.data().data())
