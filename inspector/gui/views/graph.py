"""The graph of the network with its bar: search, folding, zoom, pictures, export."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import mark, tr
from inspector.gui.views.graph_canvas import GraphCanvas
from inspector.gui.views.graph_minimap import GraphMinimap
from inspector.gui.views.icon_button import IconButton
from inspector.gui.views.parts import EDGE, SPACE
from inspector.gui.views.segments import Segments

_ZOOM_STEP = 1.25
_LENSES = {
    "": (mark("None"), mark("Only the operations.")),
    "dream": (mark("DeepDream"), mark("What strengthens all of a layer.")),
    "caricature": (mark("Caricature"), mark("What each layer makes of the current picture, exaggerated.")),
    "mean": (
        mark("Channel mean"),
        mark("Where each layer responds to the current picture, over all its channels."),
    ),
}
_FOLDS = {
    "some": (mark("As at first"), mark("Large blocks folded, the others open")),
    "all": (mark("Fold all"), mark("Only the outermost blocks")),
    "none": (mark("Unfold all"), mark("Every operation")),
}
_EXPORTS = {"svg": mark("Export as SVG…"), "dot": mark("Export as DOT…")}


class GraphView(QWidget):
    """The graph as one walks in it.

    Attributes:
        canvas: The drawing.
        search: The line to search in.

    Signals:
        came_up: It came into sight.
        lens_chosen: Pictures of another kind are wanted: "", "dream", "caricature" or "mean".
        paused: The making of pictures is to stand still (True), or to go on.
        fold_chosen: "some", "all" or "none" of the blocks are to be folded.
        search_changed: The words searched for.
        next_requested: The user wants to walk to the next match (1) or the one before (-1).
        export_requested: "svg" or "dot".
        enlarge_requested: A window of its own is wanted, or the place in the main window again.
    """

    came_up = Signal()
    lens_chosen = Signal(str)
    paused = Signal(bool)
    fold_chosen = Signal(str)
    search_changed = Signal(str)
    next_requested = Signal(int)
    export_requested = Signal(str)
    enlarge_requested = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="graphView")
        self.setAutoFillBackground(True)
        self.canvas = GraphCanvas()
        self.minimap = GraphMinimap(self.canvas)
        self.search = QLineEdit(objectName="graphSearch", clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Name or op"))
        self.search.setAccessibleName(tr("Search the graph"))
        self.search.setMinimumWidth(80)
        self.search.installEventFilter(self)
        self.found = ElidedLabel(name="graphFound", muted=True, factor=0.9)
        self.found.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lenses = Segments("graphLens", _LENSES, prefix="graphLens", accessible=tr("Pictures: {}"))
        self.lenses.set_current("")
        self.note = ElidedLabel(name="graphNote", muted=True, factor=0.9)
        self.pause = IconButton("pause", "graphPause", tr("Pause"), tr("Pause the making of pictures"))
        self.pause.setCheckable(True)
        self.pause.hide()
        self.folds = self._menu_button("graph", "graphFolds", tr("Blocks"), _FOLDS, self.fold_chosen)
        exports = {key: (text, "") for key, text in _EXPORTS.items()}
        self.exports = self._menu_button(
            "export", "graphExport", tr("Export"), exports, self.export_requested
        )
        self.enlarge = IconButton(
            "enlarge", "graphEnlarge", tr("Own window"), tr("In a window of its own, or back")
        )
        self.empty = EmptyState("graphEmpty")
        self._lay_out()
        self.search.textChanged.connect(self.search_changed)
        self.lenses.chosen.connect(self.lens_chosen)
        self.pause.toggled.connect(self._on_pause_toggled)
        self.enlarge.clicked.connect(self.enlarge_requested)
        self.say(tr("Drawing the graph"))

    def _button(self, name: str, accessible: str, tip: str, text: str = "") -> QToolButton:
        button = QToolButton(objectName=name, text=text, toolTip=tip, autoRaise=True)
        button.setAccessibleName(accessible)
        return button

    def _menu_button(
        self, drawing: str, name: str, title: str, entries: dict[str, tuple[str, str]], signal: Signal
    ) -> IconButton:
        button = IconButton(drawing, name, title, title)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for key, (text, tip) in entries.items():
            action = menu.addAction(tr(text))
            action.setObjectName(f"{name}-{key}")
            action.setToolTip(tr(tip))
            action.triggered.connect(lambda _=False, key=key: signal.emit(key))
        button.open_menu(menu)
        return button

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(EDGE, 0, EDGE, 0)
            row.setSpacing(SPACE)
        first.addWidget(self.search, 1)
        first.addWidget(self.found)
        for name, text, tip, run in (
            (
                "graphZoomOut",
                "−",
                tr("Zoom out (-, Ctrl+wheel)"),
                lambda: self.canvas.zoom_by(1 / _ZOOM_STEP),
            ),
            ("graphFit", tr("Width"), tr("As wide as the view (0)"), self.canvas.fit_width),
            ("graphAll", tr("All"), tr("All of it in sight"), self.canvas.fit_all),
            ("graphZoomIn", "+", tr("Zoom in (+, Ctrl+wheel)"), lambda: self.canvas.zoom_by(_ZOOM_STEP)),
        ):
            button = self._button(name, tip.partition(" (")[0], tip, text)
            button.clicked.connect(run)
            first.addWidget(button)
        first.addWidget(self.folds)
        first.addWidget(self.exports)
        first.addWidget(self.enlarge)
        second.addWidget(self.lenses)
        second.addWidget(self.pause)
        second.addWidget(self.note, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, SPACE, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addLayout(self._stack, 1)

    def say(self, title: str, hint: str = "") -> None:
        """Say why there is no graph; an empty title shows it."""
        self.empty.say(title, hint)
        self._stack.setCurrentWidget(self.empty if title else self.canvas)

    def set_pictures(self, text: str, *, under_way: bool) -> None:
        """Say how many pictures there are, or why there are none; they can be paused while they are made."""
        self.note.setText(text)
        self.pause.setVisible(under_way)

    def set_paused(self, paused: bool) -> None:
        """Show that the making of pictures stands still, or goes on."""
        self.pause.setChecked(paused)

    @Slot(bool)
    def _on_pause_toggled(self, paused: bool) -> None:
        self.pause.set_drawing("play" if paused else "pause")
        self.pause.setToolTip(tr("Go on with the pictures") if paused else tr("Pause the making of pictures"))
        self.paused.emit(paused)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.came_up.emit()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:
        if watched is self.search and isinstance(event, QKeyEvent):
            clears = event.key() == Qt.Key.Key_Escape and bool(self.search.text())
            if clears and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # Esc belongs to a filled line before it belongs to the window
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._on_search_key(event, clears) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_search_key(self, event: QKeyEvent, clears: bool) -> bool:
        if clears:
            self.search.clear()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.next_requested.emit(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Down:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
