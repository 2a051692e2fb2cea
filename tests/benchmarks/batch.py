"""What a batch costs beside its lenses, what several processes bring, and what a large scan would take.

Run it on a quiet machine: the processes and the one process that they are measured against share its cores.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
from inspector.workspace.scan_shards import sizes
from tests.benchmarks.table import Row

NODES = ("conv2", "res4.conv_a")
PICTURES, ROUNDS = 256, 3
MILLION, SHARDS, WORKERS, LINE = 1_000_000, 1024, 64, 125e6  # a gigabit line's bytes a second


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
        "tuning": plan(replace(wish, families=("grating",)), network, "demo"),
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
    wish = AtlasWish(nodes=NODES, objectives=("channel", "-channel"), thumbnail="")
    pieces = plan(wish, network, "demo")
    alone = _rate(network, pieces, 0).rate
    cores = os.cpu_count()
    yield Row(f"one process, {cores} cores, {len(pieces)} pieces", f"{alone:.2f} pieces/s", "-", True)
    for workers in (1, 2, 4):
        found = _rate(network, pieces, workers)
        share, aimed = 100 * found.rate / alone, workers == 2
        told = f"{found.rate:.2f} pieces/s, {share:.0f} %; {found.moved / 1e3:.0f} kB a piece come back"
        reached = share >= 85 or not aimed
        yield Row(f"{workers} workers on {cores} cores", told, "85 %" if aimed else "-", reached)
    tiny = plan(replace(wish, settings=(("steps", 1), ("size", 32))), network, "demo")
    for workers in (1, 2):
        found = _rate(network, tiny, workers)
        told = f"{found.rate:.0f} pieces/s; {found.beside * 1000:.0f} ms a piece beside its work"
        yield Row(f"pieces of nearly nothing, {workers} workers", told, "-", True)


@dataclass(frozen=True)
class _Found:
    """Pieces a second, bytes that came back of each, and seconds of each beside its work."""

    rate: float
    moved: float = 0.0
    beside: float = 0.0


def _rate(network: Network, pieces: Sequence[Piece], workers: int) -> _Found:
    """What so many workers do, once all are started; 0 workers: this process."""
    with tempfile.TemporaryDirectory() as folder:
        if not workers:
            return _Found(_paced(run(pieces, network, Path(folder), CancelToken()), 1))
        with Keeper(Path(folder)) as keeper, connected(workers, "") as client:
            spreading = Spreading(client, UnderWay(pieces, keeper, workers), network, CancelToken())
            rate = _paced(spreading.updates(), 2 * workers)
            count = len(pieces)
            return _Found(rate, spreading.moved / count, workers / rate - spreading.worked / count)


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
            thumbnails = sizes(made.data)[1]
            each = MILLION / SHARDS / 128  # times as many pictures in a shard of the large scan
            size = len(made.data) + thumbnails * (each - 1)
        merging = _seconds(lambda: keeper.merge(merge, bench)) / len(shards)
    rate = 128 / min(work)
    computing = MILLION / rate / WORKERS
    coming = SHARDS * (min(keeping) + size / LINE)
    whole = max(computing, coming) + SHARDS * merging
    told = (
        f"{whole / 3600:.1f} h: {rate:.0f} pictures/s a worker, all 74 nodes; {size / 1e6:.0f} MB a shard; "
        f"one writer busy {coming / 60:.0f} min, merging {SHARDS * merging / 60:.0f} min"
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
