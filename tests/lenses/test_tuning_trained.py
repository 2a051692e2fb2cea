"""Tuning of trained networks: what is known of their kernels and of their units, the measurement must say."""

import math

import numpy as np
import pytest
import torch
from torch import nn

from inspector.lenses.tuning import UnitScale
from inspector.lenses.tuning.search import parse
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.samples import samples
from inspector.probe.record import record
from tests.lenses.tuning_asked import away, tune


def spectrum_orientation(kernel):
    """Orientation of the bars at the peak of a grey kernel's Fourier amplitude, and how oriented that is."""
    size = 256
    amplitude = np.abs(np.fft.fftshift(np.fft.fft2(kernel.sum(0), (size, size))))
    rows, columns = np.indices(amplitude.shape) - size // 2
    ring = (np.hypot(rows, columns) < size / 3) & (np.hypot(rows, columns) > size / 32)
    row, column = np.unravel_index(np.argmax(amplitude * ring), amplitude.shape)
    fx, fy = column - size // 2, -(row - size // 2)
    orthogonal = amplitude[size // 2 - fx, size // 2 - fy]
    return math.degrees(math.atan2(fy, fx)) + 90, amplitude[row, column] / max(orthogonal, 1e-9)


def test_that_squeezenets_first_layer_is_tuned_as_its_kernels_spectra_say(shared):
    path = shared / "models" / "squeezenet1_1-imagenet.pth"
    if not path.is_file():
        pytest.skip("squeezenet1_1-imagenet.pth is not in the shared folder")
    weights = torch.load(path, weights_only=True)["features.0.weight"]
    layer = nn.Conv2d(3, len(weights), 3, stride=2, bias=False)
    layer.weight.data = weights
    network = Network(nn.Sequential(layer), name="first", preprocessing=Preprocessing(crop=(96, 96)))
    tuning = tune(
        network,
        "0",
        family="grating",
        axes=(("orientation", tuple(range(0, 180, 5))), ("frequency", (6.0, 12.0, 18.0, 24.0, 32.0))),
    )
    agreed = 0
    for unit, kernel in enumerate(weights.numpy()):
        expected, ratio = spectrum_orientation(kernel)
        best = np.unravel_index(tuning.responses[..., unit].argmax(), tuning.response.shape)
        contrast = np.abs(kernel.sum(0)).max()
        if ratio > 3 and contrast > 0.1:
            found = tuning.axes["orientation"][best[0]]
            assert away(found, expected, 180) <= 10, unit
            agreed += 1
    assert agreed >= 8


@pytest.fixture(scope="module")
def demonstration():
    """The network; what its units answer to the shipped sample pictures, and the classes of these."""
    network, pictures = open_network("demo"), samples()

    def responses(node):
        values = record(network, [picture.image for picture in pictures], [node])[node]
        return values.reshape(*values.shape[:2], -1).max(2)

    return network, responses, np.array([picture.label for picture in pictures])


TURNS = tuple(range(0, 360, 20))
CURVES = {"family": "curve", "axes": (("orientation", TURNS), ("radius", (10.0, 14.0, 20.0, 28.0)))}
SPOTS = {"family": "spot", "axes": (("radius", tuple(range(1, 30, 2))),)}


def over(responses):
    return UnitScale(responses.mean(0), responses.std(0), "the sample pictures")


@pytest.mark.parametrize(("asked", "label"), [(CURVES, "curve"), (SPOTS, "circle")], ids=["curves", "spots"])
@pytest.mark.parametrize("contrast", [1.0, -1.0])
def test_that_the_demonstration_networks_curve_and_spot_units_are_driven_most(
    demonstration, asked, label, contrast
):
    network, responses, _ = demonstration
    scale = over(responses("logits"))
    drive = tune(network, "logits", fixed=(("contrast", contrast),), scale=scale, **asked).table["drive"]
    assert network.labels[int(np.nanargmax(drive))] == label


ROUND = {"circle", "curve", "dots", "eye", "face", "fish", "flower", "heart", "spiral"}


@pytest.mark.parametrize(
    ("asked", "query", "count"),
    [(CURVES, "drive > 4.5 and DSI > 0.6 and radius < 30", 3), (SPOTS, "drive > 4 and suppression > 0.6", 2)],
    ids=["curves", "spots"],
)
def test_that_searches_find_units_of_a_middle_layer_that_answer_to_round_things(
    demonstration, asked, query, count
):
    network, responses, labels = demonstration
    shown = responses("res4")
    tuning = tune(network, "res4", scale=over(shown), **asked)
    found = np.flatnonzero(parse(query).matches(tuning.table))
    assert len(found) == count  # of 96
    classes = sorted(set(labels))
    means = np.stack([shown[labels == label].mean(0) for label in classes])
    assert {classes[place] for place in means[:, found].argmax(0)} <= ROUND
