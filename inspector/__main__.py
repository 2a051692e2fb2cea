"""The entry of `neuron-inspector` and `python -m inspector`."""

from __future__ import annotations

import sys

from inspector.cli.dispatch import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
