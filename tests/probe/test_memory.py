"""Raising malloc's thresholds."""

from __future__ import annotations

import platform

import pytest

from inspector.probe import memory


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc's malloc has these thresholds")
def test_that_glibc_takes_both_thresholds():
    assert memory.raise_malloc_thresholds()


@pytest.mark.parametrize("name", ["musl", "", "libc"])
def test_that_another_c_library_is_left_alone(monkeypatch, name):
    monkeypatch.setattr(memory.platform, "libc_ver", lambda: (name, "1"))
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda *args: pytest.fail("the library was looked into"))
    assert not memory.raise_malloc_thresholds()


def test_that_a_missing_mallopt_is_no_error(monkeypatch):
    monkeypatch.setattr(memory.platform, "libc_ver", lambda: ("glibc", "2.36"))
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda *args: object())
    assert not memory.raise_malloc_thresholds()


def test_that_a_refused_threshold_is_told(monkeypatch):
    class Library:
        @staticmethod
        def mallopt(name: int, value: int) -> int:
            return 1 if name == -3 else 0

    monkeypatch.setattr(memory.platform, "libc_ver", lambda: ("glibc", "2.36"))
    monkeypatch.setattr(memory.ctypes, "CDLL", lambda *args: Library)
    assert not memory.raise_malloc_thresholds()
