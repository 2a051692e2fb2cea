"""Finding a Dask scheduler, or starting one with some processes on this machine."""

from __future__ import annotations

import json
import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dask
import distributed

from inspector.batch.cluster_errors import ClusterError
from inspector.probe.engine import wait_politely
from inspector.saying import say

# Dask's own functions tell no types.
_Client: Any = distributed.Client
_LocalCluster: Any = distributed.LocalCluster
_PATIENCE, _KNOCKING, _GOODBYE = "15s", 10, 30
# Workers of this machine cannot be cut off by a cable: one that is silent for so long hangs or is dead.
_SILENT = "120s"


@contextmanager
def quietly() -> Iterator[None]:
    """Keep Dask's own log of lost connections off standard error: what matters of it is said elsewhere."""
    log = logging.getLogger("distributed")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(before)


@contextmanager
def client_of(scheduler: str) -> Iterator[Any]:
    """A client of a scheduler that runs already: an address, or a JSON file that the scheduler wrote.

    Raises:
        ClusterError: There is none.
    """
    try:
        address = _address(scheduler)
        _knock(address)
        client = _Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, KeyError, ImportError) as error:
        raise ClusterError(
            say(
                "There is no Dask scheduler at {scheduler}: {first}.",
                scheduler=scheduler,
                first=_first(error),
            )
        ) from error
    try:
        yield client
    finally:
        with suppress(Exception):  # the work is done, or the scheduler is gone
            client.close(timeout=_GOODBYE)


@contextmanager
def own_cluster(processes: int) -> Iterator[str]:
    """The address of a scheduler here, with so many processes that share the cores; ended with the block.

    Raises:
        ClusterError: It cannot be started.
    """
    wait_politely()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    threads = max(cores // processes, 1)
    settings = {"distributed.scheduler.worker-ttl": _SILENT, "distributed.admin.tick.limit": "1h"}
    with dask.config.set(settings):
        try:
            cluster = _LocalCluster(
                n_workers=processes,
                threads_per_worker=threads,
                processes=True,
                host="127.0.0.1",
                dashboard_address=None,
                memory_limit=0,
                silence_logs=logging.ERROR,
                env={"OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "passive"},
            )
        except (OSError, RuntimeError, TimeoutError) as error:
            raise ClusterError(say("No processes could be started: {first}.", first=_first(error))) from error
        try:
            yield str(cluster.scheduler_address)
        finally:
            with suppress(Exception):  # what does not end in time ends with this process
                cluster.close(timeout=_GOODBYE)


def _address(scheduler: str) -> str:
    """The address itself, or the one that a scheduler has written to its file."""
    if not scheduler.endswith(".json"):
        return scheduler if "://" in scheduler else f"tcp://{scheduler}"
    return str(json.loads(Path(scheduler).read_text(encoding="utf-8"))["address"])


def _knock(address: str) -> None:
    """Fail at once where nobody listens: Dask would try again until its time is over.

    Raises:
        OSError, ValueError: Nobody does, or it is no address.
    """
    parts = urlsplit(address)
    if parts.scheme in ("tcp", "tls"):
        if not parts.hostname or not parts.port:
            raise ValueError("an address reads tcp://HOST:PORT")
        socket.create_connection((parts.hostname, parts.port), _KNOCKING).close()


def _first(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
