"""The sample pictures that ship with the program, so that the first minute needs no files."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

from inspector import paths
from inspector.pictures.decode import open_picture
from inspector.pictures.picture import Picture


@cache
def labelled_samples() -> dict[Path, str]:
    """Class of each sample picture's file, in the manifest's order. Not to be changed.

    Raises:
        FileNotFoundError: The installation is damaged.
    """
    folder = paths.resources() / "demo" / "samples"
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return {folder / entry["file"]: entry["class"] for entry in manifest["pictures"]}


def sample_paths() -> list[Path]:
    """Files of the sample pictures, in the manifest's order.

    Raises:
        FileNotFoundError: The installation is damaged.
    """
    return list(labelled_samples())


def samples() -> list[Picture]:
    """The sample pictures, each labelled with its class."""
    return [replace(open_picture(path), label=label) for path, label in labelled_samples().items()]
