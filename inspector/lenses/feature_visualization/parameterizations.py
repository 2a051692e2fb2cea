"""How a picture is written down: the numbers that steps change, and the picture they make."""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch

from inspector.lenses.feature_visualization.colour import LARGEST_DEVIATION, to_rgb
from inspector.lenses.feature_visualization.fourier import Fourier, frequencies

_START_SD = 0.01


class Pixels:
    """Pictures [N,3,H,W] of numbers of the same shape: decorrelated colour, each pixel for itself."""

    fades = True
    """Whether smaller coefficients are nearer to grey."""

    def __init__(self, shape: tuple[int, int], device: torch.device) -> None:
        self.shape = shape

    def start(self, generator: torch.Generator) -> torch.Tensor:
        """Coefficients of one start [3,H,W]: faint white noise about grey, drawn on the CPU."""
        return torch.randn((3, *self.shape), generator=generator) * _START_SD

    def picture(self, coefficients: torch.Tensor) -> torch.Tensor:
        """RGB in (0,1), [N,3,H,W]; differentiable."""
        return to_rgb(coefficients)


class Phases:
    """Pictures of phases [N,3,H,W//2+1] alone, their magnitudes those of natural pictures.

    MACO (Fel et al., "Unlocking feature visualization for deeper networks with magnitude constrained
    optimization", 2023). The magnitudes are the published law of natural pictures, amplitude falling as 1/f
    (Field 1987; van der Schaaf and van Hateren 1996), in each of lucid's decorrelated colours; each colour is
    then given mean 0 and such a deviation that RGB, before it is squeezed into (0,1), has the covariance that
    lucid published for ImageNet (standard deviation 0.28). MACO's authors measured theirs on ImageNet, which
    we have no right to ship.
    """

    fades = False

    def __init__(self, shape: tuple[int, int], device: torch.device) -> None:
        self.shape = shape
        magnitude = 1 / frequencies(*shape).clamp_min(1 / max(shape))
        magnitude[0, 0] = 0  # no mean: the picture as a whole is grey
        self._magnitude = magnitude.to(device)

    def start(self, generator: torch.Generator) -> torch.Tensor:
        """Phases of one start [3,H,W//2+1], drawn on the CPU."""
        height, width = self.shape
        return (torch.rand((3, height, width // 2 + 1), generator=generator) * 2 - 1) * math.pi

    def picture(self, coefficients: torch.Tensor) -> torch.Tensor:
        """RGB in (0,1), [N,3,H,W]; differentiable."""
        magnitude = self._magnitude.expand_as(coefficients)
        planes = torch.fft.irfft2(torch.polar(magnitude, coefficients), s=self.shape)
        planes = planes / planes.std((2, 3), keepdim=True).clamp_min(1e-8)
        # A sigmoid's slope at grey is a quarter.
        return to_rgb(planes * (4 * LARGEST_DEVIATION))


Parameterization = Fourier | Pixels | Phases
PARAMETERIZATIONS: Mapping[str, type[Fourier] | type[Pixels] | type[Phases]] = {
    "fourier": Fourier,
    "pixels": Pixels,
    "maco": Phases,
}
