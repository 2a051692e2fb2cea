"""What edits change: classes of a picture, a tuning curve, a unit's responses, accuracy."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.exporting.dragging import carry_items
from inspector.gui.panels.parts import scaled
from inspector.gui.pixels import rgb_image
from inspector.gui.theme import Tokens
from inspector.gui.translation import digits, mark, tr
from inspector.gui.views.class_bars import ClassBars
from inspector.gui.views.parts import SPACE, caption, muted
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.words import reading
from inspector.lenses.comparing import AccuracyChange, PictureChange, ResponseChange
from inspector.lenses.tuning import Tuning

_SIDE = 64
_RESPONSES = mark("maximum unedited → edited; the strongest unedited first")


class PicturePage(QWidget):
    """A picture's strongest classes without and with the edits, side by side."""

    def __init__(self) -> None:
        super().__init__(objectName="editPicturePage")
        self.shown: PictureChange | None = None
        self.before, self.after = ClassBars(), ClassBars()
        self.note = muted(tr("Choose a picture to see what becomes of its classes."), "editPictureNote")
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(3 * SPACE)
        for column, (title, bars) in enumerate(
            ((mark("Unedited"), self.before), (mark("Edited"), self.after))
        ):
            bars.setObjectName(f"editClasses{title}")
            row.addWidget(caption(tr(title)), 0, column)
            row.addWidget(bars, 1, column)
            row.setColumnStretch(column, 1)
        row.addWidget(self.note, 2, 0, 1, 2)
        row.setRowStretch(3, 1)

    def show_change(self, change: PictureChange | None) -> None:
        """Show them, or nothing."""
        self.shown = change
        self.before.set_predictions(change.before if change else ())
        self.after.set_predictions(change.after if change else ())
        self.note.setText(
            change.picture if change else tr("Choose a picture to see what becomes of its classes.")
        )


class _Curves(QuietPlot):
    """Two curves: muted before, in the accent's colour after."""

    def __init__(self) -> None:
        super().__init__("editTuningPlot", tr("Tuning without and with the edits"))
        self.before, self.after = self.plot(), self.plot()
        self.legend = self.addLegend(offset=(-8, 2), colCount=2)
        self.legend.addItem(self.before, tr("unedited"))
        self.legend.addItem(self.after, tr("edited"))

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        if hasattr(self, "legend"):
            self.before.setPen(pg.mkPen(tokens.muted, width=2, style=Qt.PenStyle.DashLine))
            self.after.setPen(pg.mkPen(tokens.accent, width=2))
            self.legend.setLabelTextColor(tokens.text)
            for _, label in self.legend.items:
                label.setText(label.text, color=tokens.text)  # those that are there keep their colour else

    def leave_room(self) -> None:
        """Show both curves wholly, with room for the legend above them."""
        drawn = [curve.yData for curve in (self.before, self.after) if curve.yData is not None]
        values = np.concatenate([each for each in drawn if len(each)] or [np.zeros(1)])
        low, high = float(values.min()), float(values.max())
        room = (high - low) or 1.0
        self.setYRange(low - 0.04 * room, high + 0.25 * room, padding=0)


class TuningChangePage(QWidget):
    """A unit's tuning without and with the edits, one laid over the other.

    Signals:
        family_chosen: Another stimulus family.
    """

    family_chosen = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="editTuningPage")
        self.shown: tuple[Tuning | None, Tuning | None] = (None, None)
        self.family = QComboBox(objectName="editFamily")
        self.family.setAccessibleName(tr("Stimulus family"))
        self.family.activated.connect(self.family_chosen)
        self.plot = _Curves()
        self.note = muted(name="editTuningNote")
        head = QHBoxLayout()
        head.addWidget(self.family)
        head.addWidget(self.note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.plot, 1)

    def set_families(self, names: list[tuple[str, str]]) -> None:
        """Offer these (name, title)."""
        self.family.clear()
        for name, title in names:
            self.family.addItem(title, name)

    def show_change(self, before: Tuning | None, after: Tuning | None) -> None:
        """Draw the best response at every sample of the first axis."""
        self.shown = (before, after)
        for curve, tuning in ((self.plot.before, before), (self.plot.after, after)):
            curve.setData(*(_profile(tuning) if tuning is not None else ([], [])))
        self.plot.leave_room()
        self.note.setText(before.location if before is not None else "")
        if before is not None:
            name, unit = next(iter(before.axes)), before.axis_units[0]
            self.plot.set_labels(f"{name} ({unit})" if unit else name, tr("response (raw)"))


