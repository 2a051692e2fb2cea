"""Who may work: every worker is asked which program it has and whether it can open the network.

What is sent to workers to ask this is sent by value and holds plain values alone, so that workers with
another version of the program, or without it, can answer. Those that fit get a resource of the network's,
which the pieces ask for; so nothing is ever handed to others, nor to those that join later and do not fit.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple
from typing import Any

import cloudpickle
from distributed import WorkerPlugin

from inspector import __version__
from inspector.batch.address import NetworkAddress
from inspector.batch.cluster_errors import GONE, ClusterError
from inspector.batch.cluster_weights import Shipment, shipment_of
from inspector.batch.spoken import Sent
from inspector.network.network import Network
from inspector.saying import say

TOPIC = "neuron-inspector"
_LOOK_EVERY = 0.5


class Greeting(WorkerPlugin):
    """Asks one worker, and lets it work where it fits.

    Everything that it needs beside the standard library is imported where it runs.
    """

    def __init__(
        self, resource: str, version: str, address: tuple[Any, ...], shipment: Any, pictures: Any
    ) -> None:
        self.resource, self.version, self.address = resource, version, address
        self.shipment, self.pictures = shipment, pictures

    async def setup(self, worker: Any) -> None:
        """Called on every worker, now and when it joins."""
        import asyncio

        if worker.state.total_resources.get(self.resource):
            return
        shipped = self.shipment is not None
        try:
            why, lacks = await asyncio.to_thread(self.look, worker.state.nthreads)
        except Exception as error:
            why, lacks = f"{type(error).__name__}: {error}", False
        self.shipment = self.pictures = None  # they are there now
        if not why:
            await worker.set_resources(**{self.resource: 1})
        # Dask's own packing takes texts as they are alone, no sentence that knows what it was made of.
        why = str.__str__(why)
        told = {"worker": worker.address, "resource": self.resource, "why": why, "lacks": lacks}
        told["shipped"] = shipped
        worker.log_event("neuron-inspector", told)

    def look(self, threads: int) -> tuple[str, bool]:
        """Why the worker cannot do it ("" where it can), and whether the weights are all that it lacks."""
        try:
            import inspector
        except ImportError:
            return "it does not have the program", False
        if inspector.__version__ != self.version:
            return f"it has version {inspector.__version__} of the program and not {self.version}", False
        from inspector.batch.cluster_worker import prepared

        return prepared(self.address, self.shipment, threads, self.pictures)


class Doorman:
    """Knows which workers have been asked, and what they said.

    Attributes:
        resource: What workers that fit have.
    """

    def __init__(self, client: Any, network: Network, address: NetworkAddress, pictures: Sent = ()) -> None:
        # Workers that stay are asked anew for another network, version or set of pictures.
        asked = json.dumps([__version__, astuple(address), [digest for digest, _ in pictures]])
        self.resource = f"neuron-inspector-{hashlib.sha256(asked.encode()).hexdigest()[:16]}"
        self._pictures = pictures
        self._client, self._network, self._address = client, network, address
        self._answers: dict[str, str] = {}
        self._lacking: set[str] = set()
        self._told: set[str] = set()
        self._workers: set[str] = set()
        self._before: set[str] = set()
        self._next, self._shipped = 0.0, False

    @classmethod
    @contextmanager
    def at_the_door(
        cls, client: Any, network: Network, address: NetworkAddress, pictures: Sent = ()
    ) -> Iterator[Doorman]:
        """Asks every worker, also those that join until the block ends; each gets the pictures once."""
        doorman = cls(client, network, address, pictures)
        doorman._greet(None)
        try:
            yield doorman
        finally:
            doorman._leave()

    @property
    def accepted(self) -> int:
        """How many workers can do the work."""
        return len(self._fitting())

    def news(self) -> list[str]:
        """A sentence on every worker refused since the last call; weights are sent where they are lacking.

        Looks at most every half second: asking costs as much as a small piece.

        Raises:
            ClusterError: The scheduler does not answer.
        """
        if time.monotonic() < self._next:
            return []
        self._next = time.monotonic() + _LOOK_EVERY
        try:
            self._listen()
            if not self._shipped and self._lacking & self._workers:
                self._ship()
        except (OSError, TimeoutError, RuntimeError) as error:
            raise ClusterError(GONE) from error
        refused = [worker for worker in sorted(self._workers - self._told) if self._answers.get(worker)]
        self._told |= set(refused)
        return [f"The worker {worker} does not take part: {self._answers[worker]}." for worker in refused]

    def came(self) -> bool:
        """Whether another one has come since the last call that can do the work."""
        before, self._before = self._before, self._fitting()
        return bool(self._before - before)

    def nobody_fits(self) -> bool:
        """Whether there are workers and all of them are refused."""
        return bool(self._workers) and all(self._answers.get(worker) for worker in self._workers)

    def refusals(self) -> str:
        """Why, worker by worker."""
        refused = {worker: self._answers.get(worker, "") for worker in self._workers}
        return " ".join(f"{worker}: {why}." for worker, why in sorted(refused.items()))

    def _fitting(self) -> set[str]:
        return {worker for worker in self._workers if self._answers.get(worker) == ""}

    def _ship(self) -> None:
        self._shipped = True
        shipment = shipment_of(self._network, self._address.spec)
        if shipment is not None:
            for worker in self._lacking:
                self._answers.pop(worker, None)
            self._lacking.clear()
            self._greet(shipment)
            self._listen()

    def _greet(self, shipment: Shipment | None) -> None:
        plain = astuple(self._address)
        greeting = Greeting(self.resource, __version__, plain, shipment, self._pictures)
        module = sys.modules[__name__]
        cloudpickle.register_pickle_by_value(module)
        try:
            self._client.register_plugin(greeting, name=self._plugin(shipment is not None))
        except Exception as error:
            first = (str(error).strip() or type(error).__name__).splitlines()[0]
            raise ClusterError(
                say("The workers cannot be asked what they can do: {first}.", first=first)
            ) from error
        finally:
            cloudpickle.unregister_pickle_by_value(module)

    def _listen(self) -> None:
        self._workers = set(self._client.scheduler_info(n_workers=-1)["workers"])
        for _, event in self._client.get_events(TOPIC):
            if event["resource"] != self.resource:
                continue
            if self._shipped and event["lacks"] and not event["shipped"]:
                continue  # what was said before the weights came, however late the answer to them comes
            self._answers[event["worker"]] = event["why"]
            if event["lacks"]:
                self._lacking.add(event["worker"])
            else:
                self._lacking.discard(event["worker"])

    def _plugin(self, shipped: bool) -> str:
        return f"{self.resource}-{'shipped' if shipped else 'asked'}"

    def _leave(self) -> None:
        """Workers keep their open network for the next batch, and are asked again then."""
        for shipped in (False, True) if self._shipped else (False,):
            with suppress(Exception):
                self._client.unregister_worker_plugin(self._plugin(shipped))
