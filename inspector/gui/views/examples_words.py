"""What is said of a scanned unit."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QLocale

from inspector.gui.translation import digits, mark, plural, spoken, tr
from inspector.gui.views.class_bars import percent
from inspector.gui.views.words import number
from inspector.lenses.examples import ScanSummary, UnitExamples

_SHOWN_QUANTILES = (0.5, 0.95, 0.99)
_LEAST_SHARE = 0.005
_BOXES = {
    "gradients": mark("What the unit sees was found with gradients."),
    "whole": mark("The unit sees the whole picture, or what it sees cannot be told."),
}


def facts(examples: UnitExamples) -> list[str]:
    """The numbers, the most telling first."""
    known = dict(examples.quantiles)
    pairs = [
        (
            tr("fires at"),
            percent(examples.firing) + tr(" of places") if math.isfinite(examples.firing) else "",
        ),
        (tr("mean"), number(examples.mean)),
        (tr("sd"), number(examples.deviation)),
        *((_quantile(share), number(known[share])) for share in _SHOWN_QUANTILES if share in known),
        (
            tr("range"),
            tr("{lowest} to {highest}").format(
                lowest=number(examples.lowest), highest=number(examples.highest)
            ),
        ),
        (tr("sparseness"), number(examples.sparseness)),
        (tr("class selectivity"), number(examples.selectivity)),
    ]
    return [f"{name} {text}" for name, text in pairs if text and text != "–"]


def _quantile(share: float) -> str:
    return tr("median") if share == 0.5 else tr("{number} % below").format(number=number(100 * share))


def provenance(examples: UnitExamples, scan: ScanSummary | None) -> str:
    """What was scanned and when, in a line."""
    parts = [
        tr(examples.title),
        plural("{pictures:,} picture", "{pictures:,} pictures", examples.pictures).format(
            pictures=examples.pictures
        ),
    ]
    if scan is not None:
        parts.append(date_text(scan.made_at))
        parts += _left_out(scan)
    return " · ".join(parts)


def sample_sentence(examples: UnitExamples, what: str) -> str:
    """That something comes from a sample of positions; "" where it does not."""
    if not examples.positions:
        return ""
    of = math.prod(examples.map_shape)
    return tr("{what} from {positions:,} of {of:,} places of each picture, evenly drawn.").format(
        what=what, positions=examples.positions, of=of
    )


def details(examples: UnitExamples, scan: ScanSummary | None) -> str:
    """Everything about the scan, a line each."""
    lines = [provenance(examples, scan)]
    if examples.positions:
        lines.append(sample_sentence(examples, tr("Histogram, quilt, sd, quantiles and firing are")))
    if examples.box_source in _BOXES:
        lines.append(tr(_BOXES[examples.box_source]))
    if scan is not None:
        lines += [tr("Scanned: {paths}").format(paths=", ".join(scan.paths)), *map(tr, scan.skipped[:10])]
    return "\n".join(lines)


def class_texts(examples: UnitExamples, place: int) -> list[str]:
    """The classes behind one of the quilt's ranges with their shares, the largest first."""
    shares = examples.shares
    if shares is None or not 0 <= place < shares.shares.shape[1]:
        return []
    column = shares.shares[:, place]
    order = sorted(range(len(column)), key=lambda i: -column[i])
    chosen = [i for i in order if column[i] >= _LEAST_SHARE]
    return [f"{shares.names[i]} {digits(100 * column[i], '.0f')} %" for i in chosen]


def date_text(seconds: float) -> str:
    """A moment for a person: "27 September 2026, 14:05"."""
    moment = datetime.fromtimestamp(seconds)
    month = QLocale(spoken()).monthName(moment.month)
    return tr("{day} {month} {year}, {time}").format(
        day=moment.day, month=month, year=moment.year, time=f"{moment:%H:%M}"
    )


def _left_out(scan: ScanSummary) -> list[str]:
    said = []
    if scan.skipped_count:
        said.append(tr("{skipped_count:,} unreadable").format(skipped_count=scan.skipped_count))
    if scan.duplicates:
        said.append(tr("{duplicates:,} that came twice").format(duplicates=scan.duplicates))
    return said


def scan_text(scan: ScanSummary) -> str:
    """A scan in a list of scans."""
    return plural(
        "{title} · {pictures:,} picture · {made_at}",
        "{title} · {pictures:,} pictures · {made_at}",
        scan.pictures,
    ).format(title=tr(scan.title), pictures=scan.pictures, made_at=date_text(scan.made_at))
