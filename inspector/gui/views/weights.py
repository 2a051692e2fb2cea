"""A unit's weights in context: what it is made of, what uses it, and what it is made of further back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QLinearGradient, QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState, scaled
from inspector.gui.pixels import colour_table
from inspector.gui.theme import tokens_of
from inspector.gui.views.kernel_list import KernelList, Pictures
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, caption
from inspector.lenses.expanded_weights import Expanded
from inspector.lenses.weights import Connection, Weights

RANKS = {
    "norm": ("By L2 norm", "Strongest first, whatever their sign."),
    "sum": ("Excites most", "By the sum of a kernel’s weights, what excites most first."),
    "-sum": ("Inhibits most", "By the sum of a kernel’s weights, what inhibits most first."),
}
POOLINGS = {
    "average": ("Max pool as average", "Every position that is pooled counts alike."),
    "picture": ("Max pool at the picture", "The positions that win on the current picture count."),
}
NEAREST = "Nearest weights"
_FIRST = 50


class WeightScale(QWidget):
    """The colours of weights with the values at their ends."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self.setAccessibleName("Scale of weights")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(scaled(self.font(), 0.82))
        self.limit = 0.0

    def set_limit(self, limit: float) -> None:
        """The value of full colour."""
        self.limit = limit
        self.setToolTip(f"Red excites, blue inhibits, white is no weight; full colour at ±{limit:.3g}.")
        self.setVisible(limit > 0)
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[str, str]:
        return f"−{self.limit:.2g}", f"+{self.limit:.2g}"

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        texts = sum(metrics.horizontalAdvance(text) for text in self._texts())
        return QSize(texts + 80, metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, metrics = QPainter(self), self.fontMetrics()
        low, high = self._texts()
        left, right = metrics.horizontalAdvance(low) + 6, metrics.horizontalAdvance(high) + 6
        bar = QRectF(left, 4, self.width() - left - right, self.height() - 8)
        gradient, table = QLinearGradient(bar.topLeft(), bar.topRight()), colour_table("weights")
        for place, row in ((0.0, 0), (0.5, len(table) // 2), (1.0, -1)):
            gradient.setColorAt(place, QColor(*(int(part) for part in table[row])))
        painter.fillRect(bar, gradient)
        painter.setPen(QColor(tokens_of(self.palette()).edge))
        painter.drawRect(bar.adjusted(0, 0, -1, -1))
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignLeft), low)
        painter.drawText(self.rect(), int(middle | Qt.AlignmentFlag.AlignRight), high)


class KernelSection(QWidget):
    """A caption, the scale, and a list of kernels; or a sentence on why there is none."""

    def __init__(self, name: str, title: str, pictures: Pictures) -> None:
        super().__init__()
        self._title = title
        self.caption = caption(title, f"{name}Caption")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scale = WeightScale(f"{name}Scale")
        self.list = KernelList(name, title, pictures)
        self.empty = EmptyState(f"{name}Empty")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.caption, 1)
        head.addWidget(self.scale)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        self.setMinimumHeight(96)
        self.show_kernels((), 0, "")

    def show_kernels(self, connections: Sequence[Connection], count: int, why_not: str) -> None:
        """Show the first of `count` kernels, or why there is none."""
        self.list.kernels.set_connections(connections)
        self.scale.set_limit(self.list.kernels.limit)
        self.list.setVisible(bool(connections))
        self.empty.setVisible(not connections)
        shown = f" · {len(connections):,} of {count:,}" if connections else ""
        self.caption.setText(f"{self._title}{shown}".upper())
        self.empty.say("None", why_not) if why_not else self.empty.say("")


def _choice(name: str, accessible: str, entries: Mapping[str, tuple[str, str]]) -> QComboBox:
    box = QComboBox(objectName=name)
    box.setAccessibleName(accessible)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for key, (title, tip) in entries.items():
        box.addItem(title, key)
        box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
    return box


