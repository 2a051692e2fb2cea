"""Panels that can be moved, floated, hidden and shown again, around the pages in the middle."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from inspector.gui.icons import icon
from inspector.gui.panels.parts import MARGIN, CrossButton, ElidedLabel
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr

_AREA = Qt.DockWidgetArea
_WIDE, _HIGH = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_COLUMNS = {"layersDock": 400, "featureDock": 620}
"""Widths beside a middle of 540."""
_ROOM = 1560
_ROWS = ({"layersDock": 4, "jobsDock": 1}, {"featureDock": 1, "evidenceDock": 1})


class PanelTitle(QWidget):
    """What a panel is dragged by: its name, and buttons that let it float (or put it back) and hide it."""

    def __init__(self, panel: QDockWidget) -> None:
        super().__init__(panel, objectName=f"{panel.objectName()}Title")
        title = ElidedLabel(panel.windowTitle(), muted=True, factor=0.88)
        self._float = QToolButton(objectName=f"{panel.objectName()}Float", autoRaise=True)
        self._float.setFixedSize(22, 22)
        self._float.setIconSize(QSize(13, 13))
        self._float.setToolTip(tr("Let “{title}” float").format(title=panel.windowTitle()))
        self._float.setAccessibleName(self._float.toolTip())
        hide = CrossButton(
            f"{panel.objectName()}Hide", tr("Hide “{title}”").format(title=panel.windowTitle())
        )
        hide.setFixedSize(22, 22)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(title, 1)
        for button in (self._float, hide):
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            layout.addWidget(button)
        self._float.clicked.connect(lambda: panel.setFloating(not panel.isFloating()))
        hide.clicked.connect(panel.close)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icon()
        super().changeEvent(event)

    def _draw_icon(self) -> None:
        self._float.setIcon(icon("enlarge", tokens_of(self.palette())))


class Panel(QDockWidget):
    """A part of the window in a dock; its title takes room only while panels are arranged, or it floats."""

    def __init__(self, name: str, title: str, widget: QWidget, parent: QMainWindow) -> None:
        super().__init__(title, parent, objectName=name)
        self.setAccessibleName(title)
        self.setWidget(widget)
        self._titled = False
        self._none, self._title = QWidget(self), PanelTitle(self)
        self._show_title()
        # Not at once: the title may not change under the very drop that brings the panel home.
        self.topLevelChanged.connect(self._show_title, Qt.ConnectionType.QueuedConnection)

    def set_titled(self, titled: bool) -> None:
        """Show the title bar, by which the panel is dragged, also while it is in its place."""
        self._titled = titled
        self._show_title()

    @Slot()
    def _show_title(self) -> None:
        """Never another title while it is dragged: Qt would not hear where the drag ends."""
        wanted = self._title if self._titled or self.isFloating() else self._none
        if self.titleBarWidget() is not wanted:
            for title in (self._none, self._title):
                title.setVisible(title is wanted)
            self.setTitleBarWidget(wanted)


class Arena(QMainWindow):
    """The pages in the middle and the panels around them.

    It stands inside the window, above the strip of pictures, which is a panel of the window itself.

    Attributes:
        panels: The panels of both, by object name.
    """

    def __init__(self, middle: QWidget, **parts: tuple[str, QWidget]) -> None:
        """`middle` keeps its place; the parts are `layers`, `jobs`, `desk`, `feature` and `evidence`."""
        super().__init__(objectName="arena")
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockOptions(self.DockOption.AllowNestedDocks | self.DockOption.AllowTabbedDocks)
        self.setCentralWidget(middle)
        for corner, area in (
            (Qt.Corner.BottomLeftCorner, _AREA.LeftDockWidgetArea),
            (Qt.Corner.TopLeftCorner, _AREA.LeftDockWidgetArea),
            (Qt.Corner.BottomRightCorner, _AREA.RightDockWidgetArea),
            (Qt.Corner.TopRightCorner, _AREA.RightDockWidgetArea),
        ):
            self.setCorner(corner, area)
        self.panels = {f"{name}Dock": Panel(f"{name}Dock", *part, self) for name, part in parts.items()}
        self._outer: QMainWindow | None = None
        self._fresh = True
        self._shares: dict[Panel, tuple[float, int]] = {}
        self.arrange()

    def add_below(self, window: QMainWindow, name: str, title: str, widget: QWidget) -> None:
        """Make a panel of the window itself, below all others."""
        panel = self.panels[name] = Panel(name, title, widget, window)
        panel.setAllowedAreas(_AREA.BottomDockWidgetArea | _AREA.TopDockWidgetArea)
        window.setDockOptions(self.dockOptions())
        window.addDockWidget(_AREA.BottomDockWidgetArea, panel)
        self._outer = window

    def arrange(self) -> None:
        """Put every panel into its first place, with its first share of the room."""
        for panel in self.panels.values():
            panel.setFloating(False)
            panel.show()
        for name, area in (
            ("layersDock", _AREA.LeftDockWidgetArea),
            ("jobsDock", _AREA.LeftDockWidgetArea),
            ("deskDock", _AREA.BottomDockWidgetArea),
            ("featureDock", _AREA.RightDockWidgetArea),
            ("evidenceDock", _AREA.RightDockWidgetArea),
        ):
            self.addDockWidget(area, self.panels[name])
        for above, below in (("layersDock", "jobsDock"), ("featureDock", "evidenceDock")):
            self.splitDockWidget(self.panels[above], self.panels[below], _HIGH)
        if self._outer is not None:
            self._outer.addDockWidget(_AREA.BottomDockWidgetArea, self.panels["picturesDock"])
        self.share()

    def state(self) -> dict[str, str]:
        """Where every panel is, by names of their own."""
        return {name: main.saveState().toBase64().data().decode() for name, main in self._mains().items()}

    def restore(self, stored: Mapping[str, str]) -> bool:
        """Put every panel where it was; False where nothing was stored or it does not fit."""
        mains = self._mains()
        if not all(name in stored for name in mains):
            return False
        done = [
            main.restoreState(QByteArray.fromBase64(stored[name].encode())) for name, main in mains.items()
        ]
        self._fresh = not all(done)
        return all(done)

    def set_titled(self, titled: bool) -> None:
        """Let all panels show the titles by which they are dragged."""
        for panel in self.panels.values():
            panel.set_titled(titled)

    def hide_floating(self) -> None:
        """Take away what floats: the window goes."""
        for panel in self.panels.values():
            if panel.isFloating():
                panel.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fresh:  # what is said before there is any room is forgotten
            QTimer.singleShot(0, self, self.share)
            self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the columns keep their shares of the width, where Qt would give all of it to the middle."""
        before, now = event.oldSize().width(), event.size().width()
        sides = self._sides()
        shares = {panel: self._share_of(panel, max(before, 1)) for panel in sides}
        super().resizeEvent(event)
        if self.isVisible() and before > 0 and before != now and sides:
            self.resizeDocks(sides, [round(share * now) for share in shares.values()], _WIDE)
            self._shares = {panel: (share, panel.width()) for panel, share in shares.items()}

    def _share_of(self, panel: Panel, width: int) -> float:
        """The part of the width that was given last; Qt gives a little less, which would add up."""
        share, given = self._shares.get(panel, (0.0, -1))
        return share if panel.width() == given else panel.width() / width

    def _sides(self) -> list[Panel]:
        """One panel of each column beside the middle."""
        areas = (_AREA.LeftDockWidgetArea, _AREA.RightDockWidgetArea)
        shown = [panel for panel in self.panels.values() if panel.isVisible() and not panel.isFloating()]
        inside = [panel for panel in shown if panel.parentWidget() is self]
        firsts = (next((p for p in inside if self.dockWidgetArea(p) == area), None) for area in areas)
        return [panel for panel in firsts if panel is not None]

    @Slot()
    def share(self) -> None:
        """Give every panel its first share of the room that there is."""
        width, height = max(self.width(), 1), max(self.height(), 1)
        names = [name for name in _COLUMNS if self.panels[name].isVisible() or not self.isVisible()]
        shares = [round(_COLUMNS[name] * width / _ROOM) for name in names]
        self.resizeDocks([self.panels[name] for name in names], shares, _WIDE)
        for rows in _ROWS:
            parts = [round(share * height / sum(rows.values())) for share in rows.values()]
            self.resizeDocks([self.panels[name] for name in rows], parts, _HIGH)
        self.resizeDocks([self.panels["deskDock"]], [height * 3 // 7], _HIGH)

    def _mains(self) -> dict[str, QMainWindow]:
        return {"arena": self} | ({"panels": self._outer} if self._outer is not None else {})
