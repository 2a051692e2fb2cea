"""Following one real forward pass: every module call and functional operation, named, in order.

Module hooks give the paths, a `TorchFunctionMode` the functional operations between them. Nothing is traced
symbolically, so any `nn.Module` works, also one with data-dependent control flow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import fields, is_dataclass
from types import TracebackType
from typing import Any, NamedTuple, Self

import torch
from torch import nn
from torch.nn.modules.module import register_module_forward_hook, register_module_forward_pre_hook
from torch.overrides import TorchFunctionMode
from torch.utils.hooks import RemovableHandle

from inspector.network.attention import PATTERN, attends, of_windows, pattern_of
from inspector.network.operations import node_operation, written_tensor
from inspector.network.pace import Pace


def first_tensor(value: Any) -> torch.Tensor | None:
    """The first tensor in a module's output: a tensor, or a tuple, list, mapping or dataclass with one."""
    return value if isinstance(value, torch.Tensor) else next(tensors_in(value), None)


def tensors_in(value: Any) -> Iterator[torch.Tensor]:
    """All tensors in nested tuples, lists, mappings and dataclasses, in order."""
    if isinstance(value, torch.Tensor):
        yield value
    elif isinstance(value, Mapping):
        yield from tensors_in(tuple(value.values()))
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from tensors_in(item)
    elif is_dataclass(value):
        yield from tensors_in(tuple(vars(value).values()))


def is_opaque(module: nn.Module) -> bool:
    """Whether the functions inside `module` are its own business: torch's own leaves and attention.

    A module that stands for one of them in a file (TorchScript, pt2) says so itself, as `opaque`.
    """
    if isinstance(says := getattr(module, "opaque", None), bool):
        return says
    return isinstance(module, nn.MultiheadAttention) or (
        type(module).__module__.startswith("torch.nn") and next(module.children(), None) is None
    )


class Place(NamedTuple):
    """What a walk needs to know of a module: its path, whether it has no children, whether it is opaque."""

    path: str
    leaf: bool
    opaque: bool


Change = Callable[[torch.Tensor], torch.Tensor]


class Places(dict[int, Place]):
    """The places of an edited network's modules.

    Attributes:
        changes: What becomes of a node's value before anyone sees it, by the node's name.
        walks: How many walks follow the network just now; whoever runs it without one makes one.
    """

    def __init__(self, places: Mapping[int, Place], changes: Mapping[str, Change]) -> None:
        super().__init__(places)
        self.changes = dict(changes)
        self.walks = 0