class WeightsView(QWidget):
    """The weights of the current unit.

    Signals:
        walked: (node, unit) at the other end of a kernel that was clicked.
        asked: Something else is to be shown: another order, more, another source.
        makes_changed: Whether pictures that are not kept are to be made.
        seen: The view has come into sight.
        hidden: It is out of sight again.
    """

    walked = Signal(str, int)
    asked = Signal()
    makes_changed = Signal(bool)
    seen = Signal()
    hidden = Signal()

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="weightsView")
        self.setMinimumSize(*SMALLEST)
        self.top = _FIRST
        self.ranks = _choice("weightRank", "What comes first", RANKS)
        self.pooling = _choice("weightPooling", "How max pooling counts", POOLINGS)
        self.source = _choice("weightSource", "Inputs from", {})
        self.source.setToolTip("The nearest units with weights, or those of a node further back.")
        self.more = QToolButton(objectName="moreWeights", text="More")
        self.more.setAccessibleName("Show more kernels")
        self.makes = QToolButton(
            objectName="makeUnitPictures", text="Make pictures", checkable=True, checked=True
        )
        self.makes.setToolTip("Make a feature visualization of units in sight of which nothing is kept.")
        self.makes.setAccessibleName("Make pictures of units")
        self.inputs = KernelSection("weightInputs", "Made of", pictures)
        self.users = KernelSection("weightUsers", "Used by", pictures)
        self.line = ElidedLabel(name="weightsLine", factor=0.92, muted=True)
        self._lay_out()
        self._join()
        self.set_sources((), "")
        self.show_weights(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for widget in (self.source, self.pooling, self.ranks):
            head.addWidget(widget, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        foot.addWidget(self.line, 1)
        for widget in (self.makes, self.more):
            foot.addWidget(widget)
        self.parts = QSplitter(Qt.Orientation.Vertical, objectName="weightParts", childrenCollapsible=False)
        self.parts.addWidget(self.inputs)
        self.parts.addWidget(self.users)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.parts, 1)
        layout.addLayout(foot)

    def _join(self) -> None:
        for section in (self.inputs, self.users):
            section.list.walked.connect(self.walked)
        self.ranks.activated.connect(self._on_asked)
        self.source.activated.connect(self._on_asked)
        self.pooling.activated.connect(self._on_asked)
        self.more.clicked.connect(self._on_more)
        self.makes.toggled.connect(self.makes_changed)

    @property
    def rank(self) -> str:
        """What comes first."""
        return self.ranks.currentData()

    @property
    def source_node(self) -> str:
        """The node that inputs are expanded to; "" for the nearest weights."""
        return self.source.currentData() or ""

    @property
    def pooling_way(self) -> str:
        """How max pooling counts: "average" or "picture"."""
        return self.pooling.currentData()

    def set_sources(self, nodes: Sequence[str], current: str) -> None:
        """Offer these nodes to expand the inputs to, the nearest first."""
        self.source.clear()
        self.source.addItem(NEAREST, "")
        for name in nodes:
            self.source.addItem(f"From {name}", name)
        self.source.setCurrentIndex(max(0, self.source.findData(current)))
        self._arrange()

    def show_weights(self, weights: Weights | None) -> None:
        """Show a unit's nearest weights; None: nothing yet."""
        if weights is None:
            for section in (self.inputs, self.users):
                section.show_kernels((), 0, "")
            self.line.setText("")
            self.more.setEnabled(False)
            return
        notes = [sentence for sentence in weights.note.split(". ") if sentence]
        on_users = next((n for n in notes if n.startswith(("Users", "Nothing"))), "")
        on_inputs = next((n for n in notes if not n.startswith(("Users", "Nothing"))), "")
        self.inputs.show_kernels(weights.inputs, weights.counts[0], on_inputs)
        self.users.show_kernels(weights.users, weights.counts[1], on_users)
        self.more.setEnabled(max(weights.counts) > self.top)
        about = "Linear approximation: batch norm folded in, activations and pooling taken as linear"
        self.line.setText(f"{about} · {weights.note}" if weights.note else about)

    def show_expanded(self, expanded: Expanded) -> None:
        """Show a unit's expanded weights in place of its inputs."""
        why_not = f"{expanded.source} does not reach it."
        self.inputs.show_kernels(expanded.inputs, expanded.count, why_not)
        self.more.setEnabled(expanded.count > self.top)
        size = "×".join(map(str, expanded.inputs[0].kernel.shape)) if expanded.inputs else "0"
        pooling = "as average" if expanded.pooling == "average" else f"at {expanded.at}"
        self.line.setText(f"{expanded.label.capitalize()} · {size} positions · max pooling {pooling}")

    def say(self, sentence: str) -> None:
        """Say why there is nothing to see."""
        self.inputs.show_kernels((), 0, sentence)
        self.line.setText("")

    def _arrange(self) -> None:
        expanded = bool(self.source_node)
        self.users.setVisible(not expanded)
        self.pooling.setVisible(expanded)

    @Slot()
    def _on_asked(self) -> None:
        self.top = _FIRST
        self._arrange()
        self.asked.emit()

    @Slot()
    def _on_more(self) -> None:
        self.top *= 4
        self.asked.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.hidden.emit()
