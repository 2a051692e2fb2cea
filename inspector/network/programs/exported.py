"""Opening programs that `torch.export.save` wrote (pt2), as modules with the names of the original."""

from __future__ import annotations

import contextvars
import logging
import math
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from torch import nn

from inspector.network import trust as trusting
from inspector.network.errors import OpenError
from inspector.network.programs.exported_check import is_plain
from inspector.network.recognise import damaged
from inspector.network.walk import first_tensor
from inspector.saying import say

_BATCH: contextvars.ContextVar[int] = contextvars.ContextVar("batch", default=1)


def load(path: Path, trust: bool) -> tuple[nn.Module, tuple[int, ...] | None]:
    """The network in a pt2 file, and the shape [C,H,W] of the input that it was exported with.

    Raises:
        NeedsTrust: The file holds more than a graph of known operators and weights, and was not allowed to.
        OpenError: It is damaged, or was written by a version of torch that this one does not read.
    """
    program = program_in(path, trust)
    shape = _input_shape(program)
    try:
        module = torch.export.unflatten(program)
    except Exception as error:
        raise damaged(path) from error
    module.check_input_constraints = False  # it would refuse any batch but the one it was exported with
    for part in module.modules():
        _make_readable(part)
        _free_batch(part)
    return Exported(module, path, shape), shape[1:] if shape else None


def program_in(path: Path, trust: bool) -> Any:
    """The exported program, on the CPU.

    Raises:
        NeedsTrust: The file holds more than a graph of known operators and weights, and was not allowed to.
        OpenError: It is damaged.
    """
    if not is_plain(path):
        trusting.check(path, "an exported program with more in it than a network", trust)
    log = logging.getLogger("torch.export")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return torch.export.load(path)
    except Exception as error:
        raise damaged(path) from error
    finally:
        log.setLevel(level)


class Exported(nn.Module):
    """An exported program that takes batches of any size, or says that it does not.

    Args:
        program: The unflattened program.
        path: Where it comes from, for the error's text.
        shape: The shape [N,C,H,W] that it was exported with, where that is known.
    """

    def __init__(self, program: nn.Module, path: Path, shape: tuple[int, ...] | None) -> None:
        super().__init__()
        # Its modules are ours, without a name before theirs; the program itself stays out of their list.
        self._program = (program,)
        self._path = path
        for name, child in program.named_children():
            self.add_module(name, child)
        for name, parameter in program.named_parameters(recurse=False):
            self.register_parameter(name, parameter)
        for name, buffer in program.named_buffers(recurse=False):
            self.register_buffer(name, buffer)
        self._only = shape[0] if shape and not self._is_free(shape) else None

    def forward(self, x: torch.Tensor) -> Any:
        """What the program answers to pictures [N,C,H,W].

        Raises:
            OpenError: It was exported for a batch of another size.
        """
        if self._only not in (None, x.shape[0]):
            raise OpenError(
                say(
                    "{path} was exported for batches of {only} and not for {shape}: export it again with "
                    "an open batch (dynamic_shapes), or open its weights under a catalogue name.",
                    path=self._path,
                    only=self._only,
                    shape=x.shape[0],
                )
            )
        token = _BATCH.set(x.shape[0])
        try:
            return self._program[0](x)
        finally:
            _BATCH.reset(token)

    def _is_free(self, shape: tuple[int, ...]) -> bool:
        """Whether a batch of another size gives what its parts give: a trial, as the graph does not tell."""
        self._only = None
        trial = torch.rand(2 * shape[0], *shape[1:], generator=torch.Generator().manual_seed(0))
        with torch.no_grad():
            try:
                whole, parts = self(trial), [self(part) for part in torch.split(trial, shape[0])]
                return all(
                    torch.allclose(first_tensor(part), expected, rtol=1e-3, atol=1e-4)  # type: ignore[arg-type]
                    for part, expected in zip(parts, first_tensor(whole).split(shape[0]), strict=True)  # type: ignore[union-attr]
                )
            except Exception:
                return False


def _input_shape(program: Any) -> tuple[int, ...] | None:
    names = set(program.graph_signature.user_inputs)
    values = [node.meta.get("val") for node in program.graph.nodes if node.name in names]
    first = next((value for value in values if isinstance(value, torch.Tensor) and value.ndim == 4), None)
    if first is None or not all(isinstance(side, int) for side in first.shape[1:]):
        return None
    batch = first.shape[0]
    return (batch if isinstance(batch, int) else 1, *first.shape[1:])


def _make_readable(part: nn.Module) -> None:
    """Give a module the name of the class that it stands for; torch's own leaves are opaque."""
    kind = getattr(part, "_ty", None)
    if isinstance(kind, str):
        leaf = next(part.children(), None) is None
        part.opaque = kind.startswith("torch.nn") and (leaf or kind.endswith(".MultiheadAttention"))  # type: ignore[assignment]
        part.__class__ = type(kind.rpartition(".")[2], (type(part),), {})


def _free_batch(part: nn.Module) -> None:
    """Let reshapes and expansions that the export fixed to its own batch follow the batch that comes."""
    graph = getattr(part, "graph", None)
    if not isinstance(graph, torch.fx.Graph):
        return
    changed = False
    for node in graph.nodes:
        replacement = _REPLACED.get(node.target) if node.op == "call_function" else None
        sizes = node.args[1] if len(node.args) > 1 else None
        if replacement is not None and sizes and all(isinstance(size, int) for size in sizes):
            node.target, node.args, node.kwargs = replacement, (node.args[0], tuple(sizes)), {}
            changed = True
    if changed:
        part.finalize()  # type: ignore[operator]


def reshaped(x: torch.Tensor, sizes: Sequence[int]) -> torch.Tensor:
    """`x` in another shape, whose first size follows where the batch has grown."""
    rest = math.prod(sizes[1:])
    if -1 not in sizes and math.prod(sizes) != x.numel() and rest and x.numel() % rest == 0:
        sizes = (x.numel() // rest, *sizes[1:])
    elif -1 in sizes[1:] and x.shape[0] == _BATCH.get():
        sizes = (_BATCH.get(), *sizes[1:])
    return x.reshape(*sizes)


def expanded(x: torch.Tensor, sizes: Sequence[int]) -> torch.Tensor:
    """`x` repeated for the batch that came."""
    fits = len(sizes) == x.ndim and x.shape[0] in (1, _BATCH.get())
    return x.expand(_BATCH.get() if fits else sizes[0], *sizes[1:])


_aten = torch.ops.aten
_REPLACED: dict[Any, Any] = {
    _aten.view.default: reshaped,
    _aten.reshape.default: reshaped,
    _aten._unsafe_view.default: reshaped,
    _aten.expand.default: expanded,
}
