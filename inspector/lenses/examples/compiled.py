"""Compiling loops by Numba, once for all runs of the program where it may write them down."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

Loop = Callable[..., Any]


def compiled(loop: Loop, *, flags: frozenset[str] = frozenset()) -> Loop | None:
    """The loop, to be compiled at its first call; None where Numba is not there.

    What is compiled is kept beside the source or, where nothing may be written there, in the user's cache:
    the next start of the program reads it in milliseconds.

    Args:
        loop: A function of arrays and numbers that Numba understands.
        flags: LLVM's fast-math flags that it may take.
    """
    try:
        import numba
    except (ImportError, OSError):
        return None
    _rooted(loop)
    # Its own types know it as a decorator only.
    jit: Any = numba.njit
    options = {"nogil": True, "fastmath": set(flags)}
    try:
        made: Loop = jit(loop, cache=True, **options)
    except RuntimeError:  # no place for it: a packed program has no source beside which it could lie
        made = jit(loop, **options)
    return made


def _rooted(loop: Loop) -> None:
    """Let it be kept once, wherever a packed program is started.

    Numba keeps a loop by the folder of its source. A packed program has none and names a relative one, which
    Numba takes to lie in the working directory.
    """
    code = loop.__code__
    loop.__code__ = code.replace(co_filename=str(Path(os.sep) / code.co_filename))
