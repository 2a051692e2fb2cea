"""A view as a file: what it looks like, of which kind, how large, with which words, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.gui.dialogs.export_file import ExportFileDialog, form_of
from inspector.gui.dialogs.export_view_parts import KINDS, THEMES, Choice, is_there
from inspector.gui.exporting.arranging import Arrangement
from inspector.gui.exporting.carrying import carried
from inspector.gui.exporting.dragging import Carrier
from inspector.gui.exporting.figure import Figure
from inspector.gui.exporting.files import MM_PER_INCH, Kind, Sheet, image
from inspector.gui.exporting.preview import Preview
from inspector.gui.translation import tr
from inspector.gui.views.parts import EDGE, SPACE, muted
from inspector.gui.views.segments import Segments
from inspector.network.errors import InspectorError

_SIZE = QSize(980, 640)
_PREVIEW, _WAIT_MS = 460, 150
_LEAST_ROOM, _MOST_ROOM = 120, 8000


class ExportViewDialog(ExportFileDialog):
    """Shows the figure as it will be while its settings change.

    Signals:
        export_requested: (figure, kind, sheet, path).
        copy_requested: (figure, sheet) as a picture for the clipboard.
    """

    export_requested = Signal(object, str, object, str)
    copy_requested = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("exportView", tr("Export view"), parent)
        self._choices: Sequence[Choice] = ()
        self._about: dict[str, object] = {}
        self._title = ""
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self.show_preview)
        self._make_fields()
        self._lay_out()
        self._join()
        self.resize(_SIZE)

    def _make_fields(self) -> None:
        self.preview = Preview()
        Carrier(self.preview.label, lambda _: self._carried())
        told = {key: (tr(title), tr(tip)) for key, (title, tip) in KINDS.items()}
        self.kind = Segments("exportViewKind", told, prefix="exportViewKind", accessible=tr("Export as {}"))
        self.kind.set_current("png")
        self.width_ = QDoubleSpinBox(objectName="exportViewWidth", minimum=1, maximum=30_000, decimals=0)
        self.units = QComboBox(objectName="exportViewUnits")
        self.units.addItems(["mm", "px"])
        self.dpi = QSpinBox(objectName="exportViewDpi", minimum=36, maximum=2400, value=300, suffix=" dpi")
        self.theme = QComboBox(objectName="exportViewTheme")
        for title, tokens in THEMES.items():
            self.theme.addItem(tr(title), tokens)
        self.across, self.down = (
            QSpinBox(objectName=name, minimum=_LEAST_ROOM, maximum=_MOST_ROOM, singleStep=20)
            for name in ("exportViewAcross", "exportViewDown")
        )
        self.whole = QCheckBox(tr("Also what is scrolled out of sight"), objectName="exportViewWhole")
        self.controls = QCheckBox(tr("With buttons and fields"), objectName="exportViewControls")
        self.caption = QPlainTextEdit(objectName="exportViewCaption", tabChangesFocus=True)
        self.copy = QPushButton(tr("Copy"), objectName="exportViewCopy", autoDefault=False)
        self.measure = muted("", "exportViewMeasure", wrap=True)
        self.width_.setValue(180)

    def _form(self) -> QFormLayout:
        tip = tr("How much room the view is laid out in, in pixels of the screen: less room, larger letters.")
        self.across.setToolTip(tip)
        self.down.setToolTip(tip)
        return form_of(
            (
                (tr("View"), (self.which,)),
                (tr("As"), (self.kind, QWidget())),
                (tr("Width"), (self.width_, self.units, self.dpi)),
                (tr("Colours"), (self.theme,)),
                (tr("Room"), (self.across, QLabel("×"), self.down)),
                ("", (self.whole,)),
                ("", (self.controls,)),
                (tr("Caption"), (self.caption,)),
                (tr("File"), (self.file, self.browse)),
            )
        )

    def _lay_out(self) -> None:
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        right = QVBoxLayout()
        right.setSpacing(SPACE)
        right.addLayout(self._form(), 1)
        for part in (self.error, self.said, self.buttons):
            right.addWidget(part)
        left = QVBoxLayout()
        left.addWidget(self.preview, 1)
        left.addWidget(self.measure)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        whole.setSpacing(2 * SPACE)
        whole.addLayout(left, 6)
        whole.addLayout(right, 5)

    def _join(self) -> None:
        self.which.activated.connect(self._on_which_chosen)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.units.activated.connect(self._on_units_chosen)
        for field in (self.width_, self.dpi, self.across, self.down):
            field.valueChanged.connect(self.refresh_soon)
        self.theme.activated.connect(self.refresh_soon)
        for box in (self.whole, self.controls):
            box.toggled.connect(self.refresh_soon)
        self.caption.textChanged.connect(self.refresh_soon)
        self.file.textChanged.connect(self._on_file_changed)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(lambda: self.copy_requested.emit(self.figure(), self.sheet))
        self.export.clicked.connect(self._on_export)

    def offer(self, choices: Sequence[Choice], at: int, folder: Path) -> None:
        """Let one of these views be exported, the one at a place first."""
        self._choices = choices
        self.which.clear()
        self.which.addItems([choice.name for choice in choices])
        self.which.setCurrentIndex(at)
        self._folder = folder
        self.choose(at)

    def choose(self, at: int) -> None:
        """Prepare the figure of a view, with its own caption and file name."""
        choice = self._choices[at]
        self._about = choice.tell()
        self._title = str(self._about.pop("title"))
        self.caption.setPlainText(str(self._about.pop("caption")))
        self._name = str(self._about.pop("file"))
        self.across.setValue(choice.view.width())
        self.down.setValue(choice.view.height())
        self.controls.setChecked(choice.controls)
        self.file.setText(str(self._folder / f"{self._name}.{self.kind.current}"))
        self.say("")
        self.refresh_soon()

    def figure(self) -> Figure:
        """What the fields describe."""
        choice = self._choices[self.which.currentIndex()]
        how = Arrangement(
            self.theme.currentData(),
            QSize(self.across.value(), self.down.value()),
            self.whole.isChecked(),
            self.controls.isChecked(),
        )
        about = {**self._about, "caption": self.caption.toPlainText()}
        return Figure(choice.view, how, self._title, self.caption.toPlainText().strip(), about)

    def _carried(self) -> QMimeData | None:
        """The figure as the preview shows it, at the size that is chosen."""
        try:
            shown = image(self.figure(), self.sheet.pixels, self.sheet.dpi)
        except InspectorError as error:
            self.error.say(str(error))
            return None
        return carried(shown, self._title, self.caption.toPlainText())

    @property
    def sheet(self) -> Sheet:
        """How large the file will be."""
        if self.units.currentText() == "px":
            return Sheet.of_pixels(round(self.width_.value()), self.dpi.value())
        return Sheet(self.width_.value(), self.dpi.value())

    @Slot()
    def refresh_soon(self) -> None:
        """Draw the preview anew in a moment."""
        if self.isVisible():
            self._timer.start()

    @Slot()
    def show_preview(self) -> None:
        """Draw the preview of now."""
        if not self._choices:
            return
        ratio = self.devicePixelRatioF()
        try:
            shown = image(self.figure(), round(_PREVIEW * ratio))
        except InspectorError as error:
            self.error.say(str(error))
            return
        self.preview.set_image(shown, ratio)
        self.measure.setText(self._measured(shown))

    def _measured(self, shown: QImage) -> str:
        sheet, share = self.sheet, shown.height() / shown.width()
        size = tr("{width:.0f} × {height:.0f} mm").format(width=sheet.width, height=sheet.width * share)
        if self.kind.current != "png":
            return size
        pixels = f"{sheet.pixels:,} × {round(sheet.pixels * share):,}"
        return tr("{pixels} pixels · {size}").format(pixels=pixels, size=size)

    @Slot(int)
    def _on_which_chosen(self, at: int) -> None:
        self.choose(at)

    @Slot()
    def _on_kind_chosen(self) -> None:
        file = self.file.text()
        if file:
            self.file.setText(str(Path(file).with_suffix(f".{self.kind.current}")))
        self.dpi.setEnabled(self.kind.current == "png" or self.units.currentText() == "px")
        self.refresh_soon()

    @Slot()
    def _on_units_chosen(self) -> None:
        factor = self.dpi.value() / MM_PER_INCH
        self.width_.setValue(
            self.width_.value() * (factor if self.units.currentText() == "px" else 1 / factor)
        )

    @Slot()
    def _on_file_changed(self) -> None:
        there = is_there(self.file.text())
        self.say(tr("The file is there already and will be replaced.") if there else "")

    @Slot()
    def _on_browse(self) -> None:
        kind = self.kind.current
        self.choose_file(f"{KINDS[kind][0]} (*.{kind})", kind)

    @Slot()
    def _on_export(self) -> None:
        kind: Kind = self.kind.current  # one of KINDS
        path = self.begin(f".{kind}")
        if path is not None:
            self.export_requested.emit(self.figure(), kind, self.sheet, str(path))
