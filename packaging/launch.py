"""What the frozen program runs first."""

import multiprocessing
import sys

from inspector.cli.dispatch import main

if __name__ == "__main__":
    # Worker processes of a frozen program start as copies of it and must turn off here.
    multiprocessing.freeze_support()
    sys.exit(main())
