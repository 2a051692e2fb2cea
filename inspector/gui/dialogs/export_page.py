"""A unit, a node or a group as one HTML file: which, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from inspector.gui.dialogs.export_file import ExportFileDialog, form_of
from inspector.gui.translation import tr
from inspector.gui.views.parts import EDGE, SPACE, muted


@dataclass(frozen=True)
class Subject:
    """What a page can be of.

    Attributes:
        title: What it is, for a person.
        group: The group's name, or "".
        unit: Whether it is the current unit; else it is its node, where it is no group.
        file: A name for the file, without its ending.
    """

    title: str
    group: str
    unit: bool
    file: str


class ExportPageDialog(ExportFileDialog):
    """Asks what the page is of.

    Signals:
        export_requested: (subject, licence, whether without real pictures, path).
    """

    export_requested = Signal(object, str, bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("exportPage", tr("Export page"), parent)
        self._subjects: Sequence[Subject] = ()
        self.licence = QLineEdit(objectName="exportPageLicence")
        self.licence.setPlaceholderText(tr("A line at the foot: source or licence of the pictures"))
        self.without = QCheckBox(
            tr("Leave real pictures and their names out"), objectName="exportPageWithout"
        )
        self._lay_out()
        self.which.activated.connect(self._show)
        self.browse.clicked.connect(self._on_browse)
        self.export.clicked.connect(self._on_export)
        self.setMinimumWidth(520)

    def _lay_out(self) -> None:
        about = tr("One file that opens in any browser and asks nothing of a network; pictures are in it.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.setSpacing(SPACE)
        layout.addWidget(muted(about, "exportPageAbout", wrap=True))
        layout.addLayout(
            form_of(
                (
                    (tr("Page of"), (self.which,)),
                    (tr("Licence"), (self.licence,)),
                    ("", (self.without,)),
                    (tr("File"), (self.file, self.browse)),
                )
            )
        )
        for part in (self.error, self.said, self.buttons):
            layout.addWidget(part)

    def offer(self, subjects: Sequence[Subject], folder: Path) -> None:
        """Let a page of one of these be written, the first one unless told otherwise."""
        self._subjects, self._folder = subjects, folder
        self.which.clear()
        self.which.addItems([subject.title for subject in subjects])
        self._show()

    @Slot()
    def _show(self) -> None:
        self.export.setEnabled(bool(self._subjects))
        if self._subjects:
            subject = self._subjects[self.which.currentIndex()]
            self.file.setText(str(self._folder / f"{subject.file}.html"))
        self.say("")

    @Slot()
    def _on_browse(self) -> None:
        self.choose_file("HTML (*.html)", "html")

    @Slot()
    def _on_export(self) -> None:
        path = self.begin(".html", ".htm")
        if path is not None:
            subject = self._subjects[self.which.currentIndex()]
            licence = self.licence.text().strip()
            self.export_requested.emit(subject, licence, self.without.isChecked(), str(path))
