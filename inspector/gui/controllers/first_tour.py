"""The tour of five steps: at the first start, and from the menu Help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QWidget

from inspector.gui.translation import mark
from inspector.gui.views.first_tour import Bubble, Halo, Step

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow
    from inspector.jobs.messages import NetworkCard

NETWORK = "demo"
STEPS = (
    Step(
        "layers",
        mark("Layers"),
        mark("The network’s layers. Walk them with the arrow keys: everything else in the window follows."),
    ),
    Step(
        "units",
        mark("Units"),
        mark(
            "Every unit of the layer is a tile, at first with its activation map for the current picture. "
            "Arrow keys walk from unit to unit, Return goes to the unit’s page."
        ),
    ),
    Step(
        "strip",
        mark("Pictures"),
        mark(
            "Drop your own pictures anywhere on the window, or paste one. The network looks at the one "
            "that you choose here."
        ),
    ),
    Step(
        "unit",
        mark("The unit’s page"),
        mark(
            "Pictures that are made to drive the unit grow while you watch. Below are its tuning, dataset "
            "examples, weights, your notes and the evidence."
        ),
    ),
    Step(
        "palette",
        mark("Everything else"),
        mark(
            "Ctrl+K finds every action, layer, unit and picture. Shift+F1 tells what a page shows and when "
            "it misleads. This tour stays in the menu Help."
        ),
    ),
)


class FirstTour(QObject):
    """Leads through the window; nothing waits for it, and everything can be used meanwhile.

    Attributes:
        bubble, halo: The words, and the frame around what they are about.
        number: The step in sight, from 0; -1 while there is none.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.bubble, self.halo = Bubble(window), Halo(window)
        self.number = -1
        self.bubble.next_wanted.connect(lambda: self._go_to(self.number + 1))
        self.bubble.back_wanted.connect(lambda: self._go_to(max(self.number - 1, 0)))
        self.bubble.skip_wanted.connect(self.end)

    def offer(self) -> None:
        """Begin when the demonstration network is open, if the user has not seen the tour yet."""
        if not self._window.settings.toured:
            self._window.networks.opened.connect(self._on_opened)

    @Slot()
    def begin(self) -> None:
        """Show the first step; it has been seen then, however far one goes."""
        self._window.settings.toured = True
        self._window.installEventFilter(self)
        self._go_to(0)

    @Slot()
    def end(self) -> None:
        """Take it away; the units have the keyboard."""
        self.number = -1
        self._window.removeEventFilter(self)
        self.bubble.hide()
        self.halo.hide()
        self._window.units.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_opened(self, card: NetworkCard) -> None:
        self._window.networks.opened.disconnect(self._on_opened)
        if card.spec == NETWORK:
            self.begin()

    def _go_to(self, number: int) -> None:
        if number >= len(STEPS):
            self.end()
            return
        self.number = number
        self.bubble.show_step(STEPS[number], number, len(STEPS))
        self._place()
        self.halo.show()
        self.bubble.show()
        self.bubble.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        target = self.target(STEPS[self.number].place)
        self.halo.setGeometry(target)
        self.halo.raise_()
        self.bubble.place_beside(target)

    def target(self, place: str) -> QRect:
        """Where a step's part of the window is, in the window's own coordinates."""
        window = self._window
        if place == "unit":
            return self._of(window.feature).united(self._of(window.evidence))
        if place == "palette":
            return self._of_menu()
        return self._of({"layers": window.layers, "units": window.stage, "strip": window.strip}[place])

    def _of_menu(self) -> QRect:
        bar = self._window.menuBar()
        if bar.isNativeMenuBar() or not bar.isVisible():
            return self._of(self._window.address)
        palette = self._window.actions_by_name["palette"]
        title = next(action for action in bar.actions() if palette in action.menu().actions())
        return bar.actionGeometry(title).translated(bar.mapTo(self._window, QPoint()))

    def _of(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self._window, part.rect().topLeft()), part.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A layout moves its parts after the window itself; both kinds come while it is at it.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and self.number >= 0:
            self._place()
        return False
