"""Setting torch up for this process, before and after it is imported."""

from __future__ import annotations

import functools
import gc
import logging
import os

from inspector.network.device import Compute, choose, wished

_log = logging.getLogger(__name__)
THREADS_VARIABLE = "NEURON_INSPECTOR_THREADS"


def wait_politely() -> None:
    """Let threads sleep, not spin, at the end of every parallel loop; to be called before torch is imported.

    Spinning threads gain little on a quiet machine, and beside other busy programs they take each other's
    processor: on two cores under load 64 steps took 17 s instead of 1.9 s. The user's settings win.
    """
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    os.environ.setdefault("KMP_BLOCKTIME", "0")  # the same for Intel's and LLVM's OpenMP


def take_huge_pages() -> None:
    """Let torch ask for memory in pages of 2 MB where a tensor is large; to be called before it is imported.

    A forward pass of SqueezeNet takes 6 % less time on Linux, a look through its maps 20 %. Elsewhere it
    changes nothing. The user's setting wins.
    """
    os.environ.setdefault("THP_MEM_ALLOC_ENABLE", "1")


def set_up(threads: int | None = None, wish: Compute | None = None) -> int:
    """Import torch with threads that wait politely and memory that is kept between steps.

    Args:
        threads: How many threads torch uses; None takes `default_threads`.
        wish: Device and precision; None takes what the environment asks for. A device that is not there is
            told in the log.

    Returns:
        How many threads it is.
    """
    wait_politely()
    take_huge_pages()
    import torch

    from inspector.probe.memory import raise_malloc_thresholds

    raise_malloc_thresholds()
    torch.set_num_threads(threads or default_threads())
    _, sentence = choose(wish or wished())
    if sentence:
        _log.warning("%s", sentence)
    _spare_collections()
    return torch.get_num_threads()


@functools.cache
def _spare_collections() -> None:
    """Have no collection look at the half a million objects of torch, which live as long as the process.

    Once: what came since, as with another number of threads in a window long open, may be garbage.
    """
    gc.freeze()


def default_threads() -> int:
    """How many threads torch gets: every core, less one for the window where there are four or more.

    On two cores the window stays at 60 frames a second beside two busy threads, and one less would cost a
    third of the speed. NEURON_INSPECTOR_THREADS or OMP_NUM_THREADS wins where it is set.
    """
    for variable in (THREADS_VARIABLE, "OMP_NUM_THREADS"):
        chosen = os.environ.get(variable, "")
        if chosen.isdigit() and int(chosen) > 0:
            return int(chosen)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if cores < 4 else cores - 1
