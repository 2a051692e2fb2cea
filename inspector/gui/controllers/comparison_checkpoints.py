"""A folder of checkpoints of the network in front: a slider over them, and a time line of all."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from inspector.gui.engine import Engine
from inspector.gui.session import Session
from inspector.gui.translation import tr
from inspector.gui.views.compare import CompareView
from inspector.jobs.comparison import CompareCheckpoints, ShownPictures, called, checkpoints
from inspector.jobs.queue import Priority
from inspector.lenses.comparison import TimeLine
from inspector.network.errors import InspectorError

TIME = "compare-time"


class CheckpointsController(QObject):
    """Joins the slider and the time line of the comparison page with the engine.

    Attributes:
        line: The time line as far as the checkpoints were looked at; None where none was opened.

    Signals:
        chosen: What is to be compared with from now on, as given to `open_network`.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, engine: Engine, view: CompareView, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._engine, self._view = session, engine, view
        self._specs: tuple[str, ...] = ()
        self.line: TimeLine | None = None
        view.checkpoint_chosen.connect(self._on_checkpoint_chosen)
        engine.arrived.connect(self._on_payload)
        engine.finished.connect(self._on_payload)
        engine.failed.connect(self._on_failed)

    def open(self, folder: str, over: ShownPictures) -> None:
        """Compare all checkpoints of a folder, over these pictures; the first is chosen."""
        card = self._session.network
        if card is None:
            return
        try:
            self._set(checkpoints(folder, card.architecture))
        except InspectorError as error:
            self._view.line.setText(str(error))
            return
        title = tr("Comparing {count} checkpoints").format(count=len(self._specs))
        self._engine.submit(CompareCheckpoints(card.name, self._specs, over), TIME, title, Priority.UNIT)
        self._on_checkpoint_chosen(0)

    def leave_unless(self, spec: str) -> None:
        """Close the folder where what is compared now is none of its checkpoints."""
        if spec not in self._specs:
            self.close()

    def close(self) -> None:
        """Hide slider and time line."""
        self._set(())

    def show_line(self) -> None:
        """Draw the current node's time line."""
        node = self._session.node
        if self.line is not None and node is not None:
            self._view.time.show_line(self.line, node.name, self._view.slider.value())

    def _set(self, specs: tuple[str, ...]) -> None:
        self._specs, self.line = specs, None
        self._engine.give_up(TIME)
        self._view.set_checkpoints(tuple(map(called, specs)))

    @Slot(int)
    def _on_checkpoint_chosen(self, number: int) -> None:
        if number >= len(self._specs):
            return
        spec = self._specs[number]
        text = tr("{name} · {number} of {count}")
        self._view.other.setText(spec)
        self._view.checkpoint.setText(
            text.format(name=called(spec), number=number + 1, count=len(self._specs))
        )
        self.chosen.emit(spec)
        self.show_line()

    @Slot(str, object)
    def _on_payload(self, panel: str, payload: object) -> None:
        if panel == TIME and isinstance(payload, TimeLine):
            self.line = payload
            self.show_line()

    @Slot(str, str)
    def _on_failed(self, panel: str, sentence: str) -> None:
        if panel == TIME:
            self._view.line.setText(sentence)
