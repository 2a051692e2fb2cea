"""Where a node stands to its nonlinearity: before it, values below zero are evidence too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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


def nodes_before(nodes: Mapping[str, Node], name: str) -> tuple[str, ...]:
    """The nodes whose values, side by side, a nonlinearity makes into a node's; none where no graph tells so.

    That is one node for an activation function, or a module whose last step is one; and several for a
    concatenation of such values, as an Inception block makes it.
    """
    node, sources = nodes[name], _sources(nodes, name)
    op = node.op.lower().replace("_", "")
    if op in _ACTIVATIONS:
        told = len(sources) == 1 and _alike(node, [nodes[sources[0]]])
        return sources if told and is_pre_activation(nodes, sources[0]) else ()
    inner = len(sources) == 1 and sources[0].startswith(_inside(name))
    if not inner and op != "cat":
        return ()
    found = [nodes_before(nodes, source) for source in sources]
    flat = tuple(before for part in found for before in part)
    return flat if all(found) and _alike(node, [nodes[before] for before in flat]) else ()


def _alike(node: Node, parts: Sequence[Node]) -> bool:
    """Whether the units of all parts together are the node's, at the same places."""
    same = all((part.map_shape, part.unit_axis) == (node.map_shape, node.unit_axis) for part in parts)
    return same and sum(part.units for part in parts) == node.units


def _inside(name: str) -> str:
    return f"{name.partition(':')[0]}."


def _sources(nodes: Mapping[str, Node], name: str) -> tuple[str, ...]:
    # Nodes are in order of execution: the one just before a module that holds others made its value.
    order = list(nodes)
    place = order.index(name)
    if place and order[place - 1].startswith(_inside(name)):
        return (order[place - 1],)
    return tuple(source for source in nodes[name].inputs if source in nodes)
