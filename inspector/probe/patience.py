"""Letting go of a slow forward pass that nobody records: opening runs a network before there is a walk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from torch import nn
from torch.nn.modules.module import register_module_forward_pre_hook

from inspector.probe.cancel import CancelToken


@contextmanager
def cancelled_between_leaves(token: CancelToken) -> Iterator[None]:
    """Look at the token before every module without children that runs in this block.

    Raises:
        Cancelled: It was set.
    """

    def look(module: nn.Module, args: Any) -> None:
        if next(module.children(), None) is None:
            token.check()

    handle = register_module_forward_pre_hook(look)
    try:
        yield
    finally:
        handle.remove()
