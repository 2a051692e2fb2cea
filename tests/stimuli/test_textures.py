"""Random stimuli: filtered noise, dots, and the chance behind both."""

import math

import numpy as np
import pytest
import torch

from inspector.stimuli.chance import uniform
from inspector.stimuli.family import family

SIZE = (40, 56)


def spectrum(picture):
    """Amplitude, frequency in cycles/px and angle in deg of every wave but the mean and the finest."""
    height, width = picture.shape
    amplitude = np.abs(np.fft.fft2(picture.numpy().astype(np.float64) - 0.5))
    up, right = -np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None, :]
    frequency = np.hypot(up, right)
    kept = (frequency > 0) & (np.abs(up) < 0.5) & (np.abs(right) < 0.5)
    return amplitude[kept], frequency[kept], np.degrees(np.arctan2(up, right))[kept]


@pytest.mark.parametrize("slope", [0, 1, 2.5])
def test_that_the_amplitude_of_noise_falls_with_frequency_as_asked(one, slope):
    amplitude, frequency, _ = spectrum(one("filtered-noise", slope=slope, bandwidth=180, seed=3)[0])
    scaled = np.log(amplitude) + slope * np.log(frequency)
    assert np.ptp(scaled) < 0.01


@pytest.mark.parametrize(("orientation", "bandwidth"), [(0, 40), (30, 60), (115, 100)])
def test_that_noise_has_half_its_amplitude_at_half_the_bandwidth(one, orientation, bandwidth):
    amplitude, _, angle = spectrum(
        one("filtered-noise", slope=0, orientation=orientation, bandwidth=bandwidth)[0]
    )
    # Streaks of an orientation are waves across it.
    off = (angle - orientation - 90 + 90) % 180 - 90
    strongest = amplitude[np.abs(off) < 4].max()
    half = np.abs(np.abs(off) - bandwidth / 2) < 1.5
    assert half.any()
    np.testing.assert_allclose(amplitude[half] / strongest, 0.5, atol=0.08)
    assert (amplitude[np.abs(off) > bandwidth / 2 + 2] < strongest / 2).all()
    assert (amplitude[np.abs(off) < bandwidth / 2 - 2] > strongest / 2).all()


def test_that_noise_of_full_contrast_touches_black_or_white_and_is_of_its_seed(one):
    first, again, other = (one("filtered-noise", seed=seed)[0] for seed in (1, 1, 2))
    assert float((first - 0.5).abs().max()) == pytest.approx(0.5, abs=1e-6)
    assert float(first.mean()) == pytest.approx(0.5, abs=1e-4)
    assert torch.equal(first, again)
    correlation = np.corrcoef(first.flatten(), other.flatten())[0, 1]
    assert abs(correlation) < 0.3
    torch.testing.assert_close(one("filtered-noise", seed=1, contrast=-1)[0], 1 - first, atol=1e-6, rtol=0)


def test_that_the_coarse_waves_of_noise_are_the_same_at_every_size(one):
    small, large = (one("filtered-noise", (side, side), bandwidth=180)[0].numpy() for side in (32, 96))
    phases = [np.angle(np.fft.rfft2(picture)[[1, 2, -1, -5], 1:6]) for picture in (small, large)]
    # Pixel 0 lies half a pixel from the edge, which is another part of a wave at another size.
    assert np.exp(1j * (phases[0] - phases[1])).real.min() > 0.999


def test_that_as_many_dots_are_drawn_as_asked(one):
    for number in (0, 1, 9, 30):
        lit = (one("dots", (200, 300), number=number, radius=0.5)[0] > 0.9).sum()
        assert number - 1 <= lit <= number  # two may share a pixel


def test_that_a_growing_number_adds_dots_and_moves_none():
    numbers = torch.tensor([3.0, 8.0, 8.5, 20.0, 64.0])
    pictures = family("dots").render({"number": numbers, "seed": torch.full((5,), 4.0)}, SIZE)[:, 0]
    assert (pictures.diff(dim=0) > -1e-5).all()
    light = (pictures - 0.5).sum((1, 2))
    assert (light.diff() > 0.5).all()


@pytest.mark.parametrize("radius", [1.5, 3, 6.2])
def test_that_every_dot_is_a_disc_of_its_radius(one, radius):
    for seed in range(4):
        picture = one("dots", number=1, radius=radius, seed=seed, contrast=-1)[0]
        assert float((0.5 - picture).sum() * 2) == pytest.approx(math.pi * radius**2, rel=0.04)
        assert float(picture.min()) == pytest.approx(0, abs=1e-5)


def test_that_dots_are_equally_dense_everywhere():
    seeds = torch.arange(400.0)
    pictures = family("dots").render({"seed": seeds, "number": torch.full((400,), 12.0)}, SIZE)[:, 0]
    lit = (pictures - 0.5).mean(0) * 2
    parts = torch.stack([part.mean() for half in lit.chunk(2) for part in half.chunk(4, dim=1)])
    assert float(parts.std() / parts.mean()) < 0.06


def test_that_chance_is_even_and_independent_between_keys_and_seeds():
    draws = uniform(torch.arange(300).view(-1, 1), torch.arange(300)).double()
    assert float(draws.min()) >= 0
    assert float(draws.max()) < 1
    counts = torch.histc(draws.float(), 16, 0, 1) / draws.numel()
    assert (counts - 1 / 16).abs().max() < 0.003
    for neighbours in (draws[:, 1:] * draws[:, :-1], draws[1:] * draws[:-1]):
        assert float(neighbours.mean()) == pytest.approx(0.25, abs=0.005)
