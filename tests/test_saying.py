"""Sentences made below the window: English wherever they are read as text, and never without their values."""

from __future__ import annotations

import ast
import copy
import json
import pickle
import re
from pathlib import Path

import numpy as np
import pytest

from inspector.network.errors import InspectorError
from inspector.saying import Sentence, again, counted, joined, kept, listed, parts_of, say

PROGRAM = Path(__file__).resolve().parents[1] / "inspector"
SPEAKING = {"Progress", "Remark", "Noted", "explained"}


def messages(path: Path) -> list[ast.JoinedStr]:
    """The f-strings with words in them that stand in what is said to a person."""
    found = []
    for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        if name in SPEAKING or name.endswith("Error"):
            found += [part for arg in call.args for part in ast.walk(arg) if isinstance(part, ast.JoinedStr)]
    return [
        text for text in found if any(re.search("[a-z]{2}", str(getattr(p, "value", ""))) for p in said(text))
    ]


def said(text: ast.JoinedStr) -> list[ast.Constant]:
    return [part for part in text.values if isinstance(part, ast.Constant)]


@pytest.fixture
def nested():
    return say(
        "{path} is damaged: {why}.",
        path=Path("a.pt"),
        why=say("{count:,} bytes left.", count=1200).rstrip("."),
    )


def test_that_a_sentence_is_its_english_text(nested):
    assert nested == "a.pt is damaged: 1,200 bytes left."
    assert f"{nested}" == str(nested) == nested
    assert json.loads(json.dumps({"said": nested}))["said"] == nested
    assert {nested: 1}["a.pt is damaged: 1,200 bytes left."] == 1


@pytest.mark.parametrize("carry", [copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_that_it_crosses_processes_with_its_values(nested, carry):
    there = carry(nested)
    assert (there, there.template) == (nested, "{path} is damaged: {why}.")
    assert there.values["path"] == "a.pt"
    assert there.values["why"].values == {"count": 1200}


def test_that_an_error_holds_the_sentence_that_it_was_given(nested):
    assert str(InspectorError(nested)).template == nested.template
    assert str(pickle.loads(pickle.dumps(InspectorError(nested)))).template == nested.template


def test_that_values_are_plain_numbers_and_texts():
    values = say("{a:.1f} {b} {c}", a=np.float32(0.5), b=np.array(7), c=[1, 2]).values
    assert [(type(value), value) for value in values.values()] == [(float, 0.5), (int, 7), (str, "[1, 2]")]
    with pytest.raises(KeyError, match="missing"):
        say("{missing}")


def test_that_sentences_put_together_stay_sentences():
    one, other = say("{n} of them", n=1), say("{n} of those", n=2)
    for text in (joined(" · ", (one, "x", other)), one + " · x · " + other):
        assert text == "1 of them · x · 2 of those"
        assert isinstance(text, Sentence)
    assert [part.template for part in parts_of(joined("{} ", (one, other)), "{} ")] == [
        one.template,
        other.template,
    ]
    assert type(joined(", ", ("a", "b"))) is str
    assert joined(", ", (one,)) is one
    assert parts_of("a. b", ". ") == ["a", "b"]


def test_that_it_is_told_in_other_words(nested):
    other = {nested.template: "{why}: {path}!", "{count:,} bytes left.": "Noch {count:,} Bytes."}
    told = nested.told(lambda text, values, one: other[text].format(**values).replace(",", "."))
    assert told == "Noch 1.200 Bytes: a.pt!"


def test_that_what_is_said_below_the_window_can_be_translated():
    outside = ("__init__.py", "gui", "cli")
    below = [path for path in PROGRAM.rglob("*.py") if path.relative_to(PROGRAM).parts[0] not in outside]
    bare = {path.relative_to(PROGRAM).as_posix(): [text.lineno for text in messages(path)] for path in below}
    assert {path: lines for path, lines in bare.items() if lines} == {}, "use say (inspector/saying.py)"
    with_words = ast.parse('raise InspectorError(f"{name} is none.")')
    assert any(isinstance(part, ast.JoinedStr) for part in ast.walk(with_words))


def test_that_a_sentence_is_kept_beside_its_text_and_made_again_of_both():
    inner = say("a file of {size:,} bytes", size=1200)
    texts = [
        "plain",
        say("{path} is damaged: {why}.", path="a{b}.png", why=inner),
        counted("{count:,} picture.", "{count:,} pictures.", count=1).rstrip("."),
        joined(", ", (inner, "more")),
    ]
    told = json.loads(json.dumps([kept(text) for text in texts]))
    read = [again(str(json.loads(json.dumps(text))), said) for text, said in zip(texts, told, strict=True)]
    assert read == texts
    assert told[0] is None
    assert [getattr(text, "template", "") for text in read] == [getattr(t, "template", "") for t in texts]
    assert isinstance(read[1].values["why"], Sentence)
    assert read[2].one == "{count:,} picture."


@pytest.mark.parametrize(
    "said",
    [
        None,
        7,
        {},
        {"template": "{x}", "values": {}, "bare": False, "one": ""},
        {"template": "another {x}", "values": {"x": 1}, "bare": False, "one": ""},
        {"template": "{x.__class__}", "values": {"x": 1}, "bare": False, "one": ""},
        {"template": "{x:>999999999}", "values": {"x": "1"}, "bare": False, "one": ""},
    ],
)
def test_that_what_does_not_make_the_text_leaves_it_plain(said):
    assert type(again("1 thing", said)) is str


def test_that_names_are_listed_as_one_writes_them():
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "{c}"])] == [
        "",
        "a",
        "a and b",
        "a, b and {c}",
    ]
    german = {"phase": "Phase", "size": "Größe", "{first} and {last}": "{first} und {last}"}
    told = listed(["phase", "size"]).told(lambda text, values, one: german.get(text, text).format(**values))
    assert told == "Phase und Größe"
