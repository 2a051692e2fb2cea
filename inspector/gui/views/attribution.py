"""Attribution on the current picture: where and which units made a class or a unit answer."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.exporting.dragging import carry_items
from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.pixels import colour_table, mapped, rgb_image, upscaled
from inspector.gui.translation import digits, tr
from inspector.gui.views.attribution_words import METHODS, sums
from inspector.gui.views.page import Page
from inspector.gui.views.parts import (
    EDGE,
    SMALLEST,
    SPACE,
    FittedPicture,
    caption,
    heading,
    muted,
    set_caption,
)
from inspector.gui.views.segments import Segments
from inspector.gui.views.words import reading
from inspector.lenses.attribution import Attribution, Groups

HUES = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
GROUPS = len(HUES)
_SIDE, _LISTED, _WIDE = 40, 24, 180
_COVER = 0.85
Thumbnail = Callable[[int], QImage | None]
Array = np.ndarray


class HoverPicture(FittedPicture):
    """A picture that tells which place the pointer is over.

    Signals:
        hovered: y and x, each from 0 to 1; (-1, -1) where it has left.
    """

    hovered = Signal(float, float)

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__(name, accessible, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setMouseTracking(True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place, point = self.picture_rect(), event.position()
        if self.image is not None and place.contains(point):
            inside: QPointF = point - place.topLeft()
            self.hovered.emit(inside.y() / place.height(), inside.x() / place.width())
        else:
            self.hovered.emit(-1.0, -1.0)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(-1.0, -1.0)


class AttributionView(Page):
    """The picture with its attribution, and the units beside it; hovering tells those of a place.

    Signals:
        asked: Another method, class or comparison is wanted.
        unit_chosen: A unit was picked.
    """

    asked = Signal()
    unit_chosen = Signal(int)

    def __init__(self, thumbnail: Thumbnail) -> None:
        super().__init__(objectName="attributionView")
        self.setMinimumSize(*SMALLEST)
        self._thumbnail = thumbnail
        self.shown: Attribution | None = None
        self._make_widgets()
        self._lay_out()
        self.show_attribution(None)

    def _make_widgets(self) -> None:
        self.methods = Segments(
            "attributionMethods", METHODS, prefix="attribute", accessible=tr("Attribute by {}")
        )
        self.methods.set_current("gradient")
        self.target, self.versus = (
            QComboBox(objectName="attributionTarget"),
            QComboBox(objectName="attributionVersus"),
        )
        self.target.setAccessibleName(tr("What is explained"))
        self.versus.setAccessibleName(tr("Class that it is compared with"))
        self.sums = ElidedLabel(name="attributionSums", muted=True, factor=0.92)
        self.picture = HoverPicture("attributionPicture", tr("Attribution on the picture"))
        self.picture.setToolTip(tr("Hover a place to see its strongest units."))
        self.caption = caption(tr("Units"), "attributionUnitsCaption")
        self.list = QListWidget(objectName="attributionUnits")
        carry_items(self.list)
        self.list.setAccessibleName(tr("Units by their share"))
        # Words beside the pictures and not below them: whole rows where the page is low.
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setGridSize(self._cell())
        self.empty = EmptyState("attributionEmpty")
        self.note = muted(name="attributionNote", wrap=True)
        self.methods.chosen.connect(self.asked)
        self.target.activated.connect(self.asked)
        self.versus.activated.connect(self.asked)
        self.picture.hovered.connect(self._on_hovered)
        self.list.itemActivated.connect(self._on_activated)
        self.list.itemClicked.connect(self._on_activated)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Attribution")))
        head.addWidget(self.target, 1)
        head.addWidget(self.versus, 1)
        units = QVBoxLayout()
        units.addWidget(self.caption)
        units.addWidget(self.list, 1)
        self._page = QWidget()
        page = QHBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(EDGE)
        page.addWidget(self.picture, 2)
        page.addLayout(units, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.methods, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.sums)
        layout.addWidget(self.note)

    def set_classes(self, labels: tuple[str, ...], unit: str) -> None:
        """Offer the classes, and the current unit, to be explained."""
        before = self.target.currentData(), self.versus.currentData()
        for combo, first in ((self.target, tr("strongest class")), (self.versus, tr("against nothing"))):
            combo.clear()
            combo.addItem(first, None)
        self.target.addItem(unit or tr("current unit"), "unit")
        for index, label in enumerate(labels):
            self.target.addItem(label, index)
            self.versus.addItem(tr("against {label}").format(label=label), index)
        self.target.setCurrentIndex(max(self.target.findData(before[0]), 0) if before[0] is not None else 0)
        self.versus.setCurrentIndex(max(self.versus.findData(before[1]), 0) if before[1] is not None else 0)

    def say(self, title: str, hint: str = "") -> None:
        """Show words where there is no picture."""
        self.show_attribution(None)
        self.empty.say(title, hint)

    def show_attribution(self, found: Attribution | None) -> None:
        """Show one, or nothing."""
        self.shown = found
        self._page.setVisible(found is not None)
        self.empty.setVisible(found is None)
        self.sums.setText(sums(found) if found is not None else "")
        self.note.setText("")
        self.note.setVisible(False)
        if found is None:
            self.empty.say(tr("No picture"), tr("Choose a picture: what made its class stands here."))
            self.list.clear()
            return
        if found.groups is not None:
            self.picture.set_picture(group_overlay(found.view, found.groups.spatial))
            self._list_groups(found.groups)
            return
        limit = float(np.nanmax(np.abs(found.heat), initial=0.0))
        self.picture.set_picture(signed_overlay(found.view, found.heat, limit))
        self._list_units(found.units, tr("Units by share"))

    @Slot(float, float)
    def _on_hovered(self, y: float, x: float) -> None:
        found = self.shown
        if found is None or found.groups is not None or not found.maps.size:
            return
        if y < 0:
            self._list_units(found.units, tr("Units by share"))
            return
        height, width = found.maps.shape[1:]
        row, column = min(int(y * height), height - 1), min(int(x * width), width - 1)
        values = found.activations[:, row, column]
        self._list_units(
            values,
            tr("Strongest units at {row},{column}").format(row=row, column=column),
            found.maps[:, row, column],
        )

    def _cell(self) -> QSize:
        """The room of a picture with a unit's number and share beside it."""
        words = self.list.fontMetrics().horizontalAdvance("0000  −0.000")
        return QSize(_SIDE + words + 10, _SIDE + 8)

    def _list_units(self, values: Array, title: str, shares: Array | None = None) -> None:
        set_caption(self.caption, title)
        self.list.setGridSize(self._cell())
        self.list.clear()
        for unit in np.argsort(-values, kind="stable")[:_LISTED]:
            text = f"{unit}  {reading(float(values[unit]))}"
            item = QListWidgetItem(text)
            if shares is not None:
                item.setToolTip(
                    tr("unit {unit}: activation {value:.3g}, share {share:.3g}").format(
                        unit=unit, value=values[unit], share=shares[unit]
                    )
                )
            image = self._thumbnail(int(unit))
            pixmap = QPixmap.fromImage(image if image is not None else self._map(int(unit)))
            item.setIcon(QIcon(pixmap))
            item.setData(Qt.ItemDataRole.UserRole, int(unit))
            self.list.addItem(item)

    def _map(self, unit: int) -> QImage:
        """The unit's activation map: what it looks like where no picture of it is known."""
        maps = self.shown.activations if self.shown is not None else np.zeros((0, 1, 1))
        one = maps[unit] if unit < len(maps) else np.zeros((1, 1))
        return rgb_image(mapped(one, 0.0, float(one.max()), colour_table("viridis"))).scaled(_SIDE, _SIDE)

    def _list_groups(self, groups: Groups) -> None:
        self.caption.setText(
            tr("GROUPS · {explained:.0%} OF THE ACTIVATIONS").format(explained=groups.explained)
        )
        self.list.clear()
        self.list.setGridSize(QSize(_WIDE, _SIDE + 8))
        for k, channels in enumerate(groups.channels):
            best = int(channels.argmax())
            effects = " ".join(
                f"{label} {digits(effect, '+.2g')}".replace("-", "−")
                for label, effect in list(zip(groups.labels, groups.effects[k], strict=True))[:1]
            )
            item = QListWidgetItem(f"{k + 1}: {effects}")
            item.setIcon(QIcon(_plain(HUES[k % GROUPS])))
            lines = [
                f"{label}: {digits(effect, '+.3g')}"
                for label, effect in zip(groups.labels, groups.effects[k], strict=True)
            ]
            units = ", ".join(map(str, np.argsort(-channels)[:5]))
            item.setToolTip(
                "\n".join(
                    [
                        tr("group {k}: units {units} …").format(k=k + 1, units=units),
                        tr("share in the score of"),
                        *lines,
                    ]
                )
            )
            item.setData(Qt.ItemDataRole.UserRole, best)
            self.list.addItem(item)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.unit_chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def signed_overlay(view: Array, heat: Array, limit: float) -> Array:
    """A picture in pale grey with what speaks for (red) and against (blue) laid over it."""
    shown = upscaled(np.nan_to_num(heat), *view.shape[:2])
    colours = mapped(shown, -limit, limit, colour_table("weights"))
    cover = (np.minimum(np.abs(shown) / (limit or 1.0), 1.0) ** 0.6 * _COVER)[..., None]
    grey = np.repeat(view.mean(2, keepdims=True), 3, axis=2) * 0.6 + 255 * 0.4
    return (grey * (1 - cover) + colours * cover).round().astype(np.uint8)


def group_overlay(view: Array, spatial: Array) -> Array:
    """A picture in pale grey with each group in its hue."""
    grey = np.repeat(view.mean(2, keepdims=True), 3, axis=2) * 0.6 + 255 * 0.4
    maps = np.stack([np.clip(upscaled(one, *view.shape[:2]), 0, 1) for one in spatial])
    hues = np.array([QColor(HUES[k % GROUPS]).getRgb()[:3] for k in range(len(maps))], float)
    total = maps.sum(0)[..., None] + 1e-9
    mixed = np.einsum("khw,kc->hwc", maps, hues) / total
    cover = maps.max(0)[..., None] * _COVER
    return (grey * (1 - cover) + mixed * cover).round().astype(np.uint8)


def _plain(colour: str) -> QPixmap:
    pixmap = QPixmap(_SIDE, _SIDE)
    pixmap.fill(QColor(colour))
    return pixmap
