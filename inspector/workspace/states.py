"""Files of what findings go on from: beside their pictures, named by digest, and gone without harm.

They are large and noise to every packer, so their room is bounded: the oldest ones are deleted first.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from inspector.files import replacing

# Of all of them together: some hundred rows of pictures of 224 pixels.
MOST_BYTES = 1 << 30
_LEFT_SHARE = 0.8
_SUFFIX = ".state"


def digest_of(state: bytes) -> str:
    """What a state is found by; empty for none."""
    return hashlib.sha256(state).hexdigest() if state else ""


class StateFiles:
    """The states in a folder of findings."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._bytes: int | None = None  # not counted yet

    def write(self, stem: str, state: bytes) -> None:
        """Write a finding's state, and delete the oldest of all where they are too many.

        Raises:
            InspectorError: The file cannot be written.
        """
        before = self.size() if self._bytes is None else self._bytes
        with replacing(self._path(stem, digest_of(state))) as temporary:
            temporary.write_bytes(state)
        self._bytes = before + len(state)
        if self._bytes > MOST_BYTES:
            self._thin_out()

    def read(self, stem: str, digest: str) -> bytes:
        """A finding's state; empty where it is not there any more, or damaged."""
        with suppress(OSError):
            state = self._path(stem, digest).read_bytes() if digest else b""
            return state if digest_of(state) == digest else b""
        return b""

    def size(self) -> int:
        """Bytes of all states."""
        return sum(size for _, size, _ in self._all())

    def _path(self, stem: str, digest: str) -> Path:
        return self._folder / stem[:2] / f"{stem}-{digest[:16]}{_SUFFIX}"

    def _all(self) -> list[tuple[int, int, Path]]:
        """When each was written, its bytes, and the file."""
        found = []
        for path in self._folder.glob(f"*/[!.]*{_SUFFIX}"):
            with suppress(OSError):  # another window may just have deleted it
                about = path.stat()
                found.append((about.st_mtime_ns, about.st_size, path))
        return found

    def _thin_out(self) -> None:
        states = sorted(self._all())
        left = sum(size for _, size, _ in states)
        for _, size, path in states:
            if left <= MOST_BYTES * _LEFT_SHARE:
                break
            with suppress(OSError):
                path.unlink()
                left -= size
        self._bytes = left
