"""The tuning view: what a unit answers to a family of synthetic stimuli, live."""

from __future__ import annotations

from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from inspector.gui.icons import icon
from inspector.gui.panels.parts import ElidedLabel, EmptyState, scaled
from inspector.gui.theme import tokens_of
from inspector.gui.views.axis_knobs import AxisKnobs
from inspector.gui.views.curves import strongest
from inspector.gui.views.heat_map import ColourBar, HeatMap
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, Facts, FittedPicture, heading, muted
from inspector.gui.views.tuning_plot import TuningPlot
from inspector.gui.views.words import REDUCTIONS, index_texts, place_text, reading
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import FamilyCard

_STIMULUS_SIDE, _SMALL_STIMULUS_SIDE = 72, 36
_BOTH_FROM_WIDTH = 430
_ROOMY_FROM_HEIGHT = 300


class TuningView(QWidget):
    """Curve, heat map and stimuli of one unit's tuning, and the choice of what to measure.

    Signals:
        request_changed: {"family", "axes", "fixed", "reduction"}, as `TuningParameters` takes them.
    """

    request_changed = Signal(dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="tuningView")
        self.setMinimumSize(*SMALLEST)
        self._tuning: Tuning | None = None
        self._cards: dict[str, FamilyCard] = {}
        self._hovered: tuple[int, ...] | None = None
        self._asked: dict[str, Any] = {}
        self._busy = False
        self._make_controls()
        self._make_body()
        self._empty = EmptyState("tuningEmpty")
        self._empty.say("No unit chosen", "Choose a unit: its tuning is drawn here while it is measured.")
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE)
        page.addLayout(self._body(), 1)
        page.addLayout(self._foot())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._head())
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)
        self._draw_icons()
        self.show_tuning(None)

    def _make_controls(self) -> None:
        self._family = QComboBox(objectName="tuningFamily")
        self._family.setAccessibleName("Stimulus family")
        self._family.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._reduction = QComboBox(objectName="tuningReduction")
        self._reduction.setAccessibleName("Which response of the unit's map")
        for place, (name, (title, sentence)) in enumerate(REDUCTIONS.items()):
            self._reduction.addItem(title, name)
            self._reduction.setItemData(place, sentence, Qt.ItemDataRole.ToolTipRole)
        self._axes = QToolButton(objectName="tuningAxes", text="Axes")
        self._axes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._axes.setToolTip("Choose which properties of the stimulus to vary, and over what.")
        self._axes.setAccessibleName("Axes of the stimuli")
        self._axes.setIconSize(QSize(16, 16))
        self.knobs = AxisKnobs(self)
        self._family.activated.connect(self._on_family_activated)
        self._reduction.activated.connect(self._ask)
        self._axes.clicked.connect(self._on_axes_clicked)
        self.knobs.changed.connect(self._ask)

    def _make_body(self) -> None:
        self.plot, self.heat_map, self.bar = TuningPlot(), HeatMap(), ColourBar()
        self._context = ElidedLabel(name="tuningContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self._status = ElidedLabel(name="tuningStatus", muted=True, factor=0.92)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._legend = muted("", "tuningLegend", 0.85)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._legend.setMinimumWidth(0)
        self.stimulus = FittedPicture("tuningStimulus", "Stimulus")
        self._response = QLabel(objectName="tuningResponse")
        self._response.setFont(scaled(self.font(), 1.08, bold=True))
        self._which = muted("", "tuningWhich")
        self._place = ElidedLabel(name="tuningPlace")
        self._indices = Facts("tuningIndices")
        self.plot.point_hovered.connect(self._on_hovered)
        self.heat_map.cell_hovered.connect(self._on_hovered)
        for plot in (self.plot, self.heat_map):
            plot.pointer_left.connect(self._on_pointer_left)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(heading("Tuning"))
        row.addWidget(self._context, 1)
        for widget in (self._family, self._reduction, self._axes):
            row.addWidget(widget)
        return row

    def _body(self) -> QHBoxLayout:
        self._heat_side = QWidget()
        heat = QVBoxLayout(self._heat_side)
        curve = QVBoxLayout()
        for column, strip, plot in ((curve, self._legend, self.plot), (heat, self.bar, self.heat_map)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(strip)
            column.addWidget(plot, 1)
        self._legend.setFixedHeight(self.bar.sizeHint().height())
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        row.addLayout(curve, 5)
        row.addWidget(self._heat_side, 4)
        return row

    def _foot(self) -> QHBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self._response)
        top.addWidget(self._which, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self._status, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addLayout(top)
        words.addWidget(self._place)
        words.addWidget(self._indices)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(EDGE)
        row.addWidget(self.stimulus)
        row.addLayout(words, 1)
        return row

    def set_families(self, cards: list[FamilyCard]) -> None:
        """Offer families; the chosen one stays chosen where it is still there."""
        chosen = self._family.currentData()
        self._cards = {card.name: card for card in cards}
        self._family.clear()
        for place, card in enumerate(cards):
            self._family.addItem(card.title, card.name)
            self._family.setItemData(place, card.sentence, Qt.ItemDataRole.ToolTipRole)
        if cards:
            self._family.setCurrentIndex(max(0, self._family.findData(chosen)))
            self._on_family_activated()

    def choose_family(self, name: str) -> None:
        """Choose a family as if it had been picked from the list; an unknown one changes nothing."""
        place = self._family.findData(name)
        if place >= 0:
            self._family.setCurrentIndex(place)
            self._on_family_activated()

    def set_context(self, text: str) -> None:
        """Say which unit is looked at; "" for none."""
        self._context.setText(text)
        self._say()

    def set_busy(self, busy: bool) -> None:
        """Say whether a measurement runs or waits."""
        self._busy = busy
        self._say()

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Draw a measurement, finished or under way; None clears the curves."""
        self._tuning = tuning
        self.plot.show_tuning(tuning)
        if tuning is not None:
            self.knobs.adopt(tuning)
            if tuning.response.ndim > 1:
                self.heat_map.show_tuning(tuning)
                self.bar.set_range(*self.heat_map.range, bool(np.isnan(tuning.response).any()))
        self._show_sides()
        self._draw_legend()
        if self._hovered is not None and (tuning is None or len(self._hovered) != tuning.response.ndim):
            self._hovered = None
        self._show_stimulus()
        self._say()

    def _show_sides(self) -> None:
        two = self._tuning is not None and self._tuning.response.ndim > 1
        self._heat_side.setVisible(two and self.width() >= _BOTH_FROM_WIDTH)
        roomy = self.height() >= _ROOMY_FROM_HEIGHT
        self._indices.setVisible(roomy)
        self._legend.setVisible(two)
        side = _STIMULUS_SIDE if roomy else _SMALL_STIMULUS_SIDE
        self.stimulus.setFixedSize(side, side)
        self._reduction.setVisible(self.width() >= _BOTH_FROM_WIDTH)

    def _show_stimulus(self) -> None:
        """The stimulus under the pointer, else the one with the strongest response so far."""
        tuning = self._tuning
        index = self._hovered if self._hovered is not None else strongest(tuning) if tuning else None
        if tuning is None or index is None:
            self.stimulus.set_picture(None)
            for label in (self._response, self._which, self._place):
                label.setText("")
            return
        self.stimulus.set_picture(np.ascontiguousarray(tuning.stimuli[index]))
        measured = tuning.response[index]
        unit = " σ" if tuning.measured == "sigma" else ""
        text = f"{reading(float(measured))}{unit}" if np.isfinite(measured) else "not measured yet"
        self._response.setText(text)
        self._which.setText("" if self._hovered is not None else "strongest")
        self._place.setText(place_text(tuning, index))
        self.plot.mark(index)
        if tuning.response.ndim > 1:
            self.heat_map.mark(index)

    def _say(self) -> None:
        tuning = self._tuning
        self._empty.setVisible(tuning is None and not self._context.text())
        self._page.setVisible(self._empty.isHidden())
        if tuning is None:
            self._status.setText("Measuring…" if self._busy else "")
            self._indices.set_facts(())
            return
        done, total = int(np.isfinite(tuning.response).sum()), tuning.response.size
        before = " · pre-activation" if tuning.pre_activation else ""
        self._status.setText(f"{total} stimuli{before}" if tuning.complete else f"{done} of {total} stimuli")
        self._indices.set_facts([*([tuning.note] if tuning.note else []), *index_texts(tuning.indices)])

    def _draw_legend(self) -> None:
        shown = self.plot.shown
        if len(shown) < 2 or self._tuning is None:
            self._legend.setText("")
            return
        name = list(self._tuning.axes)[1] if all(curve.rest for curve in shown) else ""
        tokens = tokens_of(self.palette())
        entries = [
            f'<span style="color:{self.plot.colour(place, tokens)}">●</span> {curve.label}'
            for place, curve in enumerate(shown)
        ]
        text = "&nbsp;&nbsp; ".join([name, *entries] if name else entries)
        self._legend.setText(f'<span style="white-space:nowrap">{text}</span>')

    def _draw_icons(self) -> None:
        self._axes.setIcon(icon("sliders", tokens_of(self.palette())))

    @Slot()
    def _on_family_activated(self) -> None:
        card = self._cards.get(self._family.currentData())
        if card is not None:
            self._family.setToolTip(card.sentence)
            self.knobs.set_family(card)
            self._ask()

    @Slot()
    def _on_axes_clicked(self) -> None:
        self.knobs.open_below(self._axes)

    @Slot()
    def _ask(self) -> None:
        knobs = self.knobs.request()
        if knobs is None or self._family.currentData() is None:
            return
        asked = {"family": self._family.currentData(), **knobs, "reduction": self._reduction.currentData()}
        if asked != self._asked:
            self._asked = asked
            self.request_changed.emit(asked)

    @Slot(tuple)
    def _on_hovered(self, index: tuple[int, ...]) -> None:
        if self._tuning is not None and index != self._hovered:
            self._hovered = index
            self._show_stimulus()

    @Slot()
    def _on_pointer_left(self) -> None:
        self._hovered = None
        self._show_stimulus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
            self._draw_legend()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()
