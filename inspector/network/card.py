"""The JSON that stands beside a weights file and says what is in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.network.errors import InspectorError, OpenError
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say


@dataclass(frozen=True)
class Card:
    """What is known of a network besides its weights; every part may be missing.

    Attributes:
        path: The JSON file, or None where nothing stood beside the weights.
        architecture: Name of the architecture in the catalogue.
        arguments: Handed to what builds the architecture.
        weights: The weights file.
        labels: Names of the classes in order.
        preprocessing: From pictures to the network's input.
        about: The whole document: title, description, accuracy, licence, training ...
    """

    path: Path | None = None
    architecture: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    weights: Path | None = None
    labels: tuple[str, ...] = ()
    preprocessing: Preprocessing | None = None
    about: Mapping[str, Any] = field(default_factory=dict)


def card_beside(weights: Path) -> Card:
    """The card in the JSON of the same stem, or an empty one.

    Raises:
        OpenError: The JSON is there but does not read.
    """
    path = weights.parent / f"{weights.stem}.json"
    return read_card(path) if path.is_file() else Card()


def read_card(path: Path) -> Card:
    """The card in a JSON file.

    Raises:
        OpenError: It is missing, no JSON, or a value of it is not of the expected kind.
    """
    data = _document(path)
    if not isinstance(data, dict):
        raise OpenError(
            say(
                "{path} describes no network: it must hold a JSON object with “architecture” and “weights”.",
                path=path,
            )
        )
    weights = _text(path, data, "weights")
    return Card(
        path=path,
        architecture=_text(path, data, "architecture"),
        arguments=_object(path, data, "arguments"),
        weights=path.parent / weights if weights else None,
        labels=_labels(path, data.get("labels", [])),
        preprocessing=_preprocessing(path, data),
        about=data,
    )


def _document(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OpenError(
            say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)
        ) from error
    except (ValueError, RecursionError) as error:
        raise OpenError(say("{path} is no JSON that reads: {error}.", path=path, error=error)) from error


def _text(path: Path, data: Mapping[str, Any], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise OpenError(say("{path}: “{key}” must be a text.", path=path, key=key))
    return value


def _object(path: Path, data: Mapping[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        raise OpenError(say("{path}: “{key}” must be a JSON object.", path=path, key=key))
    return value


def _preprocessing(path: Path, data: Mapping[str, Any]) -> Preprocessing | None:
    if "preprocessing" not in data:
        return None
    try:
        return Preprocessing.from_json(_object(path, data, "preprocessing"))
    except OpenError:
        raise
    except InspectorError as error:
        raise OpenError(say("{path}: {error}", path=path, error=error)) from error


def _labels(path: Path, value: Any) -> tuple[str, ...]:
    """Labels given as a list, or as the name of a JSON file beside that holds one."""
    if isinstance(value, str):
        path = path.parent / value
        value = _document(path)
    if not isinstance(value, list) or not all(isinstance(label, str) for label in value):
        raise OpenError(
            say(
                "{path}: “labels” must be a list of class names, or the name of a JSON file with one.",
                path=path,
            )
        )
    return tuple(value)
