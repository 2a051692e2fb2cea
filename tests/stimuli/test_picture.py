"""The transforms of a dropped picture, held to Pillow and the standard library."""

import colorsys

import numpy as np
import pytest
import torch
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.stimuli.family import card, family
from inspector.stimuli.warp import hue_turned, softened

WIDE = Preprocessing(crop=(48, 64), resize=52)


def changed(picture, preprocessing=WIDE, **values):
    given = {key.replace("_", " "): torch.tensor([float(value)]) for key, value in values.items()}
    return family("picture").about(picture, preprocessing).render(given, preprocessing.crop)[0]


def seen(picture, preprocessing=WIDE):
    return torch.from_numpy(preprocessing.view(picture.image).copy()).permute(2, 0, 1).float() / 255


def flat(image):
    return Picture("flat", "1", image)


@pytest.mark.parametrize("preprocessing", [WIDE, Preprocessing(crop=(32, 32)), Preprocessing(crop=(9, 64))])
def test_that_without_changes_it_is_exactly_the_picture_that_the_network_sees(waves, preprocessing):
    assert torch.equal(changed(waves, preprocessing), seen(waves, preprocessing))
    assert torch.equal(changed(waves, preprocessing, rotation=360), seen(waves, preprocessing))


def test_that_without_a_preprocessing_the_middle_of_the_picture_is_taken(waves):
    middle = Preprocessing(crop=(40, 40), resize=40)
    assert torch.equal(family("picture").about(waves).render({}, (40, 40))[0], seen(waves, middle))


@pytest.mark.parametrize("degrees", [7, 30, 135, 290])
def test_that_it_turns_as_pillow_turns_it(waves, degrees):
    turned = changed(waves, rotation=degrees)
    image = Image.fromarray(WIDE.view(waves.image))
    expected = np.asarray(image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=(128, 128, 128))) / 255
    difference = np.abs(turned.permute(1, 2, 0).numpy() - expected)
    assert (
        np.quantile(difference, 0.93) < 0.01
    )  # the rest lies on the picture's edge, which Pillow leaves hard
    assert difference.mean() < 0.02


def test_that_turned_there_and_back_it_is_hardly_softer(waves):
    there = changed(waves, Preprocessing(crop=(60, 60), resize=60), rotation=37)
    pixels = (there.permute(1, 2, 0).numpy() * 255).round().astype(np.uint8)
    back = changed(flat(Image.fromarray(pixels)), Preprocessing(crop=(60, 60)), rotation=-37)
    original = seen(waves, Preprocessing(crop=(60, 60), resize=60))
    middle = (slice(None), slice(20, 40), slice(20, 40))
    assert float((back[middle] - original[middle]).abs().max()) < 0.015


def test_that_whole_shifts_move_pixels_and_leave_grey(waves):
    moved = changed(waves, shift_right=5, shift_up=3)
    torch.testing.assert_close(moved[:, :-3, 5:], seen(waves)[:, 3:, :-5], atol=2e-5, rtol=0)
    assert (moved[:, -3:] == 0.5).all()
    assert (moved[:, :, :5] == 0.5).all()


def test_that_an_edge_that_lies_between_pixels_covers_them_in_part():
    white = flat(Image.new("RGB", (64, 48), "white"))
    moved = changed(white, shift_right=2.25)
    assert moved[0, 20, :4].tolist() == pytest.approx([0.5, 0.5, 0.875, 1.0], abs=1e-4)


def test_that_twice_as_large_shows_the_middle_half(waves):
    large = changed(waves, scale=2)
    sampled = large.unfold(1, 2, 2).unfold(2, 2, 2).mean((3, 4))
    torch.testing.assert_close(sampled, seen(waves)[:, 12:36, 16:48], atol=0.01, rtol=0)


def test_that_what_is_shrunk_is_on_grey_and_keeps_no_aliases(waves):
    half = changed(waves, scale=0.5)
    assert (half[:, :11] == 0.5).all()
    assert (half[:, :, 49:] == 0.5).all()
    assert float((half[:, 11] - 0.5).abs().max()) < 0.07
    reduced = seen(waves).unfold(1, 2, 2).unfold(2, 2, 2).mean((3, 4))
    inner = (slice(None), slice(1, -1), slice(1, -1))
    torch.testing.assert_close(half[:, 12:36, 16:48][inner], reduced[inner], atol=0.02, rtol=0)
    checks = Image.fromarray((np.indices((48, 64)).sum(0) % 2 * 255).astype(np.uint8)).convert("RGB")
    for scale in (0.3, 0.4, 0.5):
        assert float((changed(flat(checks), scale=scale) - 0.5).abs().max()) < 0.06


def test_that_hues_turn_and_lightness_and_saturation_stay():
    generator = torch.Generator().manual_seed(0)
    colours = torch.rand(1, 3, 10, 12, generator=generator)
    colours[0, :, 0] = 0.4  # greys have no hue
    for degrees in (0.0, 37.0, 120.0, 300.0):
        turned = (
            hue_turned(colours, torch.tensor(degrees).view(1, 1, 1, 1))[0].permute(1, 2, 0).reshape(-1, 3)
        )
        for before, after in zip(colours[0].permute(1, 2, 0).reshape(-1, 3).tolist(), turned, strict=True):
            hue, lightness, saturation = colorsys.rgb_to_hls(*before)
            expected = colorsys.hls_to_rgb((hue + degrees / 360) % 1, lightness, saturation)
            assert after.tolist() == pytest.approx(expected, abs=1e-5)


def test_that_contrast_leads_to_grey_and_beyond_it_to_the_negative(waves):
    assert (changed(waves, contrast=0) == 0.5).all()
    torch.testing.assert_close(changed(waves, contrast=-1), 1 - seen(waves), atol=1e-6, rtol=0)


def test_that_blur_is_a_gaussian_of_its_standard_deviation():
    point = torch.zeros(1, 1, 41, 61)
    point[..., 20, 30] = 1
    spread = softened(point, torch.full((1, 1, 1), 3.0))[0, 0]
    assert float(spread.sum()) == pytest.approx(1, abs=1e-4)
    x = torch.arange(61) - 30.0
    assert float((spread.sum(0) * x**2).sum()) == pytest.approx(9, rel=0.01)
    assert torch.equal(softened(point, torch.zeros(1, 1, 1)), point)


def test_that_blur_is_in_pixels_of_what_is_shown_whatever_the_scale(waves):
    step = Image.new("RGB", (64, 48), "black")
    step.paste("white", (32, 0, 64, 48))
    widths = []
    for scale in (1, 2):
        row = changed(flat(step), scale=scale, blur=4)[0, 24]
        widths.append(float((row.diff().clamp(min=0) * (torch.arange(63) - 31.0) ** 2).sum()))
    assert widths[1] == pytest.approx(widths[0], rel=0.15)


def test_that_without_a_picture_one_is_asked_for():
    for act in (lambda: family("picture").about(None), lambda: family("picture").render({}, (32, 32))):
        with pytest.raises(InspectorError, match="Drop or choose a picture first: "):
            act()
    with pytest.raises(InspectorError, match="Drop or choose a picture first: "):
        family("picture").about("a word")
    assert card("picture").subject == "picture"
    assert card("picture").axes
