"""One side of a unit's weights: its kernels on one scale, and the node that they are expanded to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inspector.gui.panels.parts import EmptyState, scaled
from inspector.gui.pixels import colour_table
from inspector.gui.theme import tokens_of
from inspector.gui.translation import digits, mark, tr
from inspector.gui.views.kernel_list import KernelList, Pictures
from inspector.gui.views.parts import SPACE, caption
from inspector.lenses.weights import Connection

NEAREST = mark("Nearest weights")


class WeightScale(QWidget):
    """The colours of weights with the values at their ends."""

    def __init__(self, name: str) -> None:
        super().__init__(objectName=name)
        self.setAccessibleName(tr("Scale of weights"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(scaled(self.font(), 0.82))
        self.limit = 0.0

    def set_limit(self, limit: float) -> None:
        """The value of full colour."""
        self.limit = limit
        self.setToolTip(
            tr("Red excites, blue inhibits, white is no weight; full colour at ±{limit:.3g}.").format(
                limit=limit
            )
        )
        self.setVisible(limit > 0)
        self.updateGeometry()
        self.update()

    def _texts(self) -> tuple[str, str]:
        return f"−{digits(self.limit, '.2g')}", f"+{digits(self.limit, '.2g')}"

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

    def __init__(self, name: str, title: str, pictures: Pictures, choice: QComboBox) -> None:
        super().__init__()
        self._title = title
        self.choice = choice
        self.caption = caption(title, f"{name}Caption")
        self.caption.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.scale = WeightScale(f"{name}Scale")
        self.list = KernelList(name, title, pictures)
        self.empty = EmptyState(f"{name}Empty")
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.caption, 1)
        head.addWidget(self.scale)
        head.addWidget(self.choice, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        self.setMinimumHeight(96)
        self.show_kernels((), 0, "")

    @property
    def node(self) -> str:
        """The node that the weights are expanded to; "" for the nearest ones."""
        return self.choice.currentData() or ""

    def set_nodes(self, entries: Sequence[tuple[str, str]]) -> None:
        """Offer nodes (text, name) beside the nearest; what is chosen stays where it is still offered."""
        current = self.node
        self.choice.clear()
        self.choice.addItem(tr(NEAREST), "")
        for text, name in entries:
            self.choice.addItem(text, name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(current)))

    def show_kernels(
        self, connections: Sequence[Connection], count: int, why_not: str, names: Sequence[str] = ()
    ) -> None:
        """Show the first of `count` kernels, or why there is none; `names` of units that have some."""
        self.count = count
        self.list.kernels.set_connections(connections, names)
        self.scale.set_limit(self.list.kernels.limit)
        self.list.setVisible(bool(connections))
        self.empty.setVisible(not connections)
        shown = (
            tr(" · {count:,} of {count2:,}").format(count=len(connections), count2=count)
            if connections
            else ""
        )
        self.caption.setText(f"{self._title}{shown}".upper())
        self.empty.say(tr("None"), why_not) if why_not else self.empty.say("")
