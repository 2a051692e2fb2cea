"""All that belongs to dataset examples: scanning, the unit's page, the search by class."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.gui.banner import Banner
from inspector.gui.controllers.class_search import ClassSearch
from inspector.gui.controllers.example_tiles import ExampleTiles
from inspector.gui.controllers.examples import ExamplesController
from inspector.gui.controllers.scanning import ScanningController
from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.views.examples import ExamplesView


class DatasetPage(QObject):
    """Makes the controllers and joins them.

    Attributes:
        scanning: Scans and what is offered about them.
        examples: The current unit's examples.
        search: Units by class.

    Signals:
        told: Something for the status bar.
    """

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        engine: Engine,
        view: ExamplesView,
        tiles: ExampleTiles,
        banner: Banner,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.scanning = ScanningController(session, engine, banner, window)
        self.examples = ExamplesController(session, engine, view, self.scanning)
        self.search = ClassSearch(session, engine, tiles, banner, window)
        self.scanning.told.connect(self.told)
        self.examples.wrote.connect(self.told)
