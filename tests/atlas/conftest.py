"""A site of a small network whose weights are known, made once for all tests of the atlas."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.atlas.make import Atlas, MakeAtlas
from inspector.atlas.request import AtlasParameters
from inspector.batch.wish import AtlasWish
from inspector.jobs.bench import Bench
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.probe.cancel import CancelToken
from inspector.workspace.findings import Findings
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Mark, unit_place

FIRST, SECOND = "Farbe/größe", "last"
COLOURS = {"red": (230, 20, 20), "green": (20, 230, 20), "blue": (20, 20, 230)}
QUICK = (("size", 24), ("steps", 8))
NOTE = "Answers to <red> & nothing else.\nTwo lines."


class Colours(nn.Module):
    """Units 0, 1 and 2 of the first node are red, green, blue; unit u of the last u + 1 reds less green."""

    def __init__(self) -> None:
        super().__init__()
        self.add_module(FIRST, nn.Conv2d(3, 4, 3, padding=1, bias=False))
        self.add_module(SECOND, nn.Conv2d(4, 34, 1, bias=False))
        with torch.no_grad():
            first, last = self._modules[FIRST].weight.zero_(), self._modules[SECOND].weight.zero_()
            for unit in range(3):
                first[unit, unit, 1, 1] = 1.0
                first[unit, (unit + 1) % 3, 1, 1] = -0.5
            first[3] = torch.tensor([[-1.0, 0, 1], [-1, 0, 1], [-1, 0, 1]]) / 3
            last[:, 0, 0, 0] = torch.arange(1.0, 35.0)
            last[:, 1, 0, 0] = -1.0

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self._modules[SECOND](self._modules[FIRST](pictures)).mean((2, 3))


def colours(name: str = "colours", scale: float = 1.0) -> Network:
    module = Colours()
    with torch.no_grad():
        module._modules[FIRST].weight *= scale
    return Network(module, name=name, preprocessing=Preprocessing(crop=(32, 32), resize=32))


@dataclass
class Maker:
    """Makes atlases over one workspace."""

    workspace: Path
    pictures: Path

    def make(self, network: Network, token: CancelToken | None = None, **wishes: object) -> Atlas:
        """Run to the end."""
        run = self.run(network, token, **wishes)
        try:
            while True:
                next(run)
        except StopIteration as end:
            return end.value

    def run(self, network: Network, token: CancelToken | None = None, **wishes: object):
        values = {"families": ("hue", "edge"), "pictures": (str(self.pictures),), "settings": QUICK} | wishes
        if network.module.__class__ is Colours:
            values.setdefault("nodes", (FIRST, SECOND))
        own = {name: values.pop(name) for name in ("out", "licence", "without_pictures") if name in values}
        with Findings(self.workspace) as findings:
            bench = Bench(findings)
            bench.put(network)
            request = MakeAtlas(network.name, AtlasParameters(wish=AtlasWish(**values), **own))
            return (yield from request.start(bench, token or CancelToken()))


def draw_pictures(folder: Path) -> None:
    """Three plain colours in four sizes of noise, each colour a class."""
    for name, colour in COLOURS.items():
        (folder / name).mkdir(parents=True)
        for number in range(4):
            noise = np.random.default_rng(number).integers(-18, 18, (32, 40, 3)) * number
            pixels = np.clip(np.array(colour) * (1 - number / 10) + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{name}-{number}.png")


@pytest.fixture(scope="session")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    folder = tmp_path_factory.mktemp("atlas")
    draw_pictures(folder / "pictures")

    def say(taxonomy):
        place = unit_place(FIRST, 0)
        taxonomy = taxonomy.with_mark(place, Mark("red detector", NOTE, True))
        taxonomy = taxonomy.with_mark(FIRST, Mark("opponents", "All colours & their *opposites*."))
        return taxonomy.with_members("hues", [place, unit_place(FIRST, 1)])

    Taxonomies(folder / "workspace").change(colours().fingerprint, "colours", say)
    return Maker(folder / "workspace", folder / "pictures")


@pytest.fixture(scope="session")
def site(maker: Maker, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site; not to be changed."""
    out = tmp_path_factory.mktemp("site") / "atlas"
    maker.make(colours(), out=str(out), licence="CC BY 4.0, the tests")
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    with playwright.sync_playwright() as started:
        # Chromium's own sandbox refuses root, as containers have it.
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        try:
            opened = started.chromium.launch(
                executable_path=chromium, args=["--disable-dev-shm-usage", *arguments]
            )
        except playwright.Error as error:
            pytest.skip(f"Chromium does not start on this machine: {str(error).splitlines()[0]}")
        yield opened
        opened.close()


@pytest.fixture
def reader(browser, site) -> Iterator[Any]:
    from tests.atlas.reader import Reader

    made = Reader(browser, site)
    yield made
    made.context.close()
    assert made.wrong == []
    assert all(address.startswith(("file:", "data:")) for address in made.asked)