def _profile(tuning: Tuning) -> tuple[np.ndarray, np.ndarray]:
    """Values of the first axis, and the strongest response over the others at each."""
    flat = tuning.response.reshape(tuning.response.shape[0], -1)
    known = np.isfinite(flat).any(1)
    return next(iter(tuning.axes.values()))[known], np.nanmax(flat[known], axis=1) if known.any() else flat[
        :0, 0
    ]


class ResponsesPage(QWidget):
    """A unit's maxima on pictures without and with the edits, below each picture."""

    def __init__(self) -> None:
        super().__init__(objectName="editResponsesPage")
        self.shown: ResponseChange | None = None
        self.note = muted(tr(_RESPONSES), "editResponsesNote", wrap=True)
        self.list = QListWidget(objectName="editResponses")
        carry_items(self.list)
        self.list.setAccessibleName(tr("Responses without and with the edits"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setGridSize(QSize(_SIDE + 48, _SIDE + 36))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.note)
        layout.addWidget(self.list, 1)

    def show_change(self, change: ResponseChange | None) -> None:
        """Show them, or nothing."""
        self.shown = change
        self.list.clear()
        if change is None:
            return
        for name, view, before, after in zip(
            change.names, change.views, change.before, change.after, strict=True
        ):
            icon = QIcon(QPixmap.fromImage(rgb_image(view)))
            item = QListWidgetItem(icon, f"{reading(float(before))} → {reading(float(after))}")
            item.setToolTip(tr(name))
            self.list.addItem(item)
        self.note.setText(f"{tr(_RESPONSES)} · {tr(change.source)}" if change.source else tr(_RESPONSES))


class AccuracyPage(QWidget):
    """Accuracy over a picture set without and with the edits, the difference and its interval.

    Signals:
        samples_chosen: The shipped pictures are to be counted.
        folder_wanted: A set is to be chosen.
    """

    samples_chosen = Signal()
    folder_wanted = Signal()
    _COLUMNS = ("", mark("Unedited"), mark("Edited"), mark("Difference"), mark("95 % interval"))

    def __init__(self) -> None:
        super().__init__(objectName="editAccuracyPage")
        self.shown: AccuracyChange | None = None
        self.samples = QPushButton(tr("Sample pictures"), objectName="accuracySamples")
        self.folder = QPushButton(tr("Choose a picture set…"), objectName="accuracyFolder")
        self.samples.clicked.connect(self.samples_chosen)
        self.folder.clicked.connect(self.folder_wanted)
        self.note = muted(
            tr("Pictures in folders by class; without classes, how often both agree."), wrap=True
        )
        self.cells = [[QLabel() for _ in self._COLUMNS] for _ in range(3)]
        buttons = QHBoxLayout()
        buttons.addWidget(self.samples)
        buttons.addWidget(self.folder)
        buttons.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        for row, cells in enumerate(self.cells):
            for column, cell in enumerate(cells):
                right = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                cell.setFont(scaled(cell.font(), 1.0 if row else 0.9, bold=not row))
                grid.addWidget(cell, row, column, right)
        grid.setColumnStretch(len(self._COLUMNS), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(buttons)
        layout.addWidget(self.note)
        layout.addLayout(grid)
        layout.addStretch(1)

    @property
    def lines(self) -> list[str]:
        """What the rows say."""
        return [" ".join(cell.text() for cell in row if cell.text()) for row in self.cells]

    def show_change(self, change: AccuracyChange | None) -> None:
        """Show the shares, or nothing."""
        self.shown = change
        texts = [("",) * len(self._COLUMNS)] * 3
        if change is not None:
            texts = [
                tuple(map(tr, self._COLUMNS)),
                _row(tr("Top 1"), change, ""),
                _row(tr("Top 5"), change, "_top5"),
            ]
            right = (
                tr("the class of the set")
                if change.against == "labels"
                else tr("what the unedited network says")
            )
            count = (
                tr("{pictures:,} of {total:,}").format(pictures=change.pictures, total=change.total)
                if not change.complete
                else f"{change.pictures:,}"
            )
            self.note.setText(
                tr("{count} pictures of {title} · right is {right}").format(
                    count=count, title=tr(change.title), right=right
                )
            )
        for row, line in zip(self.cells, texts, strict=True):
            for cell, text in zip(row, line, strict=True):
                cell.setText(text)


def _row(title: str, change: AccuracyChange, which: str) -> tuple[str, ...]:
    low, high = getattr(change, f"interval{which}")
    before, after = getattr(change, f"before{which}"), getattr(change, f"after{which}")
    points = getattr(change, f"difference{which}") * 100
    return (
        title,
        f"{digits(before * 100, '.1f')} %",
        f"{digits(after * 100, '.1f')} %",
        tr("{points:+.1f} points").format(points=points).replace("-", "−"),
        f"{digits(low * 100, '+.1f')} … {digits(high * 100, '+.1f')}".replace("-", "−"),
    )
