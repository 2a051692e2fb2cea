"""What two networks side by side are asked: the picture, the tuning and the strongest examples of both."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from inspector.gui.controllers.comparison import ComparisonController
from inspector.gui.controllers.pictures import PicturesController
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.engine import Engine
from inspector.gui.pixels import heat_overlay, rgb_image
from inspector.gui.session import Session
from inspector.gui.translation import digits, tr
from inspector.gui.views.side_by_side import SideBySideView, SideColumn
from inspector.gui.views.words import reading
from inspector.jobs.beside import TuneBeside
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.side_by_side import CropExamples, strongest, values_of
from inspector.lenses.activations import Activations, ActivationsParameters
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.units import of_unit
from inspector.network.location import Location

PICTURE, TUNING = "side-picture", "side-tuning"
EXAMPLES = ("side-examples-first", "side-examples-second")
PANELS = (PICTURE, TUNING, *EXAMPLES)
_TOP, _MOST_CROPS, _OPACITY = 16, 512, 0.75
_Top = list[tuple[str, float]]


class SideAsking(QObject):
    """Asks for what the columns show of a unit each, and draws it; `look` says which units these are.

    Attributes:
        activations: The current picture in the second network, or None.
        tuned: What its tuning was asked with, and what came of it.
        crops: What units saw of pictures, by address and the picture's name.
    """

    def __init__(
        self,
        session: Session,
        engine: Engine,
        comparison: ComparisonController,
        pictures: PicturesController,
        tuning: TuningController,
        view: SideBySideView,
    ) -> None:
        super().__init__(comparison)
        self._session, self._engine, self._comparison = session, engine, comparison
        self._pictures, self._tuning, self._view = pictures, tuning, view
        self._there: Location | None = None
        self._awake = False
        self.activations: Activations | None = None
        self.tuned: tuple[TuneBeside | None, Tuning | None] = (None, None)
        self.crops: dict[tuple[str, str], QImage] = {}
        session.picture_changed.connect(self._ask_picture)
        pictures.activations_changed.connect(self._draw_pictures)
        tuning.measured_changed.connect(self._on_measured_changed)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)

    def look(self, there: Location | None) -> None:
        """Show the session's unit and that one of the second network."""
        self._awake, self._there = True, there
        self._ask_picture()
        self._ask_tuning()
        self._ask_examples()
        self._draw_tuning()

    def forget(self) -> None:
        """Let go of what is of another second network."""
        self._there, self.activations, self.tuned = None, None, (None, None)
        self.crops.clear()

    def sleep(self) -> None:
        """Ask for nothing while nobody looks."""
        self._awake = False
        for panel in PANELS:
            self._engine.give_up(panel)

    @Slot()
    def _ask_picture(self) -> None:
        """Show the current picture to the second network, once for a node."""
        picture, there = self._session.picture, self._there
        if not self._awake or picture is None or there is None:
            return
        known = self.activations
        if known is None or (known.digest, known.node) != (picture.digest, there.node):
            self.activations = None
            request = LensRequest(
                "activations", Location(there.network, there.node), ActivationsParameters(picture, top=3)
            )
            title = tr("{name} at {network}/{node}").format(
                name=picture.name, network=there.network, node=there.node
            )
            self._engine.submit(request, PICTURE, title, Priority.PICTURE)
        self._draw_pictures()

    @Slot()
    def _draw_pictures(self) -> None:
        if self._awake:
            _draw_picture(self._view.first, self._pictures.activations, self._session.location)
            _draw_picture(self._view.second, self.activations, self._there)

    @Slot()
    def _on_measured_changed(self) -> None:
        if self._awake and self._comparison.found is not None:
            self._ask_tuning()
            self._draw_tuning()

    def _ask_tuning(self) -> None:
        """Measure all units of the second column's node as those of the first were."""
        card, parameters, there = self._session.network, self._tuning.parameters, self._there
        if card is None or parameters is None or there is None or there.unit is None:
            return
        size = (card.input_shape[1], card.input_shape[2])
        request = TuneBeside(replace(there, unit=0), replace(parameters, scale=None), size)
        if request != self.tuned[0]:
            self.tuned = (request, None)
            title = tr("Tuning of {network}/{node} to {family}").format(
                network=there.network, node=there.node, family=parameters.family
            )
            self._engine.submit(request, TUNING, title, Priority.UNIT)

    def _draw_tuning(self) -> None:
        here, there = self._session.location, self._there
        measured = self._tuning.measured
        own = measured is not None and here is not None and here.unit is not None
        own = own and Location.parse(measured.location).node == here.node
        self._view.first.show_tuning(of_unit(measured, here.unit) if own else None, tr("not measured yet"))
        tuned = self.tuned[1]
        shown = of_unit(tuned, there.unit) if tuned is not None and there is not None else None
        self._view.second.show_tuning(shown, tr("not measured yet"))

    def _ask_examples(self) -> None:
        """Cut out what each unit saw of its strongest pictures."""
        if self._comparison.found is None:
            return
        if len(self.crops) > _MOST_CROPS:
            self.crops.clear()
        for panel, place, tops in zip(EXAMPLES, self._places(), self._examples(), strict=True):
            missing = tuple(name for name, _ in tops if (str(place), name) not in self.crops)
            if place is not None and missing:
                request = CropExamples(place, self._comparison.over, missing)
                title = tr("Opening examples of {place}").format(place=place)
                self._engine.submit(request, panel, title, Priority.VISIBLE)
            else:
                self._engine.give_up(panel)
        self._draw_examples()

    def _places(self) -> tuple[Location | None, Location | None]:
        here = self._session.location
        return (replace(here, position=None) if here is not None else None), self._there

    def _examples(self) -> tuple[_Top, _Top]:
        first, second = (
            self._tops(place, second) for place, second in zip(self._places(), (False, True), strict=True)
        )
        return first, second

    def _tops(self, place: Location | None, second: bool) -> _Top:
        found = self._comparison.found
        if found is None or place is None:
            return []
        values = values_of(found.comparison, place, second=second)
        if values is None:
            return []
        tops = strongest(found.comparison, place, _TOP, second=second)
        return [(found.comparison.pictures[i], float(values[i])) for i in tops]

    def _draw_examples(self) -> None:
        columns = (self._view.first, self._view.second)
        for column, place, tops in zip(columns, self._places(), self._examples(), strict=True):
            column.examples.set_examples(
                [(name, value, self.crops.get((str(place), name))) for name, value in tops]
            )

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == PICTURE and isinstance(payload, Activations):
            self.activations = payload
            self._draw_pictures()
        elif panel == TUNING and isinstance(payload, Tuning):
            self.tuned = (self.tuned[0], payload)
            self._draw_tuning()
        elif panel in EXAMPLES and isinstance(payload, dict):
            place = str(self._places()[EXAMPLES.index(panel)])
            new = {(place, name): pixels for name, pixels in payload.items()}
            self.crops |= {key: rgb_image(pixels) for key, pixels in new.items() if key not in self.crops}
            self._draw_examples()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PICTURE:
            self._view.second.note.setText(sentence)
        elif panel == TUNING:
            self._view.second.show_tuning(None, sentence)


def _draw_picture(column: SideColumn, found: Activations | None, location: Location | None) -> None:
    """The picture, the unit's map over it where it has one, its maximum, and the classes."""
    unit = (
        location.unit if location is not None and found is not None and found.node == location.node else None
    )
    if found is None or unit is None or unit >= len(found.peaks):
        column.picture.set_picture(None if found is None else found.view)
        column.note.setText("")
        column.classes.setText("")
        return
    has_map = found.placed and found.maps.ndim == 3 and min(found.maps.shape[1:]) > 1
    column.picture.set_picture(
        heat_overlay(found.view, found.maps[unit], _OPACITY) if has_map else found.view
    )
    column.note.setText(
        tr("{picture} · maximum {peak}").format(picture=found.picture, peak=reading(float(found.peaks[unit])))
    )
    classes = [f"{p.label} {digits(100 * p.probability, '.0f')} %" for p in found.predictions[:3]]
    column.classes.setText((tr("seen as ") + ", ".join(classes)) if classes else "")
