"""Colours whose three axes vary independently in photographs (lucid's colour decorrelation)."""

from __future__ import annotations

import math
from functools import cache

import torch

# Square root of the colour covariance of ImageNet pictures, as published with lucid (Olah et al. 2017); rows
# are red, green and blue, columns the decorrelated axes: brightness, red against blue, purple against green.
_COVARIANCE_ROOT = ((0.26, 0.09, 0.02), (0.27, 0.00, -0.05), (0.27, -0.09, 0.03))

LARGEST_DEVIATION = math.sqrt(sum(row[0] ** 2 for row in _COVARIANCE_ROOT))
"""The largest column norm of that matrix: the deviation of brightness in photographs, of RGB in [0,1]."""


@cache
def colour_matrix() -> torch.Tensor:
    """[3,3] from decorrelated colour to RGB: the root of the covariance over its largest column norm."""
    root = torch.tensor(_COVARIANCE_ROOT)
    matrix: torch.Tensor = root / root.norm(dim=0).max()
    return matrix


def to_rgb(decorrelated: torch.Tensor) -> torch.Tensor:
    """RGB in (0,1) from unbounded decorrelated colour, both [N,3,H,W]; 0 becomes mid grey."""
    matrix = colour_matrix().to(decorrelated)
    return torch.einsum("rc,nchw->nrhw", matrix, decorrelated).sigmoid()
