"""Units that only hand on what an earlier unit says: joined, flattened, normalised, averaged.

A picture that drives the one drives the other. Which nodes may be such is told by their operation, and then
looked at: a picture of noise goes through, and every unit must say what its origin tells, else none is told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import nn

from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.record import values_at

_JOINS = frozenset({"cat", "concat", "concatenate"})
_HANDS_ON = frozenset(
    {"identity", "dropout", "dropout1d", "dropout2d", "dropout3d", "alphadropout", "featurealphadropout"}
    | {"feature_dropout", "alpha_dropout", "droppath", "stochasticdepth", "stochastic_depth"}
    | {"flatten", "view", "reshape", "squeeze", "contiguous", "clone", "detach"}
)
_MEANS = frozenset(
    {"mean", "avgpool2d", "avg_pool2d", "adaptiveavgpool2d", "adaptive_avg_pool2d", "globalaveragepool"}
)
_SLACK = 1e-4


@dataclass(frozen=True)
class Origin:
    """The unit that another one repeats: it is `scale` times that unit plus `shift`, everywhere.

    Attributes:
        node, unit: The unit.
        scale, shift: What is made of its values; a scale is above zero.
        averaged: Whether the mean over its map is meant, and not every place of it.
    """

    node: str
    unit: int
    scale: float = 1.0
    shift: float = 0.0
    averaged: bool = False

    @property
    def is_scaled(self) -> bool:
        """Whether the values are others, if in the same order."""
        return (self.scale, self.shift) != (1.0, 0.0)

    def before(self, origin: Origin) -> Origin:
        """From what `origin` is the origin of `self`: the way to it in one step."""
        return Origin(
            origin.node,
            origin.unit,
            self.scale * origin.scale,
            self.scale * origin.shift + self.shift,
            self.averaged or origin.averaged,
        )


Origins = Mapping[str, Sequence[Origin | None]]


def origins(network: Network, shape: tuple[int, int] | None = None) -> Origins:
    """What each unit of such nodes repeats, one step back; nodes all of whose units are new are left out.

    Args:
        network: The network.
        shape: Height and width of pictures for which it must hold, too.
    """
    # A module's name stands before the colon of its later calls.
    modules = dict(network.module.named_modules())
    found: Origins = {
        node.name: told
        for node in network.nodes.values()
        if node.units and not node.container and (told := _told(network, node, modules))
    }
    native = network.preprocessing.crop
    for size in dict.fromkeys((native, shape or native)):
        found = _confirmed(network, found, size)
    return found


def ancestors(found: Origins, node: str, unit: int) -> Iterator[Origin]:
    """The units that a unit repeats, from the nearest to the farthest."""
    way = Origin(node, unit)
    while (step := _at(found, way)) is not None:
        way = way.before(step)
        yield way


def _at(found: Origins, way: Origin) -> Origin | None:
    return found[way.node][way.unit] if way.node in found else None


def _told(network: Network, node: Node, modules: Mapping[str, nn.Module]) -> tuple[Origin | None, ...]:
    """What a node's operation promises of its units; () for nothing."""
    before = [network.nodes[name] for name in node.inputs if name in network.nodes]
    if sum(one.units for one in before) != node.units:
        return ()
    op, module = node.op.lower(), modules.get(node.name.partition(":")[0])
    if op in _JOINS:
        return tuple(Origin(one.name, unit) for one in before for unit in range(one.units))
    if len(before) != 1:
        return ()
    if op in _HANDS_ON or op in _MEANS:
        return tuple(Origin(before[0].name, unit, averaged=op in _MEANS) for unit in range(node.units))
    if isinstance(module, nn.modules.batchnorm._BatchNorm) and type(module).__name__ == node.op:
        return tuple(_scaled(before[0].name, module))
    return ()


def _scaled(before: str, norm: nn.modules.batchnorm._BatchNorm) -> Iterator[Origin | None]:
    """What a batch norm makes of each unit; None for those that it turns round or silences."""
    if norm.training or norm.running_mean is None or norm.running_var is None:
        return
    scale = torch.rsqrt(norm.running_var.double() + norm.eps)
    scale = scale * norm.weight.double() if norm.weight is not None else scale
    shift = -norm.running_mean.double() * scale
    shift = shift + norm.bias.double() if norm.bias is not None else shift
    for unit, (factor, more) in enumerate(zip(scale.tolist(), shift.tolist(), strict=True)):
        yield Origin(before, unit, factor, more) if factor > 0 else None


def _confirmed(network: Network, found: Origins, shape: tuple[int, int]) -> Origins:
    """Those of which the values of a picture of noise of this size say the same."""
    maps = _maps(network, {name for node, told in found.items() for name in _named(node, told)}, shape)
    if maps is not None:
        return {node: told for node, told in found.items() if _holds(maps, node, told)}
    # Something in it does not take the size: which pictures are shown at another, is told node by node.
    return {node: told for node, told in found.items() if _holds_alone(network, node, told, shape)}


def _named(node: str, told: Iterable[Origin | None]) -> set[str]:
    return {node, *(one.node for one in told if one is not None)}


def _holds_alone(network: Network, node: str, told: Sequence[Origin | None], shape: tuple[int, int]) -> bool:
    maps = _maps(network, _named(node, told), shape)
    if maps is not None:
        return _holds(maps, node, told)
    return all(_maps(network, {name}, shape) is None for name in _named(node, told))


def _maps(
    network: Network, names: Collection[str], shape: tuple[int, int]
) -> Mapping[str, torch.Tensor] | None:
    """What nodes say of a picture of noise, [units, *map]; None where the network does not take it."""
    noise = torch.rand((1, 3, *shape), generator=torch.Generator().manual_seed(0)).to(network.device)
    batch = network.preprocessing.normalise(noise).contiguous(memory_format=network.memory_format)
    try:
        with torch.no_grad():
            values = values_at(network, batch, names) if names else {}
    except Exception:  # whatever a user's module raises when a size does not fit
        return None
    return {name: value.movedim(network.nodes[name].unit_axis, 1)[0] for name, value in values.items()}


def _holds(maps: Mapping[str, torch.Tensor], name: str, told: Iterable[Origin | None]) -> bool:
    pairs = [(maps[name][unit], one) for unit, one in enumerate(told) if one is not None]
    return bool(pairs) and all(_is_of(value, maps[one.node][one.unit], one) for value, one in pairs)


def _is_of(value: torch.Tensor, other: torch.Tensor, origin: Origin) -> bool:
    if origin.averaged:
        if value.numel() != 1:
            return False
        value, other = value.reshape(()), other.double().mean()
    elif value.numel() == other.numel() == 1:
        value, other = value.reshape(()), other.reshape(())
    elif value.shape != other.shape:
        return False
    if not origin.is_scaled and not origin.averaged:
        return torch.equal(value, other)
    expected = origin.scale * other.double() + origin.shift
    most = float(expected.abs().amax())
    return torch.allclose(value.double(), expected, rtol=_SLACK, atol=_SLACK * max(most, 1e-6))
