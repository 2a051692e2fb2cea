"""The attack page: written and asked while the user types and drags."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.attack import AttackView
from inspector.jobs.language import ExportWords
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.attack import Attack, AttackParameters
from inspector.network.location import Location

ATTACK, EXPORT = "attack", "export-words-"
_REST_MS = 40
_TOP = 6
_numbers = itertools.count(1)


class AttackController(QObject):
    """Joins the attack page with the session and the engine.

    Attributes:
        prompts: Tells what a network with a text tower is asked: prompts and templates.

    Signals:
        wrote: What was written, for the status bar.
    """

    wrote = Signal(str)

    def __init__(
        self,
        session: Session,
        engine: Engine,
        view: AttackView,
        prompts: Callable[[], tuple[tuple[str, ...], tuple[str, ...]]],
    ) -> None:
        super().__init__(view)
        self._session, self._engine, self._view, self.prompts = session, engine, view, prompts
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self.ask)
        view.changed.connect(self.ask_soon)
        view.unit_chosen.connect(session.go_to_unit)
        view.export_requested.connect(self._on_export_requested)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self.ask_soon)
        session.location_changed.connect(self.ask_soon)
        session.picture_changed.connect(self.ask_soon)

    @Slot()
    def ask_soon(self) -> None:
        """Ask once the hand rests; while it drags, every so often."""
        if not self._rest.isActive():
            self._rest.start()

    @Slot()
    def ask(self) -> None:
        """Write and ask, where someone looks."""
        location, picture, card = self._session.location, self._session.picture, self._session.network
        if not self._view.isVisible():
            return
        if location is None or picture is None or card is None:
            self._engine.give_up(ATTACK)
            self._view.show_attack(None)
            return
        prompts, templates = self.prompts() if card.reads else ((), ("{}",))
        self._view.say_no_classes(
            tr("Type prompts on the page “Words”: this network answers to those.")
            if card.reads
            else tr("{name} has no classes: its output is no list of scores.").format(name=card.name)
        )
        parameters = AttackParameters(
            picture, **vars(self._view.wish), prompts=prompts, templates=templates, top=_TOP
        )
        request = LensRequest("attack", Location(location.network, location.node), parameters)
        self._engine.submit(
            request, ATTACK, tr("Writing on {name}").format(name=picture.name), Priority.PICTURE
        )

    def export(self, path: str) -> None:
        """Write what is shown to a file."""
        if self._view.shown is not None:
            request = ExportWords(self._view.shown, path)
            self._engine.submit(
                request, f"{EXPORT}{next(_numbers)}", tr("Writing the attack"), Priority.PICTURE
            )

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == ATTACK and isinstance(result, Attack):
            self._view.show_attack(result)
        elif panel.startswith(EXPORT) and isinstance(result, Path):
            self.wrote.emit(tr("Wrote {result}").format(result=result))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == ATTACK:
            self.wrote.emit(sentence)

    @Slot()
    def _on_export_requested(self) -> None:
        name = f"{self._view.wish.word or 'picture'}.png"
        ask_where(self._view, "exportAttackDialog", name, self.export)


def ask_where(view: QWidget, name: str, file: str, then: Callable[[str], object]) -> None:
    """Ask for a file that a result about words goes to."""
    dialog = QFileDialog(view.window(), tr("Export"))
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([tr("Picture (*.png)"), tr("Table (*.csv)"), tr("Table with recipe (*.json)")])
    if not file.endswith(".png"):
        dialog.setNameFilters([tr("Table (*.csv)"), tr("Table with recipe (*.json)"), tr("Picture (*.png)")])
    dialog.setDefaultSuffix(file.rpartition(".")[2])
    dialog.selectFile(file)
    dialog.fileSelected.connect(then)
    dialog.open()
