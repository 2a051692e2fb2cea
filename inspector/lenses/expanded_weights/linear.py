"""A network that runs as it does, and is differentiated as if its activations were the identity."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.nn import functional as F
from torch.overrides import TorchFunctionMode

from inspector.network.operations import written_tensor

_NAMES = (
    "relu relu6 leaky_relu rrelu prelu elu selu celu gelu silu mish hardswish hardtanh tanh softplus "
    "softsign threshold clamp clamp_min clip"
)
_ACTIVATIONS = frozenset(_NAMES.split())
# Adding in place would overwrite what is to be differentiated by.
_OUT_OF_PLACE: dict[str, Callable[..., Any]] = {
    "__iadd__": torch.add,
    "__isub__": torch.sub,
    "__imul__": torch.mul,
    "__itruediv__": torch.div,
}


class Linear(TorchFunctionMode):
    """Inside its `with` block activations pass gradients on unchanged; values are those of the network.

    What is neither linear nor a plain activation (gates, softmax, normalisation by neighbours) keeps its own
    gradient at the point where the network runs.

    Args:
        average_pooling: Whether max pooling passes gradients to all that it pools, as an average would.
    """

    def __init__(self, *, average_pooling: bool) -> None:
        super().__init__()
        self._average = average_pooling

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs, name = kwargs or {}, getattr(func, "__name__", "")
        if name in _OUT_OF_PLACE:
            return _OUT_OF_PLACE[name](*args, **kwargs)
        plain = name.strip("_").partition(".")[0]
        if plain in _ACTIVATIONS and args and isinstance(args[0], torch.Tensor):
            return _Straight.apply(args[0], _value(func, args, kwargs))
        if self._average and plain in _POOLINGS:
            averaged = _POOLINGS[plain](*args, **kwargs)
            if averaged is not None:
                return _Straight.apply(averaged, _value(func, args, kwargs))
        return func(*args, **kwargs)


def _value(func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> torch.Tensor:
    """What the function makes of its arguments, which stay as they are."""
    with torch.no_grad():
        if written_tensor(func, args, kwargs) is not None:
            args = (args[0].clone(), *args[1:])
        output: torch.Tensor = func(*args, **kwargs)
        return output


class _Straight(torch.autograd.Function):
    """The second argument's value with the first one's gradient."""

    @staticmethod
    def forward(ctx: Any, way_back: torch.Tensor, value: torch.Tensor) -> torch.Tensor:
        return value.view_as(value)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None]:
        return gradients[0], None


def _average2d(
    input: torch.Tensor,
    kernel_size: Any,
    stride: Any = None,
    padding: Any = 0,
    dilation: Any = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> torch.Tensor | None:
    if return_indices or dilation not in (1, (1, 1), [1, 1]):
        return None
    # What lies beyond the border is never the maximum, so it is no part of the mean.
    return F.avg_pool2d(input, kernel_size, stride or None, padding, ceil_mode, count_include_pad=False)


def _adaptive2d(input: torch.Tensor, output_size: Any, return_indices: bool = False) -> torch.Tensor | None:
    return None if return_indices else F.adaptive_avg_pool2d(input, output_size)


_POOLINGS: dict[str, Callable[..., torch.Tensor | None]] = {
    "max_pool2d": _average2d,
    "adaptive_max_pool2d": _adaptive2d,
}
