"""Two recipes are one where they make the same, and only then."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from inspector.workspace.recipe import canonical, recipe_digest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_that_the_digest_is_what_it_was_in_the_first_version():
    recipe = {"lens": "feature-visualization", "unit": 3, "rate": 0.05, "name": "é", "position": (1, None)}
    assert canonical(recipe) == (
        '{"lens":"feature-visualization","name":"é","position":[1,null],"rate":0.05,"unit":3}'
    )
    assert recipe_digest(recipe) == "c11e042dd9530d35d91213177b19567ce5e03070534b1394cd4624ecb71d748b"


def test_that_equal_numbers_and_tuples_and_lists_are_one():
    assert recipe_digest({"a": 1.0, "b": (1, 2)}) == recipe_digest({"b": [1.0, 2], "a": 1})


def test_that_what_is_only_told_does_not_count():
    told = {"versions": {"torch": "9"}, "batch": [1], "step": 3, "fingerprint": "x"}
    assert recipe_digest({"seed": 1, **told}) == recipe_digest({"seed": 1})
    assert recipe_digest({"inner": told}) != recipe_digest({"inner": {}})


def test_that_of_a_picture_only_the_digest_counts():
    one, other = ({"digest": "abc", "name": name, "path": name} for name in "xy")
    assert recipe_digest({"pictures": [one]}) == recipe_digest({"pictures": [other]})
    assert recipe_digest({"pictures": [one]}) != recipe_digest({"pictures": [{**one, "digest": "abd"}]})


def test_that_yes_is_not_one():
    assert recipe_digest({"a": True}) != recipe_digest({"a": 1})


@given(st.dictionaries(st.text(), JSON, max_size=4), st.randoms())
def test_that_the_order_of_keys_does_not_count(recipe, chance):
    keys = list(recipe)
    chance.shuffle(keys)
    assert canonical({key: recipe[key] for key in keys}) == canonical(recipe)


@given(JSON, JSON)
def test_that_different_values_differ(one, other):
    def marked(value):
        if isinstance(value, dict):
            return {key: marked(item) for key, item in value.items()}
        if isinstance(value, list):
            return [marked(item) for item in value]
        return (isinstance(value, bool), value)

    assert (canonical(one) == canonical(other)) == (marked(one) == marked(other))
