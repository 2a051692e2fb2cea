"""The picture view: the current picture, where the chosen unit answers, and what the network sees in it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.pixels import heat_overlay
from inspector.gui.translation import mark, tr
from inspector.gui.views.class_bars import ClassBars
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, FittedPicture, caption, heading
from inspector.gui.views.unit_chips import UnitChips
from inspector.gui.views.words import reading
from inspector.lenses.activations import Activations

_OPACITY = 75
_TOP_CLASSES = 5
_PICTURE_SHARE = 0.56
_FRAME_HEIGHT = 100  # margins, heading, heat knobs and note
_SMALLEST_SIDE = 64
_NO_MAP = mark("This node has no positions to show on the picture.")


class PictureView(QWidget):
    """A picture's activations at the current node.

    Signals:
        unit_chosen: A unit was picked from the strongest ones.
        position_chosen: The picture was clicked at y, x, each from 0 to 1.
    """

    unit_chosen = Signal(int)
    position_chosen = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="pictureView")
        self.setMinimumSize(*SMALLEST)
        self._activations: Activations | None = None
        self._unit: int | None = None
        self._make_widgets()
        self._empty = EmptyState("pictureEmpty", needs_network=False)
        self._empty.say(tr("Drop a picture here"), tr("or paste one, or open files from the menu."))
        self._page = QWidget()
        page = QHBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(2 * EDGE)
        page.addWidget(self._picture_side())
        page.addLayout(self._lists_side(), 1)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Picture")))
        head.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self._page, 1)
        self.show_activations(None)

    def _make_widgets(self) -> None:
        self._name = ElidedLabel(name="pictureName", muted=True, mode=Qt.TextElideMode.ElideMiddle)
        self.picture = FittedPicture(
            "picture", tr("Current picture"), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        self.picture.setToolTip(tr("Click a place to look at the neuron there; click it again to leave it."))
        self.picture.clicked.connect(self.position_chosen)
        self._heat = QCheckBox(tr("Heat map"), objectName="heatToggle", checked=True)
        self._heat.setToolTip(tr("Show where on the picture the chosen unit answers."))
        self._opacity = QSlider(Qt.Orientation.Horizontal, objectName="heatOpacity", maximum=100)
        self._opacity.setValue(_OPACITY)
        self._opacity.setAccessibleName(tr("Opacity of the heat map"))
        self._opacity.setToolTip(tr("Opacity of the heat map"))
        self._note = ElidedLabel(name="pictureUnit", muted=True, factor=0.92)
        self._bars, self._chips = ClassBars(), UnitChips()
        self._classes_caption = caption(tr("Top classes"))
        self._units_caption = caption(tr("Strongest units"))
        self._heat.toggled.connect(self._draw)
        self._opacity.valueChanged.connect(self._draw)
        self._chips.unit_chosen.connect(self.unit_chosen)

    def _picture_side(self) -> QWidget:
        knobs = QHBoxLayout()
        knobs.setSpacing(SPACE)
        knobs.addWidget(self._heat)
        knobs.addWidget(self._opacity, 1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(6)
        side.addWidget(self.picture)
        side.addLayout(knobs)
        side.addWidget(self._note)
        side.addStretch(1)
        return self._side

    def _lists_side(self) -> QVBoxLayout:
        side = QVBoxLayout()
        side.setSpacing(6)
        side.addWidget(self._classes_caption)
        side.addWidget(self._bars)
        side.addSpacing(4)
        side.addWidget(self._units_caption)
        side.addWidget(self._chips, 1)
        return side

    def show_activations(self, activations: Activations | None) -> None:
        """Show a picture with what the network made of it; None for no picture."""
        self._activations = activations
        self._empty.setVisible(activations is None)
        self._page.setVisible(activations is not None)
        self._name.setText(activations.picture if activations is not None else "")
        if activations is not None:
            self._bars.set_predictions(activations.predictions[:_TOP_CLASSES])
            self._chips.set_units(activations.top)
            self._units_caption.setVisible(bool(activations.top))
            self._classes_caption.setVisible(bool(activations.predictions))
        self._draw()

    def set_unit(self, unit: int | None) -> None:
        """Lay the map of this unit over the picture; None lays nothing over it."""
        self._unit = unit
        self._chips.set_unit(unit)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = (self.width() - 4 * EDGE) * _PICTURE_SHARE
        side = max(_SMALLEST_SIDE, int(min(widest, self.height() - _FRAME_HEIGHT)))
        self.picture.set_preferred_side(side)
        self._side.setMaximumWidth(side)

    def _map_is_shown(self) -> bool:
        found = self._activations
        if found is None or self._unit is None or not self._unit < len(found.maps):
            return False
        # A row of tokens, a pair of them or a single value has no place on the picture.
        return found.placed and found.maps.ndim == 3 and min(found.maps.shape[1:]) > 1

    @Slot()
    def _draw(self) -> None:
        found, shown = self._activations, self._map_is_shown()
        self._heat.setEnabled(shown)
        self._opacity.setEnabled(shown and self._heat.isChecked())
        self._say()
        if found is None:
            self.picture.set_picture(None)
        elif shown and self._heat.isChecked():
            heat = found.maps[self._unit]
            self.picture.set_picture(heat_overlay(found.view, heat, self._opacity.value() / 100))
        else:
            self.picture.set_picture(found.view)

    def _say(self) -> None:
        found = self._activations
        if found is None or self._unit is None or not self._unit < len(found.peaks):
            self._note.setText("")
            return
        peak = reading(float(found.peaks[self._unit]))
        place = "" if self._map_is_shown() else f" · {tr(_NO_MAP)}"
        apart = found.apart[self._unit] if found.apart is not None else ()
        names = [tr("class token"), *(tr("further token"),) * len(apart)]
        tokens = "".join(f" · {name} {reading(float(v))}" for name, v in zip(names, apart, strict=False))
        self._note.setText(
            tr("unit {unit} · max {peak}{tokens}{place}").format(
                unit=self._unit, peak=peak, tokens=tokens, place=place
            )
        )
