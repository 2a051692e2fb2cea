"""The bare form, which opens the window, and the command `tour`."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path
from typing import Any

from inspector.cli.display import obstacle
from inspector.network.errors import InspectorError
from inspector.network.links import read_link, spec_named
from inspector.pictures.folders import SUFFIXES
from inspector.settings import load


def show(arguments: Namespace) -> int:
    """Open the window and run until it is closed.

    Raises:
        InspectorError: There is no display, Qt does not load, or a link leads nowhere.
    """
    link = read_link(arguments.network or "")
    reason = obstacle()
    if reason is not None:
        raise InspectorError(reason)
    network, pictures = arguments.network, arguments.pictures
    if network is not None and Path(network).suffix.lower() in SUFFIXES:
        network, pictures = None, [network, *pictures]  # pictures alone: shown to the network of last time
    address = ""
    if link is not None:
        network, address = spec_named(link.network, load().recent), str(link)
    return int(_app().run_window(network, pictures, fresh=arguments.fresh, address=address))


def tour(arguments: Namespace) -> int:
    """Drive the window through the main job, unseen where there is no display."""
    if obstacle() is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return int(_app().run_tour(arguments.network, arguments.out, arguments.pictures or None))


def _app() -> Any:
    """The window's composition root; importing it loads Qt, which needs libraries of the system."""
    try:
        from inspector import app
    except ImportError as error:
        raise InspectorError(f"The window cannot be shown: {error}.") from error
    return app
