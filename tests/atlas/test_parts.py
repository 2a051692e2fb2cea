"""The parts that pages are made of: notes, pictures, plots, numbers."""

from __future__ import annotations

import base64
import io
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from inspector.atlas.maps import heat_map, kernel
from inspector.atlas.markdown import markdown
from inspector.atlas.plots import histogram, tuning_curve
from inspector.atlas.render import breakable
from inspector.atlas.shown_pictures import squared
from inspector.atlas.sprites import COLUMNS, ROWS, Sprite, contact, sheet, sheet_of
from inspector.atlas.tiles import tile
from inspector.atlas.words import percent, rounded, short

SHARE = st.floats(0, 1)


def pixels(address: str) -> np.ndarray:
    """The pixels of a picture that stands in its address."""
    with Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))) as image:
        return np.asarray(image.convert("RGB"))


def opened(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("one\ntwo\n\nthree", "<p>one<br>two</p><p>three</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        (
            "**bold** and *soft* and `code`",
            "<p><strong>bold</strong> and <em>soft</em> and <code>code</code></p>",
        ),
        ("# Head", "<p><strong>Head</strong></p>"),
        ("3 * 4 * 5 snake_case_name", "<p>3 * 4 * 5 snake_case_name</p>"),
        ("[text](https://a.b/c)", '<p><a href="https://a.b/c" rel="noopener">text</a></p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<b>&", "<p>&lt;b&gt;&amp;</p>"),
        ("", ""),
    ],
)
def test_that_notes_become_harmless_html(text, html):
    assert markdown(text) == html


@settings(deadline=None)
@given(st.text(alphabet="<>&\"'`*_[]()#-\n aé:/httpsjavcript", max_size=80))
def test_that_no_note_brings_tags_of_its_own(text):
    tags = set(re.findall(r"</?([a-zA-Z]+)", str(markdown(text))))
    assert tags <= {"p", "br", "ul", "li", "strong", "em", "code", "a"}
    assert not re.search(r"<(?!/?(p|br|ul|li|strong|em|code|a)\b)", str(markdown(text)))
    assert all(address.startswith("http") for address in re.findall(r'href="([^"]*)"', str(markdown(text))))


@settings(deadline=None)
@given(SHARE, SHARE, SHARE, SHARE, st.integers(8, 400), st.integers(8, 400))
def test_that_a_cut_is_square_within_the_picture_and_holds_the_middle(a, b, c, d, width, height):
    left, right, top, bottom = min(a, b), max(a, b), min(c, d), max(c, d)
    x0, y0, x1, y1 = squared((left, top, right, bottom), width, height)
    assert (x1 - x0) * width == pytest.approx((y1 - y0) * height, abs=1e-6)
    assert min(x0, y0) >= -1e-9
    assert max(x1, y1) <= 1 + 1e-9
    assert x0 - 1e-9 <= (left + right) / 2 <= x1 + 1e-9 or (right - left) * width > min(width, height)


def test_that_a_tile_is_shown_where_its_unit_stands():
    """Against the pixels of the sheet, as CSS reads background positions in percent."""
    rng = np.random.default_rng(0)
    units = {unit: np.full((16, 16, 3), rng.integers(0, 255, 3), np.uint8) for unit in range(64)}
    for unit in (0, 7, 8, 31, 32, 45, 63):
        number, _ = sheet_of(unit)
        canvas = opened(sheet({sheet_of(u)[1]: p for u, p in units.items() if sheet_of(u)[0] == number}, 16))
        css = tile("node", "channel", unit)
        assert f"channel-{number}.webp" in css
        across, down = (
            float(share) / 100 for share in re.findall(r"([\d.]+)%", css.partition("position")[2])
        )
        x, y = across * (COLUMNS - 1) * 16, down * (ROWS - 1) * 16
        shown = canvas[round(y) + 4 : round(y) + 12, round(x) + 4 : round(x) + 12].mean((0, 1))
        assert np.abs(shown - units[unit][0, 0]).max() < 12


