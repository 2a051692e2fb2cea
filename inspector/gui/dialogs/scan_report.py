"""The list of pictures that a scan could not read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import tr


class ScanReport(QDialog):
    """A sentence for each file, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="scanReport")
        self.setWindowTitle(tr("Unreadable pictures"))
        self._title = QLabel(objectName="scanReportTitle", wordWrap=True)
        self._title.setFont(scaled(self._title.font(), 1.1, bold=True))
        self._text = QPlainTextEdit(objectName="scanReportText", readOnly=True)
        self._text.setAccessibleName(tr("Unreadable pictures, a line each"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        for widget in (self._title, self._text, buttons):
            layout.addWidget(widget)
        self.resize(640, 380)

    @property
    def lines(self) -> list[str]:
        """What is listed."""
        return self._text.toPlainText().splitlines()

    def set_report(self, title: str, sentences: Sequence[str], count: int) -> None:
        """List sentences, of so many in all."""
        more = (
            [tr("… and {count:,} more").format(count=count - len(sentences))]
            if count > len(sentences)
            else []
        )
        self._title.setText(tr("{title}: {count:,} could not be read").format(title=title, count=count))
        self._text.setPlainText("\n".join([*map(tr, sentences), *more]))
