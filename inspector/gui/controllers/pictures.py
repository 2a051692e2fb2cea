"""Pictures: dropped, pasted or opened files become pictures; the current one is run through the network."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from inspector.gui.engine import Engine
from inspector.gui.panels.pictures import PicturesPanel
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.objective_words import place_in
from inspector.gui.views.picture import PictureView
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LensRequest, OpenedPictures, OpenPictures
from inspector.lenses.activations import Activations, ActivationsParameters, Prediction
from inspector.network.location import Location
from inspector.pictures.picture import Picture

ACTIVATIONS = "activations"
_OPENING = "pictures-"
_UNITS_LISTED = 12


class PicturesController(QObject):
    """Joins the picture strip and the picture view with the session and the engine.

    Attributes:
        activations: What is shown of the current picture at the current node, or None.
        wished: Digest of the picture that becomes the current one as soon as it is there.

    Signals:
        activations_changed: `Activations` of the current picture at the current node, or None.
    """

    activations_changed = Signal(object)

    def __init__(self, session: Session, engine: Engine, strip: PicturesPanel, view: PictureView) -> None:
        super().__init__(strip)
        self._session, self._engine, self._strip, self._view = session, engine, strip, view
        self._numbers = itertools.count(1)
        self._pasted = itertools.count(1)
        self._predictions: tuple[str, tuple[Prediction, ...]] = ("", ())
        self._node: str | None = None
        self.wished = ""
        self.activations: Activations | None = None
        strip.paths_dropped.connect(self.open_paths)
        strip.image_pasted.connect(self._on_image_pasted)
        strip.picture_chosen.connect(session.choose_picture)
        strip.remove_requested.connect(self._on_remove_requested)
        view.unit_chosen.connect(session.go_to_unit)
        view.position_chosen.connect(self._on_position_chosen)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        session.network_changed.connect(self._on_network_changed)
        session.location_changed.connect(self._on_location_changed)
        session.picture_changed.connect(self._on_picture_changed)
        session.spot_changed.connect(self._on_spot_changed)

    @Slot(list)
    def open_paths(self, paths: list[str]) -> None:
        """Open files and folders, each drop a job of its own."""
        title = (
            tr("Opening {count} pictures").format(count=len(paths))
            if len(paths) > 1
            else tr("Opening pictures")
        )
        self._engine.submit(
            OpenPictures(tuple(paths)), f"{_OPENING}{next(self._numbers)}", title, Priority.PICTURE
        )

    @Slot()
    def open_samples(self) -> None:
        """Lay out the shipped sample pictures."""
        self._engine.submit(
            OpenPictures(samples=True), f"{_OPENING}samples", tr("Opening samples"), Priority.PICTURE
        )

    @Slot(QImage)
    def _on_image_pasted(self, image: QImage) -> None:
        from PIL import Image

        rgba = image.convertToFormat(QImage.Format.Format_RGBA8888)
        pixels = np.frombuffer(rgba.constBits(), np.uint8).reshape(rgba.height(), rgba.bytesPerLine())
        pixels = pixels[:, : rgba.width() * 4].reshape(rgba.height(), rgba.width(), 4)
        from inspector.pictures.decode import from_image, thumbnail

        picture = from_image(
            Image.fromarray(pixels.copy()), tr("Pasted picture {pasted}").format(pasted=next(self._pasted))
        )
        self._take(OpenedPictures(((picture, thumbnail(picture, 128)),), ()))

    @Slot(str)
    def _on_remove_requested(self, digest: str) -> None:
        self._strip.remove(digest)
        self._session.remove_picture(digest)

    @Slot(float, float)
    def _on_position_chosen(self, y: float, x: float) -> None:
        """Choose a place; the same one again leaves it."""
        node = self._session.node
        if node is None:
            return
        place = place_in(node, (y, x))
        left = self._session.spot is not None and place_in(node, self._session.spot) == place
        self._session.choose_spot(None if left else (y, x))
        if len(node.map_shape) == 2 and node.on_picture and (place is None or len(place) == 2):
            self._session.go_to_neuron(None if left or place is None else (place[0], place[1]))

    @Slot()
    def _on_spot_changed(self) -> None:
        self._view.picture.set_mark(self._session.spot)

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if isinstance(result, OpenedPictures):
            self._take(result)
        elif panel == ACTIVATIONS and isinstance(result, Activations):
            self._show(result)

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel.startswith(_OPENING):
            self._strip.set_refusals([sentence])

    def _take(self, opened: OpenedPictures) -> None:
        for picture, thumb in opened.pictures:
            if picture.digest not in self._session.pictures:
                self._strip.add_picture(picture.digest, picture.name, thumb, picture.label)
        if opened.refusals:
            self._strip.set_refusals([tr(sentence) for sentence in opened.refusals])
        self._session.add_pictures([picture for picture, _ in opened.pictures])
        if self.wished in self._session.pictures:
            self._session.choose_picture(self.wished)
            self.wished = ""

    @Slot()
    def _on_network_changed(self) -> None:
        self._predictions = ("", ())
        self._node = None
        self._ask()

    @Slot()
    def _on_location_changed(self) -> None:
        location = self._session.location
        self._view.set_unit(location.unit if location else None)
        if location is not None and location.node != self._node:
            self._ask()

    @Slot()
    def _on_picture_changed(self) -> None:
        picture: Picture | None = self._session.picture
        self._strip.select(picture.digest if picture else None)
        self._ask()

    def _ask(self) -> None:
        location, picture, card = self._session.location, self._session.picture, self._session.network
        if location is None or picture is None or card is None or not card.sees:
            self._engine.give_up(ACTIVATIONS)
            self._publish(None)
            return
        self._node = location.node
        known = self._predictions[0] == picture.digest
        parameters = ActivationsParameters(picture, top=_UNITS_LISTED, predict=not known)
        place = Location(location.network, location.node)
        self._engine.submit(
            LensRequest("activations", place, parameters),
            ACTIVATIONS,
            tr("{name} at {node}").format(name=picture.name, node=location.node),
            Priority.PICTURE,
        )

    def _show(self, result: Activations) -> None:
        if result.predictions:
            self._predictions = (result.digest, result.predictions)
        elif self._predictions[0] == result.digest:
            result = replace(result, predictions=self._predictions[1])
        self._publish(result)

    def _publish(self, result: Activations | None) -> None:
        self.activations = result
        self._view.show_activations(result)
        self._view.set_unit(self._session.location.unit if self._session.location else None)
        self.activations_changed.emit(result)
