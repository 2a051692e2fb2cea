"""Composition root of the window: application, theme, settings, log, window."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector import __version__, paths
from inspector.gui import translation
from inspector.gui.engine import Engine
from inspector.gui.features.recovery import CRASHES
from inspector.gui.icons import application_icon
from inspector.gui.signals import Signals
from inspector.gui.theme import Theme
from inspector.gui.tour import Tour
from inspector.gui.translation import tr
from inspector.gui.window import MainWindow, start_soon
from inspector.network.errors import InspectorError
from inspector.saying import say
from inspector.settings import Settings, load

DESKTOP_ID = "io.github.neuron_inspector.NeuronInspector"
LOG = "inspector.log"
UNSEEN = ("offscreen", "minimal")
"""Qt's platforms on which nobody could close a dialog."""
_log = logging.getLogger(__name__)
_file_log = logging.getLogger("inspector-file")
"""What goes into the file alone: standard error is told in a sentence of its own."""


def run_window(
    network: str | None = None, pictures: list[str] | None = None, *, fresh: bool = False, address: str = ""
) -> int:
    """Show the window and run until it is closed.

    Args:
        network: What to open, as `inspector.open_network` takes it; None opens what was open last.
        pictures: Files and folders to lay out.
        fresh: Start with default settings instead of the remembered ones.
        address: Where to go in the network; where one was last time, if no network is named.

    Returns:
        The exit status: 128 and its number where a signal has closed the window.

    Raises:
        InspectorError: The window could not be built; a person at a screen has been told in a dialog.
    """
    application = make_application()
    settings = Settings() if fresh else load()
    with _told_if_it_fails():
        translation.install(application, os.environ.get(translation.VARIABLE) or settings.language)
        window = MainWindow(settings, Theme(application, settings.theme))
        window.show()
    signals = Signals(window)
    if network is None:
        address = settings.location
    if not fresh:
        window.features["first_tour"].offer()
    start_soon(window, network or settings.network, pictures or [], address)
    status = application.exec()
    signals.stop()
    return status or signals.status


def run_tour(network: str, out: Path, pictures: list[str] | None = None) -> int:
    """Drive the real window through the main job and save its pictures.

    Args:
        network: What to open.
        out: Folder for the pictures; made where it is missing.
        pictures: Pictures to drop; three of the samples where None.

    Returns:
        0, or 1 where a stage did not come to its end (standard error says which).

    Raises:
        InspectorError: The window could not be built.
    """
    application = make_application()
    with _told_if_it_fails(dialog=False):
        # Not load(): a tour shows the same window on every machine, and leaves the user's settings alone.
        window = MainWindow(Settings(), Theme(application, "light"), remember=False)
    tour = Tour(window, network, out, pictures)
    QTimer.singleShot(0, tour.start)
    application.exec()
    if tour.failure:
        sys.stderr.write(f"neuron-inspector: {tour.failure}\n")
    return 1 if tour.failure else 0


@contextmanager
def _told_if_it_fails(*, dialog: bool = True) -> Iterator[None]:
    """Turn what goes wrong while a window is built into one sentence, in a dialog where someone sees it.

    Raises:
        InspectorError: With the sentence.
    """
    try:
        yield
    except Exception as error:
        _let_go()
        _file_log.critical("The window could not be built", exc_info=error)
        sentence = _sentence(error)
        if dialog and QGuiApplication.platformName() not in UNSEEN:
            QMessageBox.critical(None, "Neuron Inspector", tr(sentence))
        raise InspectorError(sentence) from error


def _let_go() -> None:
    """End the threads of half-made windows: Qt ends the process where a thread dies running."""
    for window in QApplication.topLevelWidgets():
        for engine in window.findChildren(Engine):
            engine.close()
        window.hide()


def _sentence(error: Exception) -> str:
    first = (str(error).strip() or "no more is known").splitlines()[0].rstrip(".")
    return say(
        "The window could not be built: {kind}, {reason}. The log has more: {file}",
        kind=type(error).__name__,
        reason=first,
        file=paths.log_dir() / LOG,
    )


def make_application() -> QApplication:
    """The application object, named, with its log set up."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    _log_to_file()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Neuron Inspector")
    application.setApplicationVersion(__version__)
    application.setWindowIcon(application_icon())
    QGuiApplication.setDesktopFileName(DESKTOP_ID)
    sys.excepthook = _log_exception
    # Python collects cycles on whichever thread makes garbage; a widget that dies on the worker's crashes Qt.
    application.setProperty("garbageCollector", GarbageCollector())
    return application


def _log_to_file() -> None:
    folder = paths.log_dir()
    _file_log.propagate = False
    _file_log.addHandler(logging.NullHandler())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / LOG, maxBytes=1_000_000, backupCount=2, encoding="utf-8")
        # Open as long as the process: what Python cannot catch is written by the signal's handler.
        faulthandler.enable((folder / CRASHES).open("a", encoding="utf-8"))
    except OSError:
        return  # a program without a log is better than no program
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("inspector").addHandler(handler)
    _file_log.addHandler(handler)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").addHandler(handler)


def _log_exception(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    _log.critical("Unexpected error in the window", exc_info=(kind, error, traceback))
    sys.__excepthook__(kind, error, traceback)
