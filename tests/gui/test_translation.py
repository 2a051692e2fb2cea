"""Every text that the window shows can be translated, and the German ones are whole and up to date."""

from __future__ import annotations

import ast
import importlib.util
import pickle
import re
import string
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QDoubleSpinBox

from inspector.gui import translation
from inspector.gui.translation import CONTEXT, plural, tr, within
from inspector.network.errors import InspectorError
from inspector.saying import counted, joined, say

ROOT = Path(__file__).resolve().parents[2]
WINDOW = ROOT / "inspector" / "gui"
EVERY, FIRST = slice(None), slice(1)
SHOWN = {
    **dict.fromkeys(("say", "set_labels", "setHorizontalHeaderLabels", "setHeaderLabels"), EVERY),
    **dict.fromkeys(("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setTitle"), FIRST),
    **dict.fromkeys(
        ("setAccessibleDescription", "setPlaceholderText", "setStatusTip", "setLabelText"), FIRST
    ),
    **dict.fromkeys(
        ("setInformativeText", "setSpecialValueText", "set_hint", "addSection", "addMenu"), FIRST
    ),
    **dict.fromkeys(("addAction", "addTab", "addRow", "muted", "caption", "heading", "set_title"), FIRST),
    **dict.fromkeys(("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QToolBar"), FIRST),
    **dict.fromkeys(("QToolButton", "QGroupBox", "InspectorError", "AddressError"), FIRST),
    "submit": slice(2, 3),
    "Entry": slice(1, 3),
}
"""Which arguments of which calls a person reads."""
READ = ("text", "toolTip", "placeholderText", "tip", "accessible", "suffix", "title")
"""Keyword arguments that a person reads, of any call."""
UNTRANSLATED = {
    "Neuron Inspector",  # a name
    "Title",  # the names of a PNG's fields, for programs
    "Description",
    "Software",
    "recipe",
    " dpi",
    "a cat\na dog\n…",  # CLIP reads English
    " — Neuron Inspector",
    " >=  and  <= ",  # the language of searches
}
_WORD = re.compile(r"^[^#<]*[A-Za-z]{3}")  # no colours, no markup


