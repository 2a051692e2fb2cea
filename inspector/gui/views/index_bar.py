"""The line under the unit grid's heading where units are searched by their tuning indices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from inspector.gui.icons import icon
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import tr
from inspector.gui.views.index_histogram import IndexHistogram
from inspector.gui.views.parts import muted
from inspector.gui.views.words import index_title, number
from inspector.lenses.tuning.search import parse
from inspector.network.errors import InspectorError

Array = np.ndarray[Any, Any]
_CHARACTERS = 15
_SLACK = 1e-3
_SELECTIVE = re.compile(r"(units )?(most )?selective for (class )?(?P<label>.+)", re.IGNORECASE)
_UNIT = re.compile(r" \([^()]*\)$")


class IndexBar(QWidget):
    """A search text, how many units it finds, and a histogram; hidden while there are no indices.

    Signals:
        shown_changed: Which units to show, bool [units], or None for all.
        class_asked: "most selective for CLASS" was written: the class.
    """

    shown_changed = Signal(object)
    class_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: Mapping[str, Array] = {}
        self._shown: Array | None = None
        self._unit: int | None = None
        self.search = QLineEdit(objectName="unitSearch", clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Search units by their indices"))
        self._count = muted("", "unitSearchCount")
        self._error = QLabel(objectName="unitSearchError", wordWrap=True)
        self._error.setFont(scaled(self.font(), 0.9))
        self.toggle = QToolButton(objectName="unitHistogramToggle", checkable=True, autoRaise=True)
        self.toggle.setToolTip(tr("How an index is distributed over the units of this node."))
        self.toggle.setAccessibleName(tr("Histogram of an index"))
        self.which = QComboBox(objectName="unitHistogramIndex")
        self.which.setAccessibleName(tr("Index in the histogram"))
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(_CHARACTERS)
        self.histogram = IndexHistogram()
        self._lay_out()
        self._join()
        self._draw_icon()
        self.set_table({})

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        row.addWidget(self._count)
        row.addWidget(self.toggle)
        self._drawer = QWidget()
        drawer = QHBoxLayout(self._drawer)
        drawer.setContentsMargins(0, 0, 0, 0)
        drawer.addWidget(self.which, 0, Qt.AlignmentFlag.AlignTop)
        drawer.addWidget(self.histogram, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, 8)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._error)
        layout.addWidget(self._drawer)
        self._drawer.hide()

    def _join(self) -> None:
        self.search.textChanged.connect(self._on_search_changed)
        self.toggle.toggled.connect(self._drawer.setVisible)
        self.which.activated.connect(self._draw)
        self.histogram.range_chosen.connect(self._on_range_chosen)
        self.histogram.cleared.connect(self.search.clear)

    def set_table(self, table: Mapping[str, Array]) -> None:
        """Take the indices of all units of a node, name -> float [units]; empty: there are none."""
        names, chosen = list(table), self.which.currentData()
        self._table = table
        self.which.clear()
        for name in names:
            self.which.addItem(index_title(name), name)
        self.which.setCurrentIndex(max(0, self.which.findData(chosen)))
        self.search.setPlaceholderText(_example(table))
        self.setVisible(bool(names))
        self._find(otherwise=None)

    def set_unit(self, unit: int | None) -> None:
        """Mark the unit that is looked at."""
        self._unit = unit
        self._draw()

    def set_index(self, name: str) -> None:
        """Show an index in the histogram."""
        self.which.setCurrentIndex(self.which.findData(name))
        self._draw()

    @Slot()
    def _on_search_changed(self) -> None:
        self._find(otherwise=self._shown)
        asked = _SELECTIVE.fullmatch(self.search.text().strip())
        if asked is not None:
            self.class_asked.emit(asked["label"])

    def set_error(self, sentence: str) -> None:
        """Say why nothing was found; "" takes the sentence away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))

    def _find(self, otherwise: Array | None) -> None:
        """Find the units; what does not read says why and leaves others."""
        text, error, shown = self.search.text().strip(), "", None
        if text and self._table and not _SELECTIVE.fullmatch(text):
            try:
                shown = parse(text).matches(self._table)
            except InspectorError as refusal:
                error, shown = str(refusal), otherwise
        self.set_error(error)
        self._say(shown)
        if not _same(shown, self._shown):
            self._shown = shown
            self.shown_changed.emit(shown)
        self._draw()

    def _say(self, shown: Array | None) -> None:
        self._count.setText(
            tr("{shown:,} of {count:,}").format(shown=int(shown.sum()), count=len(shown))
            if shown is not None
            else ""
        )

    @Slot(float, float)
    def _on_range_chosen(self, low: float, high: float) -> None:
        name = plain(self.which.currentData())
        # Rounded outwards, so that the units at the ends of the range are in it.
        self.search.setText(f"{name} >= {_rounded(low, np.floor)} and {name} <= {_rounded(high, np.ceil)}")

    @Slot()
    def _draw(self) -> None:
        name = self.which.currentData()
        values = self._table.get(name)
        if values is None:
            return
        there = self._unit is not None and self._unit < len(values)
        marked = float(values[self._unit]) if there else float("nan")
        self.histogram.set_values(index_title(name), values, self._shown, marked)

    def _draw_icon(self) -> None:
        tokens = tokens_of(self.palette())
        self.toggle.setIcon(icon("histogram", tokens))
        colours = QPalette(self._error.palette())
        colours.setColor(QPalette.ColorRole.WindowText, tokens.bad)
        self._error.setPalette(colours)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "histogram"):
            self._draw_icon()


def plain(name: str) -> str:
    """An index's name without its unit."""
    return _UNIT.sub("", name)


def _example(table: Mapping[str, Array]) -> str:
    """A search that finds some of the units and not all; ratios read best."""
    name = next((name for name in table if name == plain(name)), next(iter(table), ""))
    known = table[name][np.isfinite(table[name])] if name else np.zeros(0)
    return (
        tr("Search units: {plain} > {median}").format(
            plain=plain(name), median=number(float(np.median(known)))
        )
        if known.size
        else tr("Search units")
    )


def _rounded(value: float, way: Any) -> str:
    digits = 3 - int(np.floor(np.log10(abs(value)))) if value else 0
    scale = 10.0 ** max(digits, 0)
    nudge = _SLACK if way is np.floor else -_SLACK  # 0.59999999 is 0.6, and is compared as such
    return f"{way(value * scale + nudge) / scale:.{max(digits, 0)}f}".rstrip("0").rstrip(".") or "0"


def _same(a: Array | None, b: Array | None) -> bool:
    return (a is None) == (b is None) and (a is None or np.array_equal(a, b))
