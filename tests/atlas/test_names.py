"""Folder names are valid everywhere and tell all names apart."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from inspector.atlas.names import folder_name

NAMES = st.text(min_size=1, max_size=300)
DEVICES = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


def decoded(folder: str) -> str:
    """The name of a folder, by an own reading of the rule."""
    pieces = re.findall(r"~(\d{3})|~([a-z])|([a-z0-9._-])", folder)
    data = b"".join(
        bytes([int(byte)]) if byte else (capital.upper() or plain).encode() for byte, capital, plain in pieces
    )
    return data.decode("utf-8", "surrogatepass")


@settings(deadline=None)
@given(NAMES)
@example("con.bn1")
@example("NUL")
@example("..")
@example("Mixed_5b/branch:1 ")
@example("é")
@example("e\u0301")
def test_that_a_folder_is_valid_on_every_file_system(name):
    folder = folder_name(name)
    assert re.fullmatch(r"[a-z0-9~_-][a-z0-9~._-]*", folder)
    assert len(folder) <= 64
    assert not folder.endswith(".")
    assert folder.split(".")[0] not in DEVICES
    assert unicodedata.normalize("NFC", folder) == folder == folder.casefold()


@settings(deadline=None)
@given(NAMES)
def test_that_short_names_can_be_read_back_and_long_ones_end_in_a_digest(name):
    folder = folder_name(name)
    if "~~" in folder:
        assert re.fullmatch(r".*~~[0-9a-f]{16}", folder)
        assert len(name.encode("utf-8", "surrogatepass")) * 4 > 64
    else:
        assert decoded(folder) == name


@settings(deadline=None)
@given(st.lists(NAMES, unique=True, min_size=2, max_size=30))
def test_that_names_never_meet(names):
    assert len({folder_name(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A", "a"),
        ("é", "e\u0301"),
        ("a/b", "a~047b"),
        ("x" * 200, "x" * 201),
        ("con", "~099on"),
        ("a.", "a~046"),
    ],
)
def test_that_names_alike_to_a_file_system_are_told_apart(one, other):
    assert folder_name(one) != folder_name(other)


def test_that_common_names_stand_for_themselves():
    assert folder_name("layer4.1.conv2") == "layer4.1.conv2"
    assert folder_name("relu:1") == "relu~0581"
    assert folder_name("Mixed_5b.branch1x1") == "~mixed_5b.branch1x1"


@pytest.mark.parametrize("name", ["files", "index.html", "network.json"])
def test_that_a_node_never_takes_the_place_of_our_files(name):
    assert folder_name(name) != name
