"""What the program remembers between two starts, in one small JSON file."""

from __future__ import annotations

import json
import logging
import os
import tempfile
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from inspector import paths
from inspector.network.device import DEVICES, PRECISIONS

_log = logging.getLogger(__name__)


@dataclass
class Settings:
    """Everything remembered.

    Attributes:
        theme: "system", "light", "dark" or "contrast".
        language: What the window speaks: "system", or a language's two letters.
        network: What was open last, as given to `open_network`.
        location: Address of the last location, or "".
        recent: Networks opened before, newest first.
        lens: What the unit grid's tiles show.
        tile: Side of the unit grid's tiles in pixels.
        pictures: Files that were dropped or opened and still lie there.
        picture: Digest of the picture that was looked at last, or "".
        weights: Folders in which the weights of networks are looked for.
        threads: How many threads torch computes with; 0 for what suits the machine.
        cache: Megabytes of results held in memory.
        device: What computes: "cpu", "cuda" or "mps"; "" for what the environment asks for.
        precision: "float32", "bfloat16" or "float16"; "" for what the environment asks for.
        toured: Whether the tour of the window was shown.
        layout: Window geometry, panels and splitter positions, base64 by name.
        layouts: Layouts that were given a name, each as `layout`.
    """

    theme: str = "system"
    language: str = "system"
    network: str = "demo"
    location: str = ""
    recent: list[str] = field(default_factory=list)
    lens: str = "activations"
    tile: int = 96
    pictures: list[str] = field(default_factory=list)
    picture: str = ""
    weights: list[str] = field(default_factory=list)
    threads: int = 0
    cache: int = 256
    device: str = ""
    precision: str = ""
    toured: bool = False
    layout: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, dict[str, str]] = field(default_factory=dict)

    def remember_network(self, spec: str) -> None:
        """Put `spec` first among the recent networks."""
        self.network = spec
        self.recent = [spec, *(other for other in self.recent if other != spec)][:10]

    def register_weights(self, folder: str) -> None:
        """Look for weights in `folder` from now on."""
        self.weights = [*(other for other in self.weights if other != folder), folder]

    def save(self, file: Path | None = None) -> None:
        """Write the file whole or not at all; a failure is logged, never raised: settings are a comfort."""
        target = file or settings_file()
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=target.parent, prefix=".settings-")
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(asdict(self), stream, indent=1)
            Path(name).replace(target)
        except OSError:
            _log.warning("Settings could not be written to %s", target, exc_info=True)


def settings_file() -> Path:
    """Where the settings lie."""
    return paths.config_dir() / "settings.json"


def load(file: Path | None = None) -> Settings:
    """The remembered settings; defaults for what is missing, unreadable or of the wrong kind."""
    try:
        data = json.loads((file or settings_file()).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError):
        _log.warning("Settings could not be read; starting with defaults", exc_info=True)
        return Settings()
    return _fitting(data if isinstance(data, dict) else {})


def _fitting(data: dict[str, Any]) -> Settings:
    settings = Settings()
    for entry in fields(Settings):
        value = data.get(entry.name)
        if type(value) is type(getattr(settings, entry.name)):
            setattr(settings, entry.name, value)
    for stored in (settings.layout, *settings.layouts.values()):
        if not _is_texts(stored):
            settings.layout, settings.layouts = {}, {}
            break
    if settings.theme not in ("system", "light", "dark", "contrast"):
        settings.theme = "system"
    settings.threads, settings.cache = max(settings.threads, 0), max(settings.cache, 32)
    if settings.device not in ("", *DEVICES) or settings.precision not in ("", *PRECISIONS):
        settings.device = settings.precision = ""
    if settings.lens not in ("activations", "feature-visualization", "weights"):
        settings.lens = "activations"
    return settings


def _is_texts(stored: object) -> bool:
    return isinstance(stored, dict) and all(isinstance(value, str) for value in stored.values())
