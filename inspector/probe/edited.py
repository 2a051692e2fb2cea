"""The network that edits describe: a copy that shares every weight that is not changed.

The network that was opened is not touched at any time, so there is nothing to be put back, and a job may be
left standing between two steps while others run on the unedited network. Changes of activations are made
where the walk through a forward pass sees a value, before any lens does: `inspector.network.walk.Places`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

from inspector.network.attention import PATTERN
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.network.twin import twin
from inspector.network.walk import Change, Places, Walk
from inspector.probe.edits import ActivationEdit, Edit, WeightEdit, active, fingerprint
from inspector.probe.modules import module_of
from inspector.saying import counted, say


def edited(network: Network, edits: Sequence[Edit]) -> Network:
    """The network with those of the edits that are on; the network itself where none is.

    It is called like the original and has its nodes, but a fingerprint of its own: what is kept of the one is
    never taken for the other's. Any lens runs on it.

    Raises:
        AddressError: An edit speaks of a node or unit that is not there.
        InspectorError: An edit does not fit, or the network cannot be copied.
    """
    chosen = active(edits)
    if not chosen:
        return network
    made = _copied(network)
    for edit in chosen:
        if isinstance(edit.change, WeightEdit):
            _change_weights(made, edit.change)
    changes = _changes(network, [e.change for e in chosen if isinstance(e.change, ActivationEdit)])
    places = Places(made.places, changes)
    made.__dict__["places"] = places
    made.__dict__["fingerprint"] = fingerprint(network.fingerprint, chosen)
    if changes:
        _follow_always(made.module, places)
    return made


def _copied(network: Network) -> Network:
    try:
        return twin(network)
    except InspectorError as error:
        raise InspectorError(
            say("{name} cannot be edited: its modules do not let themselves be copied.", name=network.name)
        ) from error


def _follow_always(module: nn.Module, places: Places) -> None:
    """Let the module's forward pass make the changes also where no lens follows it."""
    forward = module.forward

    def followed(*args: Any, **kwargs: Any) -> Any:
        if places.walks:
            return forward(*args, **kwargs)
        with Walk(places):
            return forward(*args, **kwargs)

    module.forward = followed


def _changes(network: Network, changes: Sequence[ActivationEdit]) -> dict[str, Change]:
    found: dict[str, list[ActivationEdit]] = {}
    for change in changes:
        node = changeable(network, change.node)
        if max(change.units) >= node.units:
            raise InspectorError(
                counted(
                    "{name}/{node_name} has {count} unit; the edit speaks of unit {unit}.",
                    "{name}/{node_name} has {count} units; the edit speaks of unit {unit}.",
                    name=network.name,
                    node_name=node.name,
                    count=node.units,
                    unit=max(change.units),
                )
            )
        found.setdefault(node.name, []).append(change)
    return {name: _all_of(network.nodes[name], those) for name, those in found.items()}


def changeable(network: Network, name: str) -> Node:
    """The node of that name, after a look that its value can be changed.

    Raises:
        AddressError: There is none.
        InspectorError: It is an attention pattern, which is worked out beside the network's own attention.
    """
    node = network.node(name)
    if node.op == PATTERN:
        raise InspectorError(
            say(
                "{name}/{node} is an attention pattern: it can be looked at, not changed.",
                name=network.name,
                node=name,
            )
        )
    return node


def _all_of(node: Node, changes: Sequence[ActivationEdit]) -> Change:
    def change(value: torch.Tensor) -> torch.Tensor:
        for one in changes:
            value = changed(value, node, one)
        return value

    return change


