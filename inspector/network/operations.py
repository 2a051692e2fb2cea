"""Which torch functions are nodes of a network's graph, and which write into their argument."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

import torch

# Operations worth looking at; views, getters and shape arithmetic are left out on purpose.
_NODE_NAMES = (
    "add sub mul div cat stack relu relu6 leaky_relu prelu elu selu celu gelu silu mish sigmoid tanh "
    "softplus hardswish hardsigmoid hardtanh softmax log_softmax max_pool1d max_pool2d max_pool3d "
    "avg_pool1d avg_pool2d avg_pool3d adaptive_avg_pool1d adaptive_avg_pool2d adaptive_avg_pool3d "
    "adaptive_max_pool1d adaptive_max_pool2d adaptive_max_pool3d interpolate conv1d conv2d conv3d "
    "conv_transpose2d linear batch_norm instance_norm layer_norm group_norm local_response_norm normalize "
    "matmul bmm einsum scaled_dot_product_attention multi_head_attention_forward mean channel_shuffle "
    "pixel_shuffle"
)
_NODE_OPERATIONS = frozenset(_NODE_NAMES.split())
_ALIASES = {
    "concat": "cat",
    "concatenate": "cat",
    "radd": "add",
    "rmul": "mul",
    "subtract": "sub",
    "rsub": "sub",
    "multiply": "mul",
    "truediv": "div",
    "divide": "div",
    "true_divide": "div",
    "rtruediv": "div",
    "swish": "silu",
    "clip": "clamp",
    "convolution": "conv2d",
}
_OPERATORS = "add sub mul div truediv floordiv mod pow matmul and or xor lshift rshift"
_WRITING_OPERATORS = frozenset(f"__i{name}__" for name in _OPERATORS.split())
# Assigned to: an element or slice of a tensor, or what it holds (`x.data = y`).
_SETTERS = frozenset({"__setitem__", "__set__"})


def _name(func: Callable[..., Any]) -> str:
    """Its name; an operator's overload ("add_.Tensor" in exported programs) goes by its first part."""
    name: str = getattr(func, "__name__", "")
    return name.partition(".")[0]


@lru_cache(maxsize=4096)
def node_operation(func: Callable[..., Any]) -> str | None:
    """The operation's name where a call of `func` is a node of the graph, else None.

    `torch.add`, `x + y`, `x += y` and `x.add_(y)` are all "add".
    """
    name = _name(func)
    if name in _WRITING_OPERATORS:
        name = name[3:-2]
    name = name.strip("_")
    name = _ALIASES.get(name, name)
    return name if name in _NODE_OPERATIONS else None


@lru_cache(maxsize=4096)
def _writing_rule(func: Callable[..., Any]) -> int | None:
    """-1 where `func` always writes into its first argument, the place of its `inplace` flag, or None."""
    name = _name(func)
    if name in _WRITING_OPERATORS or name in _SETTERS or (name.endswith("_") and not name.endswith("__")):
        return -1
    if not inspect.isfunction(func):
        return None
    try:
        names = list(inspect.signature(func).parameters)
    except ValueError:  # a Python function around a built-in one (Tensor.__pow__) has no signature
        return None
    return names.index("inplace") if "inplace" in names else None


def written_tensor(
    func: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
) -> torch.Tensor | None:
    """The tensor that this call is about to overwrite, or None where it makes a new one."""
    if kwargs and isinstance(kwargs.get("out"), torch.Tensor):
        return kwargs["out"]  # type: ignore[no-any-return]
    rule = _writing_rule(func)
    if rule is None:
        return None
    if rule >= 0 and not kwargs.get("inplace", args[rule] if len(args) > rule else False):
        return None
    target = args[0] if args else kwargs.get("input")
    return target if isinstance(target, torch.Tensor) else None
