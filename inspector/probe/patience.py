"""Letting go of a slow forward pass that nobody records: opening runs a network before there is a walk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook

from inspector.network.pace import Pace
from inspector.probe.cancel import CancelToken


@contextmanager
def cancelled_between_leaves(token: CancelToken) -> Iterator[None]:
    """Look at the token before every module without children that runs in this block.

    The token's listener is told how far a slow pass is.

    Raises:
        Cancelled: It was set.
    """
    passes = _Passes()

    def look(module: nn.Module, args: Any) -> None:
        pace = passes.of(module)
        if next(module.children(), None) is None:
            pace.done += 1
            token.passing(pace)

    handle = register_module_forward_pre_hook(look)
    try:
        yield
    finally:
        handle.remove()


class _Passes:
    """Tells one pass from the next: each begins with a module that the last one's root does not hold."""

    def __init__(self) -> None:
        self._root: nn.Module | None = None
        self._inside: frozenset[int] = frozenset()
        self._layers = 0
        self._pace = Pace(lambda: 0)

    def of(self, module: nn.Module) -> Pace:
        """The pace of the pass to which this call of `module` belongs."""
        if module is self._root:
            self._pace = Pace(lambda: self._layers)
        elif id(module) not in self._inside:
            parts = list(module.modules())
            self._root, self._inside = module, frozenset(map(id, parts))
            self._layers = sum(next(part.children(), None) is None for part in parts)
            self._pace = Pace(lambda: self._layers)
        return self._pace
