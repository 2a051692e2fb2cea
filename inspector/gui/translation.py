"""The window's texts in the user's language, by Qt's translation.

Every text that the user sees passes through `tr` when it is shown, a number's noun through `plural`. A text
that is written down before there is an application (a constant of a module or class) is marked with `mark`
where it stands, and passes through `tr` where it is used.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from inspector import paths

CONTEXT = "inspector"
"""The one context of all texts: the same words are the same everywhere in the window."""
SOURCE = "en"
"""The language in which the texts stand in the code."""
LANGUAGES = {"en": "English", "de": "Deutsch"}
"""What the window speaks, each by its own name."""
VARIABLE = "NEURON_INSPECTOR_LANGUAGE"
"""The environment variable that goes before the settings."""
_log = logging.getLogger(__name__)


def tr(text: str) -> str:
    """`text` in the window's language; itself where there is no translation."""
    return QCoreApplication.translate(CONTEXT, text) if text else text


def plural(one: str, many: str, count: int) -> str:
    """The form that fits `count`, to be filled in by `format`.

    Args:
        one: The English text for exactly one.
        many: The English text for any other number. Translations are looked up by it, and have as many forms
            as their language needs.
        count: How many there are.
    """
    found = QCoreApplication.translate(CONTEXT, many, None, count)
    return one if found == many and count == 1 else found


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
