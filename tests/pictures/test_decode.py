"""Every kind of picture file comes out upright, RGB and on mid grey; everything else is refused by name."""

from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from PIL import Image, ImageCms

from inspector.pictures.decode import from_array, from_image, open_picture, thumbnail
from inspector.pictures.picture import PictureError
from tests.pictures.drawn import gradient, opened

SMALL = arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(3)))


@pytest.mark.parametrize("suffix", ["png", "bmp", "tiff", "ppm", "webp"])
def test_that_lossless_formats_come_back_to_the_pixel(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(gradient()).save(path, **({"lossless": True} if suffix == "webp" else {}))
    np.testing.assert_array_equal(opened(path), gradient())


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 0}])
def test_that_a_jpeg_comes_back_nearly(tmp_path, options):
    path = tmp_path / "a.jpg"
    Image.fromarray(gradient()).save(path, quality=97, **options)
    assert np.abs(opened(path).astype(int) - gradient()).mean() < 4


def test_that_content_decides_and_not_the_suffix(tmp_path):
    path = tmp_path / "really-a-png.jpg"
    Image.fromarray(gradient()).save(path, format="PNG")
    np.testing.assert_array_equal(opened(path), gradient())


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "tiff"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_that_exif_orientation_is_undone(tmp_path, suffix, orientation):
    """The stored pixels are the upright picture under the inverse turn, so all eight open alike."""
    upright = np.kron(np.array([[255, 0, 0], [90, 0, 160]], np.uint8), np.ones((16, 16), np.uint8))
    stored = {
        1: upright,
        2: upright[:, ::-1],
        3: upright[::-1, ::-1],
        4: upright[::-1],
        5: upright.T,
        6: np.rot90(upright),
        7: upright[::-1, ::-1].T,
        8: np.rot90(upright, -1),
    }[orientation]
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"a.{suffix}"
    rgb = Image.fromarray(np.ascontiguousarray(stored)).convert("RGB")
    rgb.save(path, exif=exif, **({"lossless": True} if suffix == "webp" else {}))
    assert np.abs(opened(path)[..., 0].astype(int) - upright).mean() < 3


def test_that_damaged_exif_does_not_refuse_the_picture(tmp_path):
    path = tmp_path / "a.jpg"
    Image.fromarray(gradient()).save(path, quality=97, exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")
    assert opened(path).shape == (24, 32, 3)


def test_that_one_channel_and_one_bit_pictures_become_grey(tmp_path):
    grey = gradient()[..., 0]
    Image.fromarray(grey).save(tmp_path / "l.png")
    np.testing.assert_array_equal(opened(tmp_path / "l.png"), np.repeat(grey[..., None], 3, 2))
    Image.fromarray(grey > 99).save(tmp_path / "1.png")
    np.testing.assert_array_equal(opened(tmp_path / "1.png")[..., 1], np.where(grey > 99, 255, 0))


def test_that_a_palette_is_looked_up(tmp_path):
    indexed = Image.fromarray(gradient()).quantize(16)
    indexed.save(tmp_path / "p.png")
    np.testing.assert_array_equal(opened(tmp_path / "p.png"), np.asarray(indexed.convert("RGB")))


def test_that_only_the_first_frame_of_an_animation_is_taken(tmp_path):
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    for suffix in ("gif", "webp", "png", "tiff"):
        path = tmp_path / f"a.{suffix}"
        frames[0].save(path, save_all=True, append_images=frames[1:])
        red, _, blue = opened(path).mean((0, 1))
        assert red > 240
        assert blue < 15


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA"])
def test_that_transparency_is_composited_on_mid_grey(tmp_path, mode):
    alpha = np.repeat(np.array([[0, 102, 255]], np.uint8), 2, 0)
    white = Image.new("L", (3, 2), 255)
    image = Image.merge("LA", (white, Image.fromarray(alpha)))
    image = image if mode == "LA" else image.convert("RGBA")
    image = image if mode != "PA" else image.convert("PA")
    path = tmp_path / "a.png"
    if mode == "PA":
        pixels = np.asarray(from_image(image, "pasted").image)
    else:
        image.save(path)
        pixels = opened(path)
    expected = np.round(128 + alpha / 255 * (255 - 128))
    assert np.abs(pixels - expected[..., None]).max() <= 1


def test_that_transparent_palette_entries_and_grey_levels_become_mid_grey(tmp_path):
    indexed = Image.new("P", (4, 4), 0)
    indexed.putpalette([255, 0, 0, 0, 255, 0])
    indexed.putpixel((1, 1), 1)
    for suffix in ("png", "gif"):
        indexed.save(tmp_path / f"p.{suffix}", transparency=0)
        pixels = opened(tmp_path / f"p.{suffix}")
        assert pixels[0, 0].tolist() == [128, 128, 128]
        assert pixels[1, 1].tolist() == [0, 255, 0]
    Image.new("L", (4, 4), 7).save(tmp_path / "l.png", transparency=7)
    assert opened(tmp_path / "l.png")[0, 0].tolist() == [128, 128, 128]


def sixteen_bit_png(path, values, colour_type):
    """Pillow reads 16-bit colour but does not write it."""
    height, width = values.shape[:2]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 16, colour_type, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(("colour_type", "channels"), [(0, 1), (2, 3), (4, 2), (6, 4)])
def test_that_sixteen_bit_png_is_scaled_to_eight_bits(tmp_path, colour_type, channels):
    values = np.full((4, 5, channels), 65535)
    values[..., 0] = np.linspace(0, 65535, 20).reshape(4, 5)
    sixteen_bit_png(tmp_path / "a.png", values, colour_type)
    assert np.abs(opened(tmp_path / "a.png")[..., 0] - values[..., 0] / 257).max() <= 1


@pytest.mark.parametrize("order", ["<u2", ">u2"])
def test_that_sixteen_bit_tiff_is_scaled_and_not_clipped(tmp_path, order):
    values = np.linspace(0, 65535, 64).reshape(8, 8).astype(order)
    Image.fromarray(values).save(tmp_path / "a.tif")
    assert np.abs(opened(tmp_path / "a.tif")[..., 0] - values / 257).max() <= 1


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (np.array([[0, 0.5, 1]], np.float32), [0, 128, 255]),
        (np.array([[0, 100, 255]], np.float32), [0, 100, 255]),
        (np.array([[-2, 0, 2]], np.float32), [0, 128, 255]),
        (np.array([[np.nan, 0, 1]], np.float32), [128, 0, 255]),
        (np.array([[7000, 7000, 7000]], np.float32), [0, 0, 0]),
        (np.array([[0, 32768, 65535]], np.int32), [0, 128, 255]),
        (np.array([[-100, 0, 100]], np.int32), [0, 128, 255]),
    ],
)
def test_that_32_bit_tiff_is_scaled_by_its_range(tmp_path, values, expected):
    Image.fromarray(values).save(tmp_path / "a.tif")
    assert opened(tmp_path / "a.tif")[0, :, 1].tolist() == expected


