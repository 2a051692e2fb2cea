"""Forward passes of a few pictures each, side by side on threads of their own.

On a processor more pictures pass through a network in a second where each core runs a few of them from layer
to layer than where all cores share each layer of many: maps stay in the caches, also for those who look at
them, and no core waits for the others at the end of every layer.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import torch

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.twin import twin
from inspector.network.walk import Places, Walk

Part = TypeVar("Part")
Result = TypeVar("Result")
AT_ONCE = 16
"""Pictures in a forward pass on a processor, however many lanes there are: rounding depends on it."""


class Lanes:
    """One network several times, each time for one thread.

    Args:
        network: The network.
        nodes: Names of the nodes that someone will look at.
        most: No more lanes than this have something to do.
    """

    def __init__(self, network: Network, nodes: Collection[str], most: int) -> None:
        threads = torch.get_num_threads()
        self._at_once = AT_ONCE if network.device.type == "cpu" else None
        lanes = min(threads, most) if self._at_once else 1
        networks = [network, *_twins(network, nodes, lanes - 1)]
        self._pool = _pool(len(networks), threads) if len(networks) > 1 else None
        self._free: queue.SimpleQueue[Network] = queue.SimpleQueue()
        for one in networks:
            self._free.put(one)

    def parts(self, count: int) -> list[slice]:
        """So many pictures as parts, each for one forward pass."""
        step = self._at_once or count
        return [slice(start, min(start + step, count)) for start in range(0, count, step)]

    def begin(self, act: Callable[[Network, Part], Result], parts: Sequence[Part]) -> list[Future[Result]]:
        """Have `act` called for each part with a network that no other thread runs meanwhile."""

        def one(part: Part) -> Result:
            network = self._free.get()
            try:
                return act(network, part)
            finally:
                self._free.put(network)

        if self._pool is None:
            return [_made(one, part) for part in parts]
        return [self._pool.submit(one, part) for part in parts]

    def close(self) -> None:
        """End the threads; what has not begun is left out."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _made(act: Callable[[Part], Result], part: Part) -> Future[Result]:
    """What it answers, at once."""
    future: Future[Result] = Future()
    future.set_result(act(part))
    return future


def _twins(network: Network, nodes: Collection[str], count: int) -> list[Network]:
    """Networks that run beside it; none where that would not be the same."""
    # Edits of activations count the passes that go on, and a script's copy would have weights of its own.
    scripted = any(isinstance(module, torch.jit.ScriptModule) for module in network.module.modules())
    if count < 1 or isinstance(network.places, Places) or scripted:
        return []
    try:
        made = [twin(network) for _ in range(count)]
    except InspectorError:
        return []
    return made if _visits(made[0], nodes) else []


class _Visit(Walk):
    """Notes the names of the nodes."""

    def __init__(self, network: Network) -> None:
        super().__init__(network.places)
        self.names: set[str] = set()

    def wants_pattern(self, name: str) -> bool:
        return True

    def on_node(self, name: str, *_: object) -> None:
        self.names.add(name)


def _visits(network: Network, nodes: Collection[str]) -> bool:
    """Whether its own modules run: a forward pass put in from outside may still call the original's."""
    with torch.inference_mode(), _Visit(network) as visit:
        network.module(network.example())
    return visit.names.issuperset(nodes)


def _pool(lanes: int, threads: int) -> ThreadPoolExecutor:
    """Threads that share torch's among themselves."""
    each, started = max(threads // lanes, 1), threading.Barrier(lanes + 1)

    def begin() -> None:
        torch.set_num_threads(each)
        torch.get_num_threads()  # a thread takes over the last number set when it asks for the first time
        started.wait()

    pool = ThreadPoolExecutor(lanes, thread_name_prefix="inspector-pass", initializer=begin)
    for _ in range(lanes):
        pool.submit(int)
    started.wait()
    # Whoever has not asked yet shall not be told the number of these threads.
    torch.set_num_threads(threads)
    return pool
