"""What helps to find a fault: versions, the machine in general, settings and the last lines of the log.

Names of folders and of the user are left out unless they are allowed: such a report is sent to strangers.
Torch is not asked for more than its version where it has not been imported yet.
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import re
import sys
from contextlib import suppress
from dataclasses import asdict
from importlib import metadata
from pathlib import Path
from typing import Any

from inspector import __version__, paths
from inspector.settings import Settings

_PACKAGES = ("torch", "torchvision", "PySide6-Essentials", "pyqtgraph", "numpy", "pillow")
_LINES = 60
# Between two strokes a name may have blanks, and before an ending: rather too much goes than too little.
_PATH = re.compile(
    r"""(?P<path>
        file://[^\s"'<>]+
        | (?<![\w.:/\\<>…])(?:~|[A-Za-z]:)?[/\\]{1,2}
          (?=[^\s/\\"'<>|:,;()]+[/\\])
          (?:[^/\\"'<>|:\n]+[/\\]+)+
          (?:[^/\\"'<>|:\n]*?\.\w{1,11}\b | [^/\\"'<>|:\n,;()\s]*)
    )""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"""(?P<quote>["'“])(?P<path>(?:~|[A-Za-z]:)?[/\\][^"'”\n]*)(?P<end>["'”])""")
_CODE = re.compile(r"[/\\]((?:site-packages|dist-packages|inspector|lib[/\\]python[\d.]+)[/\\].*)$")


def report(settings: Settings, *, private: bool = False, window: str = "") -> str:
    """The report as plain text.

    Args:
        settings: What is remembered.
        private: Whether paths and names may stand in it.
        window: What the window knows of itself: Qt, the screen, the network.
    """
    versions = [f"{name} {_version(name)}" for name in _PACKAGES]
    parts = [
        f"Neuron Inspector {__version__}",
        f"Python {platform.python_version()} · {platform.platform()} · {platform.machine()}",
        " · ".join(versions),
        _torch(),
        window,
        "Settings:\n" + json.dumps(_shown(settings), indent=1, ensure_ascii=False),
        f"Last lines of the log:\n{_log()}",
    ]
    text = "\n\n".join(part for part in parts if part) + "\n"
    return text if private else without_names(text, paths_in=_values(settings))


def without_names(text: str, paths_in: tuple[str, ...] = ()) -> str:
    """The text with every path cut to its file's ending, without the user's and the machine's names.

    Paths of code keep what follows the installation's folder. `paths_in` are texts known to hold paths,
    spaces and all; they go wherever they stand.
    """
    for known in sorted({part for part in paths_in if part}, key=len, reverse=True):
        for form in (known, json.dumps(known, ensure_ascii=False)[1:-1]):
            text = text.replace(form, f"<path{_ending(known)}>")
    for home in _homes():
        text = re.sub(re.escape(home) + r"(?=[/\\]|\b|$)", "~", text)
    text = _QUOTED.sub(lambda found: found["quote"] + _short(found["path"]) + found["end"], text)
    text = _PATH.sub(lambda found: _short(found["path"]), text)
    for name in _names():
        text = re.sub(rf"(?i)(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", "<name>", text)
    return text


def _short(path: str) -> str:
    code = _CODE.search(path)
    return f"<…>/{code[1]}" if code else f"<path{_ending(path)}>"


def _ending(path: str) -> str:
    suffix = Path(path.rstrip("/\\")).suffix
    return suffix if re.fullmatch(r"\.\w{1,11}", suffix) else ""


def _homes() -> list[str]:
    home = str(Path.home())
    forms = {home, home.replace("\\", "/"), home.replace("\\", "\\\\")}
    return sorted((form for form in forms if len(form) > 1), key=len, reverse=True)


def _names() -> set[str]:
    """The user's and the machine's names; such as every machine has tell nothing and stay."""
    found = {Path.home().name, platform.node(), platform.node().partition(".")[0]}
    with suppress(KeyError, OSError, ImportError):  # there are users without a name
        found.add(getpass.getuser())
    return {name for name in found if len(name) > 1 and name.lower() not in ("root", "localhost", "user")}


def _values(settings: Settings) -> tuple[str, ...]:
    """Texts in the settings that hold paths."""
    found = [*settings.weights, *settings.pictures]
    for spec in (settings.network, *settings.recent):
        file = spec.partition("=")[2] or spec
        found += [file] if re.search(r"[/\\]|\.\w+$", file) else []
    return tuple(found)


def _shown(settings: Settings) -> dict[str, Any]:
    """The settings, less what only says how wide the panels are."""
    return {
        name: value
        for name, value in asdict(settings).items()
        if name not in ("layout", "layouts", "pictures")
    }


def _torch() -> str:
    """Threads and devices, as far as a torch that is there already tells."""
    cores = f"{os.cpu_count() or 1} processors"
    torch = sys.modules.get("torch")
    if torch is None:
        return f"{cores} · torch is not loaded"
    cuda = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "no CUDA"
    return f"{cores} · torch uses {torch.get_num_threads()} threads · {cuda}"


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not found"


def _log() -> str:
    file = paths.log_dir() / "inspector.log"
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return "(there is none)"
    return "\n".join(lines[-_LINES:]) or "(empty)"