def changed(value: torch.Tensor, node: Node, edit: ActivationEdit) -> torch.Tensor:
    """A node's value [N, ...] with an edit made; a new tensor, differentiable where the value is.

    Raises:
        InspectorError: The edit's maps do not fit those of the node.
    """
    moved = value.movedim(node.unit_axis, 1)
    units = torch.tensor(edit.units, device=value.device)
    old = moved[:, units]
    if edit.weights:
        direction = torch.tensor(edit.weights, dtype=value.dtype, device=value.device)
        direction = (direction / direction.norm()).view(1, -1, *[1] * (moved.ndim - 2))
        along = (old * direction).sum(1, keepdim=True)
        new = old + (_value(along, edit) - along) * direction
    else:
        new = _value(old, edit)
    made = moved.clone()
    made[:, units] = new
    return made.movedim(1, node.unit_axis)


def _value(old: torch.Tensor, edit: ActivationEdit) -> torch.Tensor:
    if edit.kind == "scale":
        return old * edit.amount
    if edit.kind == "clamp":
        return old.clamp(edit.low, edit.high)
    if edit.kind == "steer":
        return old + edit.amount
    if edit.kind == "replace" and edit.values is not None:
        return _placed(edit.values.array, old)
    return torch.zeros_like(old)


def _placed(values: Any, old: torch.Tensor) -> torch.Tensor:
    """Given numbers [units] or maps [units, *map] in the shape of the activations [N, units, *map]."""
    given = torch.tensor(values, dtype=old.dtype, device=old.device)
    if given.ndim == 1:
        given = given.view(-1, *[1] * (old.ndim - 2))
    elif given.shape[1:] != old.shape[2:] and given.ndim == 3 and old.ndim == 4:
        given = F.interpolate(given[None], old.shape[2:], mode="bilinear", align_corners=False)[0]
    try:
        return given[None].expand_as(old)
    except RuntimeError as error:
        raise InspectorError("The maps of another picture do not fit those of this one.") from error


def _change_weights(network: Network, edit: WeightEdit) -> None:
    node = network.node(edit.node)
    module = module_of(network, node)
    weight = getattr(module, "weight", None)
    if module is None or not isinstance(weight, torch.Tensor) or weight.ndim < 2:
        raise InspectorError(
            say(
                "{name}/{node_name} has no weights that could be edited.",
                name=network.name,
                node_name=node.name,
            )
        )
    if edit.unit >= len(weight):
        raise InspectorError(
            counted(
                "{name}/{node_name} has {count} unit; {unit} is none.",
                "{name}/{node_name} has {count} units; {unit} is none.",
                name=network.name,
                node_name=node.name,
                count=len(weight),
                unit=edit.unit,
            )
        )
    row = weight[edit.unit].detach().clone()
    columns = list(edit.sources) or list(range(len(row)))
    if max(columns) >= len(row):
        raise InspectorError(
            counted(
                "{name}/{node_name} reads {count} input; {columns} is none.",
                "{name}/{node_name} reads {count} inputs; {columns} is none.",
                name=network.name,
                node_name=node.name,
                count=len(row),
                columns=max(columns),
            )
        )
    row[columns] = _changed_row(row[columns], edit)
    made = weight.detach().clone()
    made[edit.unit] = row
    module.weight = nn.Parameter(made, requires_grad=False)


def _changed_row(chosen: torch.Tensor, edit: WeightEdit) -> torch.Tensor:
    if edit.kind == "kernel":
        kernel = torch.tensor(edit.kernel, dtype=chosen.dtype, device=chosen.device)
        if kernel.shape != chosen.shape[1:] and kernel.numel() != chosen[0].numel():
            sizes = (" × ".join(map(str, shape)) for shape in (chosen.shape[1:], kernel.shape))
            raise InspectorError("The kernel is {}, not {}.".format(*sizes))
        return kernel.reshape(chosen.shape[1:]).expand_as(chosen)
    signed = chosen * edit.sign
    mask = {"all": torch.ones_like(signed, dtype=torch.bool), "negative": signed < 0, "positive": signed > 0}
    return torch.where(mask[edit.which], -chosen if edit.kind == "flip" else torch.zeros_like(chosen), chosen)
