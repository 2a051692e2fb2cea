"""Who else has a workspace open: a window holds a lock file as long as it lives, however it dies."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from inspector.workspace.lock import exclusively

_SEATS = 16


class Presence:
    """A window's seat at a workspace.

    Attributes:
        others: How many other windows sat there when this one came.
    """

    def __init__(self, folder: Path) -> None:
        """Take a free seat; where the folder cannot be written nobody is seen, and nothing is kept either."""
        self.others = 0
        self._held = ExitStack()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._sit(folder)
        except OSError:
            self.leave()

    def leave(self) -> None:
        """Give the seat up; may be called again."""
        self._held.close()

    def _sit(self, folder: Path) -> None:
        seated = False
        for path in (folder / f"window-{number}.lock" for number in range(_SEATS)):
            if seated and not path.exists():
                continue  # nobody has ever come so far
            with ExitStack() as tried:
                try:
                    tried.enter_context(exclusively(path, 0))
                except TimeoutError:
                    self.others += 1
                    continue
                if not seated:
                    self._held.push(tried.pop_all())
                    seated = True
