"""Recording every node against a bare forward pass; one node against the pass up to it."""

from __future__ import annotations

from collections.abc import Iterator

import torch

from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.probe.record import values_at
from tests.benchmarks.table import Row, median_ratio

NETWORKS = ("demo", "squeezenet1_1", "resnet18", "googlenet", "vgg11", "densenet121", "vit_b_32")
ALL_NODES = 1.25
ONE_NODE = 1.10


def rows() -> Iterator[Row]:
    """One row a network, then one for an early node."""
    for name in NETWORKS:
        network = open_network(name)
        batch = torch.rand(1, *network.input_shape)
        ratio = _all_nodes(network, batch)
        yield Row(f"activations at all nodes, {name}", f"{ratio:.2f} x", f"{ALL_NODES} x", ratio <= ALL_NODES)
    ratio = _one_node()
    yield Row(
        "squeezenet1_1 to features.6 against the bare first seven modules",
        f"{ratio:.2f} x",
        f"{ONE_NODE} x",
        ratio <= ONE_NODE,
    )


def _all_nodes(network: Network, batch: torch.Tensor) -> float:
    nodes = [node.name for node in network.nodes.values() if node.units]

    def bare() -> None:
        with torch.inference_mode():
            network.module(batch)

    def recorded() -> None:
        with torch.inference_mode():
            values_at(network, batch, nodes)

    return median_ratio(recorded, bare)


def _one_node() -> float:
    network = open_network("squeezenet1_1")
    batch = torch.rand(1, *network.input_shape)
    start = network.module.features[:7]

    def bare() -> None:
        with torch.inference_mode():
            start(batch)

    def recorded() -> None:
        with torch.inference_mode():
            values_at(network, batch, ["features.6"])

    return median_ratio(recorded, bare)
