"""The circuit's page: grown for the current unit, kept in the workspace, written to files."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QInputDialog

from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.svg_pdf import write_pdf
from inspector.gui.translation import tr
from inspector.gui.views.circuit import CircuitView
from inspector.jobs.circuits import KeepCircuits, WriteText
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.circuit import Circuit, CircuitParameters, End
from inspector.lenses.circuit.edit import document
from inspector.lenses.circuit.svg import svg
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.workspace.circuits import KeptCircuit

PANEL, KEPT, WRITTEN = "circuit", "circuits-kept", "export-circuit"
_REST_MS, _MOST_UNITS = 60, 60


class CircuitController(QObject):
    """Joins the circuit's page with the session and the engine.

    Signals:
        told: A sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: CircuitView, pictures: UnitPictures) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self._pictures = session, engine, view, pictures
        self._asked: LensRequest | None = None
        self._kept: dict[str, KeptCircuit] = {}
        self._shows = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self._on_seen)
        view.asked.connect(self._rest.start)
        view.walked.connect(self._on_walked)
        view.changed.connect(self._want)
        view.keep_requested.connect(self._on_keep_requested)
        view.kept_chosen.connect(self.show_kept)
        view.forget_requested.connect(self._on_forget_requested)
        view.export_requested.connect(self._on_export_requested)
        view.hidden.connect(self._want)
        pictures.changed.connect(view.scene.viewport().update)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)

    @property
    def is_resting(self) -> bool:
        """Whether it waits for the user to stop walking."""
        return self._rest.isActive()

    @Slot()
    def ask(self) -> None:
        """Grow the current unit's circuit, where someone looks."""
        location, view = self._session.location, self._view
        if not view.isVisible() or location is None or self._shows:
            return
        if location.unit is None:
            view.say(
                tr("No unit chosen"), tr("Choose a unit: the strongest paths that lead to it stand here.")
            )
            return
        parameters = CircuitParameters(view.depth.value(), view.inputs.value(), _MOST_UNITS)
        place = Location(location.network, location.node, location.unit)
        request = LensRequest("circuit", place, parameters)
        if request != self._asked:
            self._asked = request
            self._engine.submit(request, PANEL, tr("Circuit of {place}").format(place=place), Priority.UNIT)

    @Slot()
    def _on_seen(self) -> None:
        card = self._session.network
        if card is not None:
            self._engine.submit(KeepCircuits(card.name), KEPT, tr("Kept circuits"), Priority.VISIBLE)
        self._want()
        self._rest.start()

    @Slot()
    def _on_network_changed(self) -> None:
        self._asked, self._shows = None, ""
        self._view.say("")
        self._view.set_kept(())
        if self._view.isVisible():
            self._on_seen()

    @Slot()
    def _on_location_changed(self) -> None:
        if not self._shows:
            self._rest.start()

    @Slot()
    def _want(self) -> None:
        circuit = self._view.shown if self._view.isVisible() else None
        self._pictures.want("circuit", [unit.end for unit in circuit.units] if circuit is not None else ())

    @Slot(str, int)
    def _on_walked(self, node: str, unit: int) -> None:
        card = self._session.network
        if card is not None:
            self._session.go(Location(card.name, node, unit))

    @Slot()
    def _on_keep_requested(self) -> None:
        if self._view.whole is None:
            return
        dialog = QInputDialog(self._view.window(), objectName="keepCircuitDialog")
        dialog.setWindowTitle(tr("Keep this circuit"))
        dialog.setLabelText(tr("Name of the circuit"))
        dialog.setTextValue(self._shows or self._view.whole.location)
        dialog.textValueSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, name: str) -> None:
        """Keep what is shown, with what was pruned and taken out, under a name."""
        view, card = self._view, self._session.network
        if view.whole is None or card is None or not name.strip():
            return
        kept = KeptCircuit(name.strip(), view.whole, view.least, tuple(view.removed), tuple(view.held))
        self._shows = kept.name
        self._engine.submit(
            KeepCircuits(card.name, kept), KEPT, tr("Keeping {name}").format(name=kept.name), Priority.PICTURE
        )
        self.told.emit(tr("Kept the circuit {name}").format(name=kept.name))

    @Slot(str)
    def show_kept(self, name: str) -> None:
        """Show a kept circuit; "" for that of the current unit."""
        self._shows, kept = name, self._kept.get(name)
        if kept is None:
            self._shows, self._asked = "", None
            self.ask()
        else:
            self._view.show_circuit(kept.circuit, kept.least, kept.removed, kept.held)
        self._view.set_kept(list(self._kept), self._shows)

    @Slot(str)
    def _on_forget_requested(self, name: str) -> None:
        card = self._session.network
        if card is not None and name:
            self._shows, self._asked = "", None
            request = KeepCircuits(card.name, forget=name)
            self._engine.submit(request, KEPT, tr("Forgetting {name}").format(name=name), Priority.PICTURE)
            self.ask()

    @Slot(str)
    def _on_export_requested(self, form: str) -> None:
        if self._view.whole is None:
            return
        dialog = QFileDialog(self._view.window(), tr("Export the circuit"), "", f"*.{form}")
        dialog.setObjectName("exportCircuitDialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.fileSelected.connect(self.export)
        dialog.open()

    @Slot(str)
    def export(self, path: str) -> None:
        """Write what is drawn to a file; its suffix says how."""
        circuit = self._view.shown
        if circuit is None:
            return
        form = Path(path).suffix.lower()
        if form == ".json":
            text = json.dumps(document(circuit), ensure_ascii=False, indent=1)
        else:
            text = svg(circuit, self._thumbnails(circuit))
        if form == ".pdf":
            try:
                write_pdf(text, Path(path))
                self.told.emit(tr("Wrote {path}").format(path=path))
            except InspectorError as error:
                self.told.emit(str(error))
            return
        self._engine.submit(
            WriteText(path, text),
            WRITTEN,
            tr("Writing {name}").format(name=Path(path).name),
            Priority.PICTURE,
        )

    def _thumbnails(self, circuit: Circuit) -> dict[End, bytes]:
        found = {unit.end: self._pictures.image(unit.end) for unit in circuit.units}
        return {end: _png(image) for end, image in found.items() if image is not None}

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == PANEL and isinstance(result, Circuit) and not self._shows:
            self._view.show_grown(result)
        elif panel == KEPT and isinstance(result, tuple):
            self._kept = {kept.name: kept for kept in result}
            self._view.set_kept(list(self._kept), self._shows)
        elif panel == WRITTEN:
            self.told.emit(tr("Wrote {result}").format(result=result))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self._asked = None
            self._view.say(tr("No circuit"), sentence)
        elif panel == KEPT:
            self.told.emit(sentence)


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
