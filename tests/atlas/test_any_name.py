"""Nodes of any name have pages."""

from __future__ import annotations

import json
from urllib.parse import unquote

import torch
from torch import nn

from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from tests.atlas.site_files import Links


class Chain(nn.Module):
    """1x1 convolutions one after the other, under these names."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        for name in names:
            self.add_module(name, nn.Conv2d(3, 3, 1))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        for module in self.children():
            pictures = module(pictures)
        return pictures


def test_that_nodes_of_any_name_have_pages_that_are_found(maker, tmp_path):
    names = (
        "con",
        "A",
        "a",
        "Ähre",
        "層",
        "a/b",
        "..",
        "x" * 300,
        "x" * 301,
        "files",
        "relu:1",
        " ",
        "100%",
        "#",
    )
    module = Chain(tuple(name for name in names if "." not in name))
    network = Network(module, name="Name/mit ß?", preprocessing=Preprocessing(crop=(16, 16), resize=16))
    out = tmp_path / "names"
    maker.make(network, out=str(out), families=(), pictures=(), objectives=(), thumbnail="")
    place = next((out / "networks").iterdir())
    pages = sorted(place.glob("*/index.html"))
    assert len(pages) == len(network.nodes) == 13
    for page in (out / "index.html", place / "index.html", *pages, *place.glob("*/0/index.html")):
        assert max(map(len, page.relative_to(out).parts)) <= 64
        for address in Links(page.read_text(encoding="utf-8")).found:
            if not address.startswith(("#", "data:")):
                assert (page.parent / unquote(address)).is_file(), f"{page}: {address}"
    told = {json.loads(file.read_text(encoding="utf-8"))["node"] for file in place.glob("*/node.json")}
    assert told == set(network.nodes)
