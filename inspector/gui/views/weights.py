"""A unit's weights in context: what it is made of, what uses it, and what it is made of further back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QImage,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.pixels import rgb_image
from inspector.gui.translation import mark, tr
from inspector.gui.views.kernel_list import Pictures
from inspector.gui.views.kernel_section import KernelSection
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE
from inspector.jobs.unit_pictures import End
from inspector.lenses.expanded_weights import COLOURS, PICTURE, Expanded
from inspector.lenses.weights import Weights
from inspector.saying import parts_of

RANKS = {
    "norm": (mark("By L2 norm"), mark("Strongest first, whatever their sign.")),
    "sum": (mark("Excites most"), mark("By the sum of a kernel’s weights, what excites most first.")),
    "-sum": (mark("Inhibits most"), mark("By the sum of a kernel’s weights, what inhibits most first.")),
}
POOLINGS = {
    "average": (mark("Max pool as average"), mark("Every position that is pooled counts alike.")),
    "picture": (
        mark("Max pool at the picture"),
        mark("The positions that win on the current picture count."),
    ),
}
_FIRST = 50


def _choice(name: str, accessible: str, entries: Mapping[str, tuple[str, str]]) -> QComboBox:
    box = QComboBox(objectName=name)
    box.setAccessibleName(accessible)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for key, (title, tip) in entries.items():
        box.addItem(tr(title), key)
        box.setItemData(box.count() - 1, tr(tip), Qt.ItemDataRole.ToolTipRole)
    return box


class WeightsView(Page):
    """The weights of the current unit.

    Attributes:
        nearest: Its nearest weights, or None.
        expanded: Those over several layers, of its "inputs" and its "users", where they were asked for.

    Signals:
        walked: (node, unit) at the other end of a kernel that was clicked.
        asked: Something else is to be shown: another order, more, another source.
        makes_changed: Whether pictures that are not kept are to be made.
    """

    walked = Signal(str, int)
    asked = Signal()
    makes_changed = Signal(bool)

    def __init__(self, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="weightsView")
        self.setMinimumSize(*SMALLEST)
        self.top = _FIRST
        self.nearest: Weights | None = None
        self.expanded: dict[str, Expanded] = {}
        self.ranks = _choice("weightRank", tr("What comes first"), RANKS)
        self.pooling = _choice("weightPooling", tr("How max pooling counts"), POOLINGS)
        self.source = _choice("weightSource", tr("Inputs from"), {})
        self.source.setToolTip(
            tr("The nearest units with weights, those of a node further back, or the picture.")
        )
        self.target = _choice("weightTarget", tr("Users in"), {})
        self.target.setToolTip(tr("The nearest units with weights, or those of a node further behind."))
        self._pictures, self._colours = pictures, QImage()
        self.more = QToolButton(objectName="moreWeights", text=tr("More"))
        self.more.setAccessibleName(tr("Show more kernels"))
        self.makes = QToolButton(
            objectName="makeUnitPictures", text=tr("Make pictures"), checkable=True, checked=True
        )
        self.makes.setToolTip(tr("Make a feature visualization of units in sight of which nothing is kept."))
        self.makes.setAccessibleName(tr("Make pictures of units"))
        self.inputs = KernelSection("weightInputs", tr("Made of"), self._picture, self.source)
        self.users = KernelSection("weightUsers", tr("Used by"), pictures, self.target)
        self.line = ElidedLabel(name="weightsLine", factor=0.92, muted=True)
        self._lay_out()
        self._join()
        self.set_nodes((), ())
        self.show_weights(None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        for widget in (self.ranks, self.pooling):
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
        self.target.activated.connect(self._on_asked)
        self.pooling.activated.connect(self._on_asked)
        self.more.clicked.connect(self._on_more)
        self.makes.toggled.connect(self.makes_changed)

    @property
    def rank(self) -> str:
        """What comes first."""
        return self.ranks.currentData()

    @property
    def is_expanded(self) -> tuple[bool, bool]:
        """Whether the inputs and the users are those of a node further off."""
        return bool(self.inputs.node), bool(self.users.node)

    @property
    def pooling_way(self) -> str:
        """How max pooling counts: "average" or "picture"."""
        return self.pooling.currentData()

    def set_nodes(self, before: Sequence[str], behind: Sequence[str]) -> None:
        """Offer the nodes that lead to the unit's, nearest first, the picture last, and those it leads to."""
        picture = [] if PICTURE in before else [(tr("From the picture"), PICTURE)]
        self.inputs.set_nodes([*((tr("From {name}").format(name=name), name) for name in before), *picture])
        self.users.set_nodes([(tr("In {name}").format(name=name), name) for name in behind])
        self._arrange()

    def show_weights(self, weights: Weights | None) -> None:
        """Show a unit's nearest weights on the sides that ask for them; None: nothing yet."""
        self.nearest, self.expanded = weights, {} if weights is None else self.expanded
        if weights is None:
            for section in (self.inputs, self.users):
                section.show_kernels((), 0, "")
            self.line.setText("")
            self.more.setEnabled(False)
            return
        notes = parts_of(weights.note, ". ")
        on_users = next((tr(n) for n in notes if n.startswith(("Users", "Nothing"))), "")
        on_inputs = next((tr(n) for n in notes if not n.startswith(("Users", "Nothing"))), "")
        if not self.inputs.node:
            self.inputs.show_kernels(weights.inputs, weights.counts[0], on_inputs)
        if not self.users.node:
            self.users.show_kernels(weights.users, weights.counts[1], on_users)
        about = tr("Linear approximation: batch norm folded in, activations and pooling taken as linear")
        self._tell(f"{about} · {tr(weights.note)}" if weights.note else about)

    def show_expanded(self, expanded: Expanded) -> None:
        """Show a unit's expanded weights on the sides that ask for them."""
        self.expanded = {**self.expanded, "inputs" if expanded.source else "users": expanded}
        if expanded.source:
            colours = expanded.colours
            self._colours = (
                QImage() if colours is None else rgb_image((colours * 255).round().astype(np.uint8))
            )
            why_not = tr("{source} does not reach it.").format(source=expanded.source)
            names = () if colours is None else COLOURS
            self.inputs.show_kernels(expanded.inputs, expanded.count, why_not, names)
        if expanded.target:
            why_not = tr("It does not reach {target}.").format(target=expanded.target)
            self.users.show_kernels(expanded.users, expanded.user_count, why_not)
        kernels = [side[0].kernel for side in (expanded.inputs, expanded.users) if side]
        sizes = tr(" and ").join("×".join(map(str, kernel.shape)) for kernel in kernels) or "0"
        pooling = tr("as average") if expanded.pooling == "average" else tr("at {at}").format(at=expanded.at)
        self._tell(
            tr("{label} · {sizes} positions · max pooling {pooling}").format(
                label=tr(expanded.label).capitalize(), sizes=sizes, pooling=pooling
            )
        )

    def _tell(self, line: str) -> None:
        self.line.setText(line)
        self.more.setEnabled(any(section.count > self.top for section in (self.inputs, self.users)))

    def _picture(self, end: End) -> QImage | None:
        """What stands for the unit at the other end: for the colours of the picture, all of them in one."""
        if end[0] == PICTURE and not self._colours.isNull():
            return self._colours
        return self._pictures(end)

    def say(self, sentence: str, *, expanded: bool = False) -> None:
        """Say why there is nothing to see, on the sides with the nearest weights or on the expanded ones."""
        sections = [one for one in (self.inputs, self.users) if bool(one.node) == expanded]
        for section in sections if expanded else sections[:1]:
            section.show_kernels((), 0, sentence)
        self.line.setText("")

    def _arrange(self) -> None:
        self.pooling.setVisible(any(self.is_expanded))

    @Slot()
    def _on_asked(self) -> None:
        self.top = _FIRST
        self._arrange()
        self.asked.emit()

    @Slot()
    def _on_more(self) -> None:
        self.top *= 4
        self.asked.emit()
