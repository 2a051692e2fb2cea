"""Going on from a node: copies of its value go through the rest of the network, what lies before is replayed.

The first pass runs one picture up to the node and keeps what every function gave out. Later passes run the
network's own code, but each function before the node hands out what it gave then, seen as a batch of copies
(without copying), and at the node the changed values are put in. So nothing is traced symbolically: any
network that can be looked into can be gone on from. Where it does not come out as it should (a copy that is
not changed has to give the network's own answer), the whole network is run instead.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import nn

from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.network.walk import Walk, exchanged, first_tensor, tensors_in
from inspector.probe.cancel import CancelToken
from inspector.saying import say

_TOLERANCE = 1e-3
_CUT = object()  # stands for what the function that is the node gave out


class _Reached(BaseException):
    """The node has been seen."""


class _Prefix(Walk):
    """Runs one picture up to a node and keeps what every function gave out on the way."""

    def __init__(self, network: Network, node: str, batch: torch.Tensor, token: CancelToken | None) -> None:
        super().__init__(network.places)
        self.outputs: list[Any] = []
        self.value: torch.Tensor | None = None
        self.depends = {id(batch)}
        self._kept: list[Any] = [batch]  # an id is reused once its object is gone
        self._node, self._token = node, token

    def before_leaf(self) -> None:
        if self._token is not None:
            self._token.passing(self.pace)

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if name == self._node:
            self.value = output.clone()
            raise _Reached

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        try:
            output = super().__torch_function__(func, types, args, kwargs)
        except _Reached:
            self.outputs.append(_CUT)
            raise
        self.outputs.append(output)
        self._kept += [args, kwargs]
        if any(id(tensor) in self.depends for tensor in tensors_in((args, kwargs or {}))):
            self.depends.update(id(tensor) for tensor in tensors_in(output))
        return output


class _Rest(Walk):
    """Replays what comes before the node, puts `value` there, and runs what comes behind."""

    def __init__(
        self, network: Network, node: str, prefix: _Prefix, value: torch.Tensor, token: CancelToken | None
    ) -> None:
        super().__init__(network.places)
        self._node, self._prefix, self._value, self._token = node, prefix, value, token
        self._at = 0
        self._reached = False

    def before_leaf(self) -> None:
        if self._token is not None:
            self._token.passing(self.pace)

    def changed(self, name: str, value: torch.Tensor) -> torch.Tensor:
        if self._reached:
            return super().changed(name, value)
        self._reached = name == self._node
        return self._value if self._reached else value

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        if self._reached:
            return super().__torch_function__(func, types, args, kwargs)
        known = self._prefix.outputs[self._at]
        self._at += 1
        if known is _CUT:
            replayed: Any = self._value
        elif known is not None and first_tensor(known) is None:
            replayed = func(*args, **(kwargs or {}))  # sizes and shapes are those of the batch
        else:
            replayed = self._expanded(known)
        return replayed if self._opaque else self._report(func, args, kwargs or {}, replayed)

    def _expanded(self, known: Any) -> Any:
        with torch._C.DisableTorchFunction():
            for tensor in list(tensors_in(known)):
                if id(tensor) in self._prefix.depends and tensor.ndim and tensor.shape[0] == 1:
                    known = exchanged(known, tensor, tensor.expand(len(self._value), *tensor.shape[1:]))
        return known


class Resumed:
    """The rest of a network behind a node, for one picture.

    Args:
        network: The network, edited or not.
        node: Where to go on from.
        batch: The picture [1,C,H,W], preprocessed.
        token: Looked at before every leaf module.

    Attributes:
        value: The node's value for the picture [1, ...].
        output: The network's answer to it [1, ...].
        replays: Whether what comes before the node is replayed; False where everything has to be run.

    Raises:
        Cancelled: The token was set.
    """

    def __init__(
        self, network: Network, node: str, batch: torch.Tensor, token: CancelToken | None = None
    ) -> None:
        self._network, self._node, self._batch, self._token = network, node, batch, token
        self._prefix = _Prefix(network, node, batch, token)
        try:
            with self._prefix:
                network.module(batch)
        except _Reached:
            pass
        if self._prefix.value is None:
            raise InspectorError(
                say("{name}/{node} was not computed for this input.", name=network.name, node=node)
            )
        self.value = self._prefix.value
        self.output = self._whole(self.value)
        self.replays = self._can_replay()

    def run(self, values: torch.Tensor) -> torch.Tensor:
        """The network's answers [B, ...] where the node's values are these [B, ...]."""
        return self._rest(values) if self.replays else self._whole(values)

    def _can_replay(self) -> bool:
        """Whether copies that are not changed give the network's own answer."""
        try:
            answers = self._rest(self.value.expand(2, *self.value.shape[1:]).clone())
        except Exception:  # whatever a network's own code raises where sizes are not as it expects
            return False
        most = float(self.output.abs().amax()) or 1.0
        same = answers.shape == (2, *self.output.shape[1:])
        return same and bool((answers - self.output).abs().amax() <= _TOLERANCE * most)

    def _rest(self, values: torch.Tensor) -> torch.Tensor:
        wide = self._batch.expand(len(values), *self._batch.shape[1:])
        walk = _Rest(self._network, self._node, self._prefix, values, self._token)
        with walk:
            return answer_of(self._network.module(wide))

    def _whole(self, values: torch.Tensor) -> torch.Tensor:
        wide = self._batch.expand(len(values), *self._batch.shape[1:])
        walk = _Put(self._network, self._node, lambda _: values, self._token)
        with walk:
            return answer_of(self._network.module(wide))


