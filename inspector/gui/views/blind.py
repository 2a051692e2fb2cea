"""Blind labelling of a unit: one crop after the other, a key for each class; then what the labels tell."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.panels.parts import ElidedLabel, EmptyState
from inspector.gui.theme import tokens_of
from inspector.gui.translation import mark, plural, tr
from inspector.gui.views.blind_crop import BlindCrop
from inspector.gui.views.blind_plot import BlindPlot, What
from inspector.gui.views.example_picture import ExamplePicture
from inspector.gui.views.parts import EDGE, SMALLEST, SPACE, muted
from inspector.gui.views.segments import Segments
from inspector.workspace.blind import SKIPPED
from inspector.workspace.blind_results import BlindResults

MODES = {
    "label": (mark("Label"), mark("One crop after the other, its value unseen: a key for each class.")),
    "shares": (
        mark("P(label | x)"),
        mark("The share of each label in each range, with its interval of 95 %."),
    ),
    "density": (mark("Density"), mark("How often the unit takes which value, split by label.")),
    "weighted": (
        mark("x · p(x)"),
        mark("How much each range of activation adds to the unit’s mean, split by label."),
    ),
}


class BlindView(QWidget):
    """The page. It tells what was pressed; whoever listens keeps it.

    Signals:
        answered: (class number, or `SKIPPED`) for the crop in sight.
        stepped_back: The crop before is wanted.
        classes_named: (names) the classes are to be called so.
        mode_changed: Labelling or another plot.
        export_wanted: Write the results.
        scan_wanted: Scan pictures.
        seen: The view has come into sight.
    """

    answered = Signal(int)
    stepped_back = Signal()
    classes_named = Signal(object)
    mode_changed = Signal()
    export_wanted = Signal()
    scan_wanted = Signal()
    seen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="blindView")
        self.setMinimumSize(*SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Blind labelling"))
        self.modes = Segments("blindModes", MODES, prefix="blind", accessible=tr("Show {}"))
        self.context = ElidedLabel(name="blindContext", muted=True, mode=Qt.TextElideMode.ElideLeft)
        self.export = QToolButton(
            objectName="blindExport", text=tr("Export…"), toolTip=tr("Write the results as CSV")
        )
        self.names = QLineEdit(objectName="blindClasses", placeholderText=tr("curve, not curve, unclear"))
        self.names.setAccessibleName(tr("Classes, separated by commas"))
        self.crop, self.plot = BlindCrop(), BlindPlot()
        self.progress = QProgressBar(objectName="blindProgress", textVisible=False)
        self.progress.setAccessibleName(tr("Crops labelled"))
        self.progress.setFixedHeight(6)
        self.line = ElidedLabel(name="blindLine", factor=0.92)
        self.told = QLabel(objectName="blindTold", wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.empty = EmptyState("blindEmpty")
        self.scan = QPushButton(tr("Scan pictures…"), objectName="blindScan")
        self.buttons: list[QPushButton] = []
        self._lay_out()
        self.modes.set_current("label")
        self.modes.chosen.connect(self._on_mode)
        self.names.editingFinished.connect(self._on_named)
        self.export.clicked.connect(self.export_wanted)
        self.scan.clicked.connect(self.scan_wanted)
        self.say("")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(self.modes)
        head.addWidget(self.context, 1)
        head.addWidget(self.export)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._label_page())
        self._pages.addWidget(self._plot_page())
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE)
        page.addLayout(head)
        page.addWidget(self._pages, 1)
        self._nothing = QWidget()
        nothing = QVBoxLayout(self._nothing)
        nothing.setContentsMargins(0, 0, 0, 0)
        self._nothing.setAutoFillBackground(True)
        self._nothing.setBackgroundRole(self.empty.backgroundRole())
        nothing.addStretch(1)
        nothing.addWidget(self.empty)
        nothing.addWidget(self.scan, 0, Qt.AlignmentFlag.AlignHCenter)
        nothing.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(EDGE, EDGE // 2, EDGE, EDGE // 2)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._nothing, 1)

    def _label_page(self) -> QWidget:
        page = QWidget()
        classes = QHBoxLayout()
        classes.addWidget(muted(tr("Classes")))
        classes.addWidget(self.names, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE // 2)
        self.skip = self._button(tr("Skip"), "blindSkip", tr("Skip this crop (Space)"))
        self.back = self._button(tr("Back"), "blindBack", tr("The crop before (Backspace)"))
        self.skip.clicked.connect(lambda: self.answered.emit(SKIPPED))
        self.back.clicked.connect(self.stepped_back)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2 + 2)
        layout.addLayout(classes)
        layout.addWidget(self.crop, 1)
        layout.addLayout(self._row)
        layout.addWidget(self.progress)
        layout.addWidget(self.line)
        return page

    def _plot_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.told)
        return page

    def _button(self, text: str, name: str, tip: str) -> QPushButton:
        button = QPushButton(text, objectName=name, toolTip=tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys go on to the page
        button.setMinimumWidth(40)
        return button

    @property
    def mode(self) -> str:
        """What is looked at: a key of `MODES`."""
        return self.modes.current

    def say(self, title: str, hint: str = "", *, scan: bool = False) -> None:
        """Say why there is nothing to label; an empty title shows the page."""
        self._page.setVisible(not title)
        self._nothing.setVisible(bool(title))
        self.empty.say(title, hint)
        self.scan.setVisible(scan)

    def show_classes(self, names: tuple[str, ...]) -> None:
        """Offer a key and a button for each class."""
        if not self.names.hasFocus():
            self.names.setText(", ".join(names))
        if [button.toolTip() for button in self.buttons] == [_tip(i, name) for i, name in enumerate(names)]:
            return
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) in self.buttons:
                widget.deleteLater()
        self.buttons = []
        for number, name in enumerate(names):
            button = self._button(f"{number + 1}  {name}", f"blindClass-{number + 1}", _tip(number, name))
            button.setCheckable(True)
            button.clicked.connect(lambda checked=False, number=number: self.answered.emit(number))
            self._row.addWidget(button, 1)
            self.buttons.append(button)
        self._row.addWidget(self.skip)
        self._row.addWidget(self.back)

    def show_crop(self, picture: ExamplePicture | None, answer: int | None) -> None:
        """Show the crop to be labelled, with the answer that it had before; None where all are labelled."""
        self.crop.show_picture(picture)
        for number, button in enumerate(self.buttons):
            button.setEnabled(picture is not None)
            button.setChecked(answer == number)
        self.skip.setEnabled(picture is not None)

    def show_progress(self, done: int, total: int, line: str) -> None:
        """Tell how many crops have an answer."""
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(done)
        self.line.setText(line)

    def show_results(self, found: BlindResults | None) -> None:
        """Draw the plot that is chosen, and say below what it adds up to."""
        if self.mode == "label":
            return
        what: What = (
            "shares" if self.mode == "shares" else "density" if self.mode == "density" else "weighted"
        )
        self.plot.show_results(found, what)
        self._tell(found)

    def _tell(self, found: BlindResults | None) -> None:
        if found is None or not found.labelled.any():
            self.told.setText(tr("Nothing is labelled yet."))
            return
        parts = found.of_mean if self.mode == "weighted" else found.of_all
        of = tr("of the mean") if self.mode == "weighted" else tr("of all places")
        entries = [
            f'<span style="color:{colour}">■</span> {escape(name)} {part:.1%}'
            for (name, colour), part in zip(self.plot.legend(tokens_of(self.palette())), parts, strict=True)
        ]
        crops = int(found.labelled.sum())
        self.told.setText(
            plural(
                "{labels} {of_what} · {count:,} crop labelled",
                "{labels} {of_what} · {count:,} crops labelled",
                crops,
            ).format(labels=" &nbsp; ".join(entries), of_what=of, count=crops)
        )

    @Slot(str)
    def _on_mode(self, mode: str) -> None:
        self._pages.setCurrentIndex(0 if mode == "label" else 1)
        if mode == "label":
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mode_changed.emit()

    @Slot()
    def _on_named(self) -> None:
        self.classes_named.emit([name.strip() for name in self.names.text().split(",") if name.strip()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        labelling = self.mode == "label" and self._page.isVisibleTo(self)
        if labelling and 0 <= number < len(self.buttons):
            self.answered.emit(number)
        elif labelling and event.key() == Qt.Key.Key_Space:
            self.answered.emit(SKIPPED)
        elif labelling and event.key() == Qt.Key.Key_Backspace:
            self.stepped_back.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.mode_changed.emit()  # the legend's colours


def _tip(number: int, name: str) -> str:
    return tr("{name} (key {key})").format(name=name, key=number + 1)
