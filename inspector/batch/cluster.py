"""Pieces on the workers of a Dask cluster: done anywhere, kept here by one writer.

A piece goes to one worker at a time and comes back as what it made. A worker that dies or is cut off loses
its pieces to others; whatever was done twice is kept once, under its own key.
"""

from __future__ import annotations

import queue
import time
import uuid
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.batch.address import NetworkAddress
from inspector.batch.carrying import Failure, Outcome, sentence_of
from inspector.batch.cluster_errors import GONE, ClusterError
from inspector.batch.keeper import Keeper
from inspector.batch.piece import Piece
from inspector.batch.running import Run, UnderWay
from inspector.batch.spoken import to_send
from inspector.batch.visualizing import VisualizePiece
from inspector.lenses.base import Remark, Update
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.batch.cluster_greeting import Doorman
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

_WAIT = 0.25
# One that is being done and one that waits for it: more would only fill memory and be done out of order.
_EACH = 2


def run_on_cluster(
    pieces: Sequence[Piece],
    network: Network,
    workspace: Path,
    token: CancelToken,
    *,
    local: int = 0,
    scheduler: str = "",
) -> Run:
    """As `inspector.batch.running.run`, on `local` processes of this machine or a scheduler's workers.

    Args:
        pieces: The batch; all of one network, with a spec that opens it.
        network: That network, open here.
        workspace: Where results are kept; nobody but this process writes there.
        token: Cancels it.
        local: How many processes to start here; 0 where there is a scheduler.
        scheduler: The address of a scheduler, or its JSON file.

    Raises:
        ClusterError: dask is not installed, there is no scheduler, or it went away.
        WorkspaceError: The workspace cannot be read or written.
        Cancelled: The token was set; what was done is kept.
    """
    from inspector.jobs.bench import Bench

    bench = Bench()
    bench.put(network)
    try:
        with Keeper(workspace) as keeper:
            under_way = UnderWay(pieces, keeper, max(local, 1))
            yield from under_way.prepared(bench, token)
            if under_way.others:
                yield under_way.progress("Starting workers" if local else f"Looking for {scheduler}")
                with connected(local, scheduler) as client:
                    yield from Spreading(client, under_way, network, token).updates()
            yield from under_way.merged(bench)
            return under_way.summary()
    finally:
        bench.close()


@contextmanager
def connected(local: int, scheduler: str) -> Iterator[Any]:
    """A Dask client, and workers of its own where `local` asks for some.

    Raises:
        ClusterError: dask is not installed, or there is no scheduler.
    """
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise ClusterError(
            "Several processes need dask.distributed: pip install “neuron-inspector[cluster]”."
        ) from error
    from inspector.batch.cluster_start import client_of, own_cluster, quietly

    with quietly(), ExitStack() as stack:
        address = stack.enter_context(own_cluster(local)) if local else scheduler
        yield stack.enter_context(client_of(address))


class Spreading:
    """A batch on its way through a cluster.

    Attributes:
        moved: Bytes that came back from workers.
        worked: Seconds that workers spent on pieces.
    """

    def __init__(self, client: Any, under_way: UnderWay, network: Network, token: CancelToken) -> None:
        self.moved, self.worked = 0, 0.0
        self._client, self._under_way, self._token = client, under_way, token
        self._network = network
        self._address: NetworkAddress = under_way.others[0].network
        self._run, self._count = uuid.uuid4().hex[:12], 0
        self._came: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._flying: dict[str, tuple[Piece, Any, float]] = {}

    def updates(self) -> Generator[Update, None, None]:
        """Greet the workers, hand out the pieces and keep what comes back."""
        from inspector.batch.cluster_greeting import Doorman

        pieces = self._under_way.others
        sent = to_send(one for piece in pieces if isinstance(piece, VisualizePiece) for one in piece.pictures)
        with Doorman.at_the_door(self._client, self._network, self._address, sent) as doorman:
            waiting = iter(pieces)
            left = True
            while left or self._flying:
                self._token.check()
                yield from self._news(doorman)
                left = left and self._hand_out(waiting, doorman)
                yield from self._take_in()

    def _hand_out(self, waiting: Iterator[Piece], doorman: Doorman) -> bool:
        """Keep every worker busy; whether there may be more."""
        while len(self._flying) < _EACH * doorman.accepted:
            piece = next(waiting, None)
            if piece is None:
                return False
            self._submit(piece, doorman.resource)
        return True

    def _submit(self, piece: Piece, resource: str) -> None:
        from inspector.batch.cluster_worker import do

        self._count += 1
        key = f"inspector-{self._run}-{self._count}-{piece.key[:16]}"
        future = self._client.submit(do, piece, key=key, resources={resource: 1}, pure=False)
        self._flying[key] = piece, future, time.monotonic()
        future.add_done_callback(self._came.put)

    def _take_in(self) -> Generator[Update, None, None]:
        """Keep what has come back; wait a moment where nothing has."""
        try:
            future = self._came.get(timeout=_WAIT)
        except queue.Empty:
            yield self._under_way.progress(self._busy())
            return
        if future.key not in self._flying:
            return  # it was handed out again meanwhile
        piece, _, began = self._flying.pop(future.key)
        outcome, seconds = self._outcome(future, piece)
        future.release()
        for part, made in outcome.made:
            self._under_way.keeper.keep(part, made)
        self._under_way.finished(piece, outcome.failed, seconds or time.monotonic() - began)
        yield self._under_way.progress(piece.title)

    def _outcome(self, future: Any, piece: Piece) -> tuple[Outcome, float]:
        if future.status not in ("finished", "error"):
            raise ClusterError(GONE)
        try:
            reply = future.result()
        except Exception as error:  # the worker died again and again, or something of Dask's own
            return Outcome(failed=(Failure(piece.title, _why(error)),)), 0.0
        self.moved += reply.size
        self.worked += reply.seconds
        return reply.outcome, reply.seconds

    def _news(self, doorman: Doorman) -> Generator[Update, None, None]:
        if self._client.status not in ("running", "connecting"):
            raise ClusterError(GONE)
        for sentence in doorman.news():
            yield Remark(sentence)
        self._under_way.rate.hands = max(doorman.accepted, 1)
        if doorman.came():
            self._hand_out_again(doorman.resource)
        if doorman.nobody_fits():
            raise ClusterError(say("No worker can do the work. {refusals}", refusals=doorman.refusals()))

    def _hand_out_again(self, resource: str) -> None:
        """What no worker could take: the scheduler does not look again when one comes to have the network."""
        taken = {key for keys in self._client.processing().values() for key in keys}
        for key, (piece, future, _) in list(self._flying.items()):
            if key not in taken and future.status == "pending":
                del self._flying[key]
                future.cancel()
                self._submit(piece, resource)

    def _busy(self) -> str:
        pieces = [piece.title for piece, _, _ in self._flying.values()]
        return pieces[0] if pieces else "Waiting for workers"


def _why(error: Exception) -> str:
    if type(error).__name__ == "KilledWorker":
        return "Every worker that tried it died; there may not be enough memory."
    return sentence_of(error)