def exchanged(value: Any, old: torch.Tensor, new: torch.Tensor) -> Any:
    """A module's output with one of its tensors in place of another."""
    if value is old:
        return new
    if isinstance(value, tuple):
        items = [exchanged(item, old, new) for item in value]
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if isinstance(value, list):
        return [exchanged(item, old, new) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        changed = copy(value)
        for field in fields(value):
            object.__setattr__(changed, field.name, exchanged(getattr(value, field.name), old, new))
        return changed
    if isinstance(value, Mapping):
        made: Any = copy(value)
        for key, item in value.items():
            made[key] = exchanged(item, old, new)
        return made
    return value


def places_in(module: nn.Module) -> Mapping[int, Place]:
    """The places of `module` and all modules below it, by `id`; valid while they live and are not changed."""
    # An exported program writes "relu@1" for the second call of "relu", which is ":1" everywhere here.
    return {
        id(part): Place(path.replace("@", ":"), next(part.children(), None) is None, is_opaque(part))
        for path, part in module.named_modules()
    }


class Walk(TorchFunctionMode):
    """Follows the forward passes made inside its `with` block; subclasses say what to do at each node.

    Names: a module's dotted path; a function's name behind the path of the module that calls it
    (`layer1.0.add`); later calls of the same name get `:1`, `:2`. Fused attention, and attention within
    windows, has its pattern as a node of its own, `.attention_pattern`. One Walk follows one forward pass.

    Args:
        places: `places_in` the module that will run.

    Attributes:
        pace: How far the pass is.
    """

    def __init__(self, places: Mapping[int, Place]) -> None:
        super().__init__()
        self._places = places
        self.pace = Pace(lambda: sum(place.leaf for place in places.values()))
        self._changes: Mapping[str, Change] = places.changes if isinstance(places, Places) else {}
        self._calls: dict[str, int] = {}
        self._paths: list[str] = []
        self._names: list[str] = []
        self._opaque = 0
        self._given: list[Any] = []
        self._batch = 0
        self._handles: list[RemovableHandle] = []

    def on_node(self, name: str, op: str, module: nn.Module | None, args: Any, output: torch.Tensor) -> None:
        """A node's value is there: `module` was called or, where that is None, a function."""

    def on_other(self, args: Any, output: Any) -> None:
        """A function that is no node (a view, a reshape) made `output` out of `args`."""

    def wants_pattern(self, name: str) -> bool:
        """Whether the attention pattern of that name shall be computed: fused attention leaves it out."""
        return False

    def before_leaf(self) -> None:
        """A module without children is about to run."""

    def before_write(self, tensor: torch.Tensor) -> None:
        """The tensor is about to be overwritten by an in-place operation."""

    def __enter__(self) -> Self:
        # Two hooks for all modules of the process instead of two on each of ours: registering hundreds at
        # every pass costs as much as a small network's forward pass. Other modules are passed over.
        self._handles = [
            register_module_forward_pre_hook(self._enter),
            register_module_forward_hook(self._leave, with_kwargs=True),
        ]
        super().__enter__()  # type: ignore[no-untyped-call]
        if isinstance(self._places, Places):
            self._places.walks += 1
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        super().__exit__(kind, error, traceback)  # type: ignore[no-untyped-call]
        if isinstance(self._places, Places):
            self._places.walks -= 1
        for handle in self._handles:
            handle.remove()
        self._handles.clear()

    def _enter(self, module: nn.Module, args: Any) -> None:
        place = self._places.get(id(module))
        if place is None:
            return
        path, leaf, opaque = place
        if not path and (first := first_tensor(args)) is not None:
            with torch._C.DisableTorchFunction():
                self._batch = len(first)
        if leaf:
            self.pace.done += 1
            self.before_leaf()
        self._paths.append(path)
        self._names.append(self._numbered(path))
        self._opaque += opaque
        self._given.append(args)

    def _leave(self, module: nn.Module, args: Any, kwargs: Any, output: Any) -> Any:
        place = self._places.get(id(module))
        if place is None:
            return None
        path, _, opaque = place
        self._opaque -= opaque
        self._paths.pop()
        self._given.pop()
        name = self._names.pop()
        tensor = output if isinstance(output, torch.Tensor) else first_tensor(output)
        before = output
        if path and tensor is not None:
            changed = self.changed(name, tensor)
            output, tensor = exchanged(output, tensor, changed) if changed is not tensor else output, changed
            self.on_node(name, type(module).__name__, module, (args, kwargs), tensor)
            if isinstance(module, nn.Softmax):
                self._look_at_windows((args, kwargs), tensor)
        if opaque and tensor is not output:
            # An LSTM's states beside its output: no function inside told of them.
            self.on_other(tensor, [other for other in tensors_in(output) if other is not tensor])
        return None if output is before else output

    def changed(self, name: str, value: torch.Tensor) -> torch.Tensor:
        """What the network's edits make of a node's value; the value itself where there are none."""
        change = self._changes.get(name)
        if change is None:
            return value
        with torch._C.DisableTorchFunction():  # the edit's own functions are no nodes
            return change(value)

    def _numbered(self, name: str) -> str:
        count = self._calls.get(name, 0)
        self._calls[name] = count + 1
        return f"{name}:{count}" if count else name

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        written = written_tensor(func, args, kwargs)
        if written is not None:
            self.before_write(written)
        if attends(func):
            self._look_at_attention(func, args, kwargs)
        output = func(*args, **kwargs)
        if not self._opaque:
            output = self._report(func, args, kwargs, output)
        return output

    def _look_at_attention(self, func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        name = self._numbered(".".join([*filter(None, self._paths[-1:]), PATTERN]))
        if self.wants_pattern(name):
            # What torch's own module makes of its arguments before it attends is not followed.
            sources = self._given[-1] if self._opaque else (args, kwargs)
            pattern = pattern_of(func, args, kwargs)
            of_all = of_windows(pattern, self._batch)
            self.on_node(name, PATTERN, None, sources, pattern if of_all is None else of_all)

    def _look_at_windows(self, args: Any, output: torch.Tensor) -> None:
        """Attention written out shows its pattern, but for windows, which share the batch's axis."""
        with torch._C.DisableTorchFunction():
            square = output.ndim > 3 and output.shape[-1] == output.shape[-2]
            pattern = of_windows(output, self._batch) if square else None
        if pattern is not None:
            name = self._numbered(".".join([*filter(None, self._paths[-1:]), PATTERN]))
            if self.wants_pattern(name):
                self.on_node(name, PATTERN, None, args, pattern)

    def _report(self, func: Any, args: tuple[Any, ...], kwargs: dict[str, Any], output: Any) -> Any:
        op = node_operation(func)
        if op is None or not isinstance(output, torch.Tensor) or output.ndim < 2:
            self.on_other((args, kwargs), output)
            return output
        name = self._numbered(".".join([*filter(None, self._paths[-1:]), op]))
        output = self.changed(name, output)
        self.on_node(name, op, None, (args, kwargs), output)
        if op == "softmax":
            self._look_at_windows((args, kwargs), output)
        return output
