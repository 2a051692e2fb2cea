"""Bringing a state dict into an architecture: prefixes, auxiliary heads, a last layer of another size."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from inspector.network.errors import OpenError
from inspector.network.formats import State

Builder = Callable[..., nn.Module]

_PREFIXES = ("module.", "_orig_mod.", "model.", "net.", "network.")
_AUXILIARY = ("aux1", "aux2", "AuxLogits")
# Counters that averaging and pruning tools leave beside the weights.
_STRAY = frozenset({"n_averaged"})
# Names that torchvision's own older files carry; its loaders translate them in passing too.
_OLD_NAMES = (
    (re.compile(r"(denselayer\d+\.(?:norm|relu|conv))\.([12]\.)"), r"\1\2"),
    (re.compile(r"\.mlp\.linear_1\."), ".mlp.0."),
    (re.compile(r"\.mlp\.linear_2\."), ".mlp.3."),
)
_RANDOM = frozenset(
    {"normal_", "uniform_", "trunc_normal_", "kaiming_normal_", "kaiming_uniform_", "xavier_uniform_"}
)


class _SkipInitialisation(TorchFunctionMode):
    """Leaves random initialisation out while a module is built whose weights are all replaced right after."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        if getattr(func, "__name__", "") in _RANDOM:
            return args[0] if args else kwargs["tensor"]
        return func(*args, **kwargs)


def built_with(build: Builder, name: str, state: State, source: Path, **arguments: Any) -> nn.Module:
    """The module that `build(**arguments)` makes, with all its weights from `state`.

    A head of another size is built where the builder takes `num_classes`. Weights of lower or higher
    precision become float32. Heads that only training uses are left out.

    Args:
        build: Makes the module; may take `num_classes`.
        name: The architecture's name, for the error's text.
        state: Tensors by name.
        source: Where they come from, for the error's text.
        arguments: Handed to `build`.

    Raises:
        OpenError: The state dict is of another architecture.
    """
    with _SkipInitialisation():
        module = build(**arguments)
        state = _named_like(module, state)
        classes = _classes(module, state)
        if classes is not None and "num_classes" not in arguments:
            module = _rebuilt(build, module, classes, arguments)
    _compare(module, name, state, source)
    module.load_state_dict(state)
    return module


def _named_like(module: nn.Module, state: State) -> State:
    """`state` without the prefixes that wrappers put before every key, and without unused auxiliary heads."""
    state = {key: value for key, value in state.items() if key not in _STRAY}
    own = module.state_dict()
    while prefix := next((p for p in _PREFIXES if _all_start(state, p) and not _all_start(own, p)), None):
        state = {key.removeprefix(prefix): value for key, value in state.items()}
    absent = tuple(f"{name}." for name in _AUXILIARY if getattr(module, name, module) is None)
    state = {_current(key, own): value for key, value in state.items() if not key.startswith(absent)}
    # Files from before torch 0.4.1 lack the counters, which nothing in eval mode looks at.
    counters = {key: value for key, value in own.items() if key.endswith("num_batches_tracked")}
    return {**counters, **state}


def _current(key: str, own: Container[str]) -> str:
    renamed = (pattern.sub(new, key) for pattern, new in _OLD_NAMES)
    return key if key in own else next((name for name in renamed if name in own), key)


def _all_start(keys: Iterable[str], prefix: str) -> bool:
    return all(key.startswith(prefix) for key in keys)


def _classes(module: nn.Module, state: State) -> int | None:
    """How many classes `state` has, where that alone sets it apart from the module: its last layer."""
    own = module.state_dict()
    if own.keys() != state.keys():
        return None
    wrong = [key for key in own if own[key].shape != state[key].shape]
    sizes = {(own[key].shape[:1], state[key].shape[:1]) for key in wrong}
    if len(sizes) != 1 or any(own[key].shape[1:] != state[key].shape[1:] for key in wrong):
        return None
    ((_, found),) = sizes
    return found[0] if found else None


def _rebuilt(build: Builder, module: nn.Module, classes: int, arguments: dict[str, Any]) -> nn.Module:
    try:
        return build(num_classes=classes, **arguments)
    except TypeError:
        return module  # an architecture of fixed size: the comparison names what does not fit


def _compare(module: nn.Module, name: str, state: State, source: Path) -> None:
    own = module.state_dict()
    missing = [key for key in own if key not in state]
    unexpected = [key for key in state if key not in own]
    misshapen = [key for key in own if key in state and own[key].shape != state[key].shape]
    reasons = [_counted(missing, "missing"), _counted(unexpected, "unexpected")]
    if misshapen:
        key = misshapen[0]
        shapes = f"{_shape(state[key])} in the file, {_shape(own[key])} in the architecture"
        reasons.append(f"{len(misshapen)} of another shape (first “{key}”: {shapes})")
    if reasons := [reason for reason in reasons if reason]:
        raise OpenError(f"{source} holds weights of another architecture than {name}: {'; '.join(reasons)}.")


def _counted(keys: list[str], what: str) -> str:
    return f"{len(keys)} {what} (first “{keys[0]}”)" if keys else ""


def _shape(tensor: torch.Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "a single number"
