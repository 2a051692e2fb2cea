"""Whether a node is read before its nonlinearity, where values below zero are evidence too."""

from __future__ import annotations

from collections.abc import Mapping

from inspector.network.graph import Node

_ACTIVATIONS = frozenset(
    {
        "relu", "relu6", "leakyrelu", "prelu", "rrelu", "elu", "selu", "celu", "gelu", "silu", "mish",
        "sigmoid", "tanh", "softplus", "hardswish", "hardsigmoid", "hardtanh", "softmax", "softmax2d",
        "logsoftmax", "logsigmoid", "softmin", "softsign", "threshold", "tanhshrink", "hardshrink",
        "softshrink", "glu",
    }
)  # fmt: skip
_LINEAR = frozenset(
    {
        "conv1d", "conv2d", "conv3d", "convtranspose1d", "convtranspose2d", "convtranspose3d", "linear",
        "bilinear", "batchnorm", "batchnorm1d", "batchnorm2d", "batchnorm3d", "syncbatchnorm",
        "instancenorm", "instancenorm1d", "instancenorm2d", "instancenorm3d", "layernorm", "groupnorm",
        "rmsnorm", "matmul", "bmm", "einsum", "sub", "multiheadattention", "multiheadattentionforward",
        "scaleddotproductattention",
    }
)  # fmt: skip


def is_pre_activation(nodes: Mapping[str, Node], name: str) -> bool:
    """Whether values below zero can be seen at a node: no activation function stands directly before it.

    Convolutions, linear layers and normalisations are; ReLU and its kin are not; what keeps values as they
    are (additions, concatenations, pooling, dropout, reshapes) is where one of its inputs is; a module that
    holds others is what its last node is.
    """
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in seen:
            continue
        seen.add(current)
        op = nodes[current].op.lower().replace("_", "")
        if op in _LINEAR:
            return True
        if op not in _ACTIVATIONS:
            sources = _sources(nodes, current)
            if not sources:
                return True
            waiting += sources
    return False


def _sources(nodes: Mapping[str, Node], name: str) -> tuple[str, ...]:
    # Nodes are in order of execution: the one just before a module that holds others made its value.
    order = list(nodes)
    place = order.index(name)
    inner = f"{name.partition(':')[0]}."
    if place and order[place - 1].startswith(inner):
        return (order[place - 1],)
    return tuple(source for source in nodes[name].inputs if source in nodes)