def test_that_cmyk_jpeg_and_tiff_keep_their_colours(tmp_path):
    colours = np.zeros((16, 48, 3), np.uint8)
    colours[:, :16], colours[:, 16:32], colours[:, 32:] = (255, 0, 0), (255, 255, 255), (0, 0, 128)
    for suffix in ("jpg", "tif"):
        path = tmp_path / f"a.{suffix}"
        Image.fromarray(colours).convert("CMYK").save(path)
        assert np.abs(opened(path).astype(int) - colours).mean() < 4


def test_that_a_broken_cmyk_profile_falls_back_to_the_plain_formula(tmp_path):
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.tif", icc_profile=b"no profile at all")
    assert opened(tmp_path / "a.tif")[0, 0].tolist() == [255, 0, 0]


def test_that_a_profile_of_another_colour_space_falls_back_too(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("CMYK", (8, 8), (0, 255, 255, 0)).save(tmp_path / "a.tif", icc_profile=profile)
    assert opened(tmp_path / "a.tif")[0, 0].tolist() == [255, 0, 0]


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_that_large_pictures_are_shrunk_to_2048_and_keep_their_aspect(tmp_path, suffix):
    path = tmp_path / f"a.{suffix}"
    Image.fromarray(gradient(32, 64)).resize((4100, 1025)).save(path, compress_level=1)
    pixels = opened(path)
    assert pixels.shape == (512, 2048, 3)
    small = np.asarray(Image.fromarray(gradient(32, 64)).resize((2048, 512)))
    assert np.abs(pixels.astype(int) - small).mean() < 3


def test_that_a_very_thin_picture_stays_at_least_a_pixel_wide():
    assert from_image(Image.new("RGB", (1, 9000)), "thin").image.size == (1, 2048)


@given(SMALL)
def test_that_an_array_comes_back_to_the_pixel(pixels):
    picture = from_array(pixels, "pasted")
    np.testing.assert_array_equal(np.asarray(picture.image), pixels)
    assert picture.path is None


@given(SMALL)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_that_the_digest_is_the_same_from_array_and_file(tmp_path, pixels):
    path = tmp_path / "a.png"
    Image.fromarray(pixels).save(path)
    assert open_picture(path) == from_array(pixels, "other name")


@given(SMALL, SMALL)
def test_that_other_pixels_give_another_digest(one, other):
    same = one.shape == other.shape and (one == other).all()
    assert (from_array(one, "a").digest == from_array(other, "a").digest) == same


def test_that_shape_counts_in_the_digest():
    pixels = np.arange(36, dtype=np.uint8).reshape(2, 6, 3)
    assert from_array(pixels, "a") != from_array(pixels.reshape(3, 4, 3), "a")


def test_that_an_array_with_alpha_is_composited():
    pixels = np.full((2, 2, 4), 255, np.uint8)
    pixels[0, 0, 3] = 0
    result = np.asarray(from_array(pixels, "a").image)
    assert result[0, 0].tolist() == [128, 128, 128]
    assert result[1, 1].tolist() == [255, 255, 255]


def test_that_a_non_contiguous_array_is_taken():
    pixels = gradient()[::-2, ::3]
    np.testing.assert_array_equal(np.asarray(from_array(pixels, "a").image), pixels)


@pytest.mark.parametrize(
    "pixels",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3), np.float32), np.zeros((0, 4, 3), np.uint8)],
)
def test_that_other_arrays_are_refused(pixels):
    with pytest.raises(PictureError, match="patch"):
        from_array(pixels, "patch")


def test_that_the_callers_image_is_not_shared():
    image = Image.new("RGB", (4, 4))
    picture = from_image(image, "a")
    image.putpixel((0, 0), (9, 9, 9))
    assert picture.image.getpixel((0, 0)) == (0, 0, 0)


def test_that_a_thumbnail_fits_the_side_and_is_never_enlarged():
    picture = from_array(gradient(24, 32), "a")
    assert thumbnail(picture, 16).shape == (12, 16, 3)
    assert thumbnail(picture, 100).shape == (24, 32, 3)
    assert picture.image.size == (32, 24)


def test_that_every_shared_picture_opens(shared):
    files = [path for path in sorted((shared / "images").iterdir()) if path.suffix != ".json"]
    for path in files:
        picture = open_picture(path)
        assert max(picture.image.size) <= 2048
        assert np.asarray(picture.image).std() > 1
    assert len(files) >= 38
