"""The crops of a blind labelling: in which order they come, and their pixels, opened again ahead of time."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.translation import tr
from inspector.gui.views.example_picture import ExamplePicture, scanned_of
from inspector.jobs.blind import BlindSheet
from inspector.jobs.looking import Look, LookAgain
from inspector.jobs.queue import Priority
from inspector.workspace.blind import Crop, crops

LOOKS = "blind-looks"
_AHEAD = 6


class BlindCrops(QObject):
    """Holds the crops of the sheet in sight.

    Attributes:
        order: The crops as they are shown, values of all ranges mixed.

    Signals:
        sharpened: Some have more pixels now.
    """

    sharpened = Signal()

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._sheet: BlindSheet | None = None
        self._pictures: dict[str, ExamplePicture] = {}
        self.order: list[Crop] = []
        engine.arrived.connect(self._on_arrived)
        engine.finished.connect(self._on_finished)

    def set_sheet(self, sheet: BlindSheet | None, seed: int = 0) -> None:
        """Hold the crops of another sheet, in the order that the labelling's seed gives; None for none."""
        self._engine.give_up(LOOKS)
        self._sheet = sheet
        self.order = crops(sheet.bins, seed) if sheet is not None else []
        self._pictures = {crop.key: ExamplePicture(crop.example) for crop in self.order}

    def picture(self, crop: Crop | None) -> ExamplePicture | None:
        """A crop's pixels."""
        return self._pictures[crop.key] if crop is not None else None

    def look_ahead(self, at: int) -> None:
        """Open the crop at a place and the next ones again, sharper than their thumbnails."""
        sheet = self._sheet
        if sheet is None or not self.order:
            return
        near = [self.order[(at + step) % len(self.order)] for step in range(_AHEAD)]
        blurred = [crop for crop in near if not self._pictures[crop.key].is_sharp]
        # One request for several crops: asked anew only where the first, or most of them, are wanting.
        if near[0] in blurred or len(blurred) > _AHEAD // 2:
            pictures = tuple(dict.fromkeys(scanned_of(crop.example) for crop in blurred))
            request = LookAgain(sheet.location, sheet.paths, pictures)
            self._engine.submit(
                request, LOOKS, tr("Crops of {location}").format(location=sheet.location), Priority.VISIBLE
            )

    def _sharpen(self, look: Look) -> None:
        for crop in self.order:
            if (crop.example.picture, crop.example.box) == (look.number, look.box):
                self._pictures[crop.key].look(look)
        self.sharpened.emit()

    @Slot(str, object)
    def _on_arrived(self, panel: str, payload: object) -> None:
        if panel == LOOKS and isinstance(payload, Look):
            self._sharpen(payload)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == LOOKS and isinstance(result, tuple):
            for look in result:
                self._sharpen(look)
