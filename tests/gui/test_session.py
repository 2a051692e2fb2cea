"""The session: walking, history, pictures."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PIL import Image

from inspector.gui.session import Session
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.pictures.picture import Picture


@pytest.fixture
def session(qtbot) -> Session:
    nodes = {
        "conv": SimpleNamespace(name="conv", units=8, map_shape=(5, 6)),
        "flat": SimpleNamespace(name="flat", units=0, map_shape=()),
    }
    session = Session()
    session.set_network(SimpleNamespace(name="net", nodes=nodes), Location("net", "conv", 0))
    return session


def picture(name: str) -> Picture:
    return Picture(name, name, Image.new("RGB", (2, 2)))


def test_that_back_and_forward_follow_the_way_that_was_walked(session):
    session.go_to_unit(3)
    session.go_to_unit(5)
    session.back()
    assert session.location == Location("net", "conv", 3)
    session.back()
    assert session.location == Location("net", "conv", 0)
    assert not session.can_go_back
    session.forward()
    session.forward()
    assert session.location == Location("net", "conv", 5)
    assert not session.can_go_forward


def test_that_a_new_step_after_going_back_forgets_the_way_forward(session):
    session.go_to_unit(3)
    session.back()
    session.go_to_unit(7)
    assert not session.can_go_forward


def test_that_going_where_one_is_leaves_no_trace(session, qtbot):
    with qtbot.assertNotEmitted(session.location_changed):
        session.go(Location("net", "conv", 0))
    assert not session.can_go_back


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        (Location("other", "conv", 0), "“other” is not open"),
        (Location("net", "nowhere"), "no node “nowhere”"),
        (Location("net", "conv", 8), "its units are 0 to 7"),
        (Location("net", "flat", 0), "it has no units"),
        (Location("net", "conv", 1, (5, 0)), "outside"),
    ],
)
def test_that_a_place_that_is_not_there_is_refused_with_the_reason(session, location, reason):
    with pytest.raises(AddressError, match=reason):
        session.go(location)
    assert session.location == Location("net", "conv", 0)


def test_that_a_node_is_entered_at_its_first_unit_where_it_has_any(session):
    session.go_to_node("flat")
    assert session.location == Location("net", "flat")
    session.go_to_node("conv")
    assert session.location == Location("net", "conv", 0)


def test_that_the_first_of_new_pictures_becomes_the_current_one(session, qtbot):
    with qtbot.waitSignal(session.picture_changed):
        session.add_pictures([picture("a"), picture("b")])
    assert session.picture.name == "a"


def test_that_removing_the_current_picture_moves_to_its_neighbour(session):
    session.add_pictures([picture("a"), picture("b"), picture("c")])
    session.choose_picture("b")
    session.remove_picture("b")
    assert session.picture.name == "c"
    session.remove_picture("c")
    assert session.picture.name == "a"
    session.remove_picture("a")
    assert session.picture is None