def test_that_a_stimulus_is_found_in_its_sprite():
    pictures = [np.full((20, 20, 3), 10 * number, np.uint8) for number in range(12)]
    canvas = opened(contact(pictures, 4, 10))
    sprite = Sprite("s.webp", 4, 3)
    across, down = (float(share) / 100 for share in re.findall(r"([\d.]+)%", sprite.at(6)))
    assert int(canvas[round(down * 20) + 5, round(across * 30) + 5, 0]) == pytest.approx(60, abs=4)
    assert sprite.size == "400% 300%"
    assert Sprite("s.webp", 1, 1).at(0) == "0% 0%"


def test_that_kernels_are_red_where_they_excite_and_blue_where_they_inhibit():
    shown = pixels(kernel(np.array([[1.0, -1.0], [0.0, 0.5]]), 1.0))
    assert shown[0, 0].tolist() == [202, 0, 32]
    assert shown[0, 1].tolist() == [5, 113, 176]
    assert shown[1, 0].tolist() == [255, 255, 255]
    assert (shown[1, 1] > shown[0, 0]).all()


def test_that_a_curve_runs_through_its_points_and_breaks_at_gaps():
    response = np.array([0.0, 1.0, np.nan, 3.0, 2.0])
    drawn = tuning_curve(np.arange(5.0), response, 0.5, "size (px)", "told")
    path = re.search(r'class="curve" d="([^"]*)"', drawn)[1]
    assert path.count("M") == 2
    points = [tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.]+) ([\d.]+)", path)]
    assert len(points) == 4
    heights = [y for _, y in points]
    assert heights[0] > heights[1] > heights[3] > heights[2], "larger is higher"
    peak = re.search(r'class="peak" cx="([\d.]+)" cy="([\d.]+)"', drawn)
    assert (float(peak[1]), float(peak[2])) == points[2]
    assert 'class="baseline"' in drawn
    assert 'aria-label="told"' in drawn


def test_that_bars_of_a_histogram_tell_signs_apart_and_empty_bins_are_not_drawn():
    drawn = histogram(np.array([-1.0, 0, 1, 2, 3]), np.array([9, 99, 0, 9]), "told")
    above, below = (re.search(rf'class="{kind}" d="([^"]*)"', drawn)[1] for kind in ("bar", "bar below"))
    assert (above.count("M"), below.count("M")) == (2, 1)
    tops = [float(top) for top in re.findall(r"V([\d.]+)H", above)]
    assert tops[0] < tops[1], "more places, a higher bar"


def test_that_a_heat_map_is_brightest_where_the_answer_is_strongest():
    response = np.zeros((3, 4))
    response[2, 1] = 1.0
    drawn = heat_map(response, [(np.arange(3.0), "across"), (np.arange(4.0), "up")], "told")
    cells = pixels(re.search(r'class="cells"[^>]*href="([^"]*)"', drawn)[1]).astype(int)
    assert cells.shape == (4, 3, 3)
    assert np.unravel_index(cells.sum(2).argmax(), (4, 3)) == (2, 2)  # counted from above: 3 - 1


def test_that_constant_and_missing_answers_are_drawn_too():
    for response in (np.full(4, 2.0), np.full(4, np.nan)):
        assert "<svg" in tuning_curve(np.arange(4.0), response, np.nan, "x", "told")
    assert "<svg" in heat_map(np.full((2, 2), np.nan), [(np.arange(2.0), "a"), (np.arange(2.0), "b")], "told")


def test_that_numbers_are_written_short():
    assert [short(value) for value in (0.12345, -2.0, 1234.5, None, float("nan"))] == [
        "0.123",
        "−2",
        "1230",
        "–",
        "–",
    ]
    assert (rounded(0.123456), rounded(float("inf"))) == (0.1235, None)
    assert (percent(0.5), percent(float("nan"))) == ("50 %", "–")


def test_that_long_names_break_behind_their_dots_and_stay_escaped():
    assert breakable("features.4.squeeze_activation") == "features.<wbr>4.<wbr>squeeze_<wbr>activation"
    assert breakable("<b>..x") == "&lt;b&gt;..<wbr>x"
    assert breakable("plain") == "plain"
    assert breakable("") == ""
