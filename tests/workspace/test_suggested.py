"""Suggestions beside what was said: offered, accepted, rejected, remembered."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.lenses.suggestions import Suggestion
from inspector.workspace.suggested import accepted, offered, rejected
from inspector.workspace.taxonomy import Group, Rejected, Taxonomy
from inspector.workspace.taxonomy_json import fitting, merged


def suggestion(*units, by="tuning", name="Oriented", node="n"):
    return Suggestion(name, by, node, tuple((unit, 0.5) for unit in units), "OSI above 0.5.")


def test_that_an_accepted_suggestion_is_an_ordinary_group_that_says_where_it_comes_from():
    taxonomy = accepted(suggestion(3, 1), Taxonomy())
    assert taxonomy.groups == {"Oriented": Group("Suggested. OSI above 0.5.", {"n/3": 0.5, "n/1": 0.5})}
    assert list(taxonomy.groups["Oriented"].members) == ["n/3", "n/1"]  # along their angle
    assert offered([suggestion(1, 3), suggestion(1)], taxonomy) == ()


def test_that_accepting_leaves_what_a_person_said_of_the_group():
    mine = Taxonomy().with_group("Oriented", Group("mine", {"n/1": 1.0, "m/9": 0.2}))
    group = accepted(suggestion(3, 1), mine).groups["Oriented"]
    assert (group.comment, dict(group.members)) == ("mine", {"n/1": 1.0, "m/9": 0.2, "n/3": 0.5})


def test_that_a_rejected_suggestion_is_not_offered_again():
    first, other = suggestion(1, 2, 3, 4), suggestion(7, 8)
    taxonomy = rejected(first, Taxonomy())
    assert taxonomy.rejected == {Rejected("tuning", "n", (1, 2, 3, 4))}
    assert offered([first, other], taxonomy) == (other,)
    nearly, half = suggestion(4, 3, 2, 1, 5), suggestion(1, 2, 9)
    assert offered([nearly, half], taxonomy) == (half,)
    same_units = [suggestion(1, 2, 3, 4, by="kernels"), suggestion(1, 2, 3, 4, node="m")]
    assert offered(same_units, taxonomy) == tuple(same_units)


def test_that_units_in_one_group_already_are_not_suggested_but_those_in_two_are():
    taxonomy = Taxonomy().with_members("A", ["n/1", "n/2", "n/3"]).with_members("B", ["n/4"])
    assert offered([suggestion(1, 2), suggestion(3, 4)], taxonomy) == (suggestion(3, 4),)


def test_that_rejections_travel_with_the_taxonomy():
    one, two = rejected(suggestion(1, 2), Taxonomy()), rejected(suggestion(90, 2), Taxonomy())
    assert merged(one, two).rejected == one.rejected | two.rejected
    assert fitting(merged(one, two), {"n": 10}).taxonomy.rejected == one.rejected


UNITS = st.lists(st.integers(0, 9), min_size=1, max_size=5, unique=True)


@given(st.lists(UNITS, max_size=4), UNITS)
def test_that_whatever_was_refused_or_taken_is_over(before, units):
    taxonomy = Taxonomy()
    for others in before:
        taxonomy = rejected(suggestion(*others), taxonomy)
    one = suggestion(*units)
    for said in (rejected(one, taxonomy), accepted(one, taxonomy)):
        assert offered([one], said) == ()
