"""Progress on the button in the task bar of Windows: the COM interface ITaskbarList3, called through ctypes.

Written by Microsoft's documentation of ITaskbarList3 and its header `ShObjIdl_core.h`, which gives the order
of the methods; it has not been run on Windows.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

_CLASS, _INTERFACE = "{56FDF344-FD6D-11D0-958A-006097C9A090}", "{EA1AFB91-9E28-4B86-90E9-5E9F8A5EEFAF}"
_IN_PROCESS = 1  # CLSCTX_INPROC_SERVER
# Places among the methods: IUnknown's three stand first, then ITaskbarList's five and ITaskbarList2's one.
_INITIALISE, _SET_VALUE, _SET_STATE = 3, 9, 10
_NOTHING, _NORMAL = 0, 2  # TBPF_NOPROGRESS, TBPF_NORMAL
TOTAL = 100


def progress(share: float | None) -> tuple[int, int]:
    """The button's state and how many of `TOTAL` are done, for a share from 0 to 1 or None."""
    return (_NOTHING, 0) if share is None else (_NORMAL, round(TOTAL * share))


class TaskBarButton:
    """The button of a window, made known to Windows when there is something to show for the first time."""

    def __init__(self, window: Callable[[], int]) -> None:
        """`window` gives the window's handle."""
        self._window, self._list = window, ctypes.c_void_p()

    def __call__(self, share: float | None) -> bool:
        """Show a share, or nothing; whether Windows took it."""
        state, done = progress(share)
        handle, number = ctypes.c_void_p(self._window()), ctypes.c_ulonglong
        try:
            if not self._list:
                self._make()
            self._call(_SET_STATE, handle, ctypes.c_int(state))
            if state == _NORMAL:
                self._call(_SET_VALUE, handle, number(done), number(TOTAL))
        except OSError:
            return False  # an older Windows, or one without a task bar
        return True

    def _make(self) -> None:
        # Qt has initialised COM on the thread of the window. HRESULT raises OSError for what fails.
        ole: Any = ctypes.OleDLL("ole32")
        kind, interface, made = (ctypes.c_byte * 16)(), (ctypes.c_byte * 16)(), ctypes.c_void_p()
        ole.CLSIDFromString(ctypes.c_wchar_p(_CLASS), kind)
        ole.IIDFromString(ctypes.c_wchar_p(_INTERFACE), interface)
        ole.CoCreateInstance(kind, None, _IN_PROCESS, interface, ctypes.byref(made))
        self._list = made
        self._call(_INITIALISE)

    def _call(self, place: int, *arguments: Any) -> None:
        kinds = [type(argument) for argument in arguments]
        prototype = ctypes.WINFUNCTYPE(ctypes.HRESULT, *kinds)
        prototype(place, f"method {place}")(self._list, *arguments)
