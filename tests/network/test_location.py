from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.network.errors import AddressError
from inspector.network.location import Location

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
numbers = st.integers(0, 999_999_999)


@st.composite
def locations(draw: st.DrawFn) -> Location:
    depth = draw(st.integers(1, 4))
    return Location(
        draw(names),
        draw(names) if depth > 1 else None,
        draw(numbers) if depth > 2 else None,
        (draw(numbers), draw(numbers)) if depth > 3 else None,
    )


@given(locations())
def test_that_parsing_the_address_gives_the_location_back(location: Location):
    assert Location.parse(str(location)) == location


@given(locations(), st.sampled_from(["", " ", "\n", "\t "]))
def test_that_space_around_a_pasted_address_does_not_matter(location: Location, space: str):
    assert Location.parse(f"{space}{location}{space}") == location


@given(locations())
def test_that_an_address_is_one_line_of_plain_characters(location: Location):
    assert str(location).isascii()
    assert str(location).isprintable()


@given(st.text(max_size=40))
def test_that_any_text_is_an_address_or_refused_in_one_sentence(text: str):
    try:
        location = Location.parse(text)
    except AddressError:
        return
    assert Location.parse(str(location)) == location


@pytest.mark.parametrize(
    ("text", "location"),
    [
        ("demo", Location("demo")),
        ("demo/conv3", Location("demo", "conv3")),
        ("demo/conv3/17", Location("demo", "conv3", 17)),
        ("demo/conv3/17@4,5", Location("demo", "conv3", 17, (4, 5))),
        ("resnet18/layer1.0.add:1/3", Location("resnet18", "layer1.0.add:1", 3)),
        ("a%2Fb/c%40d/0", Location("a/b", "c@d", 0)),
    ],
)
def test_that_the_documented_forms_parse(text: str, location: Location):
    assert Location.parse(text) == location


def test_that_the_network_may_be_left_out_where_it_is_known():
    assert Location.parse("conv3/17@1,2", "demo") == Location("demo", "conv3", 17, (1, 2))
    assert Location.parse("demo/conv3/17", "demo") == Location("demo", "conv3", 17)


@pytest.mark.parametrize(
    "text",
    [
        "", "/", "demo/", "demo//3", "demo/conv/x", "demo/conv/-1", "demo/conv/1/2",
        "demo/conv/1@2", "demo/conv/1@a,b", "demo/conv@1,2", "demo@1,2", "demo/conv/1@1,2,3",
        "demo/conv/1@-1,2", "demo/conv/²",
    ],
)  # fmt: skip
def test_that_what_is_no_address_is_refused_with_an_example(text: str):
    with pytest.raises(AddressError, match="network/node/unit"):
        Location.parse(text)
