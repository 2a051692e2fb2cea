"""Which files with code in them the user has allowed to run: remembered by content, never by name."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from pathlib import Path

from inspector import paths
from inspector.network.errors import OpenError
from inspector.saying import say

logger = logging.getLogger(__name__)


class NeedsTrust(OpenError):  # noqa: N818 - a question more than an error
    """Opening would run code that the user has not allowed yet.

    Attributes:
        file: The file with the code.
        what: What kind of code it is, for a question: "a Python file".
        digest: SHA-256 of its content: what is remembered once it is allowed.
    """

    def __init__(self, file: Path, what: str, digest: str) -> None:
        super().__init__(
            say(
                "{file} is {what}, and opening it would run its code: open it with --trust once you know "
                "where it comes from.",
                file=file,
                what=what,
            )
        )
        self.file = file
        self.what = what
        self.digest = digest


def trusted_file() -> Path:
    """Where the fingerprints of allowed files are kept."""
    return paths.config_dir() / "trusted.json"


def check(file: Path, what: str, trust: bool) -> None:
    """Let pass a file that is allowed, or is now (`trust`), which is then remembered.

    Args:
        file: The file with code in it.
        what: What kind of code it is, for the question.
        trust: Whether the user has just said that it may run.

    Raises:
        NeedsTrust: It has not been allowed.
        OpenError: It cannot be read.
    """
    digest = _digest(file)
    known = _known()
    if digest in known:
        return
    if not trust:
        raise NeedsTrust(file, what, digest)
    _remember({**known, digest: str(file.absolute())})


def _digest(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise OpenError(
            say("{file} cannot be read: {reason}.", file=file, reason=error.strerror or error)
        ) from error


def _known() -> dict[str, str]:
    try:
        data = json.loads(trusted_file().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError):
        logger.warning("%s does not read: every file is asked about again", trusted_file())
        return {}
    return data if isinstance(data, dict) else {}


def _remember(known: dict[str, str]) -> None:
    target = trusted_file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".trusted-")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(known, stream, indent=1)
        Path(name).replace(target)
    except OSError:
        logger.warning("%s could not be written: the question will be asked again", target)
