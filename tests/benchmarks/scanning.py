"""Scanning against the bare forward pass, from files, in memory, and a unit's page of a large scan."""

from __future__ import annotations

import itertools
import struct
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import psutil
import torch
from PIL import Image
from torch import nn

from inspector.jobs.scanning import scan_kept
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.feed import Fed, Feed
from inspector.lenses.examples.plan import make_plan
from inspector.lenses.examples.scanning import Scanning
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.sources import PictureSet, open_set
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from inspector.workspace.scans import Scans
from tests.benchmarks.table import Row, median_seconds

AIMS = {"resnet18": (90, 80), "googlenet": (90, 80), "squeezenet1_1": (80, 70)}
BATCH, WARM, ROUNDS = 16, 30, 6
MEGABYTE = 1 << 20
LARGE = 50_000


def rows() -> Iterator[Row]:
    """Percent of the bare pass; then the rest."""
    for name, aims in AIMS.items():
        network = open_network(name)
        for spectrum, aim in zip((False, True), aims, strict=True):
            share, growth = _share(network, spectrum)
            what = "with histograms, quilt and moments" if spectrum else "extremes and means"
            yield Row(
                f"scan of all nodes, {name}, {what}",
                f"{share:.0f} % of the bare pass",
                f"{aim} %",
                share >= aim,
            )
        if name == "resnet18":
            yield Row("memory of that for resnet18", f"{growth:.0f} MB", "300 MB", growth < 300)
    yield from _straightforward()
    yield _from_files()
    yield _page()


def _prepared(network: Network, spectrum: bool, pictures: PictureSet) -> tuple[Scanning, list[Fed]]:
    nodes = [node for node in network.nodes.values() if node.units]
    parameters = ExamplesParameters(("samples",), batch_size=BATCH, positions=8, spectrum=spectrum)
    plan = replace(make_plan(network, nodes, pictures, parameters), total=LARGE)
    scanning, feed = Scanning(network, pictures, plan), Feed(network, pictures, thumbnails=False)
    scanning.state = scanning._begun(feed, CancelToken())
    return scanning, [feed.fed(number) for number in range(min(len(pictures), BATCH))]


def _share(network: Network, spectrum: bool) -> tuple[float, float]:
    """Speed beside the bare pass over the same tensors, in percent, and by how much memory grew (MB)."""
    pictures = open_set(["samples"])
    views = [one.view for one in _prepared(network, spectrum, pictures)[1]]
    batch = _bare_input(network, views)
    with torch.inference_mode():
        for _ in range(2):
            network.module(batch)
    before = psutil.Process().memory_info().rss
    scanning, fed = _prepared(network, spectrum, pictures)
    numbers = iter(range(0, len(pictures) - BATCH, 1))
    random = np.random.default_rng(0)

    def scan() -> None:
        # The same pictures under other numbers each time, so that what is kept goes on changing.
        start = next(numbers)
        order = random.permutation(BATCH)
        renumbered = [replace(fed[k], index=start + i) for i, k in enumerate(order)]
        scanning._tally(scanning.state, renumbered, CancelToken())

    def bare() -> None:
        with torch.inference_mode():
            network.module(_bare_input(network, views))

    for _ in range(WARM):
        scan()
    growth = (psutil.Process().memory_info().rss - before) / MEGABYTE
    ours, bares = zip(*((_timed(scan), _timed(bare)) for _ in range(ROUNDS)), strict=True)
    return 100 * min(bares) / min(ours), growth


def _bare_input(network: Network, views: list[np.ndarray]) -> torch.Tensor:
    stacked = torch.from_numpy(np.stack(views)).permute(0, 3, 1, 2).float() / 255
    return network.preprocessing.normalise(stacked).to(memory_format=network.memory_format)


def _straightforward() -> Iterator[Row]:
    """Hooks on all nodes, all activations kept, sorted at the end."""
    network = open_network("squeezenet1_1")
    nodes = {node.name: node for node in network.nodes.values() if node.units}
    pictures = open_set(["samples"])
    fed = [Feed(network, pictures, thumbnails=False).fed(number) for number in range(32)]
    before = psutil.Process().memory_info().rss

    def plain() -> None:
        kept: dict[str, list[torch.Tensor]] = {name: [] for name in nodes}
        with torch.inference_mode():
            for start in range(0, 32, BATCH):
                batch = _bare_input(network, [one.view for one in fed[start : start + BATCH]])
                for name, value in values_at(network, batch, list(nodes)).items():
                    kept[name].append(value)
            for name, parts in kept.items():
                flat = torch.cat(parts).movedim(nodes[name].unit_axis, 1).flatten(2)
                flat.max(2).values.sort(0)
                flat.flatten().histc(96)

    seconds = _timed(plain)
    memory = (psutil.Process().memory_info().rss - before) / MEGABYTE
    scanning, _ = _prepared(network, True, pictures)
    ours = min(
        _timed(lambda s=s: scanning._tally(scanning.state, fed[s : s + BATCH], CancelToken()))
        for s in (0, 16, 0)
    )
    yield Row(
        "squeezenet1_1, 32 pictures: keep all activations and sort, beside ours",
        f"{32 / seconds:.0f}/s and {memory / 32:.0f} MB more per picture; {BATCH / ours:.0f}/s and none",
        "faster",
        BATCH / ours > 32 / seconds,
    )


def _from_files() -> Row:
    """From JPEG files, beside the slower of decoding alone and scanning alone."""
    network, random = open_network("resnet18"), np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as name:
        for index in range(96):
            small = Image.fromarray(random.integers(0, 255, (12, 16, 3), np.uint8))
            small.resize((500, 375), Image.Resampling.BICUBIC).save(Path(name) / f"{index}.jpg", quality=92)
        pictures = open_set([name])
        feed = Feed(network, pictures, thumbnails=True)
        decoding = _timed(lambda: list(feed.batches([range(i, i + BATCH) for i in range(0, 96, BATCH)])))
        parameters = ExamplesParameters((name,), batch_size=BATCH, positions=8)
        nodes = [node for node in network.nodes.values() if node.units]
        alone = Scanning(network, pictures, make_plan(network, nodes, pictures, parameters))
        alone.state = alone._begun(feed, CancelToken())
        fed = [feed.fed(number) for number in range(96)]
        scanning = _timed(
            lambda: [
                alone._tally(alone.state, fed[i : i + BATCH], CancelToken()) for i in range(0, 96, BATCH)
            ]
        )
        whole = Scanning(network, pictures, alone._plan, sink=lambda number, data: None)
        whole.state = whole._begun(feed, CancelToken())
        end_to_end = _timed(lambda: list(whole.steps(CancelToken())))
    share = 100 * max(decoding, scanning) / end_to_end
    return Row(
        "scan from JPEG files, resnet18", f"{share:.0f} % of the slower part alone", "85 %", share >= 85
    )


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


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
