"""Searching units by their indices."""

import numpy as np
import pytest

from inspector.lenses.tuning.query import resolve
from inspector.lenses.tuning.search import parse
from inspector.network.errors import InspectorError

NAN = float("nan")
TABLE = {
    "preferred orientation (deg)": np.array([10, 90, 170, NAN], np.float32),
    "orientation half width (deg)": np.array([10, 20, 30, NAN], np.float32),
    "OSI": np.array([0.9, 0.5, 0.7, NAN], np.float32),
    "circular variance": np.array([0.1, 0.6, 0.4, NAN], np.float32),
    "preferred radius (px)": np.array([12, 8, 25, NAN], np.float32),
    "radius bandwidth (octaves)": np.array([1, 2, NAN, NAN], np.float32),
    "F1/F0": np.array([0.2, 1.6, 1.0, NAN], np.float32),
    "colour selectivity": np.array([0, 1, 0.5, NAN], np.float32),
}


def units(text):
    return np.flatnonzero(parse(text).matches(TABLE)).tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSI > 0.6", [0, 2]),
        ("OSI > 0.6 and preferred radius < 20", [0]),
        ("OSI > 0.6 and radius < 20", [0]),
        ("osi>.6 AND Radius<20", [0]),
        ("OSI > 0.6 or F1/F0 > 1", [0, 1, 2]),
        ("f1 >= 1", [1, 2]),
        ("not OSI > 0.6", [1, 3]),
        ("not (OSI > 0.6 or F1/F0 > 1.5) and radius > 0", []),
        ("OSI < 0.6 or OSI > 0.6 and radius > 20", [1, 2]),  # "and" binds closer
        ("(OSI < 0.6 or OSI > 0.6) and radius > 20", [2]),
        ("preferred orientation (deg) = 90", [1]),
        ("orientation half width ≤ 20 deg", [0, 1]),
        ("half width <= 20°", [0, 1]),
        ("variance < 0.5", [0, 2]),
        ("color selectivity != 0.5", [0, 1]),
        ("bandwidth > -1e1", [0, 1]),
        ("bandwidth > −1 octaves", [0, 1]),
        ("OSI = 0.7", [2]),  # as written, though float32 holds it a little off
    ],
)
def test_that_a_query_finds_its_units(text, expected):
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing to look for"),
        ("OSI", "a sign like “>” is missing after “OSI”"),
        ("OSI >", "a number is missing after “OSI >”"),
        ("OSI > high", "a number is missing after “OSI >”"),
        ("> 3", "the name of an index is missing"),
        ("OSI > 0.5 and", "the name of an index is missing"),
        ("(OSI > 0.5", "a bracket is not closed"),
        ("OSI > 0.5)", "“and” or “or” is missing before “\\)”"),
        ("OSI > 0.5 (radius < 3)", "“and” or “or” is missing before “\\(”"),
        ("OSI ! 3", "“!” means nothing here"),
        ("DSI > 0.5", "no index “DSI”; there are preferred orientation \\(deg\\), .*colour selectivity"),
        ("r > 3", "“r” could be preferred radius \\(px\\) or radius bandwidth \\(octaves\\)"),
        (
            "preferred > 3",
            "“preferred” could be preferred orientation \\(deg\\) or preferred radius \\(px\\)",
        ),
        ("radius < 3 deg", "preferred radius \\(px\\) is in px: “deg” does not fit"),
        ("OSI > 0.5 radius", "OSI is a plain number: “radius” does not fit"),
    ],
)
def test_that_what_does_not_read_is_refused_in_one_sentence(text, said):
    with pytest.raises(InspectorError, match=said) as caught:
        units(text)
    assert "\n" not in str(caught.value)


def test_that_a_table_without_indices_says_so():
    with pytest.raises(InspectorError, match="there are none yet"):
        parse("OSI > 1").matches({})


def test_that_a_whole_name_wins_over_names_that_begin_like_it():
    assert resolve("hue", {"hue": [0], "hue selectivity": [0], "preferred hue (deg)": [0]}) == "hue"
