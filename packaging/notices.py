"""What goes in, told: a software bill of materials (CycloneDX) and the licence texts of all parts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
TOLD = ("LICENSE", "NOTICES.txt", "sbom.cdx.json")
"""The files that `write_notices` writes."""
_RULE = "=" * 100


@dataclass(frozen=True)
class Part:
    """Something packed that is no Python package of the environment.

    Attributes:
        name: Its name.
        version: Its version.
        purl: Its package URL (purl-spec).
        licence: The file that holds its licence's text.
    """

    name: str
    version: str
    purl: str
    licence: Path


def write_notices(folder: Path, system: list[str]) -> None:
    """Write sbom.cdx.json, NOTICES.txt and LICENSE into the folder.

    Both list the environment that was packed (a little more than what the analysis took of it, never
    less), Python itself, and the libraries of the building machine that went in.

    Args:
        folder: The built program.
        system: The files that were taken from the machine.

    Raises:
        OSError: No licence can be found for one of them.
    """
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    # Only on Linux does a program take libraries of the machine along.
    parts = [_python(), *(parts_of(system) if sys.platform == "linux" else [])]
    bill = folder / "sbom.cdx.json"
    _run("cyclonedx_py", "environment", "--output-format", "JSON", "--mc-type", "application",
         "--pyproject", str(ROOT / "pyproject.toml"), "-o", str(bill))  # fmt: skip
    bill.write_text(json.dumps(with_parts(json.loads(bill.read_text("utf-8")), parts), indent=2), "utf-8")
    notices = folder / "NOTICES.txt"
    _run("piplicenses", "--format=plain-vertical", "--with-license-file", "--no-license-path", "--with-urls",
         f"--output-file={notices}")  # fmt: skip
    with notices.open("a", encoding="utf-8") as file:
        file.write(texts_of(parts))


def with_parts(bill: dict[str, Any], parts: list[Part]) -> dict[str, Any]:
    """The bill of materials with the parts added to its components."""
    added = [
        {
            "type": "library",
            "bom-ref": part.purl,
            "name": part.name,
            "version": part.version,
            "purl": part.purl,
        }
        for part in parts
    ]
    return {**bill, "components": [*bill["components"], *added]}


def texts_of(parts: list[Part]) -> str:
    """The licences of the parts, and those of Qt, whose packages come without."""
    qt = (
        "PySide6, shiboken6, Qt: LGPL-3.0-only; their files lie each by itself in the folder, to be replaced."
    )
    texts = [
        (qt, [HERE / "licences" / name for name in ("LGPL-3.0.txt", "GPL-3.0.txt")]),
        *((f"{part.name} {part.version}", [part.licence]) for part in parts),
    ]
    return "".join(
        f"\n{_RULE}\n{title}\n{_RULE}\n\n" + "\n".join(file.read_text("utf-8", "replace") for file in files)
        for title, files in texts
    )


def parts_of(system: list[str]) -> list[Part]:
    """The Debian packages that files of this machine belong to, each once, by name.

    Raises:
        OSError: A file belongs to no package, so that nobody knows its licence.
    """
    names = {_package_of(file) for file in system}
    return [_debian(name) for name in sorted(names)]


def _package_of(file: str) -> str:
    # Where /lib is a link to /usr/lib, packages list either.
    real = str(Path(file).resolve())
    for path in (file, real, real.removeprefix("/usr")):
        done = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return done.stdout.split(": ")[0].split(", ")[0]
    raise OSError(f"{file} belongs to no package of this machine: its licence is not known")


def _debian(name: str) -> Part:
    query = ["dpkg-query", "-W", "-f", "${Version}\t${source:Package}", name]
    told = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    version, source = told.split("\t")
    plain = name.split(":")[0]
    for place in (plain, source):
        if (file := Path("/usr/share/doc") / place / "copyright").is_file():
            return Part(plain, version, f"pkg:deb/debian/{plain}@{version}", file)
    raise OSError(f"the package {name} tells no licence")


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    for file in (Path(sys.base_prefix) / "LICENSE.txt", Path(json.__file__).parents[1] / "LICENSE.txt"):
        if file.is_file():
            return Part("Python", version, f"pkg:generic/python@{version}", file)
    raise OSError("Python's own licence lies neither beside it nor in its library")


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, stdout=subprocess.DEVNULL)
