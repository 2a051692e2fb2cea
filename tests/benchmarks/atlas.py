"""A full atlas of the demonstration network by stages, made again, its pages, and how 2048 units scroll."""

from __future__ import annotations

import io
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import torch
from torch import nn

from inspector.atlas.make import MakeAtlas
from inspector.atlas.request import AtlasParameters
from inspector.batch.visualizing import VisualizePiece
from inspector.batch.wish import AtlasWish, plan
from inspector.cli import main
from inspector.jobs.bench import Bench
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings
from tests.benchmarks.table import Row

_MANY = 2048
_PROCESSES = 2
_SCROLL = """async () => {
  const deltas = []; let last = performance.now();
  for (let frame = 0; frame < 240; frame++) {
    window.scrollBy(0, 90);
    await new Promise(requestAnimationFrame);
    const now = performance.now(); deltas.push(now - last); last = now;
  }
  return deltas;
}"""


def rows() -> Iterator[Row]:
    """Minutes, megabytes, milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _full(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _many(Path(folder))


def _full(folder: Path) -> Iterator[Row]:
    site = folder / "site"
    words = ["atlas", "demo", "--pictures", "samples", "--objective", "channel", "--objective=-channel"]
    words += ["--workspace", str(folder / "workspace"), "--out", str(site), "--local", str(_PROCESSES)]
    began = time.time()
    minutes = _seconds(words) / 60
    pages = list(site.rglob("*.html"))
    written = [page.stat().st_mtime for page in site.glob("networks/demo/*/*/index.html")]
    units = len(written)
    what = f"full atlas of the demonstration network ({units:,} units) on {_PROCESSES} cores"
    yield Row(what, f"{minutes:.1f} min", "10 min", minutes <= 10)
    computing = (min(written) - began) / 60  # the first page is written when all is computed
    yield Row(f"of which computing {_made(units)}", f"{computing:.1f} min", "8 min", computing <= 8)
    writing = minutes - computing
    yield Row("of which writing pages, tiles and data", f"{writing:.1f} min", "2 min", writing <= 2)
    again = _seconds(words) / 60
    yield Row(
        "the same again, nothing to compute and nothing to write", f"{again:.1f} min", "3 min", again <= 3
    )
    largest = max(page.stat().st_size for page in pages) / 1e6
    yield Row("largest page", f"{largest:.2f} MB", "1 MB", largest < 1)
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    each = size / units / 1e3
    yield Row(
        f"the site, {len(files):,} files, {size / 1e6:,.0f} MB",
        f"{each:.0f} kB a unit",
        "200 kB",
        each <= 200,
    )


def _made(units: int) -> str:
    network = open_network("demo")
    wish = AtlasWish(objectives=("channel", "-channel"), shared=True)
    pieces = [piece for piece in plan(wish, network) if isinstance(piece, VisualizePiece) and piece.units]
    made = sum(len(piece.units) for piece in pieces)
    return f"{made:,} pictures of units ({2 * units - made:,} more are the same), examples and tuning"


def _seconds(words: list[str]) -> float:
    began = time.perf_counter()
    with redirect_stdout(io.StringIO()):
        assert main(words) == 0
    return time.perf_counter() - began


def _many(folder: Path) -> Iterator[Row]:
    torch.manual_seed(0)
    module = nn.Sequential(nn.Conv2d(3, _MANY, 5, stride=4))
    network = Network(module, name="many", preprocessing=Preprocessing(crop=(32, 32), resize=32))
    wish = AtlasWish(objectives=(), families=(), pictures=("samples",), thumbnail="")
    with Findings(folder / "workspace") as findings:
        bench = Bench(findings)
        bench.put(network)
        began = time.perf_counter()
        for _ in MakeAtlas("many", AtlasParameters(str(folder / "site"), wish)).start(bench, CancelToken()):
            pass
        each = (time.perf_counter() - began) / _MANY * 1000
        yield Row("writing a unit (examples and weights alone)", f"{each:.0f} ms", "50 ms", each <= 50)
    yield from _scrolled(folder / "site/networks/many/0/index.html")


def _scrolled(page: Path) -> Iterator[Row]:
    size = page.stat().st_size / 1e6
    yield Row(f"page of {_MANY:,} units", f"{size:.2f} MB", "1 MB", size < 1)
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        view = browser.new_page(viewport={"width": 1400, "height": 900})
        fetched: list[str] = []
        view.on("requestfinished", lambda request: fetched.append(request.url))
        view.goto(page.as_uri())
        view.wait_for_load_state("networkidle")
        first = sum(Path(address.removeprefix("file://")).stat().st_size for address in set(fetched)) / 1e6
        yield Row("what that page fetches before it is scrolled", f"{first:.2f} MB", "1 MB", first < 1)
        deltas = sorted(view.evaluate(_SCROLL))
        browser.close()
    middle, slow = statistics.median(deltas), deltas[int(len(deltas) * 0.95)]
    yield Row("frame while it scrolls, median", f"{middle:.0f} ms", "17 ms", middle <= 17.5)
    yield Row("frame while it scrolls, 95 of 100", f"{slow:.0f} ms", "34 ms", slow <= 34)
