"""The command line: the same lenses without a window. Free of torch and Qt until a command needs them."""

from __future__ import annotations

from inspector.cli.dispatch import main
from inspector.cli.parser import make_parser

__all__ = ["main", "make_parser"]
