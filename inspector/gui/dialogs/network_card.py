"""The card of the network that is chosen in the list: what it is, how large, where its weights come from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from inspector.gui.models.catalogue import CatalogueRow
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr

_EMPTY = mark("Choose a network to see what it is, or type what to open below.")
_MICROSCOPE = mark("one of the Microscope’s eight")


class NetworkCardPanel(QFrame):
    """What is known of one network, with a button that fetches its weights and one that registers a folder.

    Signals:
        fetch_requested: Name of the network whose official weights are to be fetched.
        fetch_cancelled: The fetch that runs is to stop; what is there stays.
        folder_requested: A folder of weights is to be chosen.
    """

    fetch_requested = Signal(str)
    fetch_cancelled = Signal()
    folder_requested = Signal()

    def __init__(self) -> None:
        super().__init__(objectName="networkCard")
        self.setAccessibleName(tr("About the chosen network"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._row: CatalogueRow | None = None
        self._fetching = False
        self.title = QLabel(objectName="networkCardTitle")
        self.title.setFont(scaled(self.title.font(), 1.1, bold=True))
        self.about = _text("networkCardAbout")
        self.weights = _text("networkCardWeights")
        self.fetch = QPushButton(tr("Download weights"), objectName="fetchWeights")
        self.folder = QPushButton(tr("Register a folder of weights…"), objectName="registerFolder")
        self.bar = QProgressBar(objectName="fetchProgress")
        self.bar.setAccessibleName(tr("Download"))
        self._lay_out()
        self.fetch.clicked.connect(self._on_fetch_clicked)
        self.folder.clicked.connect(self.folder_requested)
        self.set_row(None)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.fetch)
        buttons.addWidget(self.bar, 1)
        buttons.addStretch()
        buttons.addWidget(self.folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(6)
        for label in (self.title, self.about, self.weights):
            layout.addWidget(label)
        layout.addStretch()
        layout.addLayout(buttons)
        self.bar.hide()

    def set_row(self, row: CatalogueRow | None) -> None:
        """Show a network's card; None says how to get one."""
        self._row = row
        self.title.setText(row.title if row is not None else "")
        self.title.setVisible(row is not None)
        self.about.setText(_about(row) if row is not None else tr(_EMPTY))
        self.weights.setText(_weights(row) if row is not None else "")
        self.weights.setVisible(row is not None)
        self._update()

    def set_progress(self, done: int, total: int) -> None:
        """Show how far the fetch is, in bytes."""
        self._fetching = True
        self.bar.setRange(0, max(total // 1000, 0))
        self.bar.setValue(done // 1000)
        self.bar.setFormat(
            tr("{done:.0f} of {total:.0f} MB").format(done=done / 1000000.0, total=total / 1000000.0)
            if total
            else tr("{done:.0f} MB").format(done=done / 1000000.0)
        )
        self._update()

    def stop_progress(self) -> None:
        """The fetch is over."""
        self._fetching = False
        self._update()

    def _update(self) -> None:
        card = self._row.card if self._row is not None else None
        wanted = card is not None and bool(card.address) and not (self._row and self._row.weights)
        self.fetch.setText(tr("Cancel download") if self._fetching else tr("Download weights"))
        self.fetch.setVisible(wanted or self._fetching)
        self.fetch.setToolTip(card.address if card is not None else "")
        self.bar.setVisible(self._fetching)

    @Slot()
    def _on_fetch_clicked(self) -> None:
        if self._fetching:
            self.fetch_cancelled.emit()
        elif self._row is not None:
            self.set_progress(0, 0)
            self.fetch_requested.emit(self._row.name)


def _text(name: str) -> QLabel:
    label = QLabel(objectName=name, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _about(row: CatalogueRow) -> str:
    card = row.card
    counts = ((card.nodes, tr("nodes")), (card.units, tr("units")), (card.parameters, tr("parameters")))
    facts = [
        str(card.year or ""),
        tr("input {input}").format(input=row.input),
        *(f"{count:,} {what}" for count, what in counts if count),
        tr(_MICROSCOPE) if card.microscope else "",
    ]
    return f"{tr(card.sentence)}\n{' · '.join(filter(None, facts))}"


def _weights(row: CatalogueRow) -> str:
    card = row.card
    lines = [tr("Needs {needs}").format(needs=tr(card.needs)) if card.needs else ""]
    if card.address:
        lines.append(
            tr("Weights: {address}\nLicence: {licence}").format(address=card.address, licence=card.licence)
        )
    lines.append(
        tr("Installed: {weights}").format(weights=tr(row.weights))
        if row.weights
        else tr(card.advice) or tr("No official weights: it opens untrained.")
    )
    return "\n".join(filter(None, lines))
