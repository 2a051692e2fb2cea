"""The page that compares two networks: what with, over which pictures, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import mark, tr
from inspector.gui.views.cka_map import CkaMap
from inspector.gui.views.compare_plots import DepthView, ProfilePlot, TimePlot
from inspector.gui.views.kernel_list import Pictures
from inspector.gui.views.matches import MatchesView
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading, muted
from inspector.gui.views.segments import Segments
from inspector.lenses.comparison import Comparison

PAGES = {
    "cka": ("CKA", mark("How alike all nodes of both networks are, over the pictures.")),
    "matches": (mark("Units"), mark("Units of this node and those that answer alike in the other network.")),
    "depth": (
        mark("Depth"),
        mark("How deep the best match of each unit of this node lies in the other network."),
    ),
    "profile": (mark("All nodes"), mark("How deep the best matches of all units lie, node by node.")),
    "time": (mark("Time line"), mark("Checkpoints of a folder against the network in front.")),
}
SAMPLES, STRIP, FOLDER = mark("Samples"), mark("Laid out"), mark("Folder…")
_CHOICES = (SAMPLES, STRIP, FOLDER)
_TITLE = mark("No comparison yet")
_HINT = mark(
    "Name another network (resnet18, NAME=FILE, a file), or choose a folder of checkpoints, then press "
    "Compare. Both see the same pictures, each in its own size."
)
FEW = mark("With few pictures and many units CKA comes out too high: compare over as many as you can.")


class CompareView(QWidget):
    """The page.

    Signals:
        wanted: Compare with the network that is named.
        other_wanted, checkpoints_wanted, folder_wanted: Something is to be chosen from a dialog.
        side_wanted: Both networks are wanted side by side.
        page_changed: Another page is in sight.
        checkpoint_chosen: The number of a checkpoint.
        export_wanted: "cka", "matches", "time" (tables) or "picture" (the page as it is seen).
    """

    wanted = Signal()
    other_wanted = Signal()
    checkpoints_wanted = Signal()
    folder_wanted = Signal()
    side_wanted = Signal()
    page_changed = Signal()
    checkpoint_chosen = Signal(int)
    export_wanted = Signal(str)

    def __init__(self, pictures: Pictures, other_pictures: Pictures) -> None:
        super().__init__(objectName="compareView")
        self.setMinimumSize(*SMALLEST)
        self.pages = Segments("comparePages", PAGES, prefix="compare", accessible=tr("Show {}"))
        self.pages.set_current("cka")
        self.other = QLineEdit(objectName="compareOther")
        self.other.setAccessibleName(tr("The other network"))
        self.other.setToolTip(
            tr("A name, NAME=FILE, a file, or a folder of checkpoints of the network in front")
        )
        self.other.setPlaceholderText(tr("Other network"))
        self.open = _button("compareOpen", tr("Open…"), tr("Choose the other network from the list"))
        self.checkpoints = _button(
            "compareCheckpoints", tr("Checkpoints…"), tr("Choose a folder of checkpoints")
        )
        self.shown = QComboBox(objectName="comparePictures")
        self.shown.setAccessibleName(tr("Pictures that both networks see"))
        self.shown.addItems([tr(name) for name in _CHOICES])
        self.go = _button(
            "compareGo", tr("Compare"), tr("Show the pictures to both networks and compare them")
        )
        self.export = QToolButton(objectName="compareExport", text=tr("Export"), enabled=False)
        self.export.setAccessibleName(tr("Export the comparison"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.export.setMenu(self._menu())
        self.slider = QSlider(Qt.Orientation.Horizontal, objectName="compareTime", tracking=False)
        self.slider.setAccessibleName(tr("Checkpoint"))
        self.slider.setPageStep(1)
        self.checkpoint = ElidedLabel(name="compareCheckpoint", muted=True)
        self._said = tr(FEW)
        self.line = muted(tr(FEW), "compareLine", wrap=True)
        self.cka, self.depth, self.profile, self.time = CkaMap(), DepthView(), ProfilePlot(), TimePlot()
        self.matches = MatchesView(pictures, other_pictures)
        self.empty = EmptyState("compareEmpty")
        self.stack = QStackedWidget()
        for page in (self.cka, self.matches, self.depth, self.profile, self.time, self.empty):
            self.stack.addWidget(page)
        self._lay_out()
        self._join()
        self.set_checkpoints(())
        self.say(tr(_TITLE), tr(_HINT))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        titles = {
            "cka": tr("CKA of all nodes as CSV…"),
            "matches": tr("Matches of this node as CSV…"),
            "time": tr("Time line as CSV…"),
            "picture": tr("Export view…"),
        }
        for name, title in titles.items():
            menu.addAction(title).setObjectName(f"compareExport-{name}")
        menu.triggered.connect(lambda action: self.export_wanted.emit(action.objectName().partition("-")[2]))
        return menu

    def _lay_out(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        self.time_row = QWidget()
        time = QHBoxLayout(self.time_row)
        time.setContentsMargins(0, 0, 0, 0)
        for part, widgets in (
            (head, (heading(tr("Compare")), self.pages)),
            (row, (self.other, self.open, self.checkpoints, self.shown, self.go)),
            (time, (self.slider, self.checkpoint)),
        ):
            part.setSpacing(SPACE)
            for number, widget in enumerate(widgets):
                part.addWidget(widget, int(number == 0 and part is not head))
        head.addStretch(1)
        head.addWidget(self.export)
        self.checkpoint.setFixedWidth(200)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addLayout(row)
        layout.addWidget(self.time_row)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.line)

    def _join(self) -> None:
        self.pages.chosen.connect(self._on_page_chosen)
        self.go.clicked.connect(self.wanted)
        self.matches.side.clicked.connect(self.side_wanted)
        self.other.returnPressed.connect(self.wanted)
        self.open.clicked.connect(self.other_wanted)
        self.checkpoints.clicked.connect(self.checkpoints_wanted)
        self.shown.activated.connect(self._on_shown_chosen)
        self.slider.valueChanged.connect(self.checkpoint_chosen)
        self.time.chosen.connect(self.slider.setValue)
        self.cka.hovered.connect(self._on_hovered)

    def set_checkpoints(self, names: tuple[str, ...]) -> None:
        """Offer checkpoints; none hides the slider and the time line."""
        self.time_row.setVisible(bool(names))
        self.slider.blockSignals(True)
        self.slider.setRange(0, max(len(names) - 1, 0))
        self.slider.setValue(0)
        self.slider.blockSignals(False)
        tip = tr(PAGES["time"][1]) if names else tr("Choose a folder of checkpoints first.")
        self.pages.set_available("time", bool(names), tip)
        if not names and self.pages.current == "time":
            self.show_page("cka")

    def show_page(self, name: str) -> None:
        """Bring a page forward."""
        self.pages.set_current(name)
        if self.stack.currentWidget() is not self.empty:
            self._on_page_chosen(name)

    def show_comparison(self, comparison: Comparison) -> None:
        """There is something to show: the chosen page takes the place of the hint."""
        one = comparison
        pair = tr("{network} and {network2}").format(network=one.first.network, network2=one.second.network)
        self._said = tr("{pair} · {count} pictures ({title}) · {few}").format(
            pair=pair, count=len(one.pictures), title=one.title, few=tr(FEW)
        )
        self.line.setText(self._said)
        self.cka.show_comparison(comparison)
        self.export.setEnabled(True)
        self._on_page_chosen(self.pages.current)

    def say(self, title: str, hint: str = "") -> None:
        """Say why there is nothing."""
        self.empty.say(title, hint)
        self.stack.setCurrentWidget(self.empty)
        self.export.setEnabled(False)

    def forget(self) -> None:
        """Another network is in front."""
        self.cka.show_comparison(None)
        self.say(tr(_TITLE), tr(_HINT))
        self._said = tr(FEW)
        self.line.setText(tr(FEW))

    @Slot(str)
    def _on_page_chosen(self, name: str) -> None:
        if self.export.isEnabled():
            self.stack.setCurrentIndex(list(PAGES).index(name))
            self.page_changed.emit()

    @Slot(str)
    def _on_hovered(self, text: str) -> None:
        self.line.setText(text or self._said)

    @Slot()
    def _on_shown_chosen(self) -> None:
        if self.shown.currentIndex() == _CHOICES.index(FOLDER):
            self.folder_wanted.emit()


def _button(name: str, text: str, tip: str) -> QPushButton:
    button = QPushButton(text, objectName=name, toolTip=tip)
    button.setAccessibleName(tip)
    return button
