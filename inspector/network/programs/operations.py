"""What single operations of TorchScript do: torch's public operators, and Python's own for plain values."""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

import torch

from inspector.saying import say


def operator_of(node: Any, kind: str) -> Callable[..., Any]:
    """What an operation of this kind ("aten::add") does with its inputs, in order.

    Raises:
        NotImplementedError: It cannot be run by itself.
    """
    if kind in _PLAIN:
        return _PLAIN[kind]
    namespace, _, name = kind.partition("::")
    packet = getattr(getattr(torch.ops, namespace), name, None) if namespace != "prim" else None
    if packet is None:
        if kind in _SCALAR:
            return _SCALAR[kind]
        raise NotImplementedError(say("the operation {kind}", kind=kind))
    call = _with_keywords(packet, node)
    return _scalar_or(call, _SCALAR[kind]) if kind in _SCALAR else call


def _with_keywords(packet: Callable[..., Any], node: Any) -> Callable[..., Any]:
    """The operator, called with all its arguments in order, as graphs have them."""
    arguments = torch._C.parse_schema(node.schema()).arguments
    keywords = [argument.name for argument in arguments if argument.kwarg_only]
    if not keywords:
        return packet
    first = len(arguments) - len(keywords)
    return lambda *values: packet(*values[:first], **dict(zip(keywords, values[first:], strict=True)))


def _scalar_or(packet: Callable[..., Any], plain: Callable[..., Any]) -> Callable[..., Any]:
    """The operator for tensors, Python's own for numbers, lists and texts, which it does not take."""

    def run(*values: Any) -> Any:
        if any(isinstance(value, torch.Tensor) for value in values[:2]):
            return packet(*values)
        return plain(*values)

    return run


def _raise(*values: Any) -> None:
    raise RuntimeError(str(values[0]) if values else "the network refuses this input")


def _identity(value: Any, *_: Any) -> Any:
    return value


PRIMITIVES: dict[str, Callable[..., Any]] = {
    "prim::ListConstruct": lambda *values: list(values),
    "prim::TupleConstruct": lambda *values: tuple(values),
    "prim::TupleUnpack": _identity,
    "prim::ListUnpack": _identity,
    "prim::TupleIndex": operator.getitem,
    "prim::NumToTensor": torch.tensor,
    "prim::RaiseException": _raise,
    "prim::Uninitialized": lambda: None,
    "prim::unchecked_cast": _identity,
    "prim::unchecked_unwrap_optional": _identity,
    "prim::data": _identity,
    "prim::device": lambda value: value.device,
    "prim::dtype": lambda value: value._dtype if hasattr(value, "_dtype") else value.dtype,
    "prim::Print": lambda *values: None,
    "prim::is_cuda": lambda value: value.is_cuda,
    "prim::is_nested": lambda value: value.is_nested,
    "prim::is_quantized": lambda value: value.is_quantized,
    "prim::requires_grad": lambda value: value.requires_grad,
    "prim::layout": lambda value: value.layout,
    "prim::min": min,
    "prim::max": max,
}
# What lists, dictionaries and texts do: torch's own operators would work on copies of them.
_PLAIN: dict[str, Callable[..., Any]] = {
    "aten::len": lambda value: len(value),
    "aten::format": lambda text, *values: text.format(*values),
    "aten::append": lambda items, value: (items.append(value), items)[1],
    "aten::extend": lambda items, others: items.extend(others),
    "aten::keys": lambda mapping: list(mapping),
    "aten::values": lambda mapping: list(mapping.values()),
    "aten::items": lambda mapping: list(mapping.items()),
    "aten::dict": dict,
    "aten::list": list,
    "aten::str": str,
    "aten::_set_item": operator.setitem,
    "aten::__contains__": operator.contains,
    "aten::__is__": operator.is_,
    "aten::__isnot__": operator.is_not,
    "aten::__not__": operator.not_,
    "aten::warn": lambda *values: None,
    "aten::dim": lambda value: value.dim(),
    "aten::size": lambda value, *axis: value.size(*axis),
    "aten::Int": int,
    "aten::Float": float,
    "aten::Bool": bool,
    "aten::ScalarImplicit": lambda value: value.item(),
    "aten::IntImplicit": int,
    "aten::FloatImplicit": float,
    "aten::is_floating_point": torch.is_floating_point,
    "aten::get_device": lambda value: value.get_device(),
}
# What numbers do: torch's operators of the same names take only tensors.
_SCALAR: dict[str, Callable[..., Any]] = {
    "aten::add": lambda one, other, alpha=1: one + other,
    "aten::sub": lambda one, other, alpha=1: one - other,
    "aten::mul": operator.mul,
    "aten::div": operator.truediv,
    "aten::floordiv": operator.floordiv,
    "aten::remainder": operator.mod,
    "aten::neg": operator.neg,
    "aten::eq": operator.eq,
    "aten::ne": operator.ne,
    "aten::lt": operator.lt,
    "aten::le": operator.le,
    "aten::gt": operator.gt,
    "aten::ge": operator.ge,
    "aten::__and__": operator.and_,
    "aten::__or__": operator.or_,
    "aten::__getitem__": operator.getitem,
    "aten::ceil": lambda value: value.__ceil__(),
    "aten::floor": lambda value: value.__floor__(),
    "aten::sqrt": lambda value: value**0.5,
}
