"""The command `export`."""

from __future__ import annotations

import pytest


def test_that_a_unit_is_written_as_one_page(call, tmp_path):
    done = call(
        "export", "tiny", "2/3", "--out", tmp_path / "unit.html", "--family", "hue", "--only-kept", "--json"
    )
    assert done.status == 0, done.errors
    assert done.json()["file"] == str(tmp_path / "unit.html")
    assert done.json()["bytes"] == (tmp_path / "unit.html").stat().st_size
    text = (tmp_path / "unit.html").read_text(encoding="utf-8")
    assert "tiny/2/3" in text
    assert "Hue" in text
    assert call("export", "tiny", "2", "--out", tmp_path / "node.html", "--family", "hue").status == 0
    assert (tmp_path / "node.html").read_text(encoding="utf-8").count('class="unit"') == 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "Name a unit or node"),
        (("2/3", "--group", "x"), "Name a unit or node"),
        (("2/9",), "9 is none"),
        (("--group", "x"), "has no group “x”: there are none yet."),
    ],
)
def test_that_what_is_not_there_is_said_in_a_line(call, tmp_path, words, sentence):
    done = call("export", "tiny", *words, "--out", tmp_path / "page.html")
    assert done.status == 1
    assert len(done.errors) == 1
    assert sentence in done.errors[0]
    assert not (tmp_path / "page.html").exists()
