"""Scanning against the bare forward pass, from files, in memory, and a unit's page of a large scan."""

from __future__ import annotations

import itertools
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import torch
from PIL import Image
from torch import nn

from inspector.jobs.scanning import scan_kept
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.feed import Feed
from inspector.lenses.examples.plan import make_plan
from inspector.lenses.examples.scanning import Scanning
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.sources import open_set
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from inspector.workspace.scans import Scans
from tests.benchmarks.stream import Bare, Scanned, Stream, shares, spent
from tests.benchmarks.table import Row, median_seconds

AIMS = {"resnet18": (90, 80), "googlenet": (90, 80), "squeezenet1_1": (80, 70)}
SIZES = (4, 8, 16, 32)
BATCH, WARM, ROUNDS = 32, 4800, 8
MEGABYTE = 1 << 20
LARGE, FILES = 50_000, 192


def rows() -> Iterator[Row]:
    """Percent of the bare pass; then the rest."""
    for name, aims in AIMS.items():
        yield from _speed(name, aims)
    yield from _straightforward()
    yield _from_files()
    yield _page()


def _speed(name: str, aims: tuple[int, int]) -> Iterator[Row]:
    """Speed beside the bare pass over the same tensors, each at its best batch size; and memory."""
    stream = Stream(open_network(name))
    bare = Bare(stream, SIZES)
    for spectrum, aim in zip((False, True), aims, strict=True):
        before = psutil.Process().memory_info().rss
        scanned = Scanned(stream, BATCH, spectrum)
        scanned.warm(WARM)
        growth = (psutil.Process().memory_info().rss - before) / MEGABYTE
        wall, cpu = shares(scanned, BATCH, bare, ROUNDS)
        what = "with histograms, quilt and moments" if spectrum else "extremes and means"
        yield Row(
            f"scan of all nodes, {name}, {what} (bare: {bare})",
            f"{wall:.0f} % of the bare pass ({cpu:.0f} % by processor time)",
            f"{aim} %",
            wall >= aim,
        )
    if name == "resnet18":
        yield Row("memory of that for resnet18", f"{growth:.0f} MB", "300 MB", growth < 300)


def _straightforward() -> Iterator[Row]:
    """Hooks on all nodes, all activations kept, sorted at the end."""
    network = open_network("squeezenet1_1")
    nodes = {node.name: node for node in network.nodes.values() if node.units}
    stream = Stream(network)
    batches = [stream.tensor(BATCH, network.memory_format) for _ in range(2)]
    before = psutil.Process().memory_info().rss

    def plain() -> None:
        kept: dict[str, list[torch.Tensor]] = {name: [] for name in nodes}
        with torch.inference_mode():
            for batch in batches:
                for name, value in values_at(network, batch, list(nodes)).items():
                    kept[name].append(value)
            for name, parts in kept.items():
                flat = torch.cat(parts).movedim(nodes[name].unit_axis, 1).flatten(2)
                flat.max(2).values.sort(0)
                flat.flatten().histc(96)

    seconds = spent(plain).wall
    memory = (psutil.Process().memory_info().rss - before) / MEGABYTE
    scanned = Scanned(stream, BATCH, spectrum=True)
    scanned.warm(BATCH)
    ours = min(spent(scanned.ready(BATCH)).wall for _ in range(3))
    yield Row(
        f"squeezenet1_1, {2 * BATCH} pictures: keep all activations and sort, beside ours",
        f"{2 * BATCH / seconds:.0f}/s and {memory / BATCH / 2:.0f} MB more per picture; "
        f"{BATCH / ours:.0f}/s and none",
        "faster",
        BATCH / ours > 2 * BATCH / seconds,
    )


def _from_files() -> Row:
    """From JPEG files, beside the slower of decoding alone and scanning alone."""
    network = open_network("resnet18")
    with tempfile.TemporaryDirectory() as name:
        _jpegs(Path(name))
        pictures = open_set([name])
        feed = Feed(network, pictures, thumbnails=True)
        batches = [range(start, start + BATCH) for start in range(0, FILES, BATCH)]
        parameters = ExamplesParameters((name,), batch_size=BATCH, positions=8)
        nodes = [node for node in network.nodes.values() if node.units]
        plan = make_plan(network, nodes, pictures, parameters)
        fed = [[feed.fed(number) for number in batch] for batch in batches]

        def begun() -> Scanning:
            made = Scanning(network, pictures, plan, sink=lambda number, data: None)
            made.state = made._begun(feed, CancelToken())
            return made

        def alone() -> None:
            for _ in scanning._taken(batches, iter(fed), scanning.state, CancelToken()):
                pass

        times = []
        for _ in range(3):
            scanning, whole = begun(), begun()
            steps = whole.steps(CancelToken())
            acts = (lambda: list(feed.batches(batches)), alone, lambda steps=steps: list(steps))
            times.append([spent(act).wall for act in acts])
    decoding, scanned, end_to_end = np.median(times, 0)
    share = 100 * max(decoding, scanned) / end_to_end
    return Row(
        f"scan from JPEG files, resnet18 (alone: decoding {FILES / decoding:.0f}/s, scanning "
        f"{FILES / scanned:.0f}/s)",
        f"{share:.0f} % of the slower part alone",
        "85 %",
        share >= 85,
    )


def _jpegs(folder: Path) -> None:
    """Files of the size that ImageNet's have."""
    random = np.random.default_rng(0)
    for index in range(FILES):
        small = Image.fromarray(random.integers(0, 255, (12, 16, 3), np.uint8))
        small.resize((500, 375), Image.Resampling.BICUBIC).save(folder / f"{index}.jpg", quality=92)


def _page() -> Row:
    """The page of a unit after a real scan of 50,000 pictures, by a network small enough for that."""
    module = nn.Sequential(nn.Conv2d(3, 16, 5, stride=4), nn.ReLU(), nn.Conv2d(16, 64, 3))
    network = Network(module, name="n", preprocessing=Preprocessing((28, 28)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _mnist(folder / "raw")
        scans = Scans(folder / "w")
        parameters = ExamplesParameters((str(folder),), nodes=("2",), batch_size=256)
        steps = scan_kept(network, scans, parameters, CancelToken())
        try:
            while True:
                next(steps)
        except StopIteration as end:
            summary = end.value
        units = itertools.count()

        def page() -> None:
            opened = Scans(folder / "w")
            found = opened.evidence(summary.key, "n/2/0", "2", next(units) % 64)
            assert found.top[0].thumbnail.size
            opened.close()

        milliseconds = median_seconds(page, runs=9, warm=1) * 1000
        scans.close()
    what = f"open a unit's page after a scan of {summary.pictures:,} pictures"
    return Row(what, f"{milliseconds:.0f} ms", "100 ms", milliseconds <= 100)


def _mnist(folder: Path) -> None:
    """A data set of noise with classes, as torchvision leaves it."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(0)
    pixels = random.integers(0, 256, (LARGE, 28, 28), np.uint8)
    header = struct.pack(">HBBIII", 0, 8, 3, *pixels.shape)
    (folder / "train-images-idx3-ubyte").write_bytes(header + pixels.tobytes())
    labels = struct.pack(">HBBI", 0, 8, 1, LARGE) + bytes(random.integers(0, 10, LARGE, np.uint8))
    (folder / "train-labels-idx1-ubyte").write_bytes(labels)
