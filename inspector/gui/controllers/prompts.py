"""The words page: asked for when it is in sight, by whatever mode is chosen."""

from __future__ import annotations

import itertools
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from inspector.gui.controllers.attack import EXPORT, ask_where
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.prompts import PromptsView
from inspector.jobs.language import ExportWords
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.lenses.language import (
    COLOURS,
    NearestParameters,
    NearestWords,
    Stroop,
    StroopParameters,
    WordResponses,
    WordsParameters,
    ZeroShot,
    ZeroShotParameters,
)
from inspector.network.location import Location

PANEL = "words"
_REST_MS = 250
_numbers = itertools.count(1)
_Result = ZeroShot | WordResponses | NearestWords | Stroop
_FIVE = COLOURS[:5]


class PromptsController(QObject):
    """Joins the words page with the session and the engine.

    Attributes:
        shown: What is shown, or None.

    Signals:
        prompts_changed: The prompts that a network with a text tower answers to are others.
        wrote: What was written, for the status bar.
    """

    prompts_changed = Signal()
    wrote = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: PromptsView) -> None:
        super().__init__(view)
        self._session, self._engine, self._view = session, engine, view
        self.shown: _Result | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self._on_seen)
        view.changed.connect(self._on_changed)
        view.start_requested.connect(self.start)
        view.export_requested.connect(self._on_export_requested)
        engine.arrived.connect(self._on_result)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self._on_picture_changed)

    def prompts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The prompts that are typed, and the templates that they are put into."""
        return self._view.typed("prompts"), self._view.templates

    @Slot()
    def ask(self) -> None:
        """Compare the picture with the prompts, where someone looks and there are some."""
        card, picture = self._session.network, self._session.picture
        if not self._view.isVisible() or self._view.mode != "prompts" or card is None or not self._can():
            return
        prompts = self._view.lines
        if picture is None or not prompts:
            self._forget()
            self._view.say(tr("No picture chosen") if picture is None else tr("No prompts yet"),
                           tr("Type what the picture may show, one prompt a line."))  # fmt: skip
            return
        parameters = ZeroShotParameters(picture, prompts, self._view.templates)
        self._submit(
            "zero-shot", Location(card.name), parameters, tr("Prompts on {name}").format(name=picture.name)
        )

    @Slot()
    def start(self) -> None:
        """Show the words, compare them, or make the grid."""
        card, location = self._session.network, self._session.location
        if card is None or location is None or not self._can():
            return
        lines = self._view.lines
        # A network that reads words reads whole sentences, too; pictures are of one word each.
        words = lines if not card.sees else tuple(word for line in lines for word in line.split())
        if self._view.mode == "written":
            place = Location(card.name, location.node)
            self._submit(
                "word-responses",
                place,
                WordsParameters(words),
                tr("Words at {node}").format(node=location.node),
            )
        elif self._view.mode == "nearest":
            given = NearestParameters(words, self._view.templates, self._session.picture)
            self._submit("nearest-words", Location(card.name), given, tr("Nearest words"))
        else:
            grid = StroopParameters(lines or _FIVE, lines or _FIVE)
            self._submit("stroop", Location(card.name), grid, tr("Stroop grid"))

    def export(self, path: str) -> None:
        """Write what is shown to a file."""
        if self.shown is not None:
            request = ExportWords(self.shown, path)
            self._engine.submit(
                request, f"{EXPORT}page-{next(_numbers)}", tr("Writing the words"), Priority.PICTURE
            )

    def _can(self) -> bool:
        """Whether the network can do what the mode needs; says so where it cannot."""
        card, node, mode = self._session.network, self._session.node, self._view.mode
        if card is None:
            return False
        if mode != "written" and not card.reads:
            self._view.say(
                tr("No text tower"),
                tr("Words and pictures share a space in CLIP’s networks; {name} is none.").format(
                    name=card.name
                ),
            )
            return False
        if mode == "written" and (node is None or not node.units):
            self._view.say(tr("No units here"), tr("Choose a node with units: they answer to written words."))
            return False
        return True

    def _submit(self, lens: str, place: Location, parameters: object, title: str) -> None:
        self._engine.submit(LensRequest(lens, place, parameters), PANEL, title, Priority.UNIT)

    def _forget(self) -> None:
        self._engine.give_up(PANEL)
        self.shown = None

    @Slot()
    def _on_seen(self) -> None:
        self._forget()
        if self._can():
            self.ask()

    @Slot()
    def _on_changed(self) -> None:
        if self._view.mode == "prompts":
            self._rest.start()
            self.prompts_changed.emit()

    @Slot(str, object)
    def _on_result(self, panel: str, result: object) -> None:
        if panel != PANEL:
            return
        self.shown = result  # type: ignore[assignment]
        self._draw()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        self._on_result(panel, result)
        if panel.startswith(f"{EXPORT}page-") and isinstance(result, Path):
            self.wrote.emit(tr("Wrote {result}").format(result=result))

    def _draw(self) -> None:
        shown, location, view = self.shown, self._session.location, self._view
        unit = location.unit if location is not None else None
        if isinstance(shown, ZeroShot):
            view.show_zero_shot(shown)
        elif isinstance(shown, Stroop):
            view.show_stroop(shown)
        elif isinstance(shown, NearestWords):
            joint = location is not None and location.node == shown.node and unit is not None
            if joint or shown.picture is not None:
                view.show_nearest(shown, unit if joint else None)
            else:
                view.say(
                    tr("No picture chosen"),
                    tr("Choose one, or a unit of {node}.").format(node=shown.node or tr("the last layer")),
                )
        elif isinstance(shown, WordResponses) and unit is not None and unit < shown.responses.shape[1]:
            view.show_words(shown, unit)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PANEL:
            self.shown = None
            self._view.say(tr("That cannot be done"), sentence)

    @Slot()
    def _on_network_changed(self) -> None:
        self._forget()
        self._view.show_mode(self._view.mode)

    @Slot()
    def _on_location_changed(self) -> None:
        node = self._session.node
        if isinstance(self.shown, WordResponses) and (node is None or node.name != self.shown.node):
            self._forget()
            self._view.show_mode("written")
        else:
            self._draw()

    @Slot()
    def _on_picture_changed(self) -> None:
        if self._view.mode == "prompts":
            self.ask()
        elif isinstance(self.shown, NearestWords):
            self.start()

    @Slot()
    def _on_export_requested(self) -> None:
        name = "stroop.png" if isinstance(self.shown, Stroop) else f"{self._view.mode}.csv"
        ask_where(self._view, "exportWordsDialog", name, self.export)
