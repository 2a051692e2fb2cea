"""Which part of the input a unit's neuron sees: its receptive field, from the graph or from gradients."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import nn

from inspector.lenses.examples.geometry import Field
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.modules import module_of
from inspector.probe.record import values_at
from inspector.saying import say

_KERNELS = (nn.Conv2d, nn.MaxPool2d, nn.AvgPool2d)
_POINTWISE = frozenset(
    {
        "mul",
        "mul_",
        "div",
        "relu",
        "relu_",
        "relu6",
        "add",
        "add_",
        "iadd",
        "cat",
        "sub",
        "dropout",
        "hardtanh",
        "hardswish",
        "silu",
    }
    | {"gelu", "sigmoid", "tanh", "leaky_relu", "leaky_relu_", "batch_norm", "elu"}
)
_POINTWISE_MODULES = (
    nn.ReLU, nn.ReLU6, nn.Hardswish, nn.Hardsigmoid, nn.SiLU, nn.GELU, nn.Sigmoid, nn.Tanh, nn.LeakyReLU,
    nn.ELU, nn.PReLU, nn.BatchNorm2d, nn.Dropout, nn.Dropout2d, nn.Identity, nn.LocalResponseNorm,
)  # fmt: skip


@dataclass(frozen=True)
class _Span:
    """What neuron (0, 0) sees, and how far its neighbours' lies from that: y and x of each, in pixels."""

    start: tuple[int, int]
    size: tuple[int, int]
    step: tuple[int, int]


_INPUT = _Span((0, 0), (1, 1), (1, 1))


def fields(network: Network, same: Mapping[str, str], wanted: tuple[str, ...]) -> dict[str, Field]:
    """The receptive field of each wanted node; `same` names nodes whose value is another node's.

    Convolutions and poolings are followed through the graph (Araujo, Norris & Sim, 2019, "Computing receptive
    fields of convolutional neural networks"). Where something else lies between, gradients of the neuron in
    the middle tell what it sees; where its map is a single number, it is the whole picture.
    """
    spans: dict[str, _Span | None] = {}
    for node in network.nodes.values():
        spans[node.name] = _span(network, node, spans, same)
    return {name: _field(network, network.nodes[name], spans[name]) for name in wanted}


def _span(
    network: Network, node: Node, known: Mapping[str, _Span | None], same: Mapping[str, str]
) -> _Span | None:
    """None where the graph does not tell."""
    if node.name in same and same[node.name] in known:
        return known[same[node.name]]
    if node.container or len(node.map_shape) != 2 or node.unit_axis != 1:
        return None
    sources = [known.get(name) for name in node.inputs] or [_INPUT]
    before = _union([source for source in sources if source is not None]) if None not in sources else None
    if before is None:
        return None
    module = module_of(network, node)
    if isinstance(module, _KERNELS):
        return _through(before, module)
    pointwise = node.op in _POINTWISE if module is None else isinstance(module, _POINTWISE_MODULES)
    return before if pointwise else None


def _through(before: _Span, module: Any) -> _Span | None:
    kernel, stride, padding = _pair(module.kernel_size), _pair(module.stride), module.padding
    dilation = _pair(getattr(module, "dilation", 1))
    if isinstance(padding, str):
        if padding != "valid":
            return None
        padding = 0
    pads = _pair(padding)
    return _Span(
        (before.start[0] - pads[0] * before.step[0], before.start[1] - pads[1] * before.step[1]),
        (
            before.size[0] + dilation[0] * (kernel[0] - 1) * before.step[0],
            before.size[1] + dilation[1] * (kernel[1] - 1) * before.step[1],
        ),
        (before.step[0] * stride[0], before.step[1] * stride[1]),
    )


def _union(spans: list[_Span]) -> _Span | None:
    if len({span.step for span in spans}) != 1:
        return None
    start = [min(span.start[axis] for span in spans) for axis in (0, 1)]
    end = [max(span.start[axis] + span.size[axis] for span in spans) for axis in (0, 1)]
    return _Span((start[0], start[1]), (end[0] - start[0], end[1] - start[1]), spans[0].step)


def _field(network: Network, node: Node, span: _Span | None) -> Field:
    height, width = network.preprocessing.crop
    if span is not None:
        return Field("graph", span.start, span.size, span.step)
    if len(node.map_shape) == 2 and max(node.map_shape) > 1:
        try:
            return _measured(network, node)
        except (InspectorError, RuntimeError):  # not differentiable
            pass
    return Field("whole", (0, 0), (height, width), (0, 0))


def _measured(network: Network, node: Node) -> Field:
    """From where the neuron in the middle gets gradients, for a picture of noise."""
    height, width = network.preprocessing.crop
    middle = tuple(side // 2 for side in node.map_shape)
    noise = torch.rand(1, 3, height, width, generator=torch.Generator().manual_seed(0)).to(network.device)
    with torch.enable_grad():
        picture = network.preprocessing.normalise(noise).requires_grad_()
        value = values_at(network, picture, [node.name])[node.name]
        (gradient,) = torch.autograd.grad(
            value.movedim(node.unit_axis, 1)[0, :, middle[0], middle[1]].sum(), picture
        )
    seen = gradient[0].abs().amax(0).cpu().numpy() > 0
    rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    if not rows.size:
        raise InspectorError(say("{name} has no gradients.", name=node.name))
    step = (height / node.map_shape[0], width / node.map_shape[1])
    start = (rows[0] - middle[0] * step[0], columns[0] - middle[1] * step[1])
    return Field("gradients", start, (int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1), step)


def _pair(value: Any) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else (int(value[0]), int(value[1]))
