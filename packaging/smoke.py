"""Start the built program as a user would, on a machine without its source, and let it show itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_PATIENCE_S = 600
_CATALOGUES = ("resnet18", "timm.resnet10t", "clip_rn50")
_NODE, _UNIT = "conv1", "conv1/3"
# What a system itself needs to start a program; nothing of this environment may help it beyond that.
_KEPT = (
    "PATH", "LANG", "OMP_NUM_THREADS",
    "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT",
    "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
)  # fmt: skip
_HOMES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP")


class SmokeError(Exception):
    """The built program did not do what it must; the text says what, in one sentence."""


@dataclass(frozen=True)
class Program:
    """A program in a home of its own, which is also the folder that it is started in.

    Attributes:
        command: What starts it.
        home: An empty folder.
        given: Variables of the environment beyond those that every program is given.
    """

    command: tuple[str, ...]
    home: Path
    given: tuple[tuple[str, str], ...] = ()

    def run(self, *arguments: str) -> str:
        """What it says on standard output.

        Raises:
            SmokeError: It failed, or took too long.
        """
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        environment |= dict.fromkeys(_HOMES, str(self.home)) | {"QT_QPA_PLATFORM": "offscreen"}
        try:
            done = subprocess.run(
                [*self.command, *arguments],
                cwd=self.home,
                env={**environment, **dict(self.given)},
                capture_output=True,
                text=True,
                encoding="utf-8",
                errors="replace",
                timeout=_PATIENCE_S,
            )
        except subprocess.TimeoutExpired as error:
            raise SmokeError(f"“{' '.join(arguments)}” did not end in {_PATIENCE_S} s.") from error
        if done.returncode:
            last = " / ".join((done.stderr.strip() or "no message").splitlines()[-3:])
            raise SmokeError(f"“{' '.join(arguments)}” ended with status {done.returncode}: {last}")
        return done.stdout


def try_out(program: Path, source: Path | None = None) -> int:
    """Open networks, look through pictures, write an atlas, run the window's tour; returns its pictures.

    Args:
        program: The built program.
        source: The source that it was built of. This Python runs it beside, and both must measure the same.

    Raises:
        SmokeError: A command failed, showed nothing, or something else than the source.
    """
    with tempfile.TemporaryDirectory() as temporary:
        homes = Path(temporary).resolve()
        for name in ("built", "source"):
            (homes / name).mkdir()
        built = Program((str(program),), homes / "built")
        _opens_networks(built)
        found = _scans(built)
        _keeps_compiled_loops(built)
        if source is not None and found != (beside := _scans(_from_source(source, homes / "source"))):
            raise SmokeError(f"The scan found {found[:2]} …, that of the source {beside[:2]} ….")
        _writes_an_atlas(built)
        return _tours(built)


def _from_source(source: Path, home: Path) -> Program:
    """The program as this Python runs it."""
    given = (("PYTHONPATH", str(source)), ("PYTHONUTF8", "1"))
    return Program((sys.executable, "-m", "inspector"), home, given)


def start_once(program: Path, **given: str) -> None:
    """Have it list the demonstration network's nodes, with variables of the environment as given.

    Raises:
        SmokeError: It failed, or has no such node.
    """
    with tempfile.TemporaryDirectory() as home:
        told = Program((str(program),), Path(home), tuple(given.items())).run("nodes", "demo")
    if _NODE not in told:  # runtimes of AppImages may put lines of their own before
        raise SmokeError(f"The demonstration network has no node {_NODE}.")


def _opens_networks(program: Program) -> None:
    nodes = json.loads(program.run("nodes", "demo", "--json"))
    if not any(node["name"] == _NODE for node in nodes):
        raise SmokeError(f"The demonstration network has no node {_NODE}.")
    for network in _CATALOGUES:  # found by name, through libraries that the analysis may take in part
        program.run("nodes", network, "--json")


def _scans(program: Program) -> list[Any]:
    """A unit's strongest pictures, found on two threads: names, values and places."""
    program.run("scan", "demo", "samples", "--node", _NODE, "--threads", "2")
    told = json.loads(program.run("examples", "demo", _UNIT, "--json") or "{}")
    found = [
        (Path(example["picture"]).name, example["value"], example["y"], example["x"])
        for example in told.get("top", [])
    ]
    if not found:
        raise SmokeError(f"The scan found no picture for {_UNIT}.")
    return found


def _keeps_compiled_loops(program: Program) -> None:
    # Without Numba a scan finds the same, only slower. On Windows its cache lies beyond the program's home.
    if sys.platform != "win32" and not any(program.home.rglob("*.nbi")):
        raise SmokeError("Numba compiled none of the scan's loops.")


def _writes_an_atlas(program: Program) -> None:
    program.run("atlas", "demo", "--out", "site", "--node", _NODE, "--pictures", "samples")
    pages = list((program.home / "site").rglob("*.html"))
    if len(pages) < 2:
        raise SmokeError(f"The atlas has {len(pages)} pages.")


def _tours(program: Program) -> int:
    program.run("tour", "demo", "--out", "tour")
    pictures = sorted((program.home / "tour").glob("*.png"))
    if len(pictures) < 10 or min(file.stat().st_size for file in pictures) < 10_000:
        raise SmokeError(f"The tour left {len(pictures)} pictures, or empty ones.")
    return len(pictures)
