"""Where the user is: the network, the location, the pictures, and the way there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from inspector.gui.translation import tr
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.probe.edits import Edit

if TYPE_CHECKING:
    from inspector.jobs.messages import NetworkCard
    from inspector.jobs.scans_shown import ScanShelf
    from inspector.lenses.examples import ScanSummary
    from inspector.network.graph import Node
    from inspector.pictures.picture import Picture

LONGEST_HISTORY = 500


class Session(QObject):
    """The one mutable state of the window.

    Signals:
        network_changed: Another network, or the same one with another preprocessing.
        location_changed: The location is another.
        pictures_changed: Pictures came or went.
        picture_changed: The current picture is another, or none.
        lens_changed: The tiles show another lens.
        spot_changed: Another place on the current picture is the chosen one, or none.
        shelf_changed: Other scans of the network are there, or another one is to be looked at.
        edits_changed: Edits came, went, or were switched on or off.
    """

    network_changed = Signal()
    location_changed = Signal()
    pictures_changed = Signal()
    picture_changed = Signal()
    lens_changed = Signal()
    spot_changed = Signal()
    shelf_changed = Signal()
    edits_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.network: NetworkCard | None = None
        self.location: Location | None = None
        self.pictures: dict[str, Picture] = {}
        self.picture: Picture | None = None
        self.spot: tuple[float, float] | None = None
        self.tile_lens = "activations"
        self.shelf: ScanShelf | None = None
        self.edits: tuple[Edit, ...] = ()
        self._scan_key = ""
        self._past: list[Location] = []
        self._future: list[Location] = []

    @property
    def node(self) -> Node | None:
        """The current node, or None."""
        if self.network is None or self.location is None or self.location.node is None:
            return None
        return self.network.nodes.get(self.location.node)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a location before this one."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether one went back from a location."""
        return bool(self._future)

    def set_network(self, card: NetworkCard, location: Location) -> None:
        """Look at another network; history belongs to the old one and is forgotten."""
        self.network, self.location = card, location
        self.shelf = None
        self._past.clear()
        self._future.clear()
        self.network_changed.emit()
        self.location_changed.emit()

    def go(self, location: Location) -> None:
        """Walk to a location of the open network and remember the old one.

        Raises:
            AddressError: It is not in the open network.
        """
        self._check(location)
        if location == self.location:
            return
        if self.location is not None:
            self._past = [*self._past[-LONGEST_HISTORY:], self.location]
        self._future.clear()
        self._arrive(location)

    def go_to_node(self, name: str) -> None:
        """Walk to a node, at its first unit where it has any."""
        if self.network is None or (self.location and self.location.node == name):
            return
        units = self.network.nodes[name].units
        self.go(Location(self.network.name, name, 0 if units else None))

    def go_to_unit(self, unit: int) -> None:
        """Walk to a unit of the current node."""
        if self.location is not None and self.location.unit != unit:
            self.go(self.location.at(self.location.node, unit))

    def go_to_neuron(self, position: tuple[int, int] | None) -> None:
        """Walk to a position of the current unit, or back to the whole unit."""
        if self.location is not None and self.location.unit is not None:
            self.go(replace(self.location, position=position))

    def back(self) -> None:
        """Walk back one step."""
        if self._past and self.location is not None:
            self._future.append(self.location)
            self._arrive(self._past.pop())

    def forward(self) -> None:
        """Undo one step back."""
        if self._future and self.location is not None:
            self._past.append(self.location)
            self._arrive(self._future.pop())

    def add_pictures(self, pictures: list[Picture]) -> None:
        """Lay pictures beside the others; the first one becomes the current one."""
        for picture in pictures:
            self.pictures.setdefault(picture.digest, picture)
        if pictures:
            self.pictures_changed.emit()
            self.choose_picture(pictures[0].digest)

    def choose_picture(self, digest: str | None) -> None:
        """Make a picture the current one."""
        picture = self.pictures.get(digest) if digest is not None else None
        if picture is not self.picture:
            self.choose_spot(None)
            self.picture = picture
            self.picture_changed.emit()

    def choose_spot(self, spot: tuple[float, float] | None) -> None:
        """Choose a place on the current picture: y and x, each from 0 to 1; None for no place."""
        if spot != self.spot:
            self.spot = spot
            self.spot_changed.emit()

    def remove_picture(self, digest: str) -> None:
        """Take a picture away; its neighbour becomes the current one."""
        digests = list(self.pictures)
        if digest not in self.pictures:
            return
        at = digests.index(digest)
        del self.pictures[digest]
        self.pictures_changed.emit()
        if self.picture is not None and self.picture.digest == digest:
            left = list(self.pictures)
            self.choose_picture(left[min(at, len(left) - 1)] if left else None)

    def set_tile_lens(self, name: str) -> None:
        """Show another lens on the tiles."""
        if name != self.tile_lens:
            self.tile_lens = name
            self.lens_changed.emit()

    def set_shelf(self, shelf: ScanShelf | None) -> None:
        """Take the scans that there are of the open network."""
        self.shelf = shelf
        self.shelf_changed.emit()

    def set_edits(self, edits: tuple[Edit, ...]) -> None:
        """Take other edits of the open network."""
        if edits != self.edits:
            self.edits = edits
            self.edits_changed.emit()

    def look_again(self) -> None:
        """Let everything be asked for anew: the network gives other answers now."""
        self.network_changed.emit()
        self.location_changed.emit()

    def choose_scan(self, key: str) -> None:
        """Look at what this scan found, where it has the node; "" for the newest."""
        if key != self._scan_key:
            self._scan_key = key
            self.shelf_changed.emit()

    def scan_of(self, node: str | None) -> ScanSummary | None:
        """The scan to look at for a node: the chosen one where it has the node, else the newest that has."""
        scans = self.shelf.scans if self.shelf is not None else ()
        having = [scan for scan in scans if node in scan.nodes]
        chosen = next((scan for scan in having if scan.key == self._scan_key), None)
        return chosen or next(iter(having), None)

    def _arrive(self, location: Location) -> None:
        self.location = location
        self.location_changed.emit()

    def _check(self, location: Location) -> None:
        if self.network is None:
            raise AddressError(tr("No network is open."))
        check_location(self.network, location)


def check_location(card: NetworkCard, location: Location) -> None:
    """Look that a location is in the network.

    Raises:
        AddressError: It is not; the text says why.
    """
    if location.network != card.name:
        raise AddressError(
            tr("“{network}” is not open; {name} is.").format(network=location.network, name=card.name)
        )
    node = card.nodes.get(location.node or "")
    if node is None:
        raise AddressError(
            tr("{name} has no node “{node}”.").format(name=card.name, node=location.node or "")
        )
    if location.unit is not None and location.unit >= node.units:
        last = (
            tr("its units are 0 to {units}").format(units=node.units - 1)
            if node.units
            else tr("it has no units")
        )
        raise AddressError(
            tr("{name}/{name2} has no unit {unit}: {last}.").format(
                name=card.name, name2=node.name, unit=location.unit, last=last
            )
        )
    inside = len(node.map_shape) == 2 and all(
        place < side for place, side in zip(location.position or (0, 0), node.map_shape, strict=True)
    )
    if location.position is not None and not inside:
        raise AddressError(tr("{location} lies outside the node's map.").format(location=location))
