"""What goes into the frozen program, and what stays out although the analysis finds it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from pathlib import Path

Entry = tuple[str, str, str]
"""One file of PyInstaller's analysis: place in the folder, source, kind."""

# GTK's theme would bring GTK itself, of the machine that built (dialogs of the desktop come through its
# portal); screens without a desktop, servers and a network are not for an offline program in a window.
UNWANTED = (
    "*/plugins/platformthemes/libqgtk3.so",
    "*/plugins/egldeviceintegrations/*",
    "*/plugins/generic/*",
    "*/plugins/networkinformation/*",
    "*/plugins/tls/*",
    *(
        f"*/plugins/platforms/libq{name}.so"
        for name in ("eglfs", "linuxfb", "minimalegl", "vkkhrdisplay", "vnc")
    ),
    "*libQt6EglF[Ss]*",
    "torch/bin/protoc*",
    "torch/bin/test_*",
    "torch/test/*",
    "torch/include/*",
    "torch/share/*",
)


def torchvision_folder() -> Path:
    """Where torchvision lies; it is not imported, as that may be what fails."""
    from importlib.util import find_spec

    return Path(find_spec("torchvision").origin).parent


def operators(folder: Path) -> list[Path]:
    """Torchvision's compiled operators as far as they load beside this torch.

    Since torchvision 0.29 they have names that PyInstaller's hook does not know. Its reader of image
    files stays out: pictures are decoded by Pillow.
    """
    import torch

    found = []
    for file in sorted(path for suffix in ("so", "pyd", "dylib") for path in folder.glob(f"_C*.{suffix}")):
        try:
            torch.ops.load_library(str(file))
        except OSError:
            return []
        found.append(file)
    return found


def of_the_system(source: str) -> bool:
    """Whether a file comes from neither this environment nor its Python: a library of the machine."""
    return not any(Path(source).is_relative_to(home) for home in (sys.prefix, sys.base_prefix))


def without_unwanted(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out what is `UNWANTED`, and the libraries of the system that nothing else asked for.

    Args:
        entries: What the analysis found.
        needed_by: The names of all libraries that a file needs, those that they need included.
    """
    every = list(entries)
    kept = [entry for entry in every if not _unwanted(entry[0])]
    gone = [entry for entry in every if _unwanted(entry[0])]
    only_theirs = _needed(gone, needed_by) - _needed(
        (entry for entry in kept if not of_the_system(entry[1])), needed_by
    )
    return [e for e in kept if not (of_the_system(e[1]) and Path(e[0]).name in only_theirs)]


def _needed(entries: Iterable[Entry], needed_by: Callable[[str], Iterable[str]]) -> set[str]:
    sources = {source for _, source, kind in entries if kind in ("BINARY", "EXTENSION")}
    return {name for source in sources for name in needed_by(source)}


def _unwanted(place: str) -> bool:
    return any(fnmatch(place.replace("\\", "/"), pattern) for pattern in UNWANTED)