@pytest.fixture(scope="module")
def collector():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["translations"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    yield module
    del sys.modules["translations"]


@pytest.fixture(scope="module")
def german(collector):
    return collector.translations(collector.TRANSLATIONS / "neuron_inspector_de.ts")


def bare_texts(node: ast.expr) -> list[str]:
    """The words of a literal that is shown as it stands; calls inside are looked at on their own."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    if isinstance(node, ast.JoinedStr):
        inner = [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        own = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
        return [own, *(text for part in inner for text in bare_texts(part))]
    if isinstance(node, (ast.IfExp, ast.BoolOp, ast.BinOp, ast.Tuple, ast.List)):
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else ast.iter_child_nodes(node)
        return [text for part in parts if isinstance(part, ast.expr) for text in bare_texts(part)]
    return []


def untranslated(source: str) -> list[str]:
    """The texts of a module that are shown without passing through `tr`."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        read = [*call.args[SHOWN[name]]] if name in SHOWN else []
        read += [word.value for word in call.keywords if word.arg in READ]
        found += [text for node in read for text in bare_texts(node) if _WORD.match(text)]
    return [text for text in found if text not in UNTRANSLATED]


def fields(text: str) -> list[tuple[str, str]]:
    return sorted((name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None)


def test_that_the_check_sees_what_is_not_translated():
    assert untranslated('label.setText("Units")') == ["Units"]
    assert untranslated('view.say("Nothing", f"{node} is none" if node else "No node")') == [
        "Nothing",
        " is none",
        "No node",
    ]
    assert untranslated('label.setText(tr("Units"))\nQLabel("", objectName="unitsTitle")') == []


def test_that_what_is_shown_passes_through_translation():
    found = {path.name: untranslated(path.read_text(encoding="utf-8")) for path in WINDOW.rglob("*.py")}
    bare = {name: texts for name, texts in found.items() if texts}
    assert bare == {}, "wrap it in tr (inspector/gui/translation.py)"


def test_that_every_text_has_a_finished_german_translation(collector, german):
    wanted = {source.text: source for source in collector.sources()}
    missing = [text for text in wanted if not all(german.get(text, ("",)))]
    assert not missing, "run `python packaging/translations.py`, translate, run it again"
    assert set(german) == set(wanted), "run `python packaging/translations.py`"
    forms = {text: 2 if source.counted else 1 for text, source in wanted.items()}
    assert {text: len(translated) for text, translated in german.items()} == forms


def test_that_translations_keep_fields_lines_blanks_and_mnemonics(german):
    for text, forms in german.items():
        for form in forms:
            assert fields(form) == fields(text), text
            assert form.count("\n") == text.count("\n"), text
            assert (form[:1] == " ", form[-1:] == " ") == (text[:1] == " ", text[-1:] == " "), text
            assert form.count("&") == text.count("&"), text


def test_that_the_compiled_file_says_what_the_readable_one_does(collector, german):
    translator = QTranslator()
    assert translator.load(str(collector.TRANSLATIONS / "neuron_inspector_de.qm"))
    for text, forms in german.items():
        for count, form in zip((1, 2), forms, strict=False):
            number = count if len(forms) > 1 else -1
            assert translator.translate(CONTEXT, text, None, number) == form, "run packaging/translations.py"


def test_that_collecting_again_changes_nothing(collector, tmp_path, monkeypatch):
    before = (collector.TRANSLATIONS / "neuron_inspector_de.ts").read_text(encoding="utf-8")
    (tmp_path / "neuron_inspector_de.ts").write_text(before, encoding="utf-8")
    monkeypatch.setattr(collector, "TRANSLATIONS", tmp_path)
    assert collector.collect("de") == 0
    assert (tmp_path / "neuron_inspector_de.ts").read_text(encoding="utf-8") == before


def test_that_without_a_translation_the_english_text_is_shown_in_its_right_number(qapp):
    assert tr("Units") == "Units"
    assert [plural("{n} unit", "{n} units", n).format(n=n) for n in (0, 1, 2)] == [
        "0 units",
        "1 unit",
        "2 units",
    ]
    assert within("By tuning") == "by tuning"


def test_that_german_is_spoken_while_it_is_installed_and_english_afterwards(qapp):
    installed = translation.install(qapp, "de")
    try:
        assert len(installed) == 2, "Qt's own texts and the program's"
        assert tr("Units") == "Einheiten"
        counted = [plural("{units:,} unit", "{units:,} units", n).format(units=n) for n in (1, 1200)]
        assert counted == ["1 Einheit", "1.200 Einheiten"]
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
        assert within("Nach Abstimmung") == "Nach Abstimmung"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        assert translation.install(qapp, "en") == []
    assert tr("Units") == "Units"


def test_that_sentences_from_below_are_said_in_german_with_german_numbers(qapp):
    inner = counted("{count:,} picture", "{count:,} pictures", count=1200)
    fires = counted(
        "{count:,} picture of {title}; it fires at {firing:.1%} of all places.",
        "{count:,} pictures of {title}; it fires at {firing:.1%} of all places.",
        count=12000,
        title=inner,
        firing=0.125,
    )
    error = InspectorError(say("{path} cannot be read: {reason}.", path="a.png", reason="no right"))
    unknown = say("{value:g} of nothing that is collected", value=0.5)
    translation.install(qapp, "de")
    try:
        assert tr(fires) == "12.000 Bilder von 1.200 Bilder; sie feuert an 12,5\u00a0% aller Orte."
        assert tr(pickle.loads(pickle.dumps(fires))) == tr(fires)
        assert tr(str(error)) == "a.png lässt sich nicht lesen: no right."
        assert tr(unknown) == "0,5 of nothing that is collected"
        assert tr(joined(" · ", (inner, "conv1"))) == "1.200 Bilder · conv1"
        assert translation.digits(-1234.5, ",.1f") == "-1.234,5"
        assert QDoubleSpinBox(value=0.5).text() == "0,50"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        translation.install(qapp, "en")
    assert tr(fires) == fires == "12,000 pictures of 1,200 pictures; it fires at 12.5% of all places."
    assert QDoubleSpinBox(value=0.5).text() == "0.50"


def test_that_a_sentence_from_below_has_the_form_that_fits_its_count(qapp):
    said = [counted("{count:,} picture", "{count:,} pictures", count=count) for count in (0, 1, 2)]
    assert said == ["0 pictures", "1 picture", "2 pictures"] == [tr(text) for text in said]
    ended = counted("{count} step.", "{count} steps.", count=1).rstrip(".")
    assert pickle.loads(pickle.dumps(ended)) == ended == "1 step"
    translation.install(qapp, "de")
    try:
        assert [tr(text) for text in said] == ["0 Bilder", "1 Bild", "2 Bilder"]
        assert tr(pickle.loads(pickle.dumps(said[1]))) == "1 Bild"
        assert tr(joined(" · ", said[1:])) == "1 Bild · 2 Bilder"
    finally:
        for translator in qapp.findChildren(QTranslator):
            qapp.removeTranslator(translator)
        translation.install(qapp, "en")


def test_that_a_language_that_we_have_not_is_english_and_the_systems_is_asked_for(monkeypatch):
    assert [translation.chosen(code) for code in ("de", "en", "xx")] == ["de", "en", "en"]
    locale = translation.QLocale
    monkeypatch.setattr(translation.QLocale, "system", lambda: locale("de_AT"))
    assert translation.chosen("system") == "de"
    monkeypatch.setattr(translation.QLocale, "system", lambda: locale("fr_FR"))
    assert translation.chosen("system") == "en"
