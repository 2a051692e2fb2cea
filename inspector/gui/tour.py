"""A guided walk of the real window through its main job, with a picture of the window at every stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QMimeData, QObject, QPoint, QPointF, QSize, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from inspector.pictures.samples import sample_paths

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow
    from inspector.network.graph import Node

_LOOK_MS = 50
_SETTLE_LOOKS = 4
_PATIENCE_MS = 240_000
_SIZE = QSize(1560, 980)


@dataclass(frozen=True)
class Stage:
    """One stage: what is done, and the name of the picture taken when the work it started is over."""

    name: str
    act: Callable[[], object]


class Tour(QObject):
    """Runs the stages one after the other and quits the application.

    Attributes:
        failure: A sentence where it could not be finished, else "".
        saved: The pictures written so far.
    """

    def __init__(self, window: MainWindow, network: str, out: Path, pictures: list[str] | None) -> None:
        super().__init__(window)
        self.failure = ""
        self.saved: list[Path] = []
        self._window, self._network, self._out = window, network, out
        self._pictures = pictures or _three_samples()
        self._stages: Iterator[Stage] = iter(())
        self._stage: Stage | None = None
        self._quiet = 0
        self._clock = QElapsedTimer()
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look)
        window.networks.failed.connect(self._fail)

    @Slot()
    def start(self) -> None:
        """Show the window and begin."""
        try:
            self._out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._fail(f"{self._out} cannot be written: {error.strerror}.")
            return
        # A display that is not there has a small screen of its own; the pictures are to be alike everywhere.
        self._window.resize(_SIZE)
        self._window.show()
        self._stages = self._plan()
        self._next()
        self._look.start()

    def _plan(self) -> Iterator[Stage]:
        window = self._window
        yield Stage("start", lambda: window.start(self._network, []))
        yield Stage("pictures", lambda: drop(window.strip, self._pictures))
        for number, node in enumerate(self._nodes_to_walk(), 1):
            yield Stage(f"walk-{number}", lambda node=node: window.layers.node_chosen.emit(node.name))
        yield Stage("unit", self._choose_strongest)
        for family in ("curve", "hue", "spot"):
            yield Stage(f"tuning-{family}", lambda family=family: window.tuning.choose_family(family))
        for mode in ("polar", "heat", "units", "table", "live"):
            yield Stage(f"tuning-{mode}", lambda mode=mode: self._show_tuning(mode))
        yield Stage("visualizations", lambda: window.session.set_tile_lens("feature-visualization"))
        yield Stage("kernels", self._show_kernels)
        yield Stage("graph", self._show_graph)
        yield Stage("dark", lambda: window.theme.set_mode("dark"))

    def _nodes_to_walk(self) -> list[Node]:
        card = self._window.session.network
        plain = [n for n in card.nodes.values() if n.units and len(n.map_shape) == 2 and not n.container]
        worth = [n for n in plain if n.op in ("cat", "add") or n.op.startswith(("Conv", "ReLU"))] or plain
        return [worth[int(share * (len(worth) - 1))] for share in (0.3, 0.6, 0.85)] if worth else []

    def _choose_strongest(self) -> None:
        shown = self._window.pictures.activations
        if shown is not None and shown.top:
            self._window.picture.unit_chosen.emit(shown.top[0].unit)

    def _show_tuning(self, mode: str) -> None:
        self._window.tuning.choose_family("grating")
        self._window.tuning.choose_mode(mode)

    def _show_kernels(self) -> None:
        card = self._window.session.network
        if card.kernels:
            self._window.layers.node_chosen.emit(card.kernels[0])
            self._window.session.set_tile_lens("weights")

    def _show_graph(self) -> None:
        self._window.actions_by_name["showGraph"].trigger()
        self._window.features["graph"].pictures.choose("mean")

    def _next(self) -> None:
        self._quiet = 0
        self._stage = next(self._stages, None)
        self._clock.restart()
        if self._stage is None:
            self._end()
        else:
            self._stage.act()

    @Slot()
    def _on_look(self) -> None:
        # Quiet for a few looks in a row: the page waits a moment before it asks for a unit's pictures.
        busy = self._window.engine.is_busy or self._window.session.network is None
        self._quiet = 0 if busy else self._quiet + 1
        if self._quiet >= _SETTLE_LOOKS:
            self._save()
            self._next()
        elif self._clock.elapsed() > _PATIENCE_MS and self._stage is not None:
            self._fail(f"The stage “{self._stage.name}” did not come to its end in {_PATIENCE_MS // 1000} s.")

    def _save(self) -> None:
        if self._stage is None:
            return
        file = self._out / f"{len(self.saved) + 1:02d}-{self._stage.name}.png"
        if not self._window.grab().save(str(file)):
            self._fail(f"{file} could not be written.")
            return
        self.saved.append(file)

    @Slot(str)
    def _fail(self, sentence: str) -> None:
        self.failure = self.failure or sentence
        self._end()

    def _end(self) -> None:
        self._look.stop()
        self._window.close()
        QApplication.quit()


def drop(target: QWidget, files: list[str]) -> None:
    """Drop files onto a widget as the desktop does: an enter event, then a drop event."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file) for file in files])
    action, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place = QPoint(target.width() // 2, target.height() // 2)
    QApplication.sendEvent(target, QDragEnterEvent(place, action, mime, button, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(place), action, mime, button, none))


def _three_samples() -> list[str]:
    files = sample_paths()
    return [str(files[int(share * len(files))]) for share in (0.1, 0.45, 0.8)] if files else []
