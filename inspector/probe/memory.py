"""Sparing page faults: the C library keeps a step's big buffers instead of giving them back."""

from __future__ import annotations

import ctypes
import logging
import platform

logger = logging.getLogger(__name__)

# Parameters of mallopt(3), from glibc's malloc.h.
_M_TRIM_THRESHOLD = -1
_M_MMAP_THRESHOLD = -3
_M_ARENA_MAX = -8
_THRESHOLD = 1 << 30


def raise_malloc_thresholds() -> bool:
    """Let malloc keep buffers of up to a gigabyte for the next step; for the whole process, once at start.

    With glibc's default thresholds every large activation is mapped and unmapped at each step and page faults
    dominate: raising them took batches of 8 at SqueezeNet's early nodes from 55 to 143 unit-steps/s. Only
    glibc is touched: mallopt of another C library (musl has none, Bionic's is another) is not called.

    All threads share what is kept: with a heap for each, every lane of a scan would keep a pass's worth.

    Returns:
        Whether all of it was set.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False
    mallopt.argtypes, mallopt.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    wanted = ((_M_MMAP_THRESHOLD, _THRESHOLD), (_M_TRIM_THRESHOLD, _THRESHOLD), (_M_ARENA_MAX, 1))
    raised = [mallopt(name, value) == 1 for name, value in wanted]
    logger.debug("malloc thresholds raised, one heap for all threads: %s", raised)
    return all(raised)
