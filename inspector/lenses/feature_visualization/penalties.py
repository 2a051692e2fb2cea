"""What speaks against a picture: noise between neighbours, distance from grey, and what lies at the edges.

Each is about 1 for a picture of full contrast, and is weighed against the objective's own value: a weight
means the same for a unit that answers with 0.1 and for one that answers with 100.
"""

from __future__ import annotations

import torch

from inspector.lenses.feature_visualization.parameters import FeatureParameters

_GREY = 0.5
_EDGE_SHARE = 0.06


def penalties(pictures: torch.Tensor, parameters: FeatureParameters) -> torch.Tensor | None:
    """The weighted sum of penalties [N] of RGB pictures [N,3,H,W] in [0,1]; None where none has a weight."""
    parts = [
        weight * penalty(pictures)
        for weight, penalty in (
            (parameters.total_variation, total_variation),
            (parameters.grey, distance_from_grey),
            (parameters.boundary, at_the_edges),
        )
        if weight
    ]
    return torch.stack(parts).sum(0) if parts else None


def total_variation(pictures: torch.Tensor) -> torch.Tensor:
    """Mean absolute difference between neighbouring pixels, across and down [N]."""
    across = (pictures[..., 1:] - pictures[..., :-1]).abs().flatten(1).mean(1)
    down = (pictures[..., 1:, :] - pictures[..., :-1, :]).abs().flatten(1).mean(1)
    return across + down


def distance_from_grey(pictures: torch.Tensor) -> torch.Tensor:
    """Mean squared distance from mid grey, 1 for black and white [N]."""
    return (2 * (pictures - _GREY)).square().flatten(1).mean(1)


def at_the_edges(pictures: torch.Tensor) -> torch.Tensor:
    """The same of a frame along the edges, 6 % of the side wide, alone [N]."""
    height, width = pictures.shape[-2:]
    frame = torch.ones(height, width, dtype=torch.bool, device=pictures.device)
    y, x = (max(round(side * _EDGE_SHARE), 1) for side in (height, width))
    frame[y : height - y, x : width - x] = False
    return (2 * (pictures[..., frame] - _GREY)).square().flatten(1).mean(1)
