"""Composition root of the window: application, theme, settings, log, window."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from pyqtgraph.util.garbage_collector import GarbageCollector
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from inspector import __version__, paths
from inspector.gui import translation
from inspector.gui.features.recovery import CRASHES
from inspector.gui.icons import application_icon
from inspector.gui.theme import Theme
from inspector.gui.tour import Tour
from inspector.gui.window import MainWindow, start_soon
from inspector.settings import Settings, load

DESKTOP_ID = "io.github.neuron_inspector.NeuronInspector"
_log = logging.getLogger(__name__)


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
        The exit status.
    """
    application = make_application()
    settings = Settings() if fresh else load()
    translation.install(application, os.environ.get(translation.VARIABLE) or settings.language)
    window = MainWindow(settings, Theme(application, settings.theme))
    window.show()
    if network is None:
        address = settings.location
    if not fresh:
        window.features["first_tour"].offer()
    start_soon(window, network or settings.network, pictures or [], address)
    return application.exec()


def run_tour(network: str, out: Path, pictures: list[str] | None = None) -> int:
    """Drive the real window through the main job and save its pictures.

    Args:
        network: What to open.
        out: Folder for the pictures; made where it is missing.
        pictures: Pictures to drop; three of the samples where None.

    Returns:
        0, or 1 where a stage did not come to its end (standard error says which).
    """
    application = make_application()
    # Not load(): a tour shows the same window on every machine, and leaves the user's settings alone.
    window = MainWindow(Settings(), Theme(application, "light"), remember=False)
    tour = Tour(window, network, out, pictures)
    QTimer.singleShot(0, tour.start)
    application.exec()
    if tour.failure:
        sys.stderr.write(f"neuron-inspector: {tour.failure}\n")
    return 1 if tour.failure else 0


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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "inspector.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8"
        )
        # Open as long as the process: what Python cannot catch is written by the signal's handler.
        faulthandler.enable((folder / CRASHES).open("a", encoding="utf-8"))
    except OSError:
        return  # a program without a log is better than no program
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("inspector").addHandler(handler)
    logging.captureWarnings(True)
    logging.getLogger("py.warnings").addHandler(handler)


def _log_exception(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    _log.critical("Unexpected error in the window", exc_info=(kind, error, traceback))
    sys.__excepthook__(kind, error, traceback)
