"""Making an atlas: asked for in a dialog, made in the background, opened in the browser in the end."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtWidgets import QWidget

from inspector.atlas.make import Atlas, MakeAtlas
from inspector.atlas.request import FAMILIES, AtlasParameters
from inspector.batch.wish import AtlasWish
from inspector.gui.banner import Banner
from inspector.gui.dialogs.atlas import AtlasAnswer, AtlasDialog
from inspector.gui.dialogs.scan_nodes import NodeRow
from inspector.gui.engine import Engine
from inspector.gui.packed import open_outside
from inspector.gui.session import Session
from inspector.gui.translation import plural, tr
from inspector.jobs.messages import NetworkCard
from inspector.jobs.queue import Priority
from inspector.lenses.feature_visualization.recipes import recipes

_PANEL = "atlas-"


class AtlasController(QObject):
    """Joins the dialog with the engine.

    Signals:
        begun: An atlas is being made: a sentence.
        help_wanted: What an atlas is.

    Attributes:
        dialog: The dialog, once it was asked for.
        open_page: What opens a page's address for the user.
    """

    begun = Signal(str)
    help_wanted = Signal()

    def __init__(self, session: Session, engine: Engine, banner: Banner, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._engine, self._banner, self._window = session, engine, banner, window
        self._numbers = itertools.count(1)
        self._running: dict[str, MakeAtlas] = {}
        self.dialog: AtlasDialog | None = None
        self.open_page: Callable[[QUrl], object] = open_outside
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.stopped.connect(self._on_stopped)

    @Slot()
    def show(self) -> None:
        """Ask what it is to hold."""
        card = self._session.network
        if card is None:
            self._banner.say(tr("Open a network first: then an atlas of it can be made."))
            return
        if self.dialog is None:
            self.dialog = AtlasDialog(self._window)
            self.dialog.start_requested.connect(self._on_start_requested)
            self.dialog.help_requested.connect(self.help_wanted)
        self._fill(self.dialog, card)
        self.dialog.open()

    def _fill(self, dialog: AtlasDialog, card: NetworkCard) -> None:
        nodes = [node for node in card.nodes.values() if node.units]
        here = self._session.location
        rows = [NodeRow(node.name, node.op, node.units) for node in nodes if not node.container]
        dialog.set_nodes(rows, (here.node if here else None) or "")
        dialog.set_recipes([(one.name, tr(one.title), tr(one.sentence)) for one in recipes().values()])
        every = tuple(family.name for family in card.families if not family.subject)
        dialog.set_families([name for name in FAMILIES if name in every], every)
        dialog.set_error("")

    @Slot(object)
    def _on_start_requested(self, answer: AtlasAnswer) -> None:
        card = self._session.network
        if card is None or self.dialog is None:
            return
        out = Path(answer.out).expanduser().absolute()
        if any(Path(request.parameters.out) == out for request in self._running.values()):
            self.dialog.set_error(tr("An atlas is being made in that folder already."))
            return
        self.dialog.accept()
        request = MakeAtlas(card.name, parameters_of(answer, out))
        panel, title = f"{_PANEL}{next(self._numbers)}", tr("Atlas of {name}").format(name=card.name)
        self._running[panel] = request
        self._engine.submit(request, panel, title, Priority.FILLING)
        self.begun.emit(tr("Making an atlas of {name} in {folder}").format(name=card.name, folder=out))

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if self._running.pop(panel, None) is None or not isinstance(result, Atlas):
            return
        count = plural("{count:,} unit", "{count:,} units", result.units).format(count=result.units)
        sentence = tr("The atlas in {folder} shows {count}.").format(folder=result.folder, count=count)
        if result.failed:
            failed = len(result.failed)
            sentence += " " + plural(
                "{count:,} part of it could not be made.", "{count:,} parts of it could not be made.", failed
            ).format(count=failed)
        page = QUrl.fromLocalFile(result.page)
        self._banner.offer(sentence, tr("Open it"), lambda: self.open_page(page))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if self._running.pop(panel, None) is not None:
            self._banner.say(sentence)

    @Slot(str)
    def _on_stopped(self, panel: str) -> None:
        request = self._running.pop(panel, None)
        if request is not None:
            folder = request.parameters.out
            text = tr("The atlas in {folder} was stopped; made again, it goes on from there.")
            self._banner.say(text.format(folder=folder))


def parameters_of(answer: AtlasAnswer, out: Path) -> AtlasParameters:
    """What the job is asked, with the site's folder in full."""
    return AtlasParameters(
        out=str(out),
        wish=AtlasWish(
            nodes=answer.nodes,
            objectives=answer.objectives,
            recipe=answer.recipe,
            families=answer.families,
            pictures=(answer.pictures,) if answer.pictures else (),
        ),
        licence=answer.licence,
        without_pictures=answer.without_pictures,
    )
