"""Help on the pages of the window: their titles at the left, the text of one beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QTextBrowser, QWidget

from inspector.gui.translation import spoken, tr
from inspector.gui.views.parts import EDGE
from inspector.help import PAGES, text
from inspector.network.errors import InspectorError

_SIZE = 800, 640
_LIST_WIDTH, _MARGIN = 190, 14


class HelpDialog(QDialog):
    """The help texts; stays open beside the window, whose work goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="helpDialog")
        self.setWindowTitle(tr("About this page"))
        self.list = QListWidget(objectName="helpPages")
        self.list.setAccessibleName(tr("Pages of the window"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setSpacing(2)
        for name, title in PAGES.items():
            QListWidgetItem(tr(title), self.list).setData(Qt.ItemDataRole.UserRole, name)
        self.browser = QTextBrowser(objectName="helpText", openExternalLinks=False, openLinks=False)
        self.browser.setAccessibleName(tr("What the page shows"))
        self.browser.document().setDocumentMargin(_MARGIN)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        layout.addWidget(self.list)
        layout.addWidget(self.browser, 1)
        self.list.currentRowChanged.connect(self._show)
        self.resize(*_SIZE)

    @property
    def page(self) -> str:
        """The name of the text in sight."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else ""

    def show_page(self, name: str) -> None:
        """Show one page's text, in front of the window."""
        self.list.setCurrentRow(list(PAGES).index(name))
        self.show()
        self.activateWindow()

    @Slot()
    def _show(self) -> None:
        try:
            self.browser.setMarkdown(text(self.page, spoken()))
        except InspectorError as error:
            self.browser.setPlainText(str(error))

    def event(self, event: QEvent) -> bool:
        # Else the window's own Escape, which cancels jobs, would take the key before the dialog sees it.
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.page:
            self._show()  # the document keeps the colours that it was made with
