"""Whether a window can be shown, asked before Qt is: Qt would end the process on the spot."""

from __future__ import annotations

import ctypes
import os
import sys

# What Qt's X11 plug-in loads beside itself, with the Debian package of each.
_LIBRARIES = {
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_INSTEAD = "set QT_QPA_PLATFORM=offscreen to run unseen, or use a command (neuron-inspector --help)"


def obstacle() -> str | None:
    """One sentence on why no window can be shown and what to do, or None where one can.

    Only Linux and its like can be without a display; a platform other than X11's that is chosen through
    QT_QPA_PLATFORM is trusted.
    """
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if (chosen and chosen != "xcb") or sys.platform in ("win32", "darwin"):
        return None
    if os.environ.get("WAYLAND_DISPLAY") and not chosen:
        return None
    if not os.environ.get("DISPLAY"):
        return f"There is no display to open a window on: log in to a desktop, {_INSTEAD}."
    missing = [package for library, package in _LIBRARIES.items() if not _loads(library)]
    if missing:
        return (
            f"Qt cannot open a window without {', '.join(missing)}: install that "
            f"(on Debian and Ubuntu: apt install {' '.join(missing)}), {_INSTEAD}."
        )
    if not _answers():
        return f"The display {os.environ['DISPLAY']} does not answer: check it, {_INSTEAD}."
    return None


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers() -> bool:
    """Whether an X server takes a connection at DISPLAY."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
