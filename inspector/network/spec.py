"""What a user's text means: a catalogue name, a file, a folder, code, or NAME=FILE."""

from __future__ import annotations

import re
from pathlib import Path

from inspector.network import code
from inspector.network.card import Card, card_beside, read_card
from inspector.network.catalogue import DEMO, catalogue, entry
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.formats import read_state
from inspector.network.hugging_face import weights_in as weights_in_folder
from inspector.network.recognise import SUFFIXES
from inspector.network.suggesting import suggested
from inspector.saying import say

_SIZE = re.compile(r"(.+)@(\d{1,3})x(\d{1,5})x(\d{1,5})")
_CARD_SUFFIX = ".json"
_FILE_SUFFIXES = (*SUFFIXES, _CARD_SUFFIX)


def split(spec: str | Path) -> tuple[str | None, Path | None]:
    """The architecture's name and the file in `spec`, either of which may be missing.

    Raises:
        OpenError: The text is empty, or nothing stands behind its "=".
    """
    if isinstance(spec, Path):
        return None, spec.expanduser()
    text = spec.strip()
    name, equals, file = text.partition("=")
    if code.names_code(name) and not Path(text).exists():
        return name, Path(file).expanduser() if file else None
    if not name or (equals and not file):
        raise OpenError(
            say("“{text}” names no network: give a catalogue name, a FILE or NAME=FILE.", text=text)
        )
    if _is_file(text, name):
        return None, Path(text).expanduser()
    return name, Path(file).expanduser() if equals else None


def split_size(text: str) -> tuple[str, tuple[int, int, int] | None]:
    """What to open, and the input's channels, height and width where they stand behind it ("net@3x64x64")."""
    found = _SIZE.fullmatch(text.strip())
    if found is None or Path(text).exists():
        return text, None
    return found[1], (int(found[2]), int(found[3]), int(found[4]))


def card_of(file: Path) -> Card:
    """The card in a JSON file, or the one beside a weights file (which is then the weights it speaks of).

    Raises:
        OpenError: The JSON does not read.
    """
    if file.is_dir():
        return Card()
    return read_card(file) if file.suffix.lower() == _CARD_SUFFIX else card_beside(file)


def weights_in(file: Path, card: Card) -> Path:
    """The weights file that `file` is, or speaks of.

    Raises:
        OpenError: A JSON that names no weights, or a folder that holds none.
    """
    if file.is_dir():
        return weights_in_folder(file)
    if file.suffix.lower() != _CARD_SUFFIX:
        return file
    if card.weights is None:
        raise OpenError(say("{file} names no “weights” file.", file=file))
    return card.weights


def entry_for(name: str | None, file: Path | None, card: Card, trust: bool = False) -> Entry:
    """The architecture: the one that was named, else the one that the card names.

    Raises:
        NeedsTrust: It is code in a file that was not allowed to run.
        OpenError: Neither names one that is known.
    """
    if name is not None:
        return code.entry_of(name, Path.cwd(), trust) if code.names_code(name) else entry(name)
    if card.architecture is None:
        assert file is not None
        raise _unnamed(file, card)
    assert card.path is not None
    if code.names_code(card.architecture):
        return code.entry_of(card.architecture, card.path.parent, trust)
    try:
        return entry(card.architecture)
    except OpenError as error:
        raise OpenError(say("{path}: {error}", path=card.path, error=error)) from error


def _unnamed(file: Path, card: Card) -> OpenError:
    """The error for weights alone, with the architecture that they look like."""
    weights = weights_in(file, card)
    near = suggested(read_state(weights))  # a missing or wrong file has a clearer sentence of its own
    hint = (
        say("; its keys and shapes are those of {near}, so try {near}={weights}", near=near, weights=weights)
        if near
        else ""
    )
    return OpenError(
        say(
            "{file} does not say which architecture its weights are for: give NAME=FILE{hint}.",
            file=file,
            hint=hint,
        )
    )


def _is_file(text: str, name: str) -> bool:
    """Whether the whole text is a path, also one that is not there and one with "=" in it."""
    if "=" in text:
        return "/" in name or "\\" in name or Path(text).exists()
    if text == DEMO:
        return False
    looks_so = "/" in text or "\\" in text or Path(text).suffix.lower() in _FILE_SUFFIXES
    return looks_so or (Path(text).exists() and text not in catalogue())
