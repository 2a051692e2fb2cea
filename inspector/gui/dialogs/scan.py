"""The dialog that asks which pictures to scan, at which nodes, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine, row
from inspector.gui.dialogs.scan_left import LeftScans
from inspector.gui.dialogs.scan_nodes import NodeChoice, NodeRow
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr
from inspector.gui.views.parts import muted
from inspector.workspace.scan_left import LeftScan

SAMPLES = "samples"
_ENDINGS = "*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.csv *.tsv *.txt *.lst"
_FILES = mark("Archives and lists ({endings});;All files (*)")
_MOST_KEPT = 500
_SEPARATOR = " | "


@dataclass(frozen=True)
class ScanWish:
    """What a person wants scanned.

    Attributes:
        pictures: Folders and files, or "samples".
        nodes: The chosen nodes; empty for all.
        top: Pictures kept at either end of each unit.
        unique: Whether equal pictures are counted once.
    """

    pictures: tuple[str, ...]
    nodes: tuple[str, ...]
    top: int
    unique: bool


class ScanDialog(QDialog):
    """Source, nodes and the few choices; scans that were left stand above them.

    Signals:
        start_requested: A `ScanWish`. The dialog stays, so that it can show an error.
        resume_requested: Go on with a scan that was left: its key.
        forget_requested: Delete a scan that was left: its key.
    """

    start_requested = Signal(object)
    resume_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="scanDialog")
        self.setWindowTitle(tr("Scan pictures"))
        self._make_widgets()
        self._lay_out()
        self._join()
        self._update()

    def _make_widgets(self) -> None:
        self.left = LeftScans()
        self.source = QLineEdit(objectName="scanSource", clearButtonEnabled=True)
        self.source.setPlaceholderText(tr("folder, archive or list"))
        self.source.setToolTip(tr("a folder, a zip or tar, a CSV or TSV list, a data set’s folder"))
        self.source.setAccessibleName(tr("Pictures to scan"))
        self._folder = QPushButton(tr("Folder…"), objectName="scanFolder")
        self._file = QPushButton(tr("File…"), objectName="scanFile")
        self._samples = QPushButton(tr("Samples"), objectName="scanSamples")
        self._samples.setToolTip(tr("The sample pictures that came with the program."))
        self.choice = NodeChoice("scan", tr("Nodes to scan"))
        self.top = QSpinBox(objectName="scanTop", minimum=1, maximum=_MOST_KEPT, value=24)
        self.top.setAccessibleName(tr("Pictures kept at either end"))
        self.top.setToolTip(tr("How many of the highest and of the lowest pictures each unit keeps."))
        self.unique = QCheckBox(tr("Count equal pictures once"), objectName="scanUnique")
        self.unique.setToolTip(
            tr("Files of the same bytes are found first; that reads every file once more.")
        )
        self._error = ErrorLine("scanError")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = self._buttons.addButton(tr("Scan"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setObjectName("scanStart")

    def _lay_out(self) -> None:
        heading = QLabel(tr("Scan pictures"), objectName="scanTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        about = muted(
            tr(
                "Every picture runs through the network once. Each unit then shows what drives it most and "
                "least, how its values are distributed, and for which classes it stands."
            ),
            wrap=True,
        )
        source = row(self.source, self._folder, self._file, self._samples)
        top = row(self.top)
        top.addWidget(muted(tr("highest and as many lowest of each unit")))
        top.addStretch(1)
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(8)
        form.addRow(tr("Pictures"), source)
        form.addRow(tr("Nodes"), self.choice)
        form.addRow(tr("Keep"), top)
        form.addRow("", self.unique)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        for widget in (heading, about, self.left):
            layout.addWidget(widget)
        layout.addLayout(form, 1)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)

    def _join(self) -> None:
        self.source.textChanged.connect(self._update)
        self._folder.clicked.connect(self._on_folder_clicked)
        self._file.clicked.connect(self._on_file_clicked)
        self._samples.clicked.connect(self._on_samples_clicked)
        self.choice.changed.connect(self._update)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self.left.resume_requested.connect(self.resume_requested)
        self.left.forget_requested.connect(self.forget_requested)

    def set_nodes(self, rows: Sequence[NodeRow], current: str) -> None:
        """Offer these nodes; the current one is chosen where the user chooses."""
        self.choice.set_nodes(rows, current)

    def set_left(self, left: Sequence[LeftScan]) -> None:
        """List the scans that can go on."""
        self.left.set_scans(left)

    def set_paths(self, paths: Sequence[str]) -> None:
        """Show these as the source."""
        self.source.setText(_SEPARATOR.join(paths))

    def set_error(self, sentence: str) -> None:
        """Say why it did not begin; "" takes the sentence away."""
        self._error.say(sentence)

    @property
    def wish(self) -> ScanWish:
        """What stands in the dialog."""
        paths = tuple(part.strip() for part in self.source.text().split(_SEPARATOR) if part.strip())
        return ScanWish(paths, self.choice.chosen, self.top.value(), self.unique.isChecked())

    @Slot()
    def _update(self) -> None:
        self.set_error("")
        self.start.setEnabled(bool(self.wish.pictures) and self.choice.is_made)
        self.resize(self.sizeHint().expandedTo(QSize(self.width(), 0)))

    @Slot()
    def _on_accepted(self) -> None:
        self.set_error("")
        self.start_requested.emit(self.wish)

    @Slot()
    def _on_samples_clicked(self) -> None:
        self.source.setText(SAMPLES)

    @Slot()
    def _on_folder_clicked(self) -> None:
        self._choose(QFileDialog.FileMode.Directory, tr("Choose a folder of pictures"), "")

    @Slot()
    def _on_file_clicked(self) -> None:
        self._choose(
            QFileDialog.FileMode.ExistingFile,
            tr("Choose an archive or a list of pictures"),
            tr(_FILES).format(endings=_ENDINGS),
        )

    def _choose(self, mode: QFileDialog.FileMode, title: str, files: str) -> None:
        dialog = QFileDialog(self, title, "", files)
        dialog.setObjectName("scanSourceDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.source.setText)
        dialog.open()

    def sizeHint(self) -> QSize:
        return QSize(max(620, super().sizeHint().width()), super().sizeHint().height())
