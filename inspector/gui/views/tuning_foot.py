"""What stands below a tuning: the stimulus pointed at, what it was answered, and the unit's indices."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, scaled
from inspector.gui.translation import plural, tr
from inspector.gui.views.curves import strongest
from inspector.gui.views.parts import EDGE, SPACE, Facts, FittedPicture, muted
from inspector.gui.views.words import index_texts, place_text, reading
from inspector.lenses.tuning import Tuning
from inspector.network.location import Location

_SIDE, _SMALL_SIDE = 72, 36


class TuningFoot(QWidget):
    """The stimulus with the strongest response, or the one under the pointer, and facts beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stimulus = FittedPicture("tuningStimulus", tr("Stimulus"))
        self.stimulus.setToolTip(tr("Click to see it large and to turn its knobs."))
        self.stimulus.setCursor(Qt.CursorShape.PointingHandCursor)
        self._response = QLabel(objectName="tuningResponse")
        self._response.setFont(scaled(self.font(), 1.08, bold=True))
        self._which = muted("", "tuningWhich")
        self._status = ElidedLabel(name="tuningStatus", muted=True, factor=0.92)
        self._status.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._place = ElidedLabel(name="tuningPlace")
        self._indices = Facts("tuningIndices")
        self._lay_out()

    def _lay_out(self) -> None:
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
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(EDGE)
        row.addWidget(self.stimulus)
        row.addLayout(words, 1)

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for the indices and a larger picture."""
        self._indices.setVisible(roomy)
        side = _SIDE if roomy else _SMALL_SIDE
        self.stimulus.setFixedSize(side, side)

    def show_stimulus(self, tuning: Tuning | None, hovered: tuple[int, ...] | None) -> tuple[int, ...] | None:
        """Show the stimulus pointed at, else the strongest; returns which, or None."""
        index = hovered if hovered is not None else strongest(tuning) if tuning is not None else None
        if tuning is None or index is None:
            self.stimulus.set_picture(None)
            for label in (self._response, self._which, self._place):
                label.setText("")
            return None
        self.stimulus.set_picture(np.ascontiguousarray(tuning.stimuli[index]))
        measured = tuning.response[index]
        unit = " σ" if tuning.measured == "sigma" else ""
        gap = tr("no number") if tuning.complete else tr("not measured yet")
        self._response.setText(f"{reading(float(measured))}{unit}" if np.isfinite(measured) else gap)
        self._which.setText("" if hovered is not None else tr("strongest"))
        self._place.setText(place_text(tuning, index))
        return index

    def say(self, tuning: Tuning | None, busy: bool, remark: str = "") -> None:
        """Say how far the measurement is, what was read, what it led to, and a remark on what is beside."""
        if tuning is None:
            self._status.setText(tr("Measuring…") if busy else "")
            self._indices.set_facts(())
            return
        done, total = int(np.isfinite(tuning.response).sum()), tuning.response.size
        text = (
            plural("{total} stimulus{read_at}", "{total} stimuli{read_at}", total).format(
                total=total, read_at=_read_at(tuning)
            )
            if tuning.complete
            else tr("{done} of {total} stimuli").format(done=done, total=total)
        )
        self._status.setText(text)
        said = [
            remark,
            tr(tuning.note),
            tr("in σ over {scale_source}").format(scale_source=tr(tuning.scale_source))
            if tuning.scale_source
            else "",
        ]
        self._indices.set_facts([*filter(None, said), *index_texts(tuning.indices)])


def _read_at(tuning: Tuning) -> str:
    """Whether it was read before the nonlinearity, and where that is another node."""
    node = Location.parse(tuning.location).node
    elsewhere = f" ({tuning.recorded})" if tuning.recorded not in ("", node) else ""
    return (
        tr(" · pre-activation{elsewhere}").format(elsewhere=elsewhere)
        if tuning.pre_activation
        else tr(" · post-activation")
    )
