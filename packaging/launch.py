"""What the frozen program runs first."""

import multiprocessing
import os
import sys

if __name__ == "__main__":
    # Worker processes of a frozen program start as copies of it and must turn off here.
    multiprocessing.freeze_support()
    # A program for the window has no streams on Windows, and libraries write to them all the same.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    from inspector.cli.dispatch import main

    sys.exit(main())
