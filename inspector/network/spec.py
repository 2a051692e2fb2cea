"""What a user's text means: a catalogue name, a file, or NAME=FILE."""

from __future__ import annotations

from pathlib import Path

from inspector.network.card import Card, card_beside, read_card
from inspector.network.catalogue import DEMO, Entry, catalogue, entry
from inspector.network.errors import OpenError
from inspector.network.recognise import SUFFIXES, UNSUPPORTED_SUFFIXES, recognise

_CARD_SUFFIX = ".json"
_FILE_SUFFIXES = (*SUFFIXES, *UNSUPPORTED_SUFFIXES, _CARD_SUFFIX)


def split(spec: str | Path) -> tuple[str | None, Path | None]:
    """The architecture's name and the file in `spec`, either of which may be missing.

    Raises:
        OpenError: The text is empty, or nothing stands behind its "=".
    """
    if isinstance(spec, Path):
        return None, spec.expanduser()
    text = spec.strip()
    name, equals, file = text.partition("=")
    if not name or (equals and not file):
        raise OpenError(f"“{text}” names no network: give a catalogue name, a FILE or NAME=FILE.")
    if _is_file(text, name):
        return None, Path(text).expanduser()
    return name, Path(file).expanduser() if equals else None


def card_of(file: Path) -> Card:
    """The card in a JSON file, or the one beside a weights file (which is then the weights it speaks of).

    Raises:
        OpenError: The JSON does not read.
    """
    return read_card(file) if file.suffix.lower() == _CARD_SUFFIX else card_beside(file)


def weights_in(file: Path, card: Card) -> Path:
    """The weights file that `file` is, or speaks of.

    Raises:
        OpenError: A JSON that names no weights.
    """
    if file.suffix.lower() != _CARD_SUFFIX:
        return file
    if card.weights is None:
        raise OpenError(f"{file} names no “weights” file.")
    return card.weights


def entry_for(name: str | None, file: Path | None, card: Card) -> Entry:
    """The architecture: the one that was named, else the one that the card names.

    Raises:
        OpenError: Neither names one that is known.
    """
    if name is not None:
        return entry(name)
    if card.architecture is None:
        assert file is not None
        recognise(weights_in(file, card))  # a missing or wrong file has a clearer sentence of its own
        raise OpenError(f"{file} does not say which architecture its weights are for: give NAME=FILE.")
    if ".py:" in card.architecture:
        raise OpenError(
            f"{card.path} names the architecture {card.architecture}, code in a Python file, not run here: "
            "build the module in Python and open it with inspector.open_network(module)."
        )
    try:
        return entry(card.architecture)
    except OpenError as error:
        raise OpenError(f"{card.path}: {error}") from error


def _is_file(text: str, name: str) -> bool:
    """Whether the whole text is a path, also one that is not there and one with "=" in it."""
    if "=" in text:
        return "/" in name or "\\" in name or Path(text).exists()
    if text == DEMO:
        return False
    looks_so = "/" in text or "\\" in text or Path(text).suffix.lower() in _FILE_SUFFIXES
    return looks_so or (Path(text).exists() and text not in catalogue())
