"""What commands print: JSON documents, tables, lines on standard error, and how far a job is."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, Any, TextIO

from inspector.lenses.base import Course, LensRun, Progress
from inspector.probe.cancel import CancelToken

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network

_PATIENCE = 0.5
_REDRAW = 0.1
_own: TextIO | None = None  # standard output, while that of others goes elsewhere


def print_json(document: Any) -> None:
    """One JSON document on standard output; numbers in it must be finite."""
    _write(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1))


def print_line(text: str = "") -> None:
    """One line on standard output."""
    _write(text)


def print_table(rows: Iterable[Sequence[Any]], headings: Sequence[str]) -> None:
    """Columns under headings; numbers to the right."""
    table = [list(row) for row in rows]
    texts = [list(headings), *([_text(cell) for cell in row] for row in table)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    right = [
        bool(table) and all(isinstance(row[i], int | float) for row in table) for i in range(len(widths))
    ]
    for row in texts:
        cells = (
            cell.rjust(width) if number else cell.ljust(width)
            for cell, width, number in zip(row, widths, right, strict=True)
        )
        _write("  ".join(cells).rstrip())


def complain(text: str) -> None:
    """One line on standard error."""
    sys.stderr.write(f"neuron-inspector: {text}\n")


def finish(start: Callable[[CancelToken], LensRun], title: str) -> Any:
    """Run what `start` makes to its end and return its result, saying on a terminal how far it is."""
    course = Course()
    with listening(title, course) as (token, line):
        updates = start(token)
        try:
            while True:
                update = next(updates)
                if isinstance(update, Progress):
                    course.take(update)
                    line.show(update.done, update.total, update.note)
        except StopIteration as end:
            return end.value


def look(title: str, lens: str, network: Network, location: Location | str, /, **parameters: Any) -> Any:
    """Run a lens to its end as `finish` does; the rest as for `inspector.run`."""
    from inspector.lenses.run import run

    return finish(lambda token: run(lens, network, location, token=token, **parameters), title)


@contextmanager
def listening(title: str, course: Course | None = None) -> Iterator[tuple[CancelToken, _ProgressLine]]:
    """A token through which slow forward passes tell a line at which layer they are, and that line."""
    line, token, known = _ProgressLine(title), CancelToken(), course or Course()

    def tell(layer: int, layers: int) -> None:
        progress = known.passing(title, layer, layers)
        line.show(progress.done, progress.total, progress.note)

    token.listener = tell
    try:
        yield token, line
    finally:
        line.clear()


@contextmanager
def progress_line(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """What to call with how much is done, of how much, and a note; silent where there is no terminal."""
    line = _ProgressLine(title)
    try:
        yield line.show
    finally:
        line.clear()


class _ProgressLine:
    """One line on standard error that is overwritten; silent where that is no terminal, and in short jobs."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._terminal = sys.stderr.isatty()
        self._began = time.monotonic()
        self._next = self._began + _PATIENCE
        self._shown = False

    def show(self, done: int, total: int, note: str) -> None:
        now = time.monotonic()
        if not self._terminal or now < self._next:
            return
        self._next, self._shown = now + _REDRAW, True
        left = (now - self._began) * (total - done) / done if done else None
        parts = [self._title, f"{done} / {total}", note, f"{left:.0f} s left" if left is not None else ""]
        sys.stderr.write("\r\x1b[K" + " · ".join(filter(None, parts)))
        sys.stderr.flush()

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _text(cell: Any) -> str:
    return f"{cell:.6g}" if isinstance(cell, float) else f"{cell:,}" if isinstance(cell, int) else str(cell)


@contextmanager
def kept_apart() -> Iterator[None]:
    """Keep what networks print from what commands print: a network's own lines go to standard error."""
    global _own
    _own = sys.stdout
    try:
        with redirect_stdout(sys.stderr):
            yield
    finally:
        _own = None


def _write(text: str) -> None:
    stream = _own or sys.stdout
    encoding = stream.encoding or "utf-8"
    # A terminal of another encoding shows a question mark where it lacks a letter, and no error.
    stream.write(text.encode(encoding, "replace").decode(encoding) + "\n")
