"""What the tests of the packaging share."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def fake_program(folder: Path, script: str) -> Path:
    """A built folder whose program is a shell script."""
    folder.mkdir()
    (folder / "LICENSE").write_text("free", encoding="utf-8")
    (folder / "neuron-inspector").write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / "neuron-inspector").chmod(0o755)
    return folder
