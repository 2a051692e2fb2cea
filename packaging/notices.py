"""What goes in, told: a software bill of materials (CycloneDX) and the licence texts of all parts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def write_notices(folder: Path) -> None:
    """Write sbom.cdx.json, NOTICES.txt and LICENSE into the folder.

    Both list the environment that was packed: a little more than what the analysis took of it, never less.
    """
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    _run("cyclonedx_py", "environment", "--output-format", "JSON", "-o", str(folder / "sbom.cdx.json"))
    _run(
        "piplicenses", "--format=plain-vertical", "--with-license-file", "--no-license-path", "--with-urls",
        f"--output-file={folder / 'NOTICES.txt'}",
    )  # fmt: skip


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL)
