"""The picture as Fourier coefficients in decorrelated colour: a step moves all frequencies alike.

Olah, Mordvintsev and Schubert, "Feature visualization" (2017), with lucid's numbers.
"""

from __future__ import annotations

import torch

from inspector.lenses.feature_visualization.colour import to_rgb

_START_SD = 0.01
_DAMPING = 4.0


def frequencies(height: int, width: int) -> torch.Tensor:
    """Absolute spatial frequency in cycles per pixel of each coefficient of `rfft2`: [H, W // 2 + 1]."""
    return torch.hypot(torch.fft.fftfreq(height)[:, None], torch.fft.rfftfreq(width)[None, :])


class Fourier:
    """Pictures [N,3,H,W] of coefficients [N,3,H,W//2+1,2] that are alike in size in a natural (1/f) picture.

    Attributes:
        shape: Height and width of the pictures.
        fades: Whether smaller coefficients are nearer to grey.
    """

    fades = True

    def __init__(self, shape: tuple[int, int], device: torch.device) -> None:
        self.shape = shape
        height, width = shape
        spectrum = 1 / frequencies(height, width).clamp_min(1 / max(shape))
        self._scale = (spectrum * (height * width) ** 0.5 / _DAMPING).to(device)

    def start(self, generator: torch.Generator) -> torch.Tensor:
        """Coefficients of one start [3,H,W//2+1,2]: faint 1/f noise about grey, drawn on the CPU."""
        height, width = self.shape
        return torch.randn((3, height, width // 2 + 1, 2), generator=generator) * _START_SD

    def picture(self, coefficients: torch.Tensor) -> torch.Tensor:
        """RGB in (0,1), [N,3,H,W]; differentiable."""
        spectrum = torch.view_as_complex(coefficients) * self._scale
        return to_rgb(torch.fft.irfft2(spectrum, s=self.shape))
