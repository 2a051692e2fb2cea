"""MACO's views: random crops that narrow while the picture grows, under a little noise (Fel et al. 2023)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch.nn import functional as F

from inspector.lenses.feature_visualization.transforms import Draw

_LARGEST = 0.5
_CENTRE_SD = 0.15


class Crops:
    """Several views of each picture: square parts of it at random places, at the network's own size.

    Args:
        views: How many.
        shape: Height and width of a view.
        steps: Over how many steps the crops' sides narrow from half of the picture's to
            `smallest`.
        smallest: The last crops' side as a share of the picture's.
        noise: Standard deviation of the noise laid over them.
    """

    def __init__(self, views: int, shape: tuple[int, int], steps: int, smallest: float, noise: float) -> None:
        self.views = views
        self._shape = shape
        self._steps = steps
        self._smallest = smallest
        self._noise = noise

    def draw(self, shape: tuple[int, int], step: int, generator: torch.Generator) -> Draw:
        """Where the crops of one picture lie at a step (from 0 on), by its own generator alone."""
        side = _LARGEST + (self._smallest - _LARGEST) * min(step / max(self._steps - 1, 1), 1.0)
        centres = torch.randn((self.views, 2), generator=generator) * (2 * _CENTRE_SD)
        maps = torch.zeros(self.views, 2, 3)
        maps[:, 0, 0] = maps[:, 1, 1] = side
        maps[:, :, 2] = centres.clamp(side - 1, 1 - side)  # inside the picture
        return Draw(maps, int(torch.randint(2**62, (1,), generator=generator)))

    def show(self, pictures: torch.Tensor, draws: Sequence[Draw]) -> torch.Tensor:
        """The crops [N * views, 3, h, w] of the pictures [N,3,H,W]."""
        maps = torch.cat([draw.maps for draw in draws]).to(pictures)
        views = pictures.repeat_interleave(self.views, dim=0)
        grid = F.affine_grid(maps, [len(maps), 3, *self._shape], align_corners=False)
        shown = F.grid_sample(views, grid, align_corners=False, padding_mode="reflection")
        return shown + self._noise_of(draws).to(shown) if self._noise else shown

    def _noise_of(self, draws: Sequence[Draw]) -> torch.Tensor:
        return self._noise * torch.cat(
            [
                torch.randn((self.views, 3, *self._shape), generator=torch.Generator().manual_seed(draw.seed))
                for draw in draws
            ]
        )
