import numpy as np
import pytest

from inspector.demonstration import first_layer

GREY = np.ones(3)
YELLOW_BLUE = np.array([0.5, 0.5, -1.0])


def gabor(degrees, colour=GREY):
    v, u = np.mgrid[-3:4, -3:4]
    along = np.cos(np.deg2rad(degrees)) * u + np.sin(np.deg2rad(degrees)) * v
    pattern = np.sin(along * 2 * np.pi / 5) * np.exp(-(u**2 + v**2) / 8)
    return (colour[:, None, None] * pattern)[None]


def blob(colour):
    v, u = np.mgrid[-3:4, -3:4]
    return (colour[:, None, None] * np.exp(-(u**2 + v**2) / 8))[None]


@pytest.mark.parametrize("degrees", [0, 30, 60, 90, 120, 150])
def test_that_a_gabor_is_oriented_along_its_own_angle(degrees):
    assert first_layer.orientation(gabor(degrees)) > 0.6
    error = (first_layer.angle(gabor(degrees)) - degrees + 90) % 180 - 90
    assert np.abs(error) < 5


def test_that_a_blob_is_smooth_and_not_oriented():
    assert first_layer.orientation(blob(GREY)) < 0.1
    assert first_layer.smoothness(blob(GREY)) > 0.8


def test_that_opponency_tells_colour_contrast_from_lightness():
    assert first_layer.opponency(blob(GREY)) < 0.01
    assert first_layer.opponency(blob(YELLOW_BLUE)) > 0.99


def test_that_gabors_and_coloured_blobs_are_structured_and_grey_blobs_and_noise_are_not():
    noise = np.random.default_rng(0).standard_normal((500, 3, 7, 7))
    assert first_layer.structured(gabor(20)).all()
    assert first_layer.structured(blob(YELLOW_BLUE)).all()
    assert not first_layer.structured(blob(GREY)).any()
    assert first_layer.structured(noise).mean() < 0.01
