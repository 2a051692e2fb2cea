"""Cancelling on the way back: a backward pass lasts twice as long as the forward pass."""

from __future__ import annotations

from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from inspector.probe.cancel import CancelToken


class CancelBackward(TorchFunctionMode):
    """Whatever is computed inside its `with` block looks at the token when its gradient is there."""

    def __init__(self, token: CancelToken) -> None:
        super().__init__()
        self._token = token

    def __torch_function__(
        self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        output = func(*args, **(kwargs or {}))
        if isinstance(output, torch.Tensor) and output.requires_grad and output.grad_fn is not None:
            output.register_hook(self._look)  # type: ignore[no-untyped-call]
        return output

    def _look(self, gradient: torch.Tensor) -> None:
        self._token.check()
