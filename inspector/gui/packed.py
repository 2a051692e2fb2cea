"""What a packed program sees to when it starts programs: itself once more, and those of the system."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_LIBRARIES = "LD_LIBRARY_PATH"


def command() -> tuple[str, list[str]]:
    """What starts this program: itself where it is packed, else this Python.

    What an AppImage holds is there only while that start of it lasts, so it is the AppImage that is started.
    """
    if not getattr(sys, "frozen", False):
        return sys.executable, ["-m", "inspector"]
    return os.environ.get("APPIMAGE", sys.executable), []


def open_outside(url: QUrl) -> bool:
    """Have the system open a page or folder in the program that the user has for it."""
    with libraries_of_the_system():
        return QDesktopServices.openUrl(url)


@contextmanager
def libraries_of_the_system() -> Iterator[None]:
    """Let what is started within find the system's libraries and not those packed with this program.

    PyInstaller's launcher puts its folder in front and keeps what stood there before under a name of its own.
    """
    ours = os.environ.get(_LIBRARIES)
    before = os.environ.get(f"{_LIBRARIES}_ORIG")
    if not getattr(sys, "frozen", False) or ours is None:
        yield
        return
    del os.environ[_LIBRARIES]
    if before is not None:
        os.environ[_LIBRARIES] = before
    try:
        yield
    finally:
        os.environ[_LIBRARIES] = ours
