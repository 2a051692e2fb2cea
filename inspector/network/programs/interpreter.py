"""Running TorchScript operation by operation, module by module, so that every node can be read.

A compiled network runs as one piece: hooks on its modules are not called, and its in-place operations
overwrite what was read. Here each of its modules becomes an `nn.Module` that runs its own graph
through torch's public operators, with the names, the weights and the order of the original.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from torch import nn
from torch.nn import functional as F

from inspector.network.programs.operations import PRIMITIVES, operator_of
from inspector.saying import counted, say

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
            raise TypeError(
                counted(
                    "{count} input is expected, not {given}",
                    "{count} inputs are expected, not {given}",
                    count=len(self._inputs),
                    given=len(given),
                )
            )
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
        if kind in PRIMITIVES:
            return PRIMITIVES[kind]
        return operator_of(node, kind)

    def _called(self, node: Any) -> Callable[..., Any]:
        name: str = next(iter(node.inputs())).type().annotation_str
        if name.startswith(_FUNCTIONAL) and callable(getattr(F, name.removeprefix(_FUNCTIONAL), None)):
            function = getattr(F, name.removeprefix(_FUNCTIONAL))
            return lambda _, *values: function(*values)
        found = self._unit.find_function(name)
        if found is None:
            raise NotImplementedError(say("the function {name}", name=name))
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