Put = Callable[[torch.Tensor], torch.Tensor]


class _Put(Walk):
    """Runs everything, puts values at a node, and reads another one."""

    def __init__(
        self,
        network: Network,
        node: str | None,
        put: Put | None,
        token: CancelToken | None,
        read: str | None = None,
    ) -> None:
        super().__init__(network.places)
        self.values: dict[str, torch.Tensor] = {}
        self._node, self._put, self._token, self._read = node, put, token, read

    def before_leaf(self) -> None:
        if self._token is not None:
            self._token.passing(self.pace)

    def changed(self, name: str, value: torch.Tensor) -> torch.Tensor:
        if name == self._node and self._put is not None:
            with torch._C.DisableTorchFunction():
                return self._put(value)
        return super().changed(name, value)

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        if name == self._read:
            self.values[name] = output.clone()  # a ReLU in place may come


def run_with(
    network: Network, batch: torch.Tensor, node: str, put: Put, token: CancelToken | None = None
) -> torch.Tensor:
    """The network's answers to pictures [N,C,H,W], the node's value being what `put` makes of it.

    Differentiable; `put` may also just look.

    Raises:
        Cancelled: The token was set.
    """
    with _Put(network, node, put, token):
        return answer_of(network.module(batch))


def scores_with(
    network: Network,
    batch: torch.Tensor,
    at: tuple[str, Put] | None,
    read: str | None,
    score: Callable[[torch.Tensor, dict[str, torch.Tensor]], torch.Tensor],
    token: CancelToken | None = None,
) -> torch.Tensor:
    """What `score` makes of the network's answer and the value of the node `read`; differentiable.

    Args:
        network: The network.
        batch: Pictures [N,C,H,W], preprocessed.
        at: A node and what is put in place of its value, or None.
        read: A node whose value `score` is given, or None.
        score: From answer and values to one number a picture.
        token: Looked at before every leaf module.

    Raises:
        Cancelled: The token was set.
        InspectorError: The node to be read was not reached.
    """
    node, put = at or (None, None)
    walk = _Put(network, node, put, token, read)
    with walk:
        output = network.module(batch)
    if read is not None and read not in walk.values:
        raise InspectorError(
            say("{name}/{read} was not computed for this input.", name=network.name, read=read)
        )
    return score(answer_of(output), walk.values)


def answer_of(output: Any) -> torch.Tensor:
    """The first tensor of a network's output, [N, classes] where it is [N, classes, 1, 1]."""
    answer = first_tensor(output)
    assert answer is not None
    return answer.flatten(1) if answer.ndim == 4 and answer.shape[2:] == (1, 1) else answer
