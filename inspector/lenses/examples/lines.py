"""Batch normalisations with fixed statistics: a line for each unit, rising or falling, that values take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

from inspector.network.network import Network

Array = np.ndarray[Any, Any]


class Line(NamedTuple):
    """What a batch normalisation makes of a value x of a unit: factor * x + offset, but for rounding.

    Attributes:
        module: The normalisation.
        factor: float32 [units].
        offset: float32 [units].
        falls: int64 [m], numbers of the units whose factor is below zero.
    """

    module: nn.Module
    factor: Array
    offset: Array
    falls: Array

    @classmethod
    def of(cls, module: nn.Module | None) -> Line | None:
        """The line of a module; None where it is none: another operation, or one that looks at the batch."""
        if type(module) is not nn.BatchNorm2d or module.training:
            return None
        mean, variance = module.running_mean, module.running_var
        if mean is None or variance is None:
            return None
        with torch.no_grad():
            factor = (variance.double() + module.eps).rsqrt()
            if module.weight is not None:
                factor *= module.weight
            offset = -mean.double() * factor
            if module.bias is not None:
                offset += module.bias
        factors = factor.float().cpu().numpy()
        return cls(module, factors, offset.float().cpu().numpy(), np.flatnonzero(factors < 0))

    def along(self, values: torch.Tensor) -> torch.Tensor:
        """What the module makes of values float32 [m, units], to the last bit."""
        module = self.module
        assert isinstance(module, nn.BatchNorm2d)
        # As one map with its channels last, for which torch has a fast way.
        made = nn.functional.batch_norm(
            values[None, None].movedim(3, 1),
            module.running_mean,
            module.running_var,
            module.weight,
            module.bias,
            eps=module.eps,
        )
        return made.movedim(1, 3)[0, 0]


def lines_behind(network: Network) -> Mapping[str, Line]:
    """By node, the line that its value goes along next, where a batch normalisation takes it."""
    modules, found = dict(network.module.named_modules()), dict[str, Line]()
    for name, node in network.nodes.items():
        line = Line.of(modules.get(name.partition(":")[0])) if node.op == "BatchNorm2d" else None
        if line is not None:
            for source in node.inputs:
                found.setdefault(source, line)
    return found
