"""Why no window can be shown, said before Qt would end the process."""

from __future__ import annotations

import sys

import pytest

from inspector.cli import display

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display here")


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_that_no_display_at_all_is_an_obstacle():
    assert "no display" in display.obstacle()


@pytest.mark.parametrize("name", ["QT_QPA_PLATFORM", "WAYLAND_DISPLAY"])
def test_that_a_chosen_platform_and_wayland_are_trusted(monkeypatch, name):
    monkeypatch.setenv(name, "offscreen")
    assert display.obstacle() is None


@pytest.mark.parametrize("chosen", ["", "xcb"])
def test_that_missing_libraries_are_named_by_their_packages(monkeypatch, chosen):
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("QT_QPA_PLATFORM", chosen)
    monkeypatch.setattr(display, "_loads", lambda library: "cursor" not in library)
    assert "apt install libxcb-cursor0)" in display.obstacle()


def test_that_a_display_that_does_not_answer_is_an_obstacle(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":54321")
    if not display._loads("libxcb.so.1"):
        pytest.skip("this machine has no libxcb")
    monkeypatch.setattr(display, "_loads", lambda library: True)
    assert ":54321 does not answer" in display.obstacle()
