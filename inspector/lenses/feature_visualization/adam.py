"""Adam in a few lines (Kingma and Ba 2015).

The first object of torch.optim imports torch._dynamo, which costs seconds of the time to the first picture.
"""

from __future__ import annotations

import torch


class Adam:
    """Moves one tensor in place; every element by its own gradient's history alone."""

    def __init__(self, rate: float, betas: tuple[float, float] = (0.9, 0.999), floor: float = 1e-8) -> None:
        self.rate = rate
        self._betas = betas
        self._floor = floor
        self._steps = 0
        self._mean: torch.Tensor | None = None
        self._square: torch.Tensor | None = None

    def step(self, values: torch.Tensor, gradient: torch.Tensor) -> None:
        """One step of `values` against `gradient` (a descent)."""
        if self._mean is None or self._square is None:
            self._mean, self._square = torch.zeros_like(values), torch.zeros_like(values)
        self._steps += 1
        first, second = self._betas
        self._mean.lerp_(gradient, 1 - first)
        self._square.mul_(second).addcmul_(gradient, gradient, value=1 - second)
        spread = (self._square / (1 - second**self._steps)).sqrt_().add_(self._floor)
        with torch.no_grad():
            values.addcdiv_(self._mean, spread, value=-self.rate / (1 - first**self._steps))
