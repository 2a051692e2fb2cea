"""Bringing a state dict into an architecture: prefixes, auxiliary heads, a last layer of another size."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn
from torch.overrides import TorchFunctionMode

from inspector.network.errors import OpenError
from inspector.network.renaming import State, renamed
from inspector.saying import joined, say

Builder = Callable[..., nn.Module]

_AUXILIARY = (
    "aux1",
    "aux2",
    "AuxLogits",
    "loss1",
    "loss2",
    "nn0",
    "nn1",
    "softmax0",
    "softmax1",
    "head0",
    "head1",
)
# Counters that averaging and pruning tools leave beside the weights.
_STRAY = frozenset({"n_averaged"})
_RANDOM = frozenset(
    {"normal_", "uniform_", "trunc_normal_", "kaiming_normal_", "kaiming_uniform_", "xavier_uniform_"}
)


class _SkipInitialisation(TorchFunctionMode):
    """Leaves random initialisation out while a module is built whose weights are all replaced right after."""

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        # A truncated distribution is drawn again until all of it lies within its bounds: left out, for ever.
        if getattr(func, "__name__", "") in _RANDOM and "trunc" not in sys._getframe(1).f_code.co_name:
            return args[0] if args else kwargs["tensor"]
        return func(*args, **kwargs)


def built_with(
    build: Builder,
    name: str,
    state: State,
    source: Path,
    notes: list[str] | None = None,
    **arguments: Any,
) -> nn.Module:
    """The module that `build(**arguments)` makes, with all its weights from `state`.

    A head of another size is built where the builder takes `num_classes`. Weights of lower or higher
    precision become float32. Heads that only training uses are left out.

    Args:
        build: Makes the module; may take `num_classes`.
        name: The architecture's name, for the error's text.
        state: Tensors by name.
        source: Where they come from, for the error's text.
        notes: Takes one sentence part for each renaming that was needed.
        arguments: Handed to `build`.

    Raises:
        OpenError: The state dict is of another architecture.
    """
    with _SkipInitialisation():
        module = build(**arguments)
        state = _named_like(module, state, notes if notes is not None else [])
        classes = _classes(module, state)
        if classes is not None and "num_classes" not in arguments:
            module = _rebuilt(build, module, classes, arguments)
    _compare(module, name, state, source)
    module.load_state_dict(state)
    return module


def _named_like(module: nn.Module, state: State, notes: list[str]) -> State:
    """`state` under the module's own names, and without the auxiliary heads that only training uses."""
    own = module.state_dict()
    state = {key: value for key, value in state.items() if key not in _STRAY}
    state, said = renamed(state, own)
    notes.extend(said)
    absent = tuple(f"{name}{end}" for name in _AUXILIARY if not _has(module, name) for end in "./_")
    state = {key: value for key, value in state.items() if not key.startswith(absent)}
    # Files from before torch 0.4.1 lack the counters, which nothing in eval mode looks at.
    counters = {key: value for key, value in own.items() if key.endswith("num_batches_tracked")}
    return {**counters, **state}


def _has(module: nn.Module, name: str) -> bool:
    return any(child.startswith(name) and part is not None for child, part in module._modules.items())


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
    reasons = [_counted(missing, say("missing")), _counted(unexpected, say("unexpected"))]
    if misshapen:
        key = misshapen[0]
        shapes = say(
            "{shape} in the file, {own} in the architecture",
            shape=_shape(state[key]),
            own=_shape(own[key]),
        )
        reasons.append(
            say(
                "{count} of another shape (first “{key}”: {shapes})",
                count=len(misshapen),
                key=key,
                shapes=shapes,
            )
        )
    if reasons := [reason for reason in reasons if reason]:
        raise OpenError(
            say(
                "{source} holds weights of another architecture than {name}: {reasons}.",
                source=source,
                name=name,
                reasons=joined("; ", reasons),
            )
        )


def _counted(keys: list[str], what: str) -> str:
    return say("{count} {what} (first “{keys}”)", count=len(keys), what=what, keys=keys[0]) if keys else ""


def _shape(tensor: torch.Tensor) -> str:
    return " x ".join(map(str, tensor.shape)) or "a single number"
