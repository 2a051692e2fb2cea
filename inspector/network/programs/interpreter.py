"""Running TorchScript operation by operation, module by module, so that every node can be read.

A compiled network runs as one piece: hooks on its modules are not called, and its in-place operations overwrite
what was read. Here each of its modules becomes an `nn.Module` that runs its own graph through torch's public
operators, with the names, the weights and the order of the original.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F

Values = dict[str, Any]
Step = Callable[[Values], None]

_FUNCTIONAL = "__torch__.torch.nn.functional."
_TORCH_NN = "__torch__.torch.nn"


class Interpreted(nn.Module):
    """One module of a compiled network.

    Attributes:
        opaque: Whether it is one of torch's own leaves, whose operations are its own business.
    """

    def __init__(self, script: Any, unit: Any) -> None:
        super().__init__()
        # In a tuple, lest the compiled module becomes a submodule of the one that stands for it.
        self._compiled = (script, unit)
        self._plans: dict[str, Plan] = {}
        for name, child in script.named_children():
            self.add_module(name, interpreted(child, unit))
        for name, parameter in script.named_parameters(recurse=False):
            self.register_parameter(name, nn.Parameter(parameter.detach(), requires_grad=False))
        for name, buffer in script.named_buffers(recurse=False):
            self.register_buffer(name, buffer)
        type_name: str = script._c._type().qualified_name()
        attention = script.original_name == "MultiheadAttention"
        self.opaque = type_name.startswith(_TORCH_NN) and (attention or not self._modules)

    def forward(self, *inputs: Any, method: str = "forward") -> Any:
        """What the compiled module answers; `method` where it has several forms of it ("forward__0")."""
        return self.call(method, *inputs)

    def call(self, method: str, *inputs: Any) -> Any:
        """Run one of its methods."""
        if method not in self._plans:
            script, unit = self._compiled
            self._plans[method] = Plan(script._c._get_method(method).graph, unit)
        return self._plans[method].run(self, *inputs)

    def attribute(self, name: str) -> Any:
        """A weight, a submodule or a constant of it."""
        if name == "training":
            return self.training
        return getattr(self, name) if hasattr(self, name) else getattr(self._compiled[0], name)


def interpreted(script: Any, unit: Any) -> nn.Module:
    """A compiled module and all below it as modules that are run here; their classes keep their names."""
    kind = type(script.original_name, (Interpreted,), {})
    module: nn.Module = kind(script, unit)
    return module


class Plan:
    """A graph made ready to run: one step for each of its operations.

    Raises:
        NotImplementedError: It holds an operation that cannot be run one by one.
    """

    def __init__(self, graph: Any, unit: Any) -> None:
        self._inputs = [value.debugName() for value in graph.inputs()]
        self._outputs = [value.debugName() for value in graph.outputs()]
        self._constants: Values = {}
        self._steps = list(_Compiler(unit, self._constants).steps(graph))

    def run(self, module: Interpreted | None, *inputs: Any) -> Any:
        """Run it as a method of `module`, or as a function where that is None."""
        given = (module, *inputs) if module is not None else inputs
        if len(given) > len(self._inputs):
            raise TypeError(f"{len(self._inputs)} inputs are expected, not {len(given)}")
        values = {**self._constants, **dict(zip(self._inputs, given, strict=False))}
        for step in self._steps:
            step(values)
        found = tuple(values[name] for name in self._outputs)
        return found[0] if len(found) == 1 else found


class _Compiler:
    """Turns the operations of a graph's blocks into steps."""

    def __init__(self, unit: Any, constants: Values) -> None:
        self._unit = unit
        self._constants = constants

    def steps(self, block: Any) -> Iterator[Step]:
        for node in block.nodes():
            kind = node.kind()
            if kind == "prim::Constant":
                self._constants[node.output().debugName()] = _constant(node)
            else:
                yield self._step(node, kind)

    def _step(self, node: Any, kind: str) -> Step:
        inputs = [value.debugName() for value in node.inputs()]
        outputs = [value.debugName() for value in node.outputs()]
        if kind == "prim::If":
            return self._branch(node, inputs[0], outputs)
        if kind == "prim::Loop":
            return self._loop(node, inputs, outputs)
        function = self._function(node, kind)
        if kind in ("prim::TupleUnpack", "prim::ListUnpack") or len(outputs) > 1:
            return _many(function, inputs, outputs)
        return _one(function, inputs, outputs[0] if outputs else None)

    def _function(self, node: Any, kind: str) -> Callable[..., Any]:
        if kind == "prim::GetAttr":
            return _getter(node.s("name"))
        if kind == "prim::CallMethod":
            return _method_call(node.s("name"))
        if kind == "prim::CallFunction":
            return self._called(node)
        if kind == "prim::DictConstruct":
            return lambda *pairs: dict(zip(pairs[::2], pairs[1::2], strict=True))
        if kind in _PRIMITIVES:
            return _PRIMITIVES[kind]
        return _operator(node, kind)

    def _called(self, node: Any) -> Callable[..., Any]:
        name: str = next(iter(node.inputs())).type().annotation_str
        if name.startswith(_FUNCTIONAL) and callable(getattr(F, name.removeprefix(_FUNCTIONAL), None)):
            function = getattr(F, name.removeprefix(_FUNCTIONAL))
            return lambda _, *values: function(*values)
        found = self._unit.find_function(name)
        if found is None:
            raise NotImplementedError(f"the function {name}")
        plan = Plan(found.graph, self._unit)
        return lambda _, *values: plan.run(None, *values)

    def _branch(self, node: Any, condition: str, outputs: list[str]) -> Step:
        sides = [(list(self.steps(block)), _names(block.outputs())) for block in node.blocks()]

        def run(values: Values) -> None:
            steps, names = sides[0 if values[condition] else 1]
            for step in steps:
                step(values)
            values.update(zip(outputs, [values[name] for name in names], strict=True))

        return run

    def _loop(self, node: Any, inputs: list[str], outputs: list[str]) -> Step:
        (body,) = node.blocks()
        steps = list(self.steps(body))
        counter, *carried = _names(body.inputs())
        going, *results = _names(body.outputs())

        def run(values: Values) -> None:
            state = [values[name] for name in inputs[2:]]
            count, goes_on = 0, values[inputs[1]]
            while goes_on and count < values[inputs[0]]:
                values.update(zip(carried, state, strict=True))
                values[counter] = count
                for step in steps:
                    step(values)
                state = [values[name] for name in results]
                goes_on, count = values[going], count + 1
            values.update(zip(outputs, state, strict=True))

        return run


