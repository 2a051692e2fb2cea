"""Tuning of networks built by hand, whose preferences are known in closed form."""

import math

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.tuning.units import of_unit
from inspector.network.network import Network
from inspector.network.preprocessing import Preprocessing
from inspector.stimuli.family import family
from tests.lenses.tuning_asked import away, tune

SIDE = 65  # odd, so that the map's centre is the picture's middle


REACH = 12


def network_of(module):
    return Network(
        module, name="hand", preprocessing=Preprocessing(crop=(SIDE, SIDE), mean=(0.5,) * 3, std=(1.0,) * 3)
    )


def convolution(kernels):
    """A convolution with the given kernels [units, 3, k, k] and nothing else."""
    kernels = torch.as_tensor(np.asarray(kernels), dtype=torch.float32)
    layer = nn.Conv2d(3, len(kernels), kernels.shape[-1], padding=kernels.shape[-1] // 2, bias=False)
    layer.weight.data = kernels
    return layer


def plane():
    """x to the right and y up over a kernel."""
    line = np.arange(-REACH, REACH + 1)
    return line[None, :], -line[:, None]


def gabor(orientation, cycles, phase=0.0, sigma=4.5):
    """A grey Gabor kernel without response to plain grey: bars along `orientation`, cycles per picture."""
    x, y = plane()
    turn = math.radians(orientation)
    across = y * math.cos(turn) - x * math.sin(turn)
    window = np.exp(-(x**2 + y**2) / (2 * sigma**2))
    wave = np.cos(2 * np.pi * cycles / SIDE * across - math.radians(phase))
    return grey(window * (wave - (window * wave).sum() / window.sum()))


def grey(kernel):
    return np.repeat(kernel[None] / 3, 3, axis=0)


class Energy(nn.Module):
    """Quadrature pairs, and the energy of each: simple cells feeding complex ones (Adelson & Bergen 1985)."""

    def __init__(self, orientations, cycles):
        super().__init__()
        self.even = convolution([gabor(turn, cycles) for turn in orientations])
        self.odd = convolution([gabor(turn, cycles, 90) for turn in orientations])
        self.simple = nn.ReLU()

    def forward(self, x):
        even, odd = self.even(x), self.odd(x)
        self.simple(even)
        return (even * even + odd * odd).sqrt()


ORIENTATIONS = (0.0, 22.0, 45.0, 90.0, 133.0, 171.0)


@pytest.fixture(scope="module")
def energy():
    return network_of(Energy(ORIENTATIONS, 10.0))


@pytest.mark.parametrize("node", ["even", "odd", "add"])
def test_that_preferred_orientation_and_frequency_are_those_of_the_gabors(energy, node):
    # Half as many orientations as by default are plenty here.
    axes = (("orientation", tuple(range(0, 180, 10))), ("frequency", tuple(np.geomspace(3, 30, 9))))
    tuning = tune(energy, node, family="grating", axes=axes)
    for unit, orientation in enumerate(ORIENTATIONS):
        found = of_unit(tuning, unit).indices
        assert away(found["preferred orientation (deg)"], orientation, 180) < 2
        assert abs(math.log2(found["preferred frequency (cycles/image)"] / 10)) < 0.1
        assert found["OSI"] > 0.9
        assert 10 < found["orientation half width (deg)"] < 35


def test_that_bandwidth_is_that_of_the_gabors_envelope(energy):
    # |spectrum| = exp(-(f - f0)^2 / 2s^2) with s = side / (2 pi sigma): half height lies 1.177 s away.
    axes = (("frequency", tuple(np.geomspace(2, 30, 40))),)
    found = tune(energy, "odd", family="grating", axes=axes).indices
    half = math.sqrt(2 * math.log(2)) * SIDE / (2 * math.pi * 4.5)
    expected = math.log2((10 + half) / (10 - half))
    assert found["frequency bandwidth (octaves)"] == pytest.approx(expected, abs=0.08)


def test_that_f1_f0_tells_simple_from_complex(energy):
    asked = {
        "family": "grating",
        "axes": (("phase", tuple(range(0, 360, 15))),),
        "fixed": (("orientation", 45.0), ("frequency", 10.0)),
        "reduction": "centre",
    }
    # A half-wave rectified sine has F1/F0 = pi/2; an energy none at all.
    assert tune(energy, "simple", 2, **asked).indices["F1/F0"] == pytest.approx(math.pi / 2, abs=0.02)
    assert tune(energy, "add", 2, **asked).indices["F1/F0"] < 0.05
    assert away(tune(energy, "even", 2, **asked).indices["preferred phase (deg)"], 0, 360) < 1
    assert away(tune(energy, "odd", 2, **asked).indices["preferred phase (deg)"], 90, 360) < 1


def test_that_a_mirrored_kernel_gives_the_mirrored_curve():
    kernel = gabor(30, 10)
    network = network_of(convolution([kernel, kernel[:, :, ::-1].copy()]))
    network = network_of(nn.Sequential(network.module))
    response = tune(
        network, "0", family="grating", axes=(("orientation", tuple(range(0, 180, 5))),)
    ).responses
    mirrored = np.roll(response[::-1, 0], 1)  # 180 - a
    np.testing.assert_allclose(response[:, 1], mirrored, atol=1e-4 * np.abs(response).max())


def test_that_curve_templates_prefer_their_own_curve():
    side = 2 * REACH + 1
    turns, radius = (0.0, 90.0, 200.0, 290.0), 8.0
    values = {
        "orientation": torch.tensor(turns),
        "radius": torch.full((4,), radius),
        "width": torch.full((4,), 3.0),
    }
    templates = family("curve").render(values, (side, side)).numpy() - 0.5
    templates -= templates.mean(axis=(2, 3), keepdims=True)
    network = network_of(nn.Sequential(convolution(templates)))
    axes = (("orientation", tuple(range(0, 360, 20))), ("radius", (4.0, 5.66, 8.0, 11.3, 16.0)))
    tuning = tune(network, "0", family="curve", axes=axes, fixed=(("width", 3.0),), reduction="centre")
    for unit, turn in enumerate(turns):
        found = of_unit(tuning, unit).indices
        assert away(found["preferred orientation (deg)"], turn, 360) < 2
        assert found["preferred radius (px)"] == pytest.approx(radius, rel=0.15)
        assert found["DSI"] > 0.3
        assert "surround suppression" not in found


def test_that_a_centre_surround_kernel_shows_its_centre_and_its_surround():
    inner, outer, weight = 2.5, 5.0, 0.7
    x, y = plane()
    square = x**2 + y**2
    kernel = (
        np.exp(-square / (2 * inner**2)) / inner**2 - weight * np.exp(-square / (2 * outer**2)) / outer**2
    )
    network = network_of(nn.Sequential(convolution([grey(kernel), grey(-kernel)])))
    axes = (("radius", tuple(np.arange(0.5, 15, 0.5))),)
    found = tune(network, "0", 0, family="spot", axes=axes, reduction="centre").indices
    # The response to a disc is greatest where the kernel crosses zero; its integrals are in closed form.
    best = math.sqrt(2 * math.log(outer**2 / (weight * inner**2)) / (inner**-2 - outer**-2))

    def disc(radius):
        parts = (1 - math.exp(-(radius**2) / (2 * scale**2)) for scale in (inner, outer))
        return next(parts) - weight * next(parts)

    assert found["preferred radius (px)"] == pytest.approx(best, abs=0.3)
    assert found["surround suppression"] == pytest.approx(1 - disc(14.5) / disc(best), abs=0.03)
    dark = tune(network, "0", 1, family="spot", axes=axes, fixed=(("contrast", -1.0),), reduction="centre")
    assert dark.indices["preferred radius (px)"] == pytest.approx(best, abs=0.3)


def test_that_colour_opponent_units_prefer_their_hue():
    weights = {
        0: (1, -0.5, -0.5),
        120: (-0.5, 1, -0.5),
        240: (-0.5, -0.5, 1),
        60: (0.5, 0.5, -1),
        180: (-1, 0.5, 0.5),
    }
    network = network_of(nn.Sequential(convolution(np.array(list(weights.values()))[:, :, None, None])))
    tuning = tune(network, "0", family="hue")
    for unit, hue in enumerate(weights):
        found = of_unit(tuning, unit).indices
        assert away(found["preferred hue (deg)"], hue, 360) < 1
        assert found["preferred saturation"] == 1
    luminance = network_of(nn.Sequential(convolution(np.ones((1, 3, 1, 1)))))
    tuning = tune(
        luminance, "0", family="hue", axes=(("lightness", (0.0, 0.5, 1.0)),), fixed=(("saturation", 0.0),)
    )
    np.testing.assert_allclose(tuning.response, [-1.5, 0, 1.5], atol=1e-5)


def test_that_colour_selectivity_is_what_units_lose_with_the_colour():
    weights = np.array([(1, -0.5, -0.5), (1, 1, 1), (1, 0.2, 0)])[:, :, None, None]
    tuning = tune(network_of(nn.Sequential(convolution(weights))), "0", family="hue")
    found = [of_unit(tuning, unit).indices["colour selectivity"] for unit in range(3)]
    # The last likes yellow (0.6 above grey) best; as a grey of yellow's luminance, 0.886, it is worth 0.463.
    assert found == pytest.approx([1, 0, 1 - 1.2 * 0.386 / 0.6], abs=1e-3)
    grey = tune(network_of(nn.Sequential(convolution(weights))), "0", family="spot")
    assert "colour selectivity" not in grey.table
