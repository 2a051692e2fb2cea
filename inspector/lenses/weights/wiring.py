"""Which node's value goes into which node as it is: the wires along which weights can be followed.

A node's `inputs` name where its numbers come from, and do not say that a slice or a shuffle of channels lies
between. Here every view is compared with what it was made of, so that only whole values count.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

import torch
from torch import nn

from inspector.network.network import Network
from inspector.network.walk import Walk, tensors_in
from inspector.probe.cancel import CancelToken

PICTURE = ""
"""The name of the network's input among the sources of a wire."""


@dataclass(frozen=True)
class Wire:
    """What goes into a node.

    Attributes:
        sources: For each tensor among its arguments the node whose value it is, unchanged but for its shape;
            `PICTURE` for the network's input; None where it is anything else.
        same_as: The node whose very value it returns (a container its last inner node's), or None.
    """

    sources: tuple[str | None, ...]
    same_as: str | None


def wiring(network: Network, token: CancelToken) -> dict[str, Wire]:
    """The wires of all nodes, from one forward pass of noise, or of the network's own example of words.

    Raises:
        Cancelled: The token was set.
    """
    batch = _noise(network) if network.reads == "pictures" else network.example()
    walk = _Wiring(network, batch, token)
    with torch.inference_mode(), walk:
        network.module(batch)
    return {name: _known(walk.wires.get(name), network.nodes) for name in network.nodes}


def _noise(network: Network) -> torch.Tensor:
    # In a plain picture's maps a shuffle of positions would pass for the same value.
    generator = torch.Generator().manual_seed(0)
    noise = torch.rand(1, 3, *network.preprocessing.crop, generator=generator).to(network.device)
    return network.preprocessing.normalise(noise)


_WIRINGS: WeakKeyDictionary[Network, dict[str, Wire]] = WeakKeyDictionary()


def known_wiring(network: Network, token: CancelToken) -> dict[str, Wire]:
    """The wires of all nodes, found once for each network: they hang on its graph, not on its weights.

    Raises:
        Cancelled: The token was set.
    """
    if network not in _WIRINGS:
        _WIRINGS[network] = wiring(network, token)
    return _WIRINGS[network]


def _known(wire: Wire | None, names: Container[str]) -> Wire:
    """The wire without what is no node: made of weights alone, or only reached by this noise."""
    if wire is None:
        return Wire((None,), None)
    sources = tuple(source if source == PICTURE or source in names else None for source in wire.sources)
    return Wire(sources, wire.same_as if wire.same_as in names else None)


class _Wiring(Walk):
    def __init__(self, network: Network, batch: torch.Tensor, token: CancelToken) -> None:
        super().__init__(network.places)
        self.wires: dict[str, Wire] = {}
        self._token = token
        self._makers: dict[int, str] = {id(batch): PICTURE}
        # An id is reused once its object is gone: every tensor seen is kept until the pass is over.
        self._kept: list[torch.Tensor] = []

    def before_leaf(self) -> None:
        self._token.passing(self.pace)

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        sources = tuple(self._makers.get(id(tensor)) for tensor in tensors_in(args))
        holds_others = module is not None and next(module.children(), None) is not None
        same_as = self._makers.get(id(output)) if holds_others else None
        self.wires[name] = Wire(sources, same_as)
        if same_as is None:
            self._remember(output, name)

    def on_other(self, args: Any, output: Any) -> None:
        inputs = list(tensors_in(args))
        maker = self._makers.get(id(inputs[0])) if len(inputs) == 1 else None
        for tensor in tensors_in(output):
            if maker is not None and id(tensor) not in self._makers and _same(tensor, inputs[0]):
                self._remember(tensor, maker)

    def _remember(self, tensor: torch.Tensor, name: str) -> None:
        self._kept.append(tensor)
        self._makers[id(tensor)] = name


def _same(one: torch.Tensor, other: torch.Tensor) -> bool:
    return one.numel() == other.numel() and torch.equal(one.flatten(), other.flatten())
