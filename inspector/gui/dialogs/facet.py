"""The dialog that trains a facet from two folders, and lets units be looked at by it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr
from inspector.lenses.facets import Facet

_SENTENCE = mark(
    "A facet is what tells one folder's pictures from another's at a node. Train it here, then look at units "
    "of later nodes by it: their pictures show that side of them."
)


class FolderLine(QWidget):
    """A folder's path, typed or chosen."""

    def __init__(self, name: str, accessible: str) -> None:
        super().__init__()
        self.path = QLineEdit(objectName=name)
        self.path.setAccessibleName(accessible)
        choose = QPushButton(tr("Choose…"), objectName=f"{name}Choose", autoDefault=False)
        choose.setAccessibleName(tr("Choose: {accessible}").format(accessible=accessible))
        choose.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.path, 1)
        row.addWidget(choose)

    @Slot()
    def _on_choose(self) -> None:
        dialog = QFileDialog(self.window(), tr("Choose a folder of pictures"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.path.setText)
        dialog.open()


class FacetDialog(QDialog):
    """Trains facets; stays open while one walks to other units.

    Signals:
        train_requested: Name, folder that shows it, folder that does not.
        use_requested: Name and weight of the facet that the current unit is to be looked at by.
    """

    train_requested = Signal(str, str, str)
    use_requested = Signal(str, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="facetDialog")
        self.setWindowTitle(tr("Facets"))
        title = QLabel(tr("Look at units by a facet"))
        title.setFont(scaled(title.font(), 1.25, bold=True))
        self.node = QLabel(objectName="facetNode")
        self.name = QLineEdit("facet", objectName="facetName")
        self.name.setAccessibleName(tr("Name of the facet"))
        self.shows = FolderLine("facetShows", tr("Pictures that show it"))
        self.others = FolderLine("facetOthers", tr("Pictures that do not"))
        self.weight = QDoubleSpinBox(objectName="facetWeight", minimum=-100, maximum=100, value=2, decimals=1)
        self.weight.setAccessibleName(tr("Weight of the facet"))
        form = QFormLayout()
        for text, widget in (
            (tr("Node"), self.node), (tr("Name"), self.name), (tr("Pictures that show it"), self.shows),
            (tr("Pictures that do not"), self.others), (tr("Weight"), self.weight),
        ):  # fmt: skip
            form.addRow(text, widget)
        self.told, self.error = QLabel(objectName="facetTold", wordWrap=True), ErrorLine("facetError")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.train = buttons.addButton(tr("Train"), QDialogButtonBox.ButtonRole.ActionRole)
        self.use = buttons.addButton(tr("Look at the current unit"), QDialogButtonBox.ButtonRole.ActionRole)
        self.train.setObjectName("facetTrain")
        self.use.setObjectName("facetUse")
        self.train.clicked.connect(self._on_train)
        self.use.clicked.connect(
            lambda: self.use_requested.emit(self.name.text().strip(), self.weight.value())
        )
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(title)
        layout.addWidget(QLabel(tr(_SENTENCE), wordWrap=True))
        layout.addLayout(form)
        for widget in (self.told, self.error):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.setMinimumWidth(520)

    def set_node(self, node: str) -> None:
        """Say at which node it would be trained; "" where there is none."""
        self.node.setText(node or tr("Choose a node with units"))
        self.train.setEnabled(bool(node))

    def show_facet(self, facet: Facet) -> None:
        """Say how well it tells the folders apart."""
        self.train.setEnabled(True)
        self.error.say("")
        self.told.setText(
            tr(
                "“{name}” at {node}: {held_out:.0%} of the pictures left out are put right "
                "({picture} and {picture2} in all). Choose a unit behind {node}."
            ).format(
                name=facet.name,
                node=facet.node,
                held_out=facet.held_out,
                picture=facet.pictures[0],
                picture2=facet.pictures[1],
            )
        )

    def fail(self, sentence: str) -> None:
        """Say why it could not be done."""
        self.train.setEnabled(True)
        self.told.setText("")
        self.error.say(sentence)

    @Slot()
    def _on_train(self) -> None:
        paths = (self.shows.path.text().strip(), self.others.path.text().strip())
        if not all(paths) or not self.name.text().strip():
            self.fail(tr("A facet needs a name and two folders of pictures."))
            return
        self.error.say("")
        self.told.setText(tr("Training …"))
        self.train.setEnabled(False)
        self.train_requested.emit(self.name.text().strip(), *paths)
