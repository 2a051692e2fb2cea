from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from inspector.gui.models.lru import ByteLru, bytes_of


def test_the_least_recently_used_value_goes_first():
    cache: ByteLru[str, int] = ByteLru(30)
    for number, key in enumerate("abc"):
        cache.put(key, number, 10)
    assert cache.get("a") == 0
    cache.put("d", 3, 10)
    assert cache.get("b") is None
    assert [cache.get(key) for key in "acd"] == [0, 2, 3]


def test_a_value_put_again_counts_once():
    cache: ByteLru[str, int] = ByteLru(100)
    cache.put("a", 1, 40)
    cache.put("a", 2, 50)
    assert (cache.get("a"), cache.size, len(cache)) == (2, 50, 1)


def test_discarding_and_clearing_give_the_bytes_back():
    cache: ByteLru[str, int] = ByteLru(100)
    cache.put("a", 1, 40)
    cache.put("b", 1, 30)
    cache.discard("a")
    cache.discard("never there")
    assert cache.size == 30
    cache.clear()
    assert (cache.size, len(cache)) == (0, 0)


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 40))), st.integers(40, 100))
def test_the_bound_holds_whatever_is_put(puts, cap):
    cache: ByteLru[int, int] = ByteLru(cap)
    for key, size in puts:
        cache.put(key, size, size)
        assert cache.size <= cap
        assert cache.get(key) == size
    held = [value for key in range(9) if (value := cache.get(key)) is not None]
    assert sum(held) == cache.size


def test_bytes_are_those_of_all_arrays_however_deep_they_lie():
    @dataclass(frozen=True)
    class Inner:
        array: np.ndarray
        name: str = "a"

    deep = {"first": (Inner(np.zeros(1000, np.float32)),), "second": [np.zeros((10, 10), np.uint8)]}
    assert 4100 <= bytes_of(deep) <= 4100 + 64 * 12


def test_that_a_smaller_bound_forgets_the_oldest_at_once():
    cache = ByteLru(100)
    for key in "abc":
        cache.put(key, key, 30)
    cache.resize(60)
    assert (cache.get("a"), cache.get("b"), cache.get("c"), cache.size) == (None, "b", "c", 60)
