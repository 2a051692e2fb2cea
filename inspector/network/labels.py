"""Class names from a file of their own."""

from __future__ import annotations

import json
from pathlib import Path

from inspector.network.errors import OpenError
from inspector.saying import say

_LARGEST = 10_000_000


def read_labels(path: Path) -> tuple[str, ...]:
    """Class names in order: a JSON list of texts, or one name a line (empty lines at the end do not count).

    Raises:
        OpenError: The file cannot be read or holds something else.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise OpenError(say("{path} is too large for a list of class names.", path=path))
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OpenError(say("{path}: {reason}.", path=path, reason=error.strerror or error)) from error
    except UnicodeDecodeError as error:
        raise OpenError(
            say("{path} is no text: class names stand in a JSON list or one a line.", path=path)
        ) from error
    names = _from_json(path, text) if text.lstrip().startswith(("[", "{")) else text.rstrip().split("\n")
    if not any(name.strip() for name in names):
        raise OpenError(say("{path} holds no class names.", path=path))
    return tuple(name.strip() for name in names)


def _from_json(path: Path, text: str) -> list[str]:
    try:
        names = json.loads(text)
    except ValueError as error:
        raise OpenError(say("{path} does not read as JSON: {error}.", path=path, error=error)) from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise OpenError(say("{path} must hold a JSON list of class names.", path=path))
    return names
