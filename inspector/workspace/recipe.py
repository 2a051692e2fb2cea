"""Recipes: JSON-able dictionaries of everything needed to get a finding again, and what makes two equal."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from inspector.saying import say
from inspector.workspace.errors import WorkspaceError

# Told, and not counted: an update of torch, a batch with other units, a walk by another way
# leave a kept picture the one that was asked for.
TOLD = frozenset({"fingerprint", "versions", "batch", "step", "compute"})


def recipe_digest(recipe: Mapping[str, Any]) -> str:
    """SHA-256 (64 hexadecimal digits) of what counts in a recipe, whatever the order of its keys.

    Numbers that are equal count as equal (1 and 1.0), and so do tuples and lists. What stands under the keys
    of `TOLD` does not count. Of anything that tells its digest (a picture) only that counts, not its name.

    Raises:
        WorkspaceError: The recipe holds something that JSON does not know.
    """
    counted = {key: _by_digest(value) for key, value in recipe.items() if key not in TOLD}
    return hashlib.sha256(canonical(counted).encode()).hexdigest()


def canonical(value: Any) -> str:
    """The one JSON text of a value: keys sorted, no blanks, whole numbers without a point.

    Raises:
        WorkspaceError: The value holds something that JSON does not know (NaN included).
    """
    try:
        return json.dumps(
            _plain(value), sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
        )
    except (TypeError, ValueError) as error:
        raise WorkspaceError(
            say("A recipe holds what cannot be written down: {error}.", error=error)
        ) from error


def _by_digest(value: Any) -> Any:
    if isinstance(value, Mapping):
        names = ["digest"] if "digest" in value else list(value)
        return {name: _by_digest(value[name]) for name in names}
    if isinstance(value, (list, tuple)):
        return [_by_digest(item) for item in value]
    return value


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
