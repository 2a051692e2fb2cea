"""Settings: what is written comes back; what is broken costs nothing but itself."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.settings import Settings, load


# A loaded machine draws slowly, which says nothing of the settings.
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    st.builds(
        Settings,
        theme=st.sampled_from(["system", "light", "dark", "contrast"]),
        language=st.sampled_from(["system", "en", "de"]),
        network=st.text(),
        location=st.text(),
        lens=st.sampled_from(["activations", "feature-visualization", "weights"]),
        recent=st.lists(st.text()),
        tile=st.integers(1, 999),
        layout=st.dictionaries(st.text(), st.text()),
    )
)
def test_that_settings_come_back_as_they_were_saved(tmp_path_factory, settings):
    file = tmp_path_factory.mktemp("settings") / "deep" / "settings.json"
    settings.save(file)
    assert load(file) == settings


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"x"', "\x00"])
def test_that_a_broken_file_gives_the_defaults(tmp_path, text):
    file = tmp_path / "settings.json"
    file.write_text(text)
    assert load(file) == Settings()


def test_that_values_of_the_wrong_kind_and_of_settings_that_are_no_more_are_passed_over(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text(
        json.dumps({"theme": "pink", "tile": "big", "lens": "x", "network": "demo2", "feature_steps": 9})
    )
    assert load(file) == Settings(network="demo2")


def test_that_a_folder_that_cannot_be_written_is_logged_and_loses_nothing(tmp_path, caplog):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    Settings().save(blocked / "settings.json")
    assert "could not be written" in caplog.text
    assert blocked.read_text() == "in the way"


def test_that_a_network_opened_again_moves_to_the_front_of_the_recent_ones():
    settings = Settings(recent=["a", "b", "c"])
    settings.remember_network("b")
    assert settings.recent == ["b", "a", "c"]
