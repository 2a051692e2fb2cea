"""What runs on a worker: the network is opened once, then piece after piece is done with it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inspector.batch.address import NetworkAddress, opened
from inspector.batch.carrying import Outcome, carried_out
from inspector.batch.cluster_device import claim_a_gpu, on_the_gpu, on_the_processor
from inspector.batch.cluster_weights import Shipment, unpacked
from inspector.batch.piece import Piece, ShardBytes
from inspector.batch.spoken import Sent, hold
from inspector.network.errors import InspectorError

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench


@dataclass(frozen=True)
class Reply:
    """What a worker sends back.

    Attributes:
        outcome: What came of the piece.
        seconds: How long it took there.
        size: Bytes of what was made.
    """

    outcome: Outcome
    seconds: float
    size: int


# The networks of this process, each on a bench of its own.
_benches: dict[tuple[str, ...], Bench] = {}


def prepared(
    values: tuple[Any, ...], shipment: Shipment | None, threads: int, pictures: Sent = ()
) -> tuple[str, bool]:
    """Open the network; why that does not work ("" where it does), and whether only weights are lacking.

    `pictures` are those that objectives speak of.
    """
    from inspector.jobs.bench import Bench
    from inspector.probe.engine import set_up

    hold(pictures)
    address = NetworkAddress(*values)
    key = _key(address)
    if key in _benches:
        return "", False
    claim_a_gpu()
    set_up(threads)
    try:
        network = opened(address, unpacked(shipment) if shipment is not None else "")
    except InspectorError as error:
        return str(error).rstrip("."), shipment is None
    bench = Bench()
    bench.put(network)
    _benches[key] = bench
    return "", False


def do(piece: Piece) -> Reply:
    """Do a piece with the network that was opened for it."""
    address = piece.network
    bench = _benches[_key(address)]
    began = time.monotonic()
    outcome = _outcome(piece, bench)
    if outcome.failed and on_the_processor(bench.network(address.name)):
        outcome = _outcome(piece, bench)  # what a GPU cannot do, the processor may
        on_the_gpu(bench.network(address.name))
    return Reply(outcome, time.monotonic() - began, _size(outcome))


def _key(address: NetworkAddress) -> tuple[str, ...]:
    """What tells an open network from others, wherever it was opened from."""
    return address.name, address.fingerprint, address.preprocessing, address.precision, address.edits


def _outcome(piece: Piece, bench: Bench) -> Outcome:
    from inspector.probe.cancel import CancelToken

    steps = carried_out(piece, bench, CancelToken())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Outcome = end.value
            return found


def _size(outcome: Outcome) -> int:
    total = 0
    for _, made in outcome.made:
        if isinstance(made, ShardBytes):
            total += len(made.data)
        else:
            arrays = [array for one in made for array in (one.images, *one.arrays.values())]
            total += sum(array.nbytes for array in arrays)
    return total
