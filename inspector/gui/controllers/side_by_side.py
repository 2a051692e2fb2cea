"""Two networks side by side: the second follows the location, the picture and the stimuli of the first."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from inspector.gui.controllers.comparison import ComparisonController
from inspector.gui.controllers.pictures import PicturesController
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.pixels import heat_overlay, rgb_image
from inspector.gui.session import Session, check_location
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.side_by_side import SideBySideView, SideColumn
from inspector.gui.views.words import reading
from inspector.jobs.beside import TuneBeside
from inspector.jobs.comparison import called
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest
from inspector.jobs.side_by_side import SmallPictures, correlation, strongest, values_of
from inspector.lenses.activations import Activations, ActivationsParameters
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.units import of_unit
from inspector.network.errors import AddressError
from inspector.network.location import Location

PICTURE, TUNING, EXAMPLES = "side-picture", "side-tuning", "side-examples"
_CLIENT, _TOP, _OPACITY = "side by side", 8, 0.75
_EMPTY = mark("No second network yet")
_HINT = mark(
    "Choose one: a network, or a checkpoint of this one. Both are shown the same pictures, then stand here."
)


class SideBySideController(QObject):
    """Joins the two columns with the session, the comparison and the engine; sleeps while it is out of sight.

    Attributes:
        view: The columns.
        location: The unit in the second column, or None.
    """

    def __init__(
        self,
        session: Session,
        engine: Engine,
        comparison: ComparisonController,
        unit_pictures: UnitPictures,
        pictures: PicturesController,
        tuning: TuningController,
    ) -> None:
        super().__init__(comparison)
        self._session, self._engine, self._comparison = session, engine, comparison
        self._unit_pictures, self._pictures, self._tuning = unit_pictures, pictures, tuning
        self.view = SideBySideView()
        self.location: Location | None = None
        self._awake = False
        self._activations: Activations | None = None
        self._tuned: tuple[TuneBeside | None, Tuning | None] = (None, None)
        self._small: dict[str, QImage] = {}
        comparison.changed.connect(self._on_compared)
        session.location_changed.connect(self._follow)
        session.picture_changed.connect(self._ask_picture)
        pictures.activations_changed.connect(self._draw_pictures)
        tuning.measured_changed.connect(self._on_measured_changed)
        self.view.follow_changed.connect(self._follow)
        self.view.first.typed.connect(self._on_first_typed)
        self.view.second.typed.connect(self._on_second_typed)
        for some in (unit_pictures, comparison.other_pictures):
            some.changed.connect(self._draw_units)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)
        self.view.show_columns(False, tr(_EMPTY), tr(_HINT))

    def wake(self, awake: bool) -> None:
        """Work while somebody looks; ask for nothing while nobody does."""
        self._awake = awake
        if awake:
            self._on_compared()
        else:
            for panel in (PICTURE, TUNING, EXAMPLES):
                self._engine.give_up(panel)
            for pictures in (self._unit_pictures, self._comparison.other_pictures):
                pictures.want(_CLIENT, ())

    @Slot()
    def _on_compared(self) -> None:
        """Another comparison, another pairing, or none any more."""
        found = self._comparison.found
        if not self._awake:
            return
        self.view.show_columns(found is not None, tr(_EMPTY), tr(_HINT))
        if found is None:
            self.location, self._activations, self._tuned = None, None, (None, None)
            self._small.clear()
            return
        if self.location is not None and self.location.network != found.card.name:
            self.location, self._activations, self._tuned = None, None, (None, None)
            self._small.clear()
        self.view.first.network.setText(found.comparison.first.network)
        spec = called(found.card.spec)
        own = found.card.name == spec
        self.view.second.network.setText(found.card.name if own else f"{found.card.name} · {spec}")
        self.view.second.network.set_about(found.card.spec)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Walk to where the first network's unit leads in the second, and show both."""
        here, found = self._session.location, self._comparison.found
        if not self._awake or here is None or found is None:
            return
        self.view.follow.setEnabled(self.view.linked.isChecked())
        led = self._led(here) if self.view.linked.isChecked() or self.location is None else self.location
        if led is not None:
            self.location = led
        self._show(led)

    def _led(self, here: Location) -> Location | None:
        """The unit of the second network that belongs to that of the first; None where none does."""
        found, matching = self._comparison.found, self._comparison.matching
        how = self.view.follow.currentData()
        if found is None or here.unit is None:
            return None
        if how == "same":
            return self._checked(Location(found.card.name, here.node, here.unit))
        if matching is None or matching.node != here.node:
            return None  # it is being paired; the comparison tells when that is done
        if how == "best":
            place = int(matching.best_nodes[here.unit])
            nodes = found.comparison.second.nodes
            end = (nodes[place], int(matching.best_units[here.unit])) if place >= 0 else None
        else:
            partner = int(matching.partners[here.unit])
            end = (matching.other, partner) if partner >= 0 else None
        return Location(found.card.name, *end) if end is not None else None

    def _checked(self, location: Location) -> Location | None:
        found = self._comparison.found
        try:
            check_location(found.card, location)
        except AddressError:
            return None
        return location

    def _show(self, led: Location | None) -> None:
        here, there = self._session.location, self.location
        self.view.first.address.setText(_short(here))
        self.view.second.address.setText(_short(there))
        self.view.line.setText(self._words(led))
        self._want_units()
        self._ask_picture()
        self._ask_tuning()
        self._ask_examples()
        self._draw_units()
        self._draw_tuning()

    def _words(self, led: Location | None) -> str:
        found, here = self._comparison.found, self._session.location
        if here is None or found is None:
            return ""
        if led is None:
            busy = self._comparison.matching is None or self._comparison.matching.node != here.node
            waits = busy and self.view.follow.currentData() != "same"
            return (
                tr("Pairing the units …")
                if waits
                else tr("Nothing in {name} belongs to {short}").format(
                    name=found.card.name, short=_short(here)
                )
            )
        value = correlation(found.comparison, here, led)
        many = plural("over {count} picture", "over {count} pictures", len(found.comparison.pictures)).format(
            count=len(found.comparison.pictures)
        )
        told = (
            f"correlation {value:+.2f} {many}".replace("-", "−")
            if np.isfinite(value)
            else tr("no correlation known")
        )
        linked = "" if self.view.linked.isChecked() else tr(" · not linked")
        return f"{_short(here)} ↔ {_short(led)} · {told}{linked}"

    def _want_units(self) -> None:
        for place, pictures in (
            (self._session.location, self._unit_pictures),
            (self.location, self._comparison.other_pictures),
        ):
            whole = place is not None and place.node is not None and place.unit is not None
            pictures.want(_CLIENT, [(place.node, place.unit)] if whole else ())

    @Slot()
    def _draw_units(self) -> None:
        if not self._awake:
            return
        for column, place, pictures in (
            (self.view.first, self._session.location, self._unit_pictures),
            (self.view.second, self.location, self._comparison.other_pictures),
        ):
            known = place is not None and place.node is not None and place.unit is not None
            column.unit.set_image(pictures.image((place.node, place.unit)) if known else None)

    @Slot()
    def _ask_picture(self) -> None:
        """Show the current picture to the second network, once for a node."""
        picture, there = self._session.picture, self.location
        if not self._awake or picture is None or there is None:
            return
        known = self._activations
        if known is None or (known.digest, known.node) != (picture.digest, there.node):
            self._activations = None
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
            _draw_picture(self.view.first, self._pictures.activations, self._session.location)
            _draw_picture(self.view.second, self._activations, self.location)

    @Slot()
    def _on_measured_changed(self) -> None:
        if self._awake and self._comparison.found is not None:
            self._ask_tuning()
            self._draw_tuning()

    def _ask_tuning(self) -> None:
        """Measure all units of the second column's node as those of the first were."""
        card, parameters, there = self._session.network, self._tuning.parameters, self.location
        if card is None or parameters is None or there is None or there.unit is None:
            return
        size = (card.input_shape[1], card.input_shape[2])
        request = TuneBeside(replace(there, unit=0), replace(parameters, scale=None), size)
        if request != self._tuned[0]:
            self._tuned = (request, None)
            title = tr("Tuning of {network}/{node} to {family}").format(
                network=there.network, node=there.node, family=parameters.family
            )
            self._engine.submit(request, TUNING, title, Priority.UNIT)

    def _draw_tuning(self) -> None:
        here, there = self._session.location, self.location
        measured = self._tuning.measured
        own = measured is not None and here is not None and here.unit is not None
        own = own and Location.parse(measured.location).node == here.node
        self.view.first.show_tuning(of_unit(measured, here.unit) if own else None, tr("not measured yet"))
        tuned = self._tuned[1]
        shown = of_unit(tuned, there.unit) if tuned is not None and there is not None else None
        self.view.second.show_tuning(shown, tr("not measured yet"))

    def _ask_examples(self) -> None:
        found = self._comparison.found
        if found is None:
            return
        names = dict.fromkeys(name for column in self._examples() for name, _ in column)
        missing = tuple(name for name in names if name not in self._small)
        if missing:
            request = SmallPictures(self._comparison.over, missing)
            self._engine.submit(request, EXAMPLES, tr("Opening examples"), Priority.VISIBLE)
        self._draw_examples()

    def _examples(self) -> tuple[list[tuple[str, float]], list[tuple[str, float]]]:
        found = self._comparison.found
        columns: list[list[tuple[str, float]]] = []
        for place, second in ((self._session.location, False), (self.location, True)):
            values = values_of(found.comparison, place, second=second) if found and place else None
            tops = strongest(found.comparison, place, _TOP, second=second) if values is not None else []
            columns.append([(found.comparison.pictures[i], float(values[i])) for i in tops])
        return columns[0], columns[1]

    def _draw_examples(self) -> None:
        for column, tops in zip((self.view.first, self.view.second), self._examples(), strict=True):
            column.examples.set_examples([(name, value, self._small.get(name)) for name, value in tops])

    @Slot(str)
    def _on_first_typed(self, text: str) -> None:
        card = self._session.network
        try:
            self._session.go(Location.parse(text, network=card.name if card is not None else ""))
        except AddressError as error:
            self.view.line.setText(str(error))

    @Slot(str)
    def _on_second_typed(self, text: str) -> None:
        """Go there in the second network alone: the link is off from then on."""
        found = self._comparison.found
        if found is None:
            return
        try:
            location = Location.parse(text, network=found.card.name)
            check_location(found.card, location)
        except AddressError as error:
            self.view.line.setText(str(error))
            return
        self.location = location
        self.view.linked.setChecked(False)
        self._follow()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == PICTURE and isinstance(payload, Activations):
            self._activations = payload
            self._draw_pictures()
        elif panel == TUNING and isinstance(payload, Tuning):
            self._tuned = (self._tuned[0], payload)
            self._draw_tuning()
        elif panel == EXAMPLES and isinstance(payload, dict):
            new = {name: rgb_image(pixels) for name, pixels in payload.items() if name not in self._small}
            self._small |= new
            self._draw_examples()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == PICTURE:
            self.view.second.note.setText(sentence)
        elif panel == TUNING:
            self.view.second.show_tuning(None, sentence)


def _short(location: Location | None) -> str:
    if location is None or location.node is None:
        return ""
    return location.node if location.unit is None else f"{location.node}/{location.unit}"


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
    classes = [f"{p.label} {p.probability:.0%}".replace("%", " %") for p in found.predictions[:3]]
    column.classes.setText((tr("seen as ") + ", ".join(classes)) if classes else "")