def _names(values: Any) -> list[str]:
    return [value.debugName() for value in values]


def _constant(node: Any) -> Any:
    output = node.output()
    return None if output.type().kind() == "FunctionType" else output.toIValue()


def _getter(name: str) -> Callable[..., Any]:
    def get(owner: Any) -> Any:
        return owner.attribute(name) if isinstance(owner, Interpreted) else getattr(owner, name)

    return get


def _method_call(name: str) -> Callable[..., Any]:
    def call(owner: Any, *inputs: Any) -> Any:
        if isinstance(owner, Interpreted):
            return owner(*inputs, method=name) if name.startswith("forward") else owner.call(name, *inputs)
        return getattr(owner, name)(*inputs)

    return call


def _one(function: Callable[..., Any], inputs: list[str], output: str | None) -> Step:
    def run(values: Values) -> None:
        result = function(*[values[name] for name in inputs])
        if output is not None:
            values[output] = result

    return run


def _many(function: Callable[..., Any], inputs: list[str], outputs: list[str]) -> Step:
    def run(values: Values) -> None:
        values.update(zip(outputs, function(*[values[name] for name in inputs]), strict=True))

    return run


def _raise(*values: Any) -> None:
    raise RuntimeError(str(values[0]) if values else "the network refuses this input")


def _operator(node: Any, kind: str) -> Callable[..., Any]:
    if kind in _PLAIN:
        return _PLAIN[kind]
    namespace, _, name = kind.partition("::")
    packet = getattr(getattr(torch.ops, namespace), name, None) if namespace != "prim" else None
    if packet is None:
        if kind in _SCALAR:
            return _SCALAR[kind]
        raise NotImplementedError(f"the operation {kind}")
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


def _identity(value: Any, *_: Any) -> Any:
    return value


_PRIMITIVES: dict[str, Callable[..., Any]] = {
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
