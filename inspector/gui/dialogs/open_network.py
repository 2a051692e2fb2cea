"""The dialog that asks which network to open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.network_card import NetworkCardPanel
from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.models.catalogue import (
    FOUND,
    ROW,
    SPEC_NAME,
    CatalogueModel,
    CatalogueRow,
    Index,
    combined,
)
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, tr

_SUFFIXES = "*.pth *.pt *.pt2 *.tar *.ckpt *.bin *.safetensors *.onnx *.caffemodel *.json"
_FILES = mark("Networks and weights ({endings});;All files (*)")
_ROW_HEIGHT = 26
_CELL_SPACE = 20
_WIDEST = 220  # pixels: some of timm’s names would leave the title no room
_WEIGHTS = 4


class _StateDelegate(QStyledItemDelegate):
    """Says "found" in the colour of what is well; "untrained" stands back."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        tokens = tokens_of(option.palette)
        option.palette.setColor(
            QPalette.ColorRole.Text, QColor(tokens.good if index.data(FOUND) else tokens.muted)
        )


class OpenNetworkDialog(QDialog):
    """Choose an architecture, weights, or both; what will be opened stands in one line and can be typed.

    Signals:
        spec_chosen: What to open: NAME, FILE or NAME=FILE. The dialog stays, so that it can show an error.
    """

    spec_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="openNetworkDialog")
        self.setWindowTitle(tr("Open network"))
        self._name = self._file = ""
        self._model = CatalogueModel(self)
        self._proxy = QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._model)
        self._proxy.setFilterKeyColumn(-1)
        self._proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self.resize(760, 720)
        self._update()

    def _make_widgets(self) -> None:
        self.filter_box = QLineEdit(objectName="networkFilter", clearButtonEnabled=True)
        self.filter_box.setPlaceholderText(tr("Filter networks"))
        self.filter_box.setAccessibleName(tr("Filter networks"))
        self.table = _table(self._proxy)
        self._weights = QLineEdit(objectName="weightsFile", clearButtonEnabled=True)
        self._weights.setPlaceholderText(tr("none: the network’s own weights where found, else random ones"))
        self._weights.setAccessibleName(tr("Weights file"))
        self._choose = QPushButton(tr("Choose…"), objectName="chooseWeights")
        self._choose.setAccessibleName(tr("Choose a weights file"))
        self.spec = QLineEdit(objectName="networkSpec")
        self.spec.setPlaceholderText(tr("NAME, FILE or NAME=FILE"))
        self.spec.setAccessibleName(tr("What to open"))
        self.spec.setToolTip(tr("NAME, FILE, or NAME=FILE: the architecture NAME with the weights in FILE"))
        self.card = NetworkCardPanel()
        self._error = ErrorLine("openNetworkError")
        self._note = QLabel(objectName="openNetworkNote", wordWrap=True, hidden=True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setObjectName("openNetwork")

    def _lay_out(self) -> None:
        heading = QLabel(tr("Choose a network"), objectName="openNetworkTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        form = QGridLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(8)
        weights = QHBoxLayout()
        weights.setSpacing(8)
        weights.addWidget(self._weights, 1)
        weights.addWidget(self._choose)
        form.addWidget(_buddy(tr("&Weights file"), self._weights), 0, 0)
        form.addLayout(weights, 0, 1)
        form.addWidget(_buddy(tr("&Opens as"), self.spec), 1, 0)
        form.addWidget(self.spec, 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addWidget(self.filter_box)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.card)
        layout.addLayout(form)
        layout.addWidget(self._note)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)

    def _connect(self) -> None:
        self.filter_box.textChanged.connect(self._proxy.setFilterFixedString)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.table.doubleClicked.connect(self._on_open)
        self._weights.textChanged.connect(self._on_weights_changed)
        self._choose.clicked.connect(self._on_choose_clicked)
        self.spec.textChanged.connect(self._update)
        self._buttons.accepted.connect(self._on_open)
        self._buttons.rejected.connect(self.reject)

    def set_entries(self, rows: Sequence[CatalogueRow]) -> None:
        """List the networks that can be opened."""
        chosen = self._name
        self._model.set_rows(rows)
        self.table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column) + _CELL_SPACE, _WIDEST))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self._choose_row(chosen)

    def _choose_row(self, name: str) -> None:
        """Stay at the network that was chosen before the list was read again."""
        text = self.spec.text()
        for row in range(self._proxy.rowCount()) if name else ():
            if self._proxy.index(row, 0).data(SPEC_NAME) == name:
                self.table.selectRow(row)
                break
        self.spec.setText(text)

    def say(self, sentence: str) -> None:
        """Say what has been done; it goes with the next change."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def set_error(self, sentence: str) -> None:
        """Say why it did not open; "" takes the sentence away."""
        self._error.say(sentence)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._name = current.siblingAtColumn(0).data(SPEC_NAME) or "" if current.isValid() else ""
        self.card.set_row(current.siblingAtColumn(0).data(ROW) if current.isValid() else None)
        if self._name:
            self.spec.setText(combined(self._name, self._file))

    @Slot(str)
    def _on_weights_changed(self, text: str) -> None:
        self._file = text.strip()
        self.spec.setText(combined(self._name, self._file))

    @Slot()
    def _on_choose_clicked(self) -> None:
        dialog = QFileDialog(self, tr("Choose a weights file"), "", tr(_FILES).format(endings=_SUFFIXES))
        dialog.setObjectName("weightsDialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._weights.setText)
        dialog.open()

    @Slot()
    def _update(self) -> None:
        self._error.say("")
        self.say("")
        self._buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(self.spec.text().strip()))

    @Slot()
    def _on_open(self) -> None:
        spec = self.spec.text().strip()
        if spec:
            self._error.say("")
            self.spec_chosen.emit(spec)


def _table(model: QSortFilterProxyModel) -> QTableView:
    table = QTableView(objectName="networkTable")
    table.setAccessibleName(tr("Networks"))
    table.setModel(model)
    table.setItemDelegateForColumn(_WEIGHTS, _StateDelegate(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    table.horizontalHeader().setHighlightSections(False)
    return table


def _buddy(text: str, widget: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(widget)
    return label
