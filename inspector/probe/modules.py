"""From a node back to the module whose call it is."""

from __future__ import annotations

from torch import nn

from inspector.network.graph import Node
from inspector.network.network import Network


def module_of(network: Network, node: Node) -> nn.Module | None:
    """The module whose call the node is; None for a function (an addition)."""
    try:
        module = network.module.get_submodule(node.name.partition(":")[0])
    except AttributeError:
        return None
    return module if type(module).__name__ == node.op else None
