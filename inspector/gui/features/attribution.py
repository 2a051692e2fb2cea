"""Attribution: a page of the current picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QPixmap

from inspector.gui.controllers.attribution import AttributionController
from inspector.gui.controllers.unit_pictures import UnitPictures
from inspector.gui.models.units import THUMBNAIL, UNIT
from inspector.gui.translation import tr
from inspector.gui.views.attribution import AttributionView

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 50


class AttributionFeature(QObject):
    """The page.

    Attributes:
        view: The page.
        controller: What fills it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.view = AttributionView(self._thumbnail)
        self.controller = AttributionController(window.session, window.engine, self.view)
        window.desk.add(tr("Attribution"), self.view)

    def _thumbnail(self, unit: int) -> QImage | None:
        """A unit's feature visualization or example where it is known, else what the grid shows of it."""
        pictures, node = self._window.findChild(UnitPictures), self._window.session.node
        known = pictures.image((node.name, unit)) if pictures is not None and node is not None else None
        if known is not None:
            return known
        model = self._window.units.model
        for row in range(model.rowCount()):
            index = model.index(row)
            if index.data(UNIT) == unit:
                shown = index.data(THUMBNAIL)
                return shown.toImage() if isinstance(shown, QPixmap) else shown
        return None


def install(window: MainWindow) -> AttributionFeature:
    """Put the page behind a tab of its own."""
    return AttributionFeature(window)
