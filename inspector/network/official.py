"""Where the official weights of an architecture come from, and which file on this machine holds them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from inspector import paths, settings
from inspector.saying import say

_SUFFIXES = (".pth", ".pt", ".safetensors", ".caffemodel", ".tar", ".bin")


@dataclass(frozen=True)
class Official:
    """Weights that the authors of a network, or of a library, have published.

    Attributes:
        address: Where they can be had, shown as text; nothing is fetched unless asked for.
        licence: Under which terms.
        digest: Checksum as "sha256:..." or "sha1:...", of which the beginning may be enough; "" where none is
            published.
        name: Name of the file here, where the address ends in another; see `file`.
    """

    address: str
    licence: str
    digest: str = ""
    name: str = ""

    @property
    def file(self) -> str:
        """Name of the file."""
        return self.name or self.address.rstrip("/").rpartition("/")[2]


def weights_folder() -> Path:
    """Where downloads go, and where a file that was fetched by hand is looked for first."""
    return paths.data_dir() / "weights"


def folders() -> tuple[Path, ...]:
    """The folders in which weights are looked for: ours, those registered, and torch's own cache."""
    # torch.hub.get_dir() without importing torch, which listing networks has no other need of.
    cache = os.environ.get("XDG_CACHE_HOME", "~/.cache")
    torch_home = Path(os.environ.get("TORCH_HOME", f"{cache}/torch")).expanduser()
    registered = (Path(folder) for folder in settings.load().weights)
    return (weights_folder(), *registered, torch_home / "hub" / "checkpoints")


def installed(name: str, official: Official | None) -> Path | None:
    """The file with an architecture's weights on this machine, or None.

    In all folders it is known by the official file's name; in ours and the registered ones also as NAME.pth
    and the like, or as NAME-anything.pth.
    """
    *named, cache = folders()
    if official is not None:
        found = [folder / official.file for folder in (*named, cache)]
        if (file := next(filter(Path.is_file, found), None)) is not None:
            return file
    return next((file for folder in named for file in _called(folder, name)), None)


def _called(folder: Path, name: str) -> list[Path]:
    """Weights files in `folder` that are called after the architecture, the shortest name first."""
    found = [*folder.glob(f"{name}.*"), *folder.glob(f"{name}-*.*")]
    kept = [file for file in found if file.suffix in _SUFFIXES and file.is_file()]
    return sorted(kept, key=lambda file: (len(file.name), file.name))


def advice(name: str, official: Official) -> str:
    """One sentence on how to come by the weights where there is no connection."""
    return say(
        "Get {address} and put it into {weights_folder}, or open {name}=FILE.",
        address=official.address,
        weights_folder=weights_folder(),
        name=name,
    )
