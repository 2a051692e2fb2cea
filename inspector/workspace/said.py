"""What a person made or said and no program can make again: edits and verdicts, a JSON file for each network.

Like taxonomies they are not in the index, which may be made anew from what was computed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from inspector.files import replacing
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError, explained
from inspector.workspace.lock import exclusively

VERSION = 1
_PATIENCE_S = 5.0
Document = dict[str, Any]


class Said:
    """Documents of one kind in a workspace, by the network's fingerprint.

    Attributes:
        notices: Sentences for the user on what was found damaged; whoever tells them takes them out.
    """

    def __init__(self, workspace: Path, kind: str) -> None:
        self._folder = workspace / kind
        self._kind = kind
        self.notices: list[str] = []

    def file(self, fingerprint: str) -> Path:
        """Where that network's document lies."""
        return self._folder / f"{fingerprint[:32]}.json"

    def read(self, fingerprint: str) -> Document:
        """What is kept of a network, empty where nothing is; a damaged file is moved aside.

        Raises:
            WorkspaceError: The file cannot be read, or a newer program wrote it.
        """
        file = self.file(fingerprint)
        with explained(say("The {kind} in {file} could not be read", kind=self._kind, file=file)):
            try:
                document = json.loads(file.read_text(encoding="utf-8"))
                version, content = int(document["version"]), dict(document["content"])
            except FileNotFoundError:
                return {}
            except (ValueError, TypeError, KeyError):
                aside = file.with_name(f"{file.name}.damaged-{time.time_ns()}")
                file.replace(aside)
                self.notices.append(
                    say(
                        "The {kind} of this network were damaged: see {name}.",
                        kind=self._kind,
                        name=aside.name,
                    )
                )
                return {}
        if version > VERSION:
            raise WorkspaceError(
                say("{file} was written by a newer version of the program: update the program.", file=file)
            )
        return content

    def change(self, fingerprint: str, network: str, action: Callable[[Document], Document]) -> Document:
        """Apply a change to what is on disk now and return the result: two windows do not undo each other's.

        Raises:
            WorkspaceError: It could not be written; what was there is there still.
        """
        file = self.file(fingerprint)
        with explained(say("The {kind} could not be kept", kind=self._kind)):
            self._folder.mkdir(parents=True, exist_ok=True)
            with exclusively(self._folder / f"{self._kind}.lock", _PATIENCE_S):
                changed = action(self.read(fingerprint))
                whole = {
                    "version": VERSION,
                    "network": network,
                    "fingerprint": fingerprint,
                    "content": changed,
                }
                with replacing(file) as part:
                    part.write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
        return changed
