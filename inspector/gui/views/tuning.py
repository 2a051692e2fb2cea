"""The tuning view: what a unit answers to a family of synthetic stimuli, live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.translation import tr
from inspector.gui.views.curves import Curve, strongest
from inspector.gui.views.index_table import IndexTable
from inspector.gui.views.live import LivePage
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading
from inspector.gui.views.polar_page import PolarPage
from inspector.gui.views.polar_plot import PolarPlot
from inspector.gui.views.small_multiples import SmallMultiples
from inspector.gui.views.tuning_controls import TuningControls
from inspector.gui.views.tuning_curve_page import CurvePage
from inspector.gui.views.tuning_foot import TuningFoot
from inspector.gui.views.tuning_heat_page import HeatPage
from inspector.gui.views.tuning_menus import TuningMenus
from inspector.gui.views.tuning_modes import ModeBar
from inspector.gui.views.tuning_pins import Pin, natural, periodic_axis, remark
from inspector.gui.views.tuning_plot import TuningPlot
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import FamilyCard

_ALL_FROM_WIDTH = 430
_ROOMY_FROM_HEIGHT = 350


class TuningView(QWidget):
    """One unit's tuning in several ways, and the choice of what to measure.

    Signals:
        request_changed: {"family", "axes", "fixed", "reduction", "pre_activation", "subject", "sigma"}.
        mode_changed: Another way to look: "curve", "polar", "heat", "units", "table" or "live".
        unit_chosen: A unit's tile, row or bar was clicked.
    """

    request_changed = Signal(dict)
    mode_changed = Signal(str)
    unit_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="tuningView")
        self.setMinimumSize(*SMALLEST)
        self._tuning: Tuning | None = None
        self._pins: Sequence[Pin] = ()
        self._hovered: tuple[int, ...] | None = None
        self._busy = False
        # What the user last chose for one axis and for more; what suits the measurement until then.
        self._wishes: dict[int, str] = {}
        self.controls, self.menus, self.modes = TuningControls(self), TuningMenus(), ModeBar()
        self.knobs = self.controls.knobs
        self.curve, self.polar, self.heat = CurvePage(), PolarPage(), HeatPage()
        self.units, self.table, self.live, self.foot = (
            SmallMultiples(),
            IndexTable(),
            LivePage(),
            TuningFoot(),
        )
        self._others = {"units": self.units, "table": self.table, "live": self.live}
        self.plot, self.heat_map, self.stimulus = self.curve.plot, self.heat.heat_map, self.foot.stimulus
        self._pages = {"curve": self.curve, "polar": self.polar, "heat": self.heat}
        self._context = ElidedLabel(name="tuningContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self._empty = EmptyState("tuningEmpty")
        self._empty.say(
            tr("No unit chosen"), tr("Choose a unit: its tuning is drawn here while it is measured.")
        )
        self._lay_out()
        self._join()
        self.show_tuning(None)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        for page in (*self._pages.values(), *self._others.values()):
            self._stack.addWidget(page)
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE)
        page.addWidget(self._stack, 1)
        page.addWidget(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(self._head())
        layout.addLayout(self._ways())
        layout.addWidget(self.controls.words)
        layout.addWidget(self.controls.picture)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(heading(tr("Tuning")))
        row.addWidget(self._context, 1)
        for widget in (self.controls.family, self.controls.response, self.controls.axes):
            row.addWidget(widget)
        return row

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.modes)
        row.addStretch(1)
        row.addWidget(self.menus)
        return row

    def _join(self) -> None:
        self.controls.request_changed.connect(self.request_changed)
        self.controls.family_changed.connect(self._on_family_changed)
        self.modes.mode_chosen.connect(self._on_mode_chosen)
        for page in self._pages.values():
            page.hovered.connect(self._on_hovered)
            page.left.connect(self._on_pointer_left)
        self.foot.stimulus.clicked.connect(self._on_stimulus_clicked)
        for other in self._others.values():
            other.unit_chosen.connect(self.unit_chosen)

    @property
    def shown(self) -> Tuning | None:
        """The measurement that is drawn."""
        return self._tuning

    @property
    def mode(self) -> str:
        """How it is looked at."""
        return self.modes.mode

    @property
    def page(self) -> QWidget:
        """What is seen of it now, without the controls."""
        return self._stack.currentWidget()

    @property
    def drawn(self) -> list[Curve]:
        """The curves that are seen now; none where units, indices or live responses are."""
        plots: dict[str, list[TuningPlot | PolarPlot]] = {
            "curve": [self.curve.plot],
            "polar": [self.polar.plot],
            "heat": [*self.heat.sections],
        }
        return [curve for plot in plots.get(self.mode, []) for curve in plot.shown]

    @property
    def asked(self) -> dict[str, Any]:
        """What was asked for last."""
        return self.controls.asked

    def set_families(self, cards: list[FamilyCard]) -> None:
        """Offer families; the chosen one stays chosen where it is still there."""
        self.controls.set_families(cards)

    def choose_family(self, name: str) -> None:
        """Choose a family as if it had been picked from the list; an unknown one changes nothing."""
        self.controls.choose_family(name)

    def choose_mode(self, name: str) -> None:
        """Look in another way, where the measurement allows it."""
        if self.modes.buttons[name].isEnabled():
            self.modes.set_mode(name)
            self._on_mode_chosen(name)

    def set_context(self, text: str, unit: int | None = None) -> None:
        """Say which unit is looked at; "" for none."""
        self._context.setText(text)
        self.units.select(unit)
        self.table.select(unit)
        self.live.set_unit(unit)
        self._say()

    def set_busy(self, busy: bool) -> None:
        """Say whether a measurement runs or waits."""
        self._busy = busy
        self._say()

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Draw the curves of pinned units beside the current one's."""
        self._pins = pins
        self._draw()
        self._say()

    def show_tuning(self, tuning: Tuning | None) -> None:
        """Draw a measurement, finished or under way; None clears the curves."""
        self._tuning = tuning
        if tuning is not None:
            self.knobs.adopt(tuning)
        self._hovered = self._hovered if tuning is not None and self._fits(tuning) else None
        self._choose_page()
        self._draw()
        self._say()

    def _fits(self, tuning: Tuning) -> bool:
        """Whether what the pointer is at is a stimulus of the tuning, too."""
        at, shape = self._hovered, tuning.response.shape
        return at is not None and len(at) == len(shape) and all(i < n for i, n in zip(at, shape, strict=True))

    def _choose_page(self) -> None:
        """Go on as the user last looked at so many axes, where that is possible now."""
        tuning = self._tuning
        two = tuning is None or tuning.response.ndim > 1
        around = tuning is None or periodic_axis(tuning) is not None
        self.modes.set_available("heat", two)
        self.modes.set_available("polar", around)
        if self.mode in self._pages and tuning is not None:
            wish = self._wishes.get(min(tuning.response.ndim, 2), natural(tuning))
            self.modes.set_mode(wish if self.modes.buttons[wish].isEnabled() else "curve")
        self._show_page()

    def _show_page(self) -> None:
        mode = self.mode
        self._stack.setCurrentWidget(self._pages.get(mode) or self._others[mode])
        self.foot.setVisible(mode in self._pages)
        complete = self._tuning is not None and self._tuning.complete
        drawn = self._tuning is not None and mode in self._pages
        self.menus.set_measured(complete, live=mode == "live", curves=drawn)

    def _draw(self) -> None:
        """Draw what is in sight; the other pages are drawn when they are turned to."""
        page = self._pages.get(self.mode)
        if page is not None:
            page.show_tuning(self._tuning, self._pins)
            self._show_stimulus()
        elif self.mode == "units":
            self.units.show_tuning(self._tuning)
        elif self.mode == "table":
            self.table.show_tuning(self._tuning)

    def _show_stimulus(self) -> None:
        index = self.foot.show_stimulus(self._tuning, self._hovered)
        page = self._pages.get(self.mode)
        if page is not None:
            page.mark(index)

    def _say(self) -> None:
        nothing = self._tuning is None and not self._context.text()
        self._empty.setVisible(nothing)
        self._page.setVisible(not nothing)
        self.foot.say(self._tuning, self._busy, remark(self._tuning, self._pins))

    @Slot(object)
    def _on_family_changed(self, card: FamilyCard) -> None:
        self.live.set_family(card)

    @Slot(str)
    def _on_mode_chosen(self, mode: str) -> None:
        if mode in self._pages and self._tuning is not None:
            self._wishes[min(self._tuning.response.ndim, 2)] = mode
        self._show_page()
        self._draw()
        self.mode_changed.emit(mode)

    @Slot(tuple)
    def _on_hovered(self, index: tuple[int, ...]) -> None:
        if self._tuning is not None and index != self._hovered:
            self._hovered = index
            self._show_stimulus()

    @Slot()
    def _on_pointer_left(self) -> None:
        self._hovered = None
        self._show_stimulus()

    @Slot()
    def _on_stimulus_clicked(self) -> None:
        """Show the stimulus large, with knobs to go on from there."""
        tuning = self._tuning
        index = self._hovered or (strongest(tuning) if tuning is not None else None)
        if tuning is not None and index is not None:
            here = {
                name: float(values[i]) for (name, values), i in zip(tuning.axes.items(), index, strict=True)
            }
            self.live.set_values({**tuning.fixed, **here})
            self.choose_mode("live")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.foot.set_roomy(self.height() >= _ROOMY_FROM_HEIGHT)
        self.controls.response.setVisible(self.width() >= _ALL_FROM_WIDTH)
