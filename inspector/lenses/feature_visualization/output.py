"""Classes: the node of the network's output before any softmax, and which class a label names."""

from __future__ import annotations

import difflib
from weakref import WeakKeyDictionary

import torch

from inspector.lenses.feature_visualization.objectives import Logit, Objective
from inspector.lenses.feature_visualization.objectives.sums import Sum
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.walk import first_tensor
from inspector.probe.record import output_and_values
from inspector.saying import counted, say

_SOFTMAX = {"softmax", "logsoftmax", "log_softmax"}
_found: WeakKeyDictionary[Network, Node] = WeakKeyDictionary()


def logit_node(network: Network) -> Node:
    """The node whose values are the network's class scores, one per class, before any softmax.

    Raises:
        InspectorError: The network's output is no list of scores, or no node has its values.
    """
    if network not in _found:
        _found[network] = _search(network)
    return _found[network]


def with_class_numbers(network: Network, objective: Objective) -> Objective:
    """The objective with the number of the class wherever it names a label.

    Raises:
        InspectorError: There is no such class.
    """
    if not any(isinstance(term, Logit) for _, term in objective.terms):
        return objective
    weighted = tuple(
        (weight, Logit(_class(network, term.target)) if isinstance(term, Logit) else term)
        for weight, term in objective.terms
    )
    return weighted[0][1] if len(weighted) == 1 and weighted[0][0] == 1 else Sum(weighted)


def _search(network: Network) -> Node:
    grey = torch.full((1, 3, *network.preprocessing.crop), 0.5, device=network.device)
    names = [node.name for node in network.nodes.values() if node.units and not node.container]
    with torch.no_grad():
        output, values = output_and_values(network, network.preprocessing.normalise(grey), names)
    scores = first_tensor(output)
    if scores is None or scores.ndim < 2 or scores[0].numel() != scores.shape[1]:
        raise InspectorError(
            say("{name} has no classes: its output is no list of scores.", name=network.name)
        )
    same = [name for name in names if torch.equal(values[name].flatten(), scores.flatten())]
    if not same:
        raise InspectorError(
            say("{name}: no node has the values of its output, so no logit can be seen.", name=network.name)
        )
    node = network.node(same[-1])
    while node.op.lower() in _SOFTMAX and len(node.inputs) == 1:
        node = network.node(node.inputs[0])
    return node


def _class(network: Network, target: int | str) -> int:
    count = logit_node(network).units
    if isinstance(target, int):
        if target >= count:
            raise InspectorError(
                counted(
                    "{name} has {count} class, {last}; {target} is none.",
                    "{name} has {count} classes, 0 to {last}; {target} is none.",
                    name=network.name,
                    count=count,
                    last=count - 1,
                    target=target,
                )
            )
        return target
    wanted = target.strip().casefold()
    for index, label in enumerate(network.labels[:count]):
        if wanted in {label.casefold(), *(name.strip().casefold() for name in label.split(","))}:
            return index
    near = difflib.get_close_matches(target, network.labels, n=2, cutoff=0.5)
    hint = say(" Did you mean {near}?", near=" or ".join(near)) if near else ""
    raise InspectorError(
        say("{name} has no class “{target}”.{hint}", name=network.name, target=target, hint=hint)
    )
