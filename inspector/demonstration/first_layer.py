"""Measures of a first layer's kernels: are they oriented, smooth, colour-opponent, or noise?

Networks trained on photographs learn Gabor-like and colour-contrast kernels there (Krizhevsky et al. 2012,
"ImageNet classification with deep convolutional neural networks"; Olah et al. 2020, "An overview of early
vision"). All functions take kernels `[N, 3, k, k]` and return one value per kernel, `[N]`.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from inspector.demonstration.canvas import Array

SPECTRUM = 32


def _modes(kernels: Array) -> tuple[Array, Array]:
    """Splits kernels into their strongest colour `[N, 3]` and its spatial pattern `[N, k, k]`."""
    left, _, right = np.linalg.svd(kernels.reshape(len(kernels), 3, -1), full_matrices=False)
    return left[:, :, 0], right[:, 0].reshape(len(kernels), *kernels.shape[2:])


def _power(kernels: Array) -> tuple[Array, Array, Array]:
    """Power spectra `[N, 32, 32]` of the spatial patterns, and the two frequencies in cycles per px."""
    frequency = np.fft.fftfreq(SPECTRUM)
    power = np.abs(np.fft.fft2(_modes(kernels)[1], s=(SPECTRUM, SPECTRUM))) ** 2
    return power, frequency[:, None], frequency[None, :]


def _axis(kernels: Array) -> NDArray[np.complex128]:
    """The spectrum's second circular moment, without the mean: length is anisotropy, angle twice the axis."""
    power, fy, fx = _power(kernels)
    power[:, np.hypot(fy, fx) < 1.5 / SPECTRUM] = 0.0
    moment = (power * np.exp(2j * np.arctan2(fy, fx))).sum(axis=(1, 2))
    return np.asarray(moment / power.sum(axis=(1, 2)), dtype=np.complex128)


def orientation(kernels: Array) -> Array:
    """How oriented: 1 for a grating, 0 for something round."""
    return np.abs(_axis(kernels))


def angle(kernels: Array) -> Array:
    """The direction across the bars, in degrees from 0 to 180."""
    return np.asarray(np.rad2deg(np.angle(_axis(kernels))) / 2 % 180)


def smoothness(kernels: Array) -> Array:
    """Share of the energy below half the highest frequency: 0.2 for white noise, near 1 for a broad edge."""
    power, fy, fx = _power(kernels)
    return np.asarray(power[:, np.hypot(fy, fx) < 0.25].sum(axis=1) / power.sum(axis=(1, 2)))


def opponency(kernels: Array) -> Array:
    """How far the kernel's colour is from grey: 0 for black and white, 1 where its channels cancel."""
    return np.asarray(1.0 - np.abs(_modes(kernels)[0].sum(axis=1)) / np.sqrt(3.0))


def structured(kernels: Array) -> NDArray[np.bool_]:
    """Which kernels are oriented, or smooth and colour-opponent: those that noise hardly ever is."""
    coloured = (smoothness(kernels) > 0.5) & (opponency(kernels) > 0.4)
    return np.asarray((orientation(kernels) > 0.45) | coloured)
