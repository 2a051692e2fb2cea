"""Fewer digits within the layers of a network that multiply most; everything between them stays float32."""

from __future__ import annotations

from functools import partial

import torch
from torch import nn
from torch.nn import functional

_CONVOLUTIONS = (nn.Conv1d, nn.Conv2d, nn.Conv3d)


def lower(module: nn.Module, precision: str) -> int:
    """Let convolutions and linear layers compute in that precision; "float32" lets them as they are.

    Only torch's own classes: another's forward pass may do anything with its weights.

    Returns:
        How many layers compute in fewer digits.
    """
    for part in module.modules():
        if isinstance(part.__dict__.get("forward"), _Lowered):
            del part.forward
    if precision == "float32":
        return 0
    kind: torch.dtype = getattr(torch, precision)
    lowered = [part for part in module.modules() if type(part) in (*_CONVOLUTIONS, nn.Linear)]
    for part in lowered:
        part.forward = _Lowered(_convolved if type(part) in _CONVOLUTIONS else _projected, part, kind)
    return len(lowered)


class _Lowered(partial[torch.Tensor]):
    """A layer's forward pass in fewer digits; told from all others by its class."""


def _convolved(part: nn.Conv2d, kind: torch.dtype, value: torch.Tensor) -> torch.Tensor:
    bias = part.bias.to(kind) if part.bias is not None else None
    found: torch.Tensor = part._conv_forward(value.to(kind), part.weight.to(kind), bias)
    return found.float()


def _projected(part: nn.Linear, kind: torch.dtype, value: torch.Tensor) -> torch.Tensor:
    bias = part.bias.to(kind) if part.bias is not None else None
    return functional.linear(value.to(kind), part.weight.to(kind), bias).float()
