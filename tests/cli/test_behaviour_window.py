"""The bare form and the tour, which show the window, with and without a display."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from inspector.cli import main, window
from inspector.network.errors import InspectorError


@pytest.fixture
def app(monkeypatch):
    """In place of the window: what it was asked for."""
    asked = []
    stand_in = SimpleNamespace(
        run_window=lambda *words, **options: asked.append((words, options)) or 0,
        run_tour=lambda *words: asked.append(words) or 0,
    )
    monkeypatch.setattr(window, "_app", lambda: stand_in)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


@pytest.mark.parametrize(
    ("words", "network", "pictures", "fresh"),
    [
        ([], None, [], False),
        (["resnet18"], "resnet18", [], False),
        (["resnet18=w.pth", "a.png", "folder"], "resnet18=w.pth", ["a.png", "folder"], False),
        (["a.PNG", "b.jpg"], None, ["a.PNG", "b.jpg"], False),
        (["--fresh", "demo"], "demo", [], True),
    ],
)
def test_that_the_bare_form_opens_the_window(app, words, network, pictures, fresh):
    assert main(words) == 0
    assert app == [((network, pictures), {"fresh": fresh, "address": ""})]


def test_that_a_tour_is_given_its_network_pictures_and_folder(app, tmp_path):
    assert main(["tour", "resnet18", "a.png", "--out", str(tmp_path)]) == 0
    assert main(["tour"]) == 0
    assert app == [("resnet18", tmp_path, ["a.png"]), ("demo", Path("tour"), None)]


@pytest.fixture
def no_display(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_that_without_a_display_the_window_says_what_to_do(app, no_display, monkeypatch, capsys):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert main([]) == 1
    assert "QT_QPA_PLATFORM=offscreen" in capsys.readouterr().err
    assert app == []


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_that_a_display_is_enough(app, monkeypatch, no_display, name):
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv(name, ":0")
    monkeypatch.setattr("inspector.cli.display._loads", lambda library: True)
    monkeypatch.setattr("inspector.cli.display._answers", lambda: True)
    assert main([]) == 0


def test_that_a_tour_without_a_display_runs_unseen(app, no_display, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    assert main(["tour"]) == 0
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_that_qt_missing_a_library_of_the_system_is_said(monkeypatch):
    monkeypatch.setitem(sys.modules, "inspector.app", None)
    monkeypatch.delattr("inspector.app", raising=False)
    with pytest.raises(InspectorError, match="The window cannot be shown"):
        window._app()
