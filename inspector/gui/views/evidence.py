"""The seven arguments as a checklist: what each lens gives, and what the user says of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, scaled
from inspector.gui.pixels import rgb_image
from inspector.gui.translation import tr, within
from inspector.gui.views.page import Page
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, heading, muted
from inspector.jobs.evidence_arguments import ARGUMENTS, VERDICTS, Argument, UnitEvidence, Verdict

_SIDE, _PICTURES = 56, 6


class ArgumentRow(QFrame):
    """One argument.

    Signals:
        said: The user's verdict or remark is another: `Verdict`.
    """

    said = Signal(object)

    def __init__(self, number: int, name: str) -> None:
        super().__init__(objectName=f"argument-{name}")
        self._name = name
        title, sentence = map(tr, ARGUMENTS[name])
        label = QLabel(f"{number}. {title}")
        label.setFont(scaled(label.font(), 1.0, bold=True))
        label.setToolTip(sentence)
        self.verdict = QComboBox(objectName=f"verdict-{name}")
        self.verdict.setAccessibleName(tr("Verdict on {title}").format(title=within(title)))
        for key, text in VERDICTS.items():
            self.verdict.addItem(tr(text), key)
        self.remark = QLineEdit(objectName=f"remark-{name}", placeholderText=tr("remark"))
        self.remark.setAccessibleName(tr("Remark on {title}").format(title=within(title)))
        self.facts = muted(sentence, f"facts-{name}", wrap=True)
        self._strip = QHBoxLayout()
        self._strip.setSpacing(6)
        self._tiles = [QLabel() for _ in range(_PICTURES)]
        for tile in self._tiles:
            self._strip.addWidget(tile)
            tile.hide()
        self._strip.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(self.verdict)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, SPACE, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._strip)
        layout.addWidget(self.facts)
        layout.addWidget(self.remark)
        self.verdict.activated.connect(self._say)
        self.remark.editingFinished.connect(self._say)

    def show_argument(self, argument: Argument | None) -> None:
        """Show what is known of it; None for nothing yet."""
        pictures = argument.pictures[:_PICTURES] if argument is not None else ()
        for i, tile in enumerate(self._tiles):
            tile.setVisible(i < len(pictures))
            if i < len(pictures):
                caption, pixels = pictures[i]
                tile.setPixmap(QPixmap.fromImage(rgb_image(pixels)).scaledToHeight(_SIDE))
                tile.setToolTip(tr(caption))
                tile.setAccessibleName(tr(caption))
        facts = "\n".join(map(tr, argument.facts)) if argument is not None else tr(ARGUMENTS[self._name][1])
        self.facts.setText(facts)
        self.facts.setToolTip(tr(argument.recipe) if argument is not None else "")

    def show_verdict(self, verdict: Verdict) -> None:
        """Show what was said of it."""
        self._last = verdict
        self.verdict.setCurrentIndex(max(self.verdict.findData(verdict.verdict), 0))
        self.remark.setText(verdict.remark)

    @Slot()
    def _say(self) -> None:
        said = Verdict(self._name, self.verdict.currentData(), self.remark.text())
        if said != self._last:
            self._last = said
            self.said.emit(said)


class EvidenceView(Page):
    """The checklist of a unit.

    Signals:
        said: The user's verdict on one argument.
        wanted: The evidence is to be gathered.
        report_wanted: It is to be exported.
    """

    said = Signal(object)
    wanted = Signal()
    report_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="evidenceView")
        self.setMinimumSize(*SMALLEST)
        self.evidence: UnitEvidence | None = None
        self.context = ElidedLabel(name="evidenceContext", muted=True)
        self.gather = QPushButton(tr("Gather"), objectName="gatherEvidence")
        self.gather.setToolTip(tr("Let every lens fill its argument: it takes as long as they do."))
        self.report = QPushButton(tr("Report…"), objectName="evidenceReport")
        self.report.setToolTip(tr("Write a page with all of it (HTML, needs no other file)."))
        self.rows = {name: ArgumentRow(i, name) for i, name in enumerate(ARGUMENTS, 1)}
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        for row in self.rows.values():
            column.addWidget(row)
            row.said.connect(self.said)
        column.addStretch(1)
        scroll = QScrollArea(objectName="evidenceScroll", widgetResizable=True)
        scroll.setAccessibleName(tr("Arguments"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(heading(tr("Evidence")))
        head.addWidget(self.context, 1)
        head.addWidget(self.gather)
        head.addWidget(self.report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.addLayout(head)
        layout.addWidget(scroll, 1)
        self.gather.clicked.connect(self.wanted)
        self.report.clicked.connect(self.report_wanted)
        self.show_evidence(None)
        self.show_verdicts(())

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What is said of each argument."""
        return tuple(
            Verdict(name, row.verdict.currentData(), row.remark.text()) for name, row in self.rows.items()
        )

    def show_evidence(self, evidence: UnitEvidence | None) -> None:
        """Show what has been gathered so far."""
        self.evidence = evidence
        found = {a.name: a for a in evidence.arguments} if evidence is not None else {}
        for name, row in self.rows.items():
            row.show_argument(found.get(name))
        self.report.setEnabled(evidence is not None)

    def show_verdicts(self, verdicts: Sequence[Verdict]) -> None:
        """Show what was said."""
        said = {verdict.argument: verdict for verdict in verdicts}
        for name, row in self.rows.items():
            row.show_verdict(said.get(name, Verdict(name)))
