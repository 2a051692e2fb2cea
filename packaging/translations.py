"""Collects the window's texts into `resources/translations/*.ts` and makes the `.qm` files of them.

    python packaging/translations.py       # after texts have changed; translate what is new, then once more

Qt's own `lupdate` finds the calls of `tr`, but neither `mark` nor `plural`, nor what is registered below the
window. So the three are read from the syntax tree here, and the registries are asked for theirs. `.ts` is
Qt's own format: Linguist edits it, `lrelease` compiles it.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
CONTEXT = "inspector"
FUNCTIONS = ("tr", "mark", "plural")
SAY, COUNTED = "say", "counted"
"""What makes a sentence below the window: always a template, which is collected wherever it stands."""
ABOVE = ("cli", "gui")
BELOW = ("jobs", "lenses", "network", "pictures", "probe", "stimuli", "workspace")
SPEAKING = ("InspectorError", "Noted", "Progress", "WorkspaceError")
FORMS = {"de": 2}
"""How many forms a noun has beside a number, by language."""


@dataclass(frozen=True)
class Source:
    """One text to be translated.

    Attributes:
        text: The English text; what it is looked up by.
        file: Where it stands, or where the registry does that holds it, relative to the repository.
        counted: Whether its translation has a form for one and others for more.
    """

    text: str
    file: str
    counted: bool = False


def sources() -> list[Source]:
    """Every text, once: by the file that holds it, then by itself, so that moving a line changes nothing."""
    found: dict[str, Source] = {}
    for source in (*in_code(), *below(), *in_registries()):
        known = found.get(source.text)
        if known is None or source.counted:
            found[source.text] = source
    return sorted(found.values(), key=lambda source: (source.file, source.text))


def in_code() -> Iterator[Source]:
    """The texts that stand in `tr`, `mark` and `plural` of the window's modules."""
    for path in sorted((ROOT / "inspector" / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in FUNCTIONS:
                counted = call.func.id == "plural"
                argument = call.args[1 if counted else 0]
                if isinstance(argument, ast.Constant) and argument.value:
                    yield Source(argument.value, path.relative_to(ROOT).as_posix(), counted)


def below() -> Iterator[Source]:
    """The sentences that the window shows of the code below it: notes on progress, refusals, captions."""
    for path in sorted((ROOT / "inspector").rglob("*.py")):
        folder = path.relative_to(ROOT / "inspector").parts[0]
        if folder in ABOVE:
            continue
        speaking = (SAY, COUNTED, *SPEAKING) if folder in BELOW else (SAY, COUNTED)
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in speaking:
                for argument in call.args[-1:]:
                    if isinstance(argument, ast.Constant) and has_words(argument.value):
                        file = path.relative_to(ROOT).as_posix()
                        yield Source(argument.value, file, call.func.id == COUNTED)


def has_words(text: object) -> bool:
    """Whether a template says something beside its values."""
    return isinstance(text, str) and bool(re.search("[A-Za-z]{2}", re.sub(r"\{[^{}]*\}", "", text)))


def in_registries() -> Iterator[Source]:
    """The titles and sentences that the window shows of what is registered below it."""
    for registry, texts in _registered().items():
        for text in texts:
            if text:
                yield Source(text, registry)


def _registered() -> dict[str, list[str]]:
    from inspector.help import PAGES
    from inspector.jobs.evidence_arguments import ARGUMENTS, VERDICTS
    from inspector.lenses.expanded_weights import LABEL
    from inspector.lenses.feature_visualization.knobs import KNOBS, STATISTICS
    from inspector.lenses.feature_visualization.recipes import recipes
    from inspector.lenses.language import TEMPLATES
    from inspector.network.device import PRECISIONS
    from inspector.stimuli.family import card, families
    from inspector.workspace.taxonomy import REST

    demo = json.loads((ROOT / "resources" / "demo" / "demo.json").read_text(encoding="utf-8"))
    # By name: which order they are registered in hangs on which of them was asked for first.
    cards = [card(name) for name in sorted(families())]
    axes = [axis for each in cards for axis in each.axes]
    return {
        "inspector/help.py": list(PAGES.values()),
        "inspector/jobs/evidence_arguments.py": [
            *(text for both in ARGUMENTS.values() for text in both),
            *VERDICTS.values(),
        ],
        "inspector/lenses/feature_visualization": [
            *(text for recipe in recipes().values() for text in (recipe.title, recipe.sentence)),
            *(text for knob in KNOBS for text in (knob.title, knob.sentence)),
            *STATISTICS.values(),
        ],
        "inspector/lenses/expanded_weights": [LABEL],
        "inspector/lenses/language": list(TEMPLATES),
        "inspector/workspace/taxonomy.py": [REST],
        "inspector/pictures/sources_files.py": ["shipped samples"],
        "resources/demo/demo.json": [demo[name] for name in ("title", "description", "accuracy")],
        "inspector/network/device.py": list(PRECISIONS.values()),
        "inspector/stimuli": [
            *(text for each in cards for text in (each.title, each.sentence)),
            *(text for axis in axes for text in (axis.name, axis.sentence, *axis.choices)),
        ],
    }


def collect(language: str) -> int:
    """Write the language's `.ts` with every text; translations that are known stay.

    Returns:
        How many texts still want a translation.
    """
    path = TRANSLATIONS / f"neuron_inspector_{language}.ts"
    known = translations(path) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for source in sources():
        _write(context, source, known.get(source.text, ()), FORMS[language])
    ET.indent(root, " ")
    text = ET.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")
    return sum(1 for entry in root.iter("translation") if entry.get("type") == "unfinished")


def _write(context: ET.Element, source: Source, known: tuple[str, ...], forms: int) -> None:
    message = ET.SubElement(context, "message", {"numerus": "yes"} if source.counted else {})
    ET.SubElement(message, "location", filename=f"../../{source.file}")
    ET.SubElement(message, "source").text = source.text
    wanted = forms if source.counted else 1
    whole = len(known) == wanted and all(known)
    translation = ET.SubElement(message, "translation", {} if whole else {"type": "unfinished"})
    texts = known if whole else ("",) * wanted
    if source.counted:
        for text in texts:
            ET.SubElement(translation, "numerusform").text = text
    else:
        translation.text = texts[0]


def translations(path: Path) -> dict[str, tuple[str, ...]]:
    """What a `.ts` file says for each text: one form, or as many as its language has beside a number."""
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        found[message.findtext("source", "")] = tuple(forms)
    return found


def compile_language(language: str, out: Path | None = None) -> Path:
    """Make the `.qm` that the program loads, with Qt's `lrelease`."""
    import PySide6

    source = TRANSLATIONS / f"neuron_inspector_{language}.ts"
    made = out or source.with_suffix(".qm")
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", source, "-qm", made], check=True)
    return made


def main() -> int:
    """Collect and compile every language; 1 where a text wants a translation."""
    missing = {language: collect(language) for language in FORMS}
    for language in FORMS:
        print(
            f"{compile_language(language).relative_to(ROOT)}: {missing[language]} texts without a translation"
        )
    return 1 if any(missing.values()) else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
