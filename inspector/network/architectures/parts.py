"""Building blocks that several of these architectures share."""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Widths(NamedTuple):
    """How many channels the branches of an Inception block have (Szegedy et al. 2014, table 1)."""

    inputs: int
    one: int
    three_reduced: int
    three: int
    five_reduced: int
    five: int
    pooled: int

    @property
    def outputs(self) -> int:
        """Channels of the block's concatenation."""
        return self.one + self.three + self.five + self.pooled


class Concat(nn.Module):
    """Joins branches over their channels, in the order in which they are given."""

    def forward(self, *branches: Tensor) -> Tensor:
        """Maps n tensors `[N, C_i, H, W]` to `[N, sum of C_i, H, W]`."""
        return torch.cat(branches, dim=1)


def padded_same(x: Tensor, size: int, stride: int = 1, value: float = 0.0) -> Tensor:
    """`x` [N,C,H,W] padded as TensorFlow's "SAME" does: the odd row and column lie below and to the right."""
    down, across = (max((-(-side // stride) - 1) * stride + size - side, 0) for side in x.shape[2:])
    return F.pad(x, (across // 2, across - across // 2, down // 2, down - down // 2), value=value)
