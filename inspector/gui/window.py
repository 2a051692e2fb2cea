"""The main window: lays out panels and views and lets the controllers join them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QUndoStack
from PySide6.QtWidgets import QDialog, QLineEdit, QMainWindow, QToolBar, QVBoxLayout, QWidget

from inspector import paths
from inspector.gui import actions, features, remembered
from inspector.gui.banner import Banner
from inspector.gui.commands import commands
from inspector.gui.controllers.activity import ActivityController
from inspector.gui.controllers.dataset_page import DatasetPage
from inspector.gui.controllers.dialogs import DialogsController
from inspector.gui.controllers.dreams import DreamsController
from inspector.gui.controllers.navigation import Navigation
from inspector.gui.controllers.networks import NetworksController
from inspector.gui.controllers.pictures import PicturesController
from inspector.gui.controllers.tiles import TilesController
from inspector.gui.controllers.tuning_page import TuningPage
from inspector.gui.controllers.unit_page import UnitPageController
from inspector.gui.engine import Engine
from inspector.gui.panels.docks import Arena
from inspector.gui.panels.drops import is_welcome
from inspector.gui.panels.jobs import JobChip, JobsPanel
from inspector.gui.panels.layers import LayersPanel
from inspector.gui.panels.pages import Pages
from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.panels.pictures import PicturesPanel
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.recent import RecentMenu
from inspector.gui.session import Session
from inspector.gui.theme import Theme
from inspector.gui.translation import tr, tr_parts
from inspector.gui.views.examples import ExamplesView
from inspector.gui.views.feature import FeatureView
from inspector.gui.views.picture import PictureView
from inspector.gui.views.tuning import TuningView
from inspector.jobs.messages import NetworkCard
from inspector.settings import Settings


class MainWindow(QMainWindow):
    """The microscope's window.

    Attributes:
        session: Where the user is.
        entries, actions_by_name: What the menus hold.
        engine: All work.
        steps: What the user has changed, to be undone: notes, groups, edits.
        arena: The panels, and where they are.
        stage, desk, evidence: Places for views of a node or network, of a picture, of a unit.
        features: What the modules of `inspector.gui.features` have installed, by name.
    """

    def __init__(self, settings: Settings, theme: Theme, *, remember: bool = True) -> None:
        super().__init__(objectName="mainWindow")
        self.setWindowTitle("Neuron Inspector")
        self.setAcceptDrops(True)
        self.settings, self.theme, self._remembers = settings, theme, remember
        self.session = Session(self)
        self.steps = QUndoStack(self)
        self.engine = Engine(self, paths.data_dir() if remember else None)
        self._make_widgets()
        self._lay_out()
        self._join()
        self._make_actions()
        self.features: dict[str, QObject] = {}
        features.install(self)
        remembered.restore(self)

    def _make_widgets(self) -> None:
        self.layers, self.units = LayersPanel(), UnitsPanel()
        self.strip, self.picture = PicturesPanel(), PictureView()
        self.feature, self.tuning, self.examples = FeatureView(), TuningView(), ExamplesView()
        self.jobs, self.chip, self.banner = JobsPanel(), JobChip(), Banner()
        self.address = QLineEdit(objectName="addressBar", clearButtonEnabled=False)
        self.address.setPlaceholderText(tr("network/node/unit"))
        self.address.setAccessibleName(tr("Address of the location"))
        self.status = ElidedLabel(name="statusText")  # what runs has its room beside it

    def _lay_out(self) -> None:
        self.stage = Pages("stagePages", (tr("Units"), self.units))
        self.desk = Pages("deskPages", (tr("Picture"), self.picture))
        self.evidence = Pages(
            "evidencePages", (tr("Tuning"), self.tuning), (tr("Dataset examples"), self.examples)
        )
        self.arena = Arena(
            self.stage,
            layers=(tr("Layers"), self.layers),
            jobs=(tr("Jobs"), self.jobs),
            desk=(tr("Picture"), self.desk),
            feature=(tr("Feature visualization"), self.feature),
            evidence=(tr("Unit"), self.evidence),
        )
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.banner)
        layout.addWidget(self.arena, 1)
        self.setCentralWidget(centre)
        self.arena.add_below(self, "picturesDock", tr("Pictures at hand"), self.strip)
        self.statusBar().addWidget(self.status, 1)
        self.statusBar().addPermanentWidget(self.chip)
        self.statusBar().setSizeGripEnabled(False)
        self.status.setContentsMargins(10, 0, 0, 0)
        self.resize(QSize(1560, 980).boundedTo(self.screen().availableGeometry().size()))

    def _join(self) -> None:
        self.networks = NetworksController(self.session, self.engine)
        self.navigation = Navigation(self.session, self.layers, self.address)
        self.pictures = PicturesController(self.session, self.engine, self.strip, self.picture)
        self.tiles = TilesController(self.session, self.engine, self.units)
        self.unit_page = UnitPageController(self.session, self.engine, self.feature, self.tuning)
        tuning = self.unit_page.tuning
        self.tuning_page = TuningPage(self.session, self.engine, self.tuning, tuning, self.units)
        self.dreams = DreamsController(self.session, self.engine, self.layers)
        self.activity = ActivityController(self.engine, self.jobs, self.chip)
        self.dialogs = DialogsController(self.session, self.engine, self.networks, self)
        tiles = self.tiles.examples
        self.dataset = DatasetPage(self.session, self.engine, self.examples, tiles, self.banner, self)
        self.dataset.told.connect(self.status.setText)
        self.dataset.scanning.begun.connect(lambda: self.evidence.bring(self.examples))
        self.strip.paths_dropped.connect(self.dataset.scanning.look_into)
        self.pictures.activations_changed.connect(self.tiles.set_activations)
        for sentence in (self.navigation.refused, self.unit_page.feature.refused):
            sentence.connect(self.banner.say)
        self.tiles.filling.explained.connect(self.unit_page.exports.explain)
        self.dreams.explained.connect(self.unit_page.exports.explain)
        self.unit_page.exports.wrote.connect(self.status.setText)
        self.networks.failed.connect(self._on_opening_failed)
        self.networks.waiting.connect(self.status.setText)
        self.networks.opened.connect(self._on_network_opened)
        self.engine.failed.connect(self._on_failed)
        self.engine.noted.connect(self.banner.say)
        self.session.location_changed.connect(self._on_location_changed)
        self.strip.open_requested.connect(lambda: self.actions_by_name["openPictures"].trigger())
        self.units.unit_opened.connect(self._on_unit_opened)

    def _make_actions(self) -> None:
        self.entries: list[actions.Entry] = []
        self.actions_by_name: dict[str, QAction] = {}
        self.add_entries(commands(self))
        self.recent = RecentMenu(self.networks.open, self)
        self.recent.set_specs(self.settings.recent)
        self.menuBar().actions()[0].menu().insertMenu(self.actions_by_name["openPictures"], self.recent)
        bar = QToolBar(tr("Navigation"), objectName="navigation", movable=False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        for name in ("back", "forward"):
            bar.addAction(self.actions_by_name[name])
        bar.addWidget(self.address)
        for name in ("copyAddress", "openNetwork", "openPictures", "theme"):
            bar.addAction(self.actions_by_name[name])
        bar.toggleViewAction().setEnabled(False)
        self.addToolBar(bar)
        self.theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_location_changed()

    def add_entries(self, entries: list[actions.Entry]) -> None:
        """Put further actions into the menus, behind those that stand there."""
        self.entries += entries
        self.actions_by_name |= actions.install(self, entries)
        actions.set_icons(self.actions_by_name, entries, self.theme.tokens)

    def start(self, spec: str, pictures: list[str], address: str = "") -> None:
        """Load the engine and open what is asked for; to be called once the window is shown."""
        self.networks.start(spec, address)
        self.pictures.open_samples()
        if laid_out := [*pictures, *(file for file in self.settings.pictures if file not in pictures)]:
            self.pictures.open_paths(laid_out)
        self.pictures.wished = "" if pictures else self.settings.picture

    @Slot(object)
    def _on_network_opened(self, card: NetworkCard) -> None:
        self.tuning.set_families(list(card.families))
        self.units.view.setFocus()  # arrow keys walk the units from the first moment
        self.settings.remember_network(card.spec)
        self.recent.set_specs(self.settings.recent)
        untrained = tr("{name} (untrained)").format(name=card.name)
        self.setWindowTitle(f"{card.name if card.trained else untrained} — Neuron Inspector")
        about = tr_parts(card.description or card.architecture, " · ")
        about = about if card.trained else tr("Untrained: random weights · {about}").format(about=about)
        self.status.setText(about)
        source, size = card.source or tr("no weights file"), " × ".join(map(str, card.input_shape))
        self.status.set_about(tr("{source}\ninput {size}").format(source=source, size=size))

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel.startswith(("feature", "tuning", "live", "tiles", "filling", "activations", "export-")):
            self.banner.say(sentence)

    @Slot(str)
    def _on_opening_failed(self, sentence: str) -> None:
        if not self.dialogs.is_open:
            self.banner.say(sentence)

    @Slot()
    def _on_location_changed(self) -> None:
        self.actions_by_name["back"].setEnabled(self.session.can_go_back)
        self.actions_by_name["forward"].setEnabled(self.session.can_go_forward)

    @Slot(int)
    def _on_unit_opened(self, unit: int) -> None:
        self.feature.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_theme_changed(self) -> None:
        actions.set_icons(self.actions_by_name, self.entries, self.theme.tokens)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        # What is carried from here and let go of on the way is no picture; only the strip takes that for one.
        if event.source() is None and is_welcome(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.strip.paste_from(event.mimeData())
        event.acceptProposedAction()

    def paste(self) -> None:
        """Take pictures from the clipboard: files or pixels."""
        self.strip.paste_from(QGuiApplication.clipboard().mimeData())

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._remembers:
            remembered.remember(self)
        # The window is gone at once; a job that is slow to notice is waited for behind the scenes.
        self.arena.hide_floating()
        for window in (*self.findChildren(QDialog), self):
            window.hide()
        QGuiApplication.processEvents()
        self.engine.close()
        event.accept()


def start_soon(window: MainWindow, spec: str, pictures: list[str], address: str = "") -> None:
    """Start the window's work after its first frame is on the screen."""
    QTimer.singleShot(0, window, lambda: window.start(spec, pictures, address))
