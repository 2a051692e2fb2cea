"""Batch normalisations with fixed statistics: a line for each unit, rising or falling, that values take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from inspector.lenses.examples import fused
from inspector.network.network import Network

Array = np.ndarray[Any, Any]
_TRIED = 64
"""Values of each unit on which it is tried in which way torch rounds."""


class Line(NamedTuple):
    """What a batch normalisation makes of a value x of a unit: factor * x + offset, to the last bit.

    Attributes:
        factor: float32 [units].
        offset: float32 [units].
        once: Whether the product and the sum are rounded once, not each by itself.
    """

    factor: Array
    offset: Array
    once: bool

    @classmethod
    def of(cls, module: nn.Module | None) -> Line | None:
        """The line of a module.

        None where it is none: another operation, one that looks at the batch, one that rounds otherwise; and
        where loops cannot be compiled.
        """
        if type(module) is not nn.BatchNorm2d or module.training or module.running_var is None:
            return None
        tensors = [*module.parameters(), *module.buffers()]
        if any(one.device.type != "cpu" for one in tensors) or module.running_var.dtype != torch.float32:
            return None
        if (loops := fused.loops()) is None:
            return None
        units = module.num_features
        with torch.inference_mode():
            offset = _made(module, torch.zeros(1, units), module.running_mean, module.bias)
            factor = _made(module, torch.ones(1, units), torch.zeros(units), None)
            # Values from one end of its range to the other, where all the digits count.
            drawn = torch.randn(_TRIED, units, generator=torch.Generator().manual_seed(0))
            deviation = module.running_var.clamp_min(module.eps).sqrt()
            tried = drawn * deviation + (0 if module.running_mean is None else module.running_mean)
            wanted = _made(module, tried, module.running_mean, module.bias).numpy()
        made = np.empty_like(wanted)
        for once in (True, False):
            line = cls(factor.numpy()[0], offset.numpy()[0], once)
            loops.along(tried.numpy(), *line, made)
            if np.array_equal(made, wanted):
                return line
        return None


def _made(
    module: nn.BatchNorm2d, values: torch.Tensor, mean: torch.Tensor | None, bias: torch.Tensor | None
) -> torch.Tensor:
    """What torch makes of values float32 [m, units], as a map with its channels last."""
    shown = values[None, None].movedim(3, 1)
    made = nn.functional.batch_norm(shown, mean, module.running_var, module.weight, bias, eps=module.eps)
    return made.movedim(1, 3)[0, 0]


class Ahead(NamedTuple):
    """What a node's value goes along next: the name of the normalisation's node, and its line."""

    name: str
    line: Line


class Lines(NamedTuple):
    """The lines of a network.

    Attributes:
        of: By the node of a batch normalisation, its line.
        behind: By node, the line that its value goes along next, where a batch normalisation takes it.
    """

    of: Mapping[str, Line]
    behind: Mapping[str, Ahead]


def lines_of(network: Network) -> Lines:
    """All lines of a network."""
    modules = dict(network.module.named_modules())
    known, of, behind = dict[str, Line | None](), dict[str, Line](), dict[str, Ahead]()
    for name, node in network.nodes.items():
        if node.op != "BatchNorm2d":
            continue
        path = name.partition(":")[0]
        if path not in known:
            known[path] = Line.of(modules.get(path))
        if (line := known[path]) is not None:
            of[name] = line
            for source in node.inputs:
                behind.setdefault(source, Ahead(name, line))
    return Lines(of, behind)
