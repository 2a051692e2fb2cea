"""Start the built program as a user would, on a machine without its source, and let it show itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_PATIENCE_S = 600
_CATALOGUES = ("resnet18", "timm.resnet10t", "clip_rn50")


class SmokeError(Exception):
    """The built program did not do what it must; the text says what, in one sentence."""


def try_out(folder: Path) -> int:
    """List the demonstration network's nodes and run the window's tour; returns the number of pictures.

    Raises:
        SmokeError: A command failed, or showed nothing.
    """
    program = folder / ("neuron-inspector.exe" if sys.platform == "win32" else "neuron-inspector")
    with tempfile.TemporaryDirectory() as empty:
        nodes = json.loads(_run(program, Path(empty), "nodes", "demo", "--json"))
        if not any(node["name"] == "conv1" for node in nodes):
            raise SmokeError("The demonstration network has no node conv1.")
        for network in _CATALOGUES:  # found by name, through libraries that the analysis may take in part
            _run(program, Path(empty), "nodes", network, "--json")
        _run(program, Path(empty), "scan", "demo", "samples", "--node", "conv1")  # compiles with numba
        out = Path(empty) / "tour"
        _run(program, Path(empty), "tour", "demo", "--out", str(out))
        pictures = sorted(out.glob("*.png"))
        if len(pictures) < 10 or min(file.stat().st_size for file in pictures) < 10_000:
            raise SmokeError(f"The tour left {len(pictures)} pictures, or empty ones.")
        return len(pictures)


def _run(program: Path, home: Path, *arguments: str) -> str:
    # Nothing of this environment may help the program: no PYTHONPATH, no environment, a home of its own.
    kept = ("PATH", "SYSTEMROOT", "LANG", "OMP_NUM_THREADS")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(home)}
    try:
        done = subprocess.run(
            [str(program), *arguments],
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired as error:
        raise SmokeError(f"“{' '.join(arguments)}” did not end in {_PATIENCE_S} s.") from error
    if done.returncode:
        last = " / ".join((done.stderr.strip() or "no message").splitlines()[-3:])
        raise SmokeError(f"“{' '.join(arguments)}” ended with status {done.returncode}: {last}")
    return done.stdout
