"""What a scan says of skipped pictures can be said in another language after it was read from its file."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from inspector.saying import say
from inspector.workspace.scan_files import ABOUT, SAID, read_summary, write_summary
from tests.gui.examples_drawn import SCAN


@pytest.fixture
def summary():
    empty = say("{name} is empty.", name="a.png")
    return replace(SCAN, skipped=(empty, "something of an older version"), skipped_count=2)


def test_that_a_skipped_pictures_sentence_comes_back_with_its_template(summary, tmp_path):
    write_summary(tmp_path, summary)
    read = read_summary(tmp_path)
    assert read == summary
    assert read.skipped[0].template == "{name} is empty."
    plain = json.loads((tmp_path / ABOUT).read_text(encoding="utf-8"))
    assert plain["skipped"] == ["a.png is empty.", "something of an older version"], "as it always was"


def test_that_a_scan_of_an_older_version_is_read(summary, tmp_path):
    write_summary(tmp_path, summary)
    plain = json.loads((tmp_path / ABOUT).read_text(encoding="utf-8"))
    del plain[SAID]
    (tmp_path / ABOUT).write_text(json.dumps(plain), encoding="utf-8")
    assert read_summary(tmp_path) == summary
    assert type(read_summary(tmp_path).skipped[0]) is str
