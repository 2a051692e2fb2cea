"""What is said of a scanned unit."""

from __future__ import annotations

import math
from datetime import datetime

from inspector.gui.views.class_bars import percent
from inspector.gui.views.words import number
from inspector.lenses.examples import ScanSummary, UnitExamples

_SHOWN_QUANTILES = (0.5, 0.95, 0.99)
_LEAST_SHARE = 0.005
_BOXES = {
    "gradients": "What the unit sees was found with gradients.",
    "whole": "The unit sees the whole picture, or what it sees cannot be told.",
}


def facts(examples: UnitExamples) -> list[str]:
    """The numbers, the most telling first."""
    known = dict(examples.quantiles)
    pairs = [
        ("fires at", percent(examples.firing) + " of places" if math.isfinite(examples.firing) else ""),
        ("mean", number(examples.mean)),
        ("sd", number(examples.deviation)),
        *((_quantile(share), number(known[share])) for share in _SHOWN_QUANTILES if share in known),
        ("range", f"{number(examples.lowest)} to {number(examples.highest)}"),
        ("sparseness", number(examples.sparseness)),
        ("class selectivity", number(examples.selectivity)),
    ]
    return [f"{name} {text}" for name, text in pairs if text and text != "–"]


def _quantile(share: float) -> str:
    return "median" if share == 0.5 else f"{number(100 * share)} % below"


def provenance(examples: UnitExamples, scan: ScanSummary | None) -> str:
    """What was scanned and when, in a line."""
    parts = [examples.title, f"{examples.pictures:,} pictures"]
    if scan is not None:
        parts.append(date_text(scan.made_at))
        parts += _left_out(scan)
    return " · ".join(parts)


def sample_sentence(examples: UnitExamples, what: str) -> str:
    """That something comes from a sample of positions; "" where it does not."""
    if not examples.positions:
        return ""
    of = math.prod(examples.map_shape)
    return f"{what} from {examples.positions:,} of {of:,} places of each picture, evenly drawn."


def details(examples: UnitExamples, scan: ScanSummary | None) -> str:
    """Everything about the scan, a line each."""
    lines = [provenance(examples, scan)]
    if examples.positions:
        lines.append(sample_sentence(examples, "Histogram, quilt, sd, quantiles and firing are"))
    if examples.box_source in _BOXES:
        lines.append(_BOXES[examples.box_source])
    if scan is not None:
        lines += [f"Scanned: {', '.join(scan.paths)}", *scan.skipped[:10]]
    return "\n".join(lines)


def class_texts(examples: UnitExamples, place: int) -> list[str]:
    """The classes behind one of the quilt's ranges with their shares, the largest first."""
    shares = examples.shares
    if shares is None or not 0 <= place < shares.shares.shape[1]:
        return []
    column = shares.shares[:, place]
    order = sorted(range(len(column)), key=lambda i: -column[i])
    return [f"{shares.names[i]} {100 * column[i]:.0f} %" for i in order if column[i] >= _LEAST_SHARE]


def date_text(seconds: float) -> str:
    """A moment for a person: "27 September 2026, 14:05"."""
    moment = datetime.fromtimestamp(seconds)
    return f"{moment.day} {moment:%B %Y, %H:%M}"


def _left_out(scan: ScanSummary) -> list[str]:
    said = []
    if scan.skipped_count:
        said.append(f"{scan.skipped_count:,} unreadable")
    if scan.duplicates:
        said.append(f"{scan.duplicates:,} that came twice")
    return said


def scan_text(scan: ScanSummary) -> str:
    """A scan in a list of scans."""
    return f"{scan.title} · {scan.pictures:,} pictures · {date_text(scan.made_at)}"
