"""Writing what a comparison has found as tables."""

from __future__ import annotations

from pathlib import Path

from inspector.gui.translation import tr
from inspector.lenses.comparison import Comparison, Matching, TimeLine
from inspector.lenses.comparison.tables import MATCHES, cka_rows, match_rows, time_rows, write_csv
from inspector.network.errors import InspectorError


def write_comparison(
    what: str, path: Path, comparison: Comparison, matching: Matching | None, line: TimeLine | None
) -> None:
    """Write a table ("cka", "matches", "time") as CSV.

    Raises:
        InspectorError: There is nothing of that yet, or the file cannot be written.
    """
    if what == "cka":
        write_csv(path, cka_rows(comparison))
    elif what == "matches" and matching is not None:
        write_csv(path, [MATCHES, *match_rows(comparison, matching)])
    elif what == "time" and line is not None:
        write_csv(path, time_rows(line))
    else:
        raise InspectorError(tr("There is nothing of that to export yet."))
