"""The dialog that asks what an atlas is to hold, and where it is to lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.parts import ErrorLine, row
from inspector.gui.dialogs.scan_nodes import NodeChoice, NodeRow
from inspector.gui.panels.parts import MARGIN, scaled
from inspector.gui.translation import mark, tr
from inspector.gui.views.parts import muted

SAMPLES = "samples"
OBJECTIVES = {"channel": mark("Channel"), "neuron": mark("Neuron"), "-channel": mark("Negative")}


@dataclass(frozen=True)
class AtlasAnswer:
    """What stands in the dialog.

    Attributes:
        out: The site's folder.
        nodes: The chosen nodes; empty for all.
        objectives: What is visualized of each unit.
        recipe: How.
        families: Stimulus families.
        pictures: A folder or "samples"; "" for no examples.
        licence: The line at the foot of the pages.
        without_pictures: Whether real pictures stay out of the site.
    """

    out: str
    nodes: tuple[str, ...]
    objectives: tuple[str, ...]
    recipe: str
    families: tuple[str, ...]
    pictures: str
    licence: str
    without_pictures: bool


class AtlasDialog(QDialog):
    """Folder, nodes, what is made of each unit, pictures, licence.

    Signals:
        start_requested: An `AtlasAnswer`. The dialog stays, so that it can show an error.
        help_requested: What all of this is.
    """

    start_requested = Signal(object)
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="atlasDialog")
        self.setWindowTitle(tr("Make an atlas"))
        self._make_widgets()
        self._lay_out()
        self._join()
        self._update()

    def _make_widgets(self) -> None:
        self.out = _line("atlasOut", tr("Folder of the site"), tr("a new folder, or one that holds an atlas"))
        self.source = _line("atlasPictures", tr("Pictures to find examples in"), tr("none: without examples"))
        self.licence = _line("atlasLicence", tr("Licence line"), tr("who may do what, for example CC BY 4.0"))
        self._choose_out = QPushButton(tr("Choose…"), objectName="atlasChooseOut")
        self._choose_out.setAccessibleName(tr("Choose the folder of the site"))
        self._choose_pictures = QPushButton(tr("Folder…"), objectName="atlasChoosePictures")
        self._choose_pictures.setAccessibleName(tr("Choose a folder of pictures"))
        self._samples = QPushButton(tr("Samples"), objectName="atlasSamples")
        self.choice = NodeChoice("atlas", tr("Nodes of the atlas"))
        self.objectives = {
            objective: QCheckBox(tr(title), objectName=f"atlas{title}", checked=True)
            for objective, title in OBJECTIVES.items()
        }
        self.recipe = QComboBox(objectName="atlasRecipe")
        self.recipe.setAccessibleName(tr("Recipe of the visualizations"))
        self.families = QComboBox(objectName="atlasFamilies")
        self.families.setAccessibleName(tr("Stimulus families of the tuning"))
        self.without = QCheckBox(
            tr("Leave real pictures and their names out of the site"), objectName="atlasWithout"
        )
        self._error = ErrorLine("atlasError")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Help
        )
        self.start = self._buttons.addButton(tr("Make"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setObjectName("atlasStart")

    def _lay_out(self) -> None:
        heading = QLabel(tr("Make an atlas"), objectName="atlasTitle")
        heading.setFont(scaled(heading.font(), 1.25, bold=True))
        about = muted(
            tr(
                "A web site of every unit, to be browsed by people who have not got this program: from a "
                "folder, a stick or any web server. It is made in the background; stopped, it goes on "
                "where it was."
            ),
            wrap=True,
        )
        pictures = row(self.source, self._choose_pictures, self._samples)
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(8)
        form.addRow(tr("Folder"), row(self.out, self._choose_out))
        form.addRow(tr("Nodes"), self.choice)
        form.addRow(tr("Pictures made"), row(*self.objectives.values(), self.recipe, stretch=True))
        form.addRow(tr("Tuning"), row(self.families, stretch=True))
        form.addRow(tr("Examples from"), pictures)
        form.addRow("", self.without)
        form.addRow(tr("Licence"), self.licence)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(MARGIN)
        layout.addWidget(heading)
        layout.addWidget(about)
        layout.addLayout(form, 1)
        layout.addWidget(self._error)
        layout.addWidget(self._buttons)

    def _join(self) -> None:
        for line in (self.out, self.source, self.licence):
            line.textChanged.connect(self._update)
        self._choose_out.clicked.connect(self._on_choose_out)
        self._choose_pictures.clicked.connect(self._on_choose_pictures)
        self._samples.clicked.connect(self._on_samples)
        self.choice.changed.connect(self._update)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)
        self._buttons.helpRequested.connect(self.help_requested)

    def set_nodes(self, rows: Sequence[NodeRow], current: str) -> None:
        """Offer these nodes; the current one is chosen where the user chooses."""
        self.choice.set_nodes(rows, current)

    def set_recipes(self, recipes: Sequence[tuple[str, str, str]]) -> None:
        """Offer recipes: (name, title, sentence); the one chosen before stays."""
        chosen = self.recipe.currentData()
        self.recipe.clear()
        for place, (name, title, sentence) in enumerate(recipes):
            self.recipe.addItem(title, name)
            self.recipe.setItemData(place, sentence, Qt.ItemDataRole.ToolTipRole)
        self.recipe.setCurrentIndex(max(self.recipe.findData(chosen), 0))

    def set_families(self, some: Sequence[str], every: Sequence[str]) -> None:
        """Offer some families, all of them, or none."""
        place = max(self.families.currentIndex(), 0)
        self.families.clear()
        self.families.addItem(", ".join(some), tuple(some))
        self.families.addItem(tr("All {count} families").format(count=len(every)), tuple(every))
        self.families.addItem(tr("None"), ())
        self.families.setCurrentIndex(place)

    def set_error(self, sentence: str) -> None:
        """Say why it did not begin; "" takes the sentence away."""
        self._error.say(sentence)

    @property
    def answer(self) -> AtlasAnswer:
        """What stands in the dialog."""
        return AtlasAnswer(
            out=self.out.text().strip(),
            nodes=self.choice.chosen,
            objectives=tuple(name for name, box in self.objectives.items() if box.isChecked()),
            recipe=self.recipe.currentData() or "preview",
            families=tuple(self.families.currentData() or ()),
            pictures=self.source.text().strip(),
            licence=self.licence.text().strip(),
            without_pictures=self.without.isChecked(),
        )

    @Slot()
    def _update(self) -> None:
        self.set_error("")
        answer = self.answer
        self.without.setEnabled(bool(answer.pictures))
        self.start.setEnabled(bool(answer.out) and self.choice.is_made)
        self.resize(self.sizeHint().expandedTo(QSize(self.width(), 0)))

    @Slot()
    def _on_accepted(self) -> None:
        self.set_error("")
        self.start_requested.emit(self.answer)

    @Slot()
    def _on_samples(self) -> None:
        self.source.setText(SAMPLES)

    @Slot()
    def _on_choose_out(self) -> None:
        self._choose(tr("Choose the folder of the site"), self.out, "atlasOutDialog")

    @Slot()
    def _on_choose_pictures(self) -> None:
        self._choose(tr("Choose a folder of pictures"), self.source, "atlasPicturesDialog")

    def _choose(self, title: str, line: QLineEdit, name: str) -> None:
        dialog = QFileDialog(self, title)
        dialog.setObjectName(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(line.setText)
        dialog.open()

    def sizeHint(self) -> QSize:
        return QSize(max(640, super().sizeHint().width()), super().sizeHint().height())


def _line(name: str, accessible: str, placeholder: str) -> QLineEdit:
    line = QLineEdit(objectName=name, clearButtonEnabled=True)
    line.setAccessibleName(accessible)
    line.setPlaceholderText(placeholder)
    return line
