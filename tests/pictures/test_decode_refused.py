"""Files that are no pictures, damaged ones, and pictures too large to be opened."""

from __future__ import annotations

import contextlib
import struct

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.network.errors import InspectorError
from inspector.pictures import decode
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import PictureError
from tests.pictures.drawn import gradient, opened


def whole_file(tmp_path, suffix):
    path = tmp_path / f"whole.{suffix}"
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(path)
    return path.read_bytes()


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif", "bmp", "tiff"])
def test_that_a_truncated_file_is_refused_by_name(tmp_path, suffix):
    data = whole_file(tmp_path, suffix)
    path = tmp_path / f"cut.{suffix}"
    for part in (0.02, 0.4, 0.8):
        path.write_bytes(data[: int(len(data) * part)])
        with pytest.raises(PictureError, match=rf"cut\.{suffix} is .*\.$"):
            open_picture(path)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_that_a_damaged_file_opens_or_is_refused_but_nothing_else(tmp_path, data):
    suffix = data.draw(st.sampled_from(["png", "jpg", "webp", "gif", "bmp", "tiff"]))
    damaged = bytearray(whole_file(tmp_path, suffix))
    for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    path = tmp_path / f"damaged.{suffix}"
    path.write_bytes(damaged)
    with contextlib.suppress(PictureError):
        assert open_picture(path).image.mode == "RGB"


def bmp_header(path, width, height):
    path.write_bytes(
        b"BM"
        + struct.pack("<IHHI", 54, 0, 0, 54)
        + struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, *[0] * 6)
    )


@pytest.mark.parametrize(("width", "height"), [(10_001, 10_000), (20_000, 10_000), (60_000, 60_000)])
def test_that_a_huge_picture_is_refused_before_it_is_decoded(tmp_path, monkeypatch, width, height):
    bmp_header(tmp_path / "huge.bmp", width, height)
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    with pytest.raises(PictureError, match=r"huge\.bmp is too large.*100 megapixels"):
        open_picture(tmp_path / "huge.bmp")


def test_that_the_bound_itself_is_still_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(decode, "MAX_PIXELS", 24 * 32)
    Image.fromarray(gradient()).save(tmp_path / "a.png")
    assert opened(tmp_path / "a.png").shape == (24, 32, 3)
    monkeypatch.setattr(decode, "MAX_PIXELS", 24 * 32 - 1)
    with pytest.raises(PictureError, match="too large"):
        open_picture(tmp_path / "a.png")


def test_that_what_is_no_picture_is_refused_with_the_reason(tmp_path):
    (tmp_path / "empty.png").touch()
    (tmp_path / "notes.png").write_text("These are notes.")
    (tmp_path / "vector.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (tmp_path / "page.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    (tmp_path / "folder.png").mkdir()
    reasons = {
        "empty.png": "is empty",
        "notes.png": "is no picture",
        "vector.svg": "is no picture",
        "page.eps": "is no picture",
        "folder.png": "is a folder",
        "missing.png": "does not exist",
        "null\0.png": "does not exist",
    }
    for name, reason in reasons.items():
        with pytest.raises(PictureError, match=reason) as refusal:
            open_picture(tmp_path / name)
        assert str(tmp_path / name) in str(refusal.value)
        assert isinstance(refusal.value, InspectorError)


def test_that_an_unreadable_file_is_refused_with_the_systems_reason(tmp_path, monkeypatch):
    Image.fromarray(gradient()).save(tmp_path / "a.png")

    def refuse(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Image, "open", refuse)
    with pytest.raises(PictureError, match=r"a\.png cannot be read: Permission denied\."):
        open_picture(tmp_path / "a.png")
