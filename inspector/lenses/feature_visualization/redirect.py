"""Dead starts: a gradient for units that are silent on the starting picture.

Lucid's redirected ReLU gradients (Olah et al. 2017): without them the picture of a unit that never fires on
its noise stays grey. Of eight units of SqueezeNet's features.12 five did.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode


class RedirectedReLU(TorchFunctionMode):
    """Inside its `with` block ReLUs let gradients through for the pictures that would get none.

    What is differentiated has to be what is to grow, not a loss. Values are those of the network; only the
    way back changes, and only for a picture all of whose gradient one ReLU would stop.

    Attributes:
        allowed: Which pictures may be helped, bool [N].
        helped: Which were, in the backward passes so far, bool [N].
        rows: Numbers of those that may be.
    """

    def __init__(self, allowed: torch.Tensor) -> None:
        super().__init__()
        self.allowed = allowed
        self.helped = torch.zeros_like(allowed)
        self.rows = allowed.nonzero().flatten().tolist()

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        clamp = _CLAMPS.get(func) if self.rows else None
        found = clamp(*args, **kwargs) if clamp is not None else None
        if found is None or found[0].shape[:1] != self.allowed.shape:
            return func(*args, **kwargs)
        return _Clamp.apply(*found, self)


class _Clamp(torch.autograd.Function):
    """Clamping between 0 and a cap, in place or not, that asks a `RedirectedReLU` on its way back."""

    @staticmethod
    def forward(
        ctx: Any, value: torch.Tensor, cap: float, in_place: bool, redirection: RedirectedReLU
    ) -> torch.Tensor:
        output = value.clamp_(0, cap) if in_place else value.clamp(0, cap)
        if in_place:
            ctx.mark_dirty(value)
        ctx.save_for_backward(output)
        ctx.cap, ctx.redirection = cap, redirection
        return output

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None, None, None]:
        (output,), gradient, redirection = ctx.saved_tensors, gradients[0], ctx.redirection
        passed = torch.ops.aten.threshold_backward(gradient, output, 0)
        if ctx.cap < math.inf:
            passed *= output < ctx.cap
        for row in redirection.rows:
            if not passed[row].any():
                # Only what would raise a silent value: pushing it further down changes nothing.
                passed[row] = gradient[row].clamp_min(0) * (output[row] <= 0)
                redirection.helped[row] |= passed[row].any()
        return passed, None, None, None


_Found = tuple[torch.Tensor, float, bool]


def _relu(input: torch.Tensor, inplace: bool = False) -> _Found:
    return input, math.inf, inplace


def _relu_in_place(input: torch.Tensor) -> _Found:
    return input, math.inf, True


def _relu6(input: torch.Tensor, inplace: bool = False) -> _Found:
    return input, 6.0, inplace


def _hardtanh(
    input: torch.Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False
) -> _Found | None:
    return (input, max_val, inplace) if min_val == 0 else None


_CLAMPS: dict[Any, Callable[..., _Found | None]] = {
    F.relu: _relu,
    torch.relu: _relu,
    torch.Tensor.relu: _relu,
    torch.relu_: _relu_in_place,
    torch.Tensor.relu_: _relu_in_place,
    F.relu6: _relu6,
    F.hardtanh: _hardtanh,
}
