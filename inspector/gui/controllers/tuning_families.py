"""Opening stimuli from a person's own file: asked first, for it runs code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.tuning import TuningView
from inspector.jobs.families import OpenedFamilies, OpenFamilies
from inspector.jobs.queue import Priority

FAMILIES = "tuning-families"


class TuningFamilies(QObject):
    """Joins the families' list with the engine."""

    def __init__(self, session: Session, engine: Engine, view: TuningView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self.question: QMessageBox | None = None
        view.controls.file_requested.connect(self.choose)
        engine.finished.connect(self._on_finished)

    @Slot()
    def choose(self) -> None:
        """Let a file be chosen."""
        dialog = QFileDialog(self._view.window(), tr("Open stimuli from a file"), "", tr("Python (*.py)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.ask)
        dialog.open()

    @Slot(str)
    def ask(self, path: str) -> None:
        """Ask whether the file may be run; it is not touched before the answer is yes."""
        name = Path(path).name
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            tr("Run this file?"),
            tr("Run {name}?").format(name=name),
            parent=self._view.window(),
        )
        box.setObjectName("runFamilyFile")
        box.setInformativeText(
            tr(
                "Opening stimuli runs the Python code in {path}. It can do whatever you can "
                "do on this computer: open it only where you know who wrote it."
            ).format(path=path)
        )
        run = box.addButton(tr("Run it"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.setProperty("file", path)
        run.clicked.connect(self._on_run)
        self.question = box
        box.open()

    @Slot()
    def _on_run(self) -> None:
        card = self._session.network
        if self.question is not None and card is not None:
            path = str(self.question.property("file"))
            request = OpenFamilies(path, card.name)
            self._engine.submit(
                request, FAMILIES, tr("Running {name}").format(name=Path(path).name), Priority.PICTURE
            )

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == FAMILIES and isinstance(result, OpenedFamilies):
            self._view.set_families(list(result.families))
            self._view.choose_family(result.names[0])
