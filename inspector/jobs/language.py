"""Writing results about words to files."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from inspector.jobs.bench import Bench
from inspector.lenses.base import Progress, Update
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class ExportWords:
    """Write an attack, prompts, words or a Stroop grid as CSV, JSON or PNG; returns the file.

    Attributes:
        result: What was found.
        path: The file, whose ending says which form.
    """

    result: Any = field(compare=False)
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Path]:
        """Write it, whole or not at all."""
        yield Progress(0, 1, Path(self.path).name)
        from inspector.lenses.language.export import write

        return write(self.result, Path(self.path))
