"""The window's texts in the user's language, by Qt's translation.

Every text that the user sees passes through `tr` when it is shown, a number's noun through `plural`. A text
that is written down before there is an application (a constant of a module or class) is marked with `mark`
where it stands, and passes through `tr` where it is used. Sentences with values from below the window
(`inspector.saying`) pass through `tr` as any text. Numbers are written as the language does: by the `format`
of what `tr` and `plural` return, and by `digits` where one stands alone.
"""

from __future__ import annotations

import logging
import numbers
import string
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from inspector import paths
from inspector.saying import Sentence, parts_of

CONTEXT = "inspector"
"""The one context of all texts: the same words are the same everywhere in the window."""
SOURCE = "en"
"""The language in which the texts stand in the code."""
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What the window speaks, each by its own name."""
VARIABLE = "NEURON_INSPECTOR_LANGUAGE"
"""The environment variable that goes before the settings."""
_log = logging.getLogger(__name__)


class _Filler(string.Formatter):
    """Fills values into a text, numbers as the window's language writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """One value."""
        text = str(super().format_field(value, format_spec))
        return _in_digits(text) if isinstance(value, numbers.Number) else text


_FILLER = _Filler()


class _Spoken(str):
    """A text in another language than the code's."""

    __slots__ = ()

    def format(self, *values: object, **named: object) -> str:
        """The text with values in it."""
        return _FILLER.vformat(self, values, named)

    def format_map(self, named: Mapping[str, Any], /) -> str:  # type: ignore[override]
        """The text with named values in it."""
        return _FILLER.vformat(self, (), named)


def tr(text: str) -> str:
    """`text` in the window's language; itself where there is no translation."""
    if isinstance(text, Sentence):
        return text.told(_filled)
    return _spoken(QCoreApplication.translate(CONTEXT, text)) if text else text


def tr_parts(text: str, separator: str) -> str:
    """`text` of which each part between separators is a text of its own."""
    return separator.join(map(tr, parts_of(text, separator)))


def plural(one: str, many: str, count: int) -> str:
    """The form that fits `count`, to be filled in by `format`.

    Args:
        one: The English text for exactly one.
        many: The English text for any other number. Translations are looked up by it, and have as many forms
            as their language needs.
        count: How many there are.
    """
    found = QCoreApplication.translate(CONTEXT, many, None, count)
    return _spoken(one if found == many and count == 1 else found)


def digits(value: float, spec: str = "") -> str:
    """A number on its own, in Python's format `spec`, as the window's language writes it."""
    return _in_digits(format(value, spec))


def _filled(template: str, values: dict[str, Any], one: str = "") -> str:
    """A sentence's template in the window's language with its values, in the form that fits its count."""
    count = values.get("count")
    if one and isinstance(count, int):
        return plural(one, template, count).format_map(values)
    n = count if isinstance(count, int) else -1
    return _spoken(QCoreApplication.translate(CONTEXT, template, None, n)).format_map(values)


def _spoken(text: str) -> str:
    return text if spoken() == SOURCE else _Spoken(text)


def _in_digits(text: str) -> str:
    """A number that Python wrote, with the language's points and commas and a space before a per cent."""
    if spoken() == SOURCE:
        return text
    locale = QLocale(spoken())
    text = text.translate({ord(","): locale.groupSeparator(), ord("."): locale.decimalPoint()})
    return text.replace("%", "\u00a0%")


def mark(text: str) -> str:
    """`text` as it is, to be found by the collector of texts; `tr` translates it when it is shown."""
    return text


def within(text: str) -> str:
    """A title as it reads inside a sentence: small letters in English; as it is where nouns have capitals."""
    return text.lower() if spoken() == SOURCE else text


def spoken() -> str:
    """The language that the window speaks, a key of `LANGUAGES`."""
    application = QCoreApplication.instance()
    return (application.property("language") or SOURCE) if application is not None else SOURCE


def chosen(language: str) -> str:
    """The key of `LANGUAGES` that `language` means; "system" is the system's, English where we have none."""
    wanted = QLocale.system().name().partition("_")[0] if language == "system" else language
    return wanted if wanted in LANGUAGES else SOURCE


def install(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Let `application` speak; before the window is built, which reads its texts once.

    Args:
        application: What is to speak.
        language: A key of `LANGUAGES`, or "system".

    Returns:
        The translators that are in force, Qt's own and the program's; none for English.
    """
    code = chosen(language)
    application.setProperty("language", code)
    QLocale.setDefault(QLocale(code))  # what the boxes for numbers write and read
    if code == SOURCE:
        return []
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm"
    own = paths.resources() / "translations" / f"neuron_inspector_{code}.qm"
    # The one that is installed last is asked first.
    return [translator for file in (qt, own) if (translator := _installed(application, file)) is not None]


def _installed(application: QCoreApplication, file: Path) -> QTranslator | None:
    translator = QTranslator(application)
    if not translator.load(str(file)):
        _log.warning("Texts cannot be read from %s", file)
        return None
    application.installTranslator(translator)
    return translator
