"""The bare form, which opens the window, and the command `tour`."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from inspector.network.errors import InspectorError
from inspector.pictures.folders import SUFFIXES


def show(arguments: Namespace) -> int:
    """Open the window and run until it is closed.

    Raises:
        InspectorError: There is no display, or Qt does not load.
    """
    if not _has_display():
        raise InspectorError(
            "There is no display to open a window on: log in to a desktop, set QT_QPA_PLATFORM=offscreen to "
            "run unseen, or use a command (neuron-inspector --help)."
        )
    network, pictures = arguments.network, arguments.pictures
    if network is not None and Path(network).suffix.lower() in SUFFIXES:
        network, pictures = None, [network, *pictures]  # pictures alone: shown to the network of last time
    return int(_app().run_window(network, pictures, fresh=arguments.fresh))


def tour(arguments: Namespace) -> int:
    """Drive the window through the main job, unseen where there is no display."""
    if not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return int(_app().run_tour(arguments.network, arguments.out, arguments.pictures or None))


def _has_display() -> bool:
    """Whether a window can be shown; only Linux and its like can be without a display server."""
    if os.environ.get("QT_QPA_PLATFORM") or sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _app() -> Any:
    """The window's composition root; importing it loads Qt, which needs libraries of the system."""
    try:
        from inspector import app
    except ImportError as error:
        raise InspectorError(f"The window cannot be shown: {error}.") from error
    return app
