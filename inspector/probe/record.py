"""Recording nodes' values while a network runs, and stopping as soon as they are there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import nn

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.walk import Walk
from inspector.probe.cancel import CancelToken
from inspector.saying import say

FloatArray = np.ndarray[Any, np.dtype[np.float32]]


class _Reached(BaseException):
    """Every wanted node has been seen: the rest of the forward pass is not needed."""


class Recorder(Walk):
    """Keeps the values of the wanted nodes of one forward pass, in order, as they were at the node.

    A value that an in-place operation is about to overwrite is copied first (and only then), so the
    network computes exactly what it computes without us.

    Args:
        network: The network that will run.
        nodes: The wanted nodes.
        token: Looked at before every leaf module.
        stop: Whether to leave the pass as soon as all of them are there.
    """

    def __init__(
        self,
        network: Network,
        nodes: Collection[str],
        token: CancelToken | None = None,
        *,
        stop: bool = True,
    ) -> None:
        super().__init__(network.places)
        self.values: dict[str, torch.Tensor] = {}
        self._wanted = frozenset(nodes)
        self._token = token
        self._stop = stop
        self._unplaced: list[str] = []
        self._holders: dict[int, list[str]] = {}

    def wants_pattern(self, name: str) -> bool:
        return name in self._wanted

    def before_leaf(self) -> None:
        if self._token is not None:
            self._token.passing(self.pace)

    def before_write(self, tensor: torch.Tensor) -> None:
        # Asked here and not in on_node: there, asking for a storage would itself be followed as a function.
        for name in self._unplaced:
            place = self.values[name].untyped_storage().data_ptr()
            self._holders.setdefault(place, []).append(name)
        self._unplaced.clear()
        for name in self._holders.pop(tensor.untyped_storage().data_ptr(), ()):
            self.values[name] = self.values[name].clone()

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if name not in self._wanted:
            return
        self.values[name] = output
        self._unplaced.append(name)
        if self._stop and len(self.values) == len(self._wanted):
            raise _Reached


def values_at(
    network: Network, batch: torch.Tensor, nodes: Collection[str], token: CancelToken | None = None
) -> dict[str, torch.Tensor]:
    """Values of `nodes` for preprocessed pictures [N,C,H,W]; runs no further than the last of them.

    Follows the caller's gradient mode, so that objectives can be differentiated.

    Raises:
        Cancelled: The token was set; looked at before every leaf module.
        InspectorError: A node was not reached in this pass (its control flow depends on the data).
    """
    recorder = Recorder(network, nodes, token)
    try:
        with recorder:
            network.module(batch)
    except _Reached:
        return recorder.values
    _check_reached(network, nodes, recorder)
    return recorder.values


def output_and_values(
    network: Network, batch: torch.Tensor, nodes: Collection[str], token: CancelToken | None = None
) -> tuple[Any, dict[str, torch.Tensor]]:
    """What the network returns, beside the values of `nodes`, from one whole forward pass.

    Raises:
        Cancelled: The token was set; looked at before every leaf module.
        InspectorError: A node was not reached in this pass (its control flow depends on the data).
    """
    recorder = Recorder(network, nodes, token, stop=False)
    with recorder:
        output = network.module(batch)
    _check_reached(network, nodes, recorder)
    return output, recorder.values


def _check_reached(network: Network, nodes: Collection[str], recorder: Recorder) -> None:
    missing = [name for name in nodes if name not in recorder.values]
    if missing:
        raise InspectorError(
            say("{name}/{missing} was not computed for this input.", name=network.name, missing=missing[0])
        )


Pictures = Iterable[str | Path | Image.Image] | np.ndarray[Any, Any] | torch.Tensor


def prepare(network: Network, pictures: Pictures) -> torch.Tensor:
    """Network input [N,C,H,W] on the network's device.

    Args:
        network: The network that will see them.
        pictures: Paths, PIL images, or a float array [N,C,H,W] that is already preprocessed.

    Raises:
        InspectorError: A picture does not open, or the network reads none.
    """
    if isinstance(pictures, (np.ndarray, torch.Tensor)):
        return torch.as_tensor(pictures, dtype=torch.float32).to(network.device)
    if network.reads != "pictures":
        raise InspectorError(
            say("{name} reads {reads} and no pictures.", name=network.name, reads=network.reads)
        )
    from inspector.pictures.decode import open_picture

    images = [item if isinstance(item, Image.Image) else open_picture(item).image for item in pictures]
    return torch.stack([network.preprocessing(image) for image in images]).to(network.device)


def record(
    network: Network,
    pictures: Pictures,
    nodes: Sequence[str] | None = None,
    token: CancelToken | None = None,
    batch_size: int = 32,
) -> dict[str, FloatArray]:
    """Activations {node: float32 [N, ...]} of pictures at nodes (all that have units, unless named).

    Raises:
        AddressError: A node is not in the network.
        InspectorError: A picture does not open.
        Cancelled: The token was set.
    """
    names = [n.name for n in network.nodes.values() if n.units] if nodes is None else list(nodes)
    for name in names:
        network.node(name)
    batch = prepare(network, pictures)
    parts: dict[str, list[FloatArray]] = {name: [] for name in names}
    with torch.inference_mode():
        for chunk in torch.split(batch, batch_size):
            for name, value in values_at(network, chunk, names, token).items():
                parts[name].append(value.float().cpu().contiguous().numpy())
    return {name: chunks[0] if len(chunks) == 1 else np.concatenate(chunks) for name, chunks in parts.items()}
