"""What a batch costs beside its lenses, what several processes bring, and what a large scan would take.

Run it on a quiet machine: the processes and the one process that they are measured against share its cores.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image

from inspector.batch.cluster import Spreading, connected
from inspector.batch.keeper import Keeper
from inspector.batch.piece import Piece
from inspector.batch.running import UnderWay, run
from inspector.batch.wish import AtlasWish, plan
from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from tests.benchmarks.table import Row

NODES = ("conv2", "res4.conv_a")
PICTURES, ROUNDS = 256, 3
MILLION, WORKERS, LINE = 1_000_000, 64, 125e6  # pictures, workers, bytes a second of a gigabit line


def rows() -> Iterator[Row]:
    """Percent of the lenses' own throughput, of the machine's, and seconds."""
    network = open_network("demo")
    with tempfile.TemporaryDirectory() as folder:
        pictures = _pictures(Path(folder) / "pictures")
        for what, pieces in _kinds(network, pictures).items():
            share, busy = _beside_lenses(network, pieces)
            told = f"{share:.1f} % ({busy:.1f} % of the processor's time)"
            yield Row(f"batch of {what}, beside the lenses themselves", told, "95 %", share >= 95)
        yield from _processes(network)
        yield from _large(network, pictures)


def _pictures(folder: Path) -> str:
    folder.mkdir()
    draw = np.random.default_rng(0)
    for number in range(PICTURES):
        small = Image.fromarray(draw.integers(0, 256, (16, 16, 3), np.uint8))
        small.resize((256, 192), Image.Resampling.BICUBIC).save(folder / f"{number:04}.jpg", quality=90)
    return str(folder)


def _kinds(network: Network, pictures: str) -> dict[str, tuple[Piece, ...]]:
    wish = AtlasWish(nodes=NODES, objectives=(), thumbnail="")
    units = tuple(range(8))
    return {
        "visualizations": plan(replace(wish, units=units, objectives=("channel",)), network, "demo"),
        "tuning": plan(replace(wish, families=("spot",)), network, "demo"),
        "scanning": plan(replace(wish, pictures=(pictures,)), network, "demo"),
    }


def _beside_lenses(network: Network, pieces: Sequence[Piece]) -> tuple[float, float]:
    """Percent: the time of the pieces' lenses over that of the batch, which keeps what they make.

    By the clock, and by the processor's time, which other programs disturb less and which waits do not enter.
    """
    bench = Bench()
    bench.put(network)
    workable = [piece for piece in pieces if piece.kind != "merging"]

    def lenses() -> None:
        for piece in workable:
            for _ in piece.work(bench, CancelToken()):
                pass

    def batch() -> None:
        with tempfile.TemporaryDirectory() as folder:
            for _ in run(pieces, network, Path(folder), CancelToken()):
                pass

    lenses(), batch()
    pairs = [(_both(lenses), _both(batch)) for _ in range(ROUNDS)]
    clock, processor = (statistics.median(one[i] / other[i] for one, other in pairs) for i in (0, 1))
    return 100 * clock, 100 * processor


def _both(act) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - clock, time.process_time() - processor


def _seconds(act) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def _processes(network: Network) -> Iterator[Row]:
    """Pieces a second of one process with all cores, and of several that share them."""
    wish = AtlasWish(nodes=NODES, units=tuple(range(64)), objectives=("channel",), thumbnail="")
    pieces = plan(wish, network, "demo")
    alone = _rate(network, pieces, 0)[0]
    yield Row(
        f"one process, {os.cpu_count()} cores, {len(pieces)} pieces", f"{alone:.2f} pieces/s", "-", True
    )
    tiny = plan(replace(wish, settings=(("steps", 1), ("size", 32))), network, "demo")
    for workers in (1, 2, 4):
        rate, moved = _rate(network, pieces, workers)
        small, _ = _rate(network, tiny, workers)
        share = 100 * rate / alone
        told = (
            f"{rate:.2f} pieces/s, {share:.0f} % · {small:.0f} tiny pieces/s · {moved / 1e3:.0f} kB a piece"
        )
        aimed = workers == 2
        yield Row(
            f"{workers} workers on {os.cpu_count()} cores",
            told,
            "85 %" if aimed else "-",
            share >= 85 or not aimed,
        )
    overhead = 1 / _rate(network, tiny, 1)[0] - 1 / _rate(network, tiny, 0)[0]
    yield Row("what the cluster adds to a piece", f"{overhead * 1000:.1f} ms", "-", True)


def _rate(network: Network, pieces: Sequence[Piece], workers: int) -> tuple[float, float]:
    """Pieces a second once all is started, and bytes that came back of each; 0 workers: this process."""
    with tempfile.TemporaryDirectory() as folder:
        if not workers:
            return _paced(run(pieces, network, Path(folder), CancelToken()), 1), 0.0
        with Keeper(Path(folder)) as keeper, connected(workers, "") as client:
            spreading = Spreading(client, UnderWay(pieces, keeper, workers), network, CancelToken())
            rate = _paced(spreading.updates(), 2 * workers)
            return rate, spreading.moved / len(pieces)


def _paced(updates, first: int) -> float:
    """Pieces a second from the `first` on that was done."""
    began, done = 0.0, 0
    for update in updates:
        if isinstance(update, Progress) and update.done > done:
            done = update.done
            if done <= first:
                began, first = time.perf_counter(), done
    return (done - first) / (time.perf_counter() - began)


def _large(network: Network, pictures: str) -> Iterator[Row]:
    """A scan of a million pictures on 64 workers, on paper, from what a shard takes here."""
    pieces = plan(AtlasWish(objectives=(), thumbnail="", pictures=(pictures,), shard=128), network, "demo")
    bench = Bench()
    bench.put(network)
    *shards, merge = pieces
    with tempfile.TemporaryDirectory() as folder, Keeper(Path(folder)) as keeper:
        work, keeping, size = [], [], 0
        for shard in shards:
            began = time.perf_counter()
            made = _made(shard, bench)
            work.append(time.perf_counter() - began)
            keeping.append(_seconds(lambda shard=shard, made=made: keeper.keep(shard, made)))
            size = len(made.data)
        merging = _seconds(lambda: keeper.merge(merge, bench)) / len(shards)
    rate = 128 / min(work)
    shards_there = 1024
    computing = MILLION / rate / WORKERS
    coming = shards_there * (min(keeping) + size / LINE)
    whole = max(computing, coming) + shards_there * merging
    told = (
        f"{whole / 3600:.1f} h: {rate:.0f} pictures/s a worker, all 74 nodes; {size / 1e6:.0f} MB a shard; "
        f"one writer busy {coming / 60:.0f} min, merging {shards_there * merging / 60:.0f} min"
    )
    yield Row("a million pictures on 64 workers like this machine (on paper)", told, "-", True)


def _made(piece: Piece, bench: Bench):
    steps = piece.work(bench, CancelToken())
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


if __name__ == "__main__":
    for row in rows():
        print(row)
