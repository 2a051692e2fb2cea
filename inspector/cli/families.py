"""Stimulus families from a file of the user's own."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from inspector.network.errors import InspectorError


def open_families(path: Path | None, trust: bool) -> None:
    """Add the families of a Python file, which runs it.

    Raises:
        InspectorError: The user has not said that the file is to be trusted, or it cannot be used.
    """
    if path is None:
        return
    if not trust:
        raise InspectorError(f"{path.name} is a program that would be run: add --trust if you trust it.")
    from inspector.stimuli.custom import load_families

    with contextlib.redirect_stdout(sys.stderr):  # what it prints is no part of the command's answer
        load_families(path)
