from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.workspace.taxonomy import Group, Mark, Rejected, Taxonomy
from inspector.workspace.taxonomy_edit import TaxonomyEdit, difference

PLACES = st.sampled_from([f"n/{unit}" for unit in range(4)])
MARKS = st.builds(Mark, st.sampled_from(("", "a", "b")), st.sampled_from(("", "note")), st.booleans())
GROUPS = st.builds(
    Group, st.sampled_from(("", "why")), st.dictionaries(PLACES, st.sampled_from((0.5, 1.0)), max_size=4)
)


REJECTED = st.builds(
    Rejected, st.sampled_from(("tuning", "kernels")), st.just("n"), st.sampled_from(((0, 1), (2, 3)))
)


def made(marks: dict, groups: dict, rejected: frozenset) -> Taxonomy:
    taxonomy = Taxonomy(groups=groups, rejected=rejected)
    for place, mark in marks.items():
        taxonomy = taxonomy.with_mark(place, mark)
    return taxonomy


TAXONOMIES = st.builds(
    made,
    st.dictionaries(PLACES, MARKS, max_size=3),
    st.dictionaries(st.sampled_from("ABC"), GROUPS, max_size=3),
    st.frozensets(REJECTED, max_size=3),
)


@given(TAXONOMIES, TAXONOMIES)
def test_that_an_edit_leads_there_and_back(old, new):
    assert difference(old, new).apply(old) == new
    assert difference(new, old).apply(new) == old


@given(TAXONOMIES)
def test_that_there_is_no_edit_where_nothing_changes(taxonomy):
    assert difference(taxonomy, taxonomy) == TaxonomyEdit()
    assert not difference(taxonomy, taxonomy)


def test_that_an_edit_leaves_alone_what_another_window_has_said():
    start = Taxonomy().with_members("A", ["n/0"])
    mine = difference(start, start.with_members("A", ["n/1"]).with_mark("n/1", Mark("mine")))
    theirs = start.with_members("A", ["n/2"]).with_mark("n/2", Mark("theirs"))
    both = mine.apply(theirs)
    assert set(both.groups["A"].members) == {"n/0", "n/1", "n/2"}
    assert (both.mark("n/1").label, both.mark("n/2").label) == ("mine", "theirs")
