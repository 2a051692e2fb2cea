"""Where things lie on disk: shipped resources, the user's settings, caches and logs."""

from __future__ import annotations

from pathlib import Path

import platformdirs

APP = "neuron-inspector"


def resources() -> Path:
    """The folder of shipped resources, in an installed wheel or a source checkout.

    Raises:
        FileNotFoundError: neither place holds it, so the installation is damaged.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "demo").is_dir():
            return folder
    raise FileNotFoundError("The program's resources folder is missing: install neuron-inspector again.")


def config_dir() -> Path:
    """The folder of the user's settings (not made until something is written)."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False))


def data_dir() -> Path:
    """The folder of the user's workspace (not made until something is written)."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def log_dir() -> Path:
    """The folder of log files (not made until something is written)."""
    return Path(platformdirs.user_log_dir(APP, appauthor=False))
