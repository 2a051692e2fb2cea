"""The program in German, as a process of its own: nothing that was translated is shown in English."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).with_name("german_process.py")


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """What the window shows, by kind, once the demonstration network is open."""
    home = str(tmp_path_factory.mktemp("home"))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "NEURON_INSPECTOR_LANGUAGE": "de"}
    environment |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"), home)
    done = subprocess.run(
        [sys.executable, str(_SCRIPT)], capture_output=True, text=True, timeout=240, env=environment
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_that_the_window_speaks_german(shown):
    assert shown["menus"][:4] == ["&Datei", "&Bearbeiten", "&Gehe zu", "&Aufträge"]
    assert {"Einheiten", "Graph", "Gewichte", "Notizen", "Datenbeispiele"} <= set(shown["tabs"])
    assert "Einheit" in shown["help"], "the help is German where there is a German text"


def test_that_every_menu_has_a_letter_of_its_own(shown):
    letters = [menu.partition("&")[2][:1].casefold() for menu in shown["menus"]]
    assert all(letters)
    assert len(set(letters)) == len(letters), shown["menus"]


def test_that_nothing_that_was_translated_stays_english(shown):
    assert shown["english"] == []


def test_that_no_button_and_no_tab_is_cut_off(shown):
    assert shown["cut"] == []
