"""A tiny network in place of what commands would open."""

from __future__ import annotations

import json
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from PIL import Image
from torch import nn

from inspector.cli import main
from inspector.network.errors import OpenError
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing


def tiny(trained=True):
    torch.manual_seed(4)
    module = nn.Sequential(
        nn.Conv2d(3, 4, 3, padding=1), nn.ReLU(), nn.Conv2d(4, 5, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
        nn.Linear(5, 3),
    )  # fmt: skip
    return Network(
        module,
        name="tiny",
        preprocessing=Preprocessing((16, 16)),
        labels=("cat", "dog", "owl"),
        trained=trained,
    )


@pytest.fixture
def network():
    """The network that “tiny” opens, to compare with."""
    return tiny()


@pytest.fixture
def networks(monkeypatch):
    """What can be opened: "tiny" and "random", which is untrained."""

    def open_network(spec, *, trust=False):
        if spec not in ("tiny", "random"):
            raise OpenError(f"There is no architecture “{spec}”.")
        return tiny(trained=spec == "tiny")

    monkeypatch.setattr("inspector.cli.opening.open_network", open_network)


@pytest.fixture
def call(networks, capsys):
    """Run a command in this process: its status and what it wrote."""

    def run(*words):
        status = main([str(word) for word in words])
        output, errors = capsys.readouterr()
        return SimpleNamespace(
            status=status, text=output, errors=errors.splitlines(), json=lambda: json.loads(output)
        )

    return run


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures"
    folder.mkdir()
    random = np.random.default_rng(0)
    for name in ("a.png", "b.png", "c.png"):
        Image.fromarray(random.integers(0, 255, (20, 24, 3), np.uint8)).save(folder / name)
    return folder
