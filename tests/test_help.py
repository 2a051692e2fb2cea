"""The help texts and the manual that is made of them."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from inspector import help as pages
from inspector import paths
from inspector.network.errors import InspectorError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def german_titles():
    messages = ElementTree.parse(ROOT / "resources" / "translations" / "neuron_inspector_de.ts").iter(
        "message"
    )
    return {message.findtext("source"): message.findtext("translation") for message in messages}


def build():
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", pages.PAGES)
def test_that_a_text_says_what_how_when_not_and_whence(name):
    text = pages.text(name)
    assert text.startswith(f"# {pages.PAGES[name]}\n")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings == list(pages.SECTIONS)
    for part in text.split("\n## "):
        assert len(part.split("\n", 1)[1].split()) >= 8, f"{name}: {part.splitlines()[0]} says too little"
    assert text.split("## When it misleads")[1].split("##")[0].count("\n- ") >= 3


def test_that_every_file_is_a_page_and_every_page_a_file():
    assert {file.stem for file in (paths.resources() / "help").glob("*.md")} == set(pages.PAGES)


@pytest.mark.parametrize("name", pages.PAGES)
def test_that_the_german_text_says_as_much_as_the_english_one(name, german_titles):
    english, german = pages.text(name), pages.text(name, "de")
    assert german.startswith(f"# {german_titles[pages.PAGES[name]]}\n")
    headings = [line[3:] for line in german.splitlines() if line.startswith("## ")]
    assert headings == ["Wie es berechnet wird", "Wann es täuscht", "Quelle"]
    assert german.count("\n- ") == english.count("\n- "), "a warning more or less"
    assert german.count("\n\n") == english.count("\n\n"), "a paragraph more or less"
    assert 0.8 < len(german) / len(english) < 1.4
    years = [sorted(re.findall(r"\b(?:19|20)\d\d\b", text)) for text in (english, german)]
    assert years[0] == years[1], "the same sources"


def test_that_every_german_file_is_a_page():
    assert {file.stem for file in (paths.resources() / "help" / "de").iterdir()} <= set(pages.PAGES)


def test_that_a_text_is_given_in_german_where_there_is_one_and_in_english_else(tmp_path, monkeypatch):
    (tmp_path / "help" / "de").mkdir(parents=True)
    (tmp_path / "help" / "tuning.md").write_text("# Tuning\n", encoding="utf-8")
    (tmp_path / "help" / "de" / "tuning.md").write_text("# Abstimmung\n", encoding="utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    told = [pages.text("tuning", language) for language in ("en", "de", "fr")]
    assert told == ["# Tuning\n", "# Abstimmung\n", "# Tuning\n"]


def test_that_help_on_nothing_is_refused_in_a_sentence():
    with pytest.raises(InspectorError, match="no help on “nonsense”"):
        pages.text("nonsense")


def test_that_the_manual_is_what_its_script_makes():
    made = build()
    assert made.MANUAL.read_text(encoding="utf-8") == made.manual(), "run `python docs/build.py`"


def test_that_the_manual_holds_every_page_and_the_readmes_parts():
    manual = build().manual()
    for title in pages.PAGES.values():
        assert f"\n### {title}\n" in manual
    assert "\n## Stimuli\n" in manual
    assert "<!--" not in manual
