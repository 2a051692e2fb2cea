"""Two networks side by side: the second follows the location, the picture and the stimuli of the first."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Slot

from inspector.gui.controllers.comparison import ComparisonController
from inspector.gui.controllers.pictures import PicturesController
from inspector.gui.controllers.side_asking import SideAsking
from inspector.gui.controllers.tuning import TuningController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.engine import Engine
from inspector.gui.session import Session, check_location
from inspector.gui.translation import digits, mark, plural, tr
from inspector.gui.views.side_by_side import SideBySideView
from inspector.jobs.comparison import called
from inspector.jobs.side_by_side import correlation
from inspector.network.errors import AddressError
from inspector.network.location import Location

_CLIENT = "side by side"
_EMPTY = mark("No second network yet")
_HINT = mark(
    "Choose one: a network, or a checkpoint of this one. Both are shown the same pictures, then stand here."
)


class SideBySideController(QObject):
    """Joins the two columns with the session, the comparison and the engine; sleeps while it is out of sight.

    Attributes:
        view: The columns.
        asking: What fills the columns.
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
        self._session, self._comparison = session, comparison
        self._unit_pictures = unit_pictures
        self.view = SideBySideView()
        self.asking = SideAsking(session, engine, comparison, pictures, tuning, self.view)
        self.location: Location | None = None
        self._awake = False
        comparison.changed.connect(self._on_compared)
        session.location_changed.connect(self._follow)
        self.view.follow_changed.connect(self._follow)
        self.view.first.typed.connect(self._on_first_typed)
        self.view.second.typed.connect(self._on_second_typed)
        for some in (unit_pictures, comparison.other_pictures):
            some.changed.connect(self._draw_units)
        self.view.show_columns(False, tr(_EMPTY), tr(_HINT))

    def wake(self, awake: bool) -> None:
        """Work while somebody looks; ask for nothing while nobody does."""
        self._awake = awake
        if awake:
            self._on_compared()
        else:
            self.asking.sleep()
            for pictures in (self._unit_pictures, self._comparison.other_pictures):
                pictures.want(_CLIENT, ())

    @Slot()
    def _on_compared(self) -> None:
        """Another comparison, another pairing, or none any more."""
        found = self._comparison.found
        if not self._awake:
            return
        self.view.show_columns(found is not None, tr(_EMPTY), tr(_HINT))
        if found is None or (self.location is not None and self.location.network != found.card.name):
            self.location = None
            self.asking.forget()
        if found is None:
            return
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
        self.asking.look(self.location)
        self._draw_units()

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
            tr("correlation {value} {many}").format(value=digits(value, "+.2f").replace("-", "−"), many=many)
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

    @Slot(str)
    def _on_first_typed(self, text: str) -> None:
        card = self._session.network
        try:
            self._session.go(Location.parse(text, network=card.name if card is not None else ""))
        except AddressError as error:
            self.view.line.setText(tr(str(error)))

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
            self.view.line.setText(tr(str(error)))
            return
        self.location = location
        self.view.linked.setChecked(False)
        self._follow()


def _short(location: Location | None) -> str:
    if location is None or location.node is None:
        return ""
    return location.node if location.unit is None else f"{location.node}/{location.unit}"
