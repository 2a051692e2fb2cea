from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing

IMAGENET = Preprocessing((56, 56), 64, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))


def picture(width: int, height: int) -> Image.Image:
    pixels = np.random.default_rng(width * 1000 + height).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Image.fromarray(pixels)


@given(
    st.integers(20, 150), st.integers(20, 150), st.integers(16, 80), st.integers(8, 96), st.integers(8, 96)
)
@settings(max_examples=60)
def test_that_the_view_is_torchvisions_resize_and_centre_crop(width, height, resize, crop_height, crop_width):
    from torchvision.transforms import functional as tv

    image = picture(width, height)
    expected = tv.center_crop(tv.resize(image, resize), [crop_height, crop_width])
    view = Preprocessing((crop_height, crop_width), resize).view(image)
    assert view.dtype == np.uint8
    np.testing.assert_array_equal(view, np.asarray(expected))


def test_that_a_picture_is_stretched_to_the_input_where_there_is_no_resize():
    from torchvision.transforms import functional as tv

    image = picture(90, 40)
    np.testing.assert_array_equal(Preprocessing((32, 48)).view(image), np.asarray(tv.resize(image, [32, 48])))


def test_that_the_networks_input_is_torchvisions_own():
    from torchvision.transforms._presets import ImageClassification

    image = picture(120, 81)
    preset = ImageClassification(crop_size=56, resize_size=64)
    torch.testing.assert_close(IMAGENET(image), preset(image), rtol=1e-5, atol=1e-5)


def test_that_bgr_and_0_to_255_are_the_caffe_convention():
    caffe = Preprocessing((8, 8), channels="BGR", range=(0, 255), mean=(104, 117, 123))
    red = Image.new("RGB", (8, 8), (200, 20, 3))
    expected = torch.tensor([3.0 - 104, 20.0 - 117, 200.0 - 123]).view(3, 1, 1).expand(3, 8, 8)
    torch.testing.assert_close(caffe(red), expected, rtol=1e-5, atol=1e-3)


def test_that_l_is_one_channel_of_luminance_as_pillow_weighs_it():
    grey = Preprocessing((16, 16), channels="L", mean=(0.5,), std=(0.5,))
    image = picture(16, 16)
    expected = torch.from_numpy(np.array(image.convert("L"))).float().unsqueeze(0) / 127.5 - 1
    assert grey(image).shape == (1, 16, 16)
    torch.testing.assert_close(grey(image), expected, rtol=0, atol=1.01 / 127.5)


@pytest.mark.parametrize(
    "preprocessing",
    [
        Preprocessing(),
        IMAGENET,
        replace(IMAGENET, channels="BGR", range=(0.0, 255.0), resize=None),
        Preprocessing((28, 32), channels="L", mean=(0.13,), std=(0.3,)),
    ],
)
def test_that_the_json_form_gives_the_preprocessing_back(preprocessing: Preprocessing):
    assert Preprocessing.from_json(json.loads(json.dumps(preprocessing.to_json()))) == preprocessing


def test_that_crop_may_be_one_number_and_missing_settings_take_their_defaults():
    assert Preprocessing.from_json({"crop": 32}) == Preprocessing((32, 32))
    assert Preprocessing.from_json({"channels": "L"}).mean == (0.0,)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"colour": "RGB"}, "colour"),
        ({"crop": 0}, "1 and 8192"),
        ({"crop": [1, 2, 3]}, "does not read"),
        ({"crop": 1e9}, "does not read"),
        ({"resize": 100_000}, "1 and 8192"),
        ({"channels": "CMYK"}, "CMYK"),
        ({"mean": [0, 0]}, "3 numbers"),
        ({"mean": 0.5}, "does not read"),
        ({"mean": [0, "x", 0]}, "does not read"),
        ({"mean": [0, float("nan"), 0]}, "finite"),
        ({"std": [1, 0, 1]}, "no std may be 0"),
        ({"range": [1, 1]}, "two numbers that differ"),
        ({"range": [0, 1, 2]}, "two numbers that differ"),
    ],
)
def test_that_a_preprocessing_of_no_sense_is_refused_with_its_reason(data, reason):
    with pytest.raises(InspectorError, match=reason):
        Preprocessing.from_json(data)


@pytest.mark.parametrize("channels", ["RGB", "BGR", "L"])
def test_that_gradients_reach_the_picture(channels):
    one = channels == "L"
    preprocessing = Preprocessing(
        (4, 4), channels=channels, std=(0.5,) if one else (0.5,) * 3, mean=(0.1,) * (1 if one else 3)
    )
    rgb = torch.rand(2, 3, 4, 4, requires_grad=True)
    preprocessing.normalise(rgb).sum().backward()
    assert rgb.grad is not None
    assert (rgb.grad > 0).all()
