"""Blind labelling in the window: read for the current unit, answered step by step, kept at every step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QUndoStack

from inspector.gui.controllers.blind_crops import BlindCrops
from inspector.gui.controllers.blind_keeping import BlindKeeping, BlindStep, Of, of_sheet
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.blind import BlindView
from inspector.jobs.blind import BlindSheet, ExportBlind, ReadBlind
from inspector.jobs.queue import Priority
from inspector.network.location import Location
from inspector.workspace.blind import DEFAULT, SKIPPED, Blind, Crop, next_waiting
from inspector.workspace.blind_results import BlindResults, results

READ, EXPORT = "blind-read", "blind-export"


class BlindController(QObject):
    """Joins the page of blind labelling with the session, the engine and the steps that can be undone.

    Attributes:
        classes: What the classes of a new labelling are called, asked for each unit.

    Signals:
        refused: A sentence on what could not be done.
        told: Something for the status bar.
    """

    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, engine: Engine, steps: QUndoStack, view: BlindView, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._steps, self._view = session, engine, steps, view
        self.classes: Callable[[], tuple[str, ...]] = lambda: DEFAULT
        self._kept = BlindKeeping(engine, self)
        self._kept.refused.connect(self.refused)
        self._crops = BlindCrops(engine, self)
        self._crops.sharpened.connect(view.crop.update)
        self._sheet: BlindSheet | None = None
        self._at: int | None = None
        self._asked: Of | None = None
        self._rest = QTimer(self, singleShot=True, interval=45)
        self._rest.timeout.connect(self.ask)
        view.seen.connect(self.ask)
        view.answered.connect(self.answer)
        view.stepped_back.connect(self.step_back)
        view.classes_named.connect(self.name_classes)
        view.mode_changed.connect(self._show)
        session.location_changed.connect(self._on_location_changed)
        session.shelf_changed.connect(self._on_location_changed)
        session.network_changed.connect(self._on_network_changed)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)

    @property
    def blind(self) -> Blind | None:
        """The labelling in sight."""
        return self._kept.blinds.get(self._of) if self._of is not None else None

    @property
    def crop(self) -> Crop | None:
        """The crop in sight; None where all are labelled."""
        return self._crops.order[self._at] if self._at is not None else None

    @property
    def _of(self) -> Of | None:
        return of_sheet(self._sheet) if self._sheet is not None else None

    @property
    def _wanted(self) -> Of | None:
        """The current unit and its scan."""
        location = self._session.location
        scan = self._session.scan_of(location.node if location is not None else None)
        if location is None or location.node is None or location.unit is None or scan is None:
            return None
        return Location(location.network, location.node, location.unit), scan.key

    @Slot()
    def ask(self) -> None:
        """Read the current unit's crops, where someone looks."""
        wanted = self._wanted
        if not self._view.isVisible() or (wanted is not None and wanted in (self._of, self._asked)):
            return
        self._forget()
        if wanted is None:
            self._say_nothing_there()
            return
        location, key = self._asked = wanted
        scan = self._session.scan_of(location.node)
        request = ReadBlind(location, key, scan.paths if scan is not None else (), self.classes())
        self._engine.submit(
            request, READ, tr("Crops of {location}").format(location=location), Priority.PICTURE
        )

    @Slot(int)
    def answer(self, answer: int) -> None:
        """Label the crop in sight and go on to the next that waits."""
        crop, blind = self.crop, self.blind
        if crop is None or blind is None:
            return
        what = tr("skipped crop") if answer == SKIPPED else f"“{blind.classes[answer]}”"
        before = blind.answers.get(crop.key)
        place = self._at or 0
        self._push(
            what, lambda b: b.answered(crop.key, answer), lambda b: b.answered(crop.key, before), place
        )

    @Slot()
    def step_back(self) -> None:
        """Show the crop before the one in sight; its label stays until another is given."""
        if self._crops.order:
            self._at = max((len(self._crops.order) if self._at is None else self._at) - 1, 0)
            self._show()

    @Slot(object)
    def name_classes(self, names: list[str]) -> None:
        """Call the classes otherwise."""
        blind = self.blind
        if blind is None or tuple(names) == blind.classes:
            return
        try:
            blind.with_classes(names)
        except ValueError as error:
            self.refused.emit(str(error))
            self._view.show_classes(blind.classes)
            return
        old = (blind.classes, blind.answers)
        self._push(
            tr("names of classes"),
            lambda b: b.with_classes(names),
            lambda b: Blind(b.node, b.unit, b.scan, b.seed, *old),
            self._at,
        )

    def export_to(self, path: str) -> None:
        """Write results and crops as CSV."""
        sheet, blind = self._sheet, self.blind
        if sheet is not None and blind is not None:
            request = ExportBlind(replace(sheet, blind=blind), path)
            self._engine.submit(request, EXPORT, tr("Writing labels"), Priority.PICTURE)

    def _push(
        self, text: str, there: Callable[[Blind], Blind], back: Callable[[Blind], Blind], place: int | None
    ) -> None:
        of, sheet = self._of, self._sheet
        if of is None or sheet is None:
            return

        def go_to(at: int | None, *, waiting: bool) -> None:
            if self._of == of:  # else another unit is looked at by now
                self._at = next_waiting(self._kept.blinds[of], self._crops.order, at or 0) if waiting else at
                self._show()

        def redo() -> None:
            self._kept.change(sheet, there)
            go_to(place, waiting=True)

        def undo() -> None:
            self._kept.change(sheet, back)
            go_to(place, waiting=False)

        self._steps.push(
            BlindStep(tr("{what} of {unit}").format(what=text, unit=f"{of[0].node}/{of[0].unit}"), redo, undo)
        )

    def _take(self, sheet: BlindSheet) -> None:
        self._sheet, self._asked = sheet, None
        # What was answered since is newer than what was read.
        blind = self._kept.blinds.setdefault(of_sheet(sheet), sheet.blind)
        self._crops.set_sheet(sheet, blind.seed)
        self._at = next_waiting(blind, self._crops.order, 0) if self._crops.order else None
        self._show()

    @Slot()
    def _show(self) -> None:
        blind, sheet, crop = self.blind, self._sheet, self.crop
        if blind is None or sheet is None:
            return
        if not self._crops.order:
            hint = tr("The scan kept no quilt of this node: scan with histogram and quilt.")
            self._view.say(tr("No crops"), hint)
            return
        self._view.say("")
        self._view.context.setText(f"{sheet.location} · {sheet.title}")
        self._view.show_classes(blind.classes)
        self._view.show_crop(
            self._crops.picture(crop),
            blind.answers.get(crop.key) if crop is not None else None,
        )
        self._view.show_progress(*self._counted(blind, crop))
        self._view.show_results(self.found() if self._view.mode != "label" else None)
        if self._at is not None and self._view.mode == "label":
            self._crops.look_ahead(self._at)

    def found(self) -> BlindResults | None:
        """The numbers behind the plots; None where nothing is to be labelled."""
        sheet = self._sheet
        if sheet is None or not sheet.bins:
            return None
        return results(self._kept.blinds.get(of_sheet(sheet), sheet.blind), sheet.bins)

    def _counted(self, blind: Blind, crop: Crop | None) -> tuple[int, int, str]:
        known = [blind.answers[c.key] for c in self._crops.order if c.key in blind.answers]
        skipped = known.count(SKIPPED)
        parts = [tr("{done:,} of {total:,} crops").format(done=len(known), total=len(self._crops.order))]
        parts += [tr("{count:,} skipped").format(count=skipped)] if skipped else []
        before = blind.answers.get(crop.key) if crop is not None else None
        if crop is None:
            parts.append(tr("all are labelled: look at the plots"))
        elif before is not None:
            label = tr("skipped") if before == SKIPPED else blind.classes[before]
            parts.append(tr("this one: {label}").format(label=label))
        else:
            text = tr("keys 1 to {count}, Space skips, Backspace goes back")
            parts.append(text.format(count=len(blind.classes)))
        return len(known), len(self._crops.order), " · ".join(parts)

    def _forget(self) -> None:
        self._engine.give_up(READ)
        self._crops.set_sheet(None)
        self._sheet = self._at = self._asked = None

    def _say_nothing_there(self) -> None:
        location = self._session.location
        if location is None or location.unit is None:
            self._view.say(tr("No unit chosen"), tr("Choose a unit to label what it sees."))
        else:
            hint = tr(
                "Scan pictures first: crops of all ranges of activation are labelled here, values unseen."
            )
            self._view.say(tr("Nothing scanned"), hint, scan=True)

    @Slot()
    def _on_location_changed(self) -> None:
        if self._wanted != self._of:
            self._forget()
            self._view.say(tr("Reading the scan"))
        self._rest.start()

    @Slot()
    def _on_network_changed(self) -> None:
        self._forget()
        self._kept.blinds.clear()
        self._rest.start()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == READ and isinstance(result, BlindSheet):
            self._take(result)
        elif panel == EXPORT and isinstance(result, tuple):
            self.told.emit(tr("Wrote {file} and {other}").format(file=result[0], other=result[1].name))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == READ:
            self._asked = None
            self._view.say(tr("The scan cannot be read"), sentence)
        elif panel == EXPORT:
            self.refused.emit(sentence)
