"""Settings that hold for the whole program; each acts at once."""

from __future__ import annotations

import os

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QWidget

from inspector.gui.translation import LANGUAGES, mark, tr
from inspector.gui.views.parts import EDGE, SPACE, muted
from inspector.network.device import DEVICES, PRECISIONS, Compute

TITLES = (mark("CPU"), mark("CUDA (NVIDIA)"), mark("MPS (Apple)"))
THEMES = {
    "system": mark("As the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast"),
}
_LEAST_MB, _MOST_MB, _STEP_MB = 32, 16_384, 64


class SettingsDialog(QDialog):
    """Theme, language, device, precision, threads and the size of the cache.

    Signals:
        theme_chosen: (mode).
        language_chosen: (code), "system" for the system's.
        threads_chosen: (count), 0 for what suits the machine.
        cache_chosen: (megabytes).
        compute_chosen: (device, precision).
    """

    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    threads_chosen = Signal(int)
    cache_chosen = Signal(int)
    compute_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="settingsDialog")
        self.setWindowTitle(tr("Settings"))
        self._make_looks()
        self._make_compute()
        self._make_sizes()
        self._lay_out()
        self._join()
        self.setMinimumWidth(420)

    def _make_looks(self) -> None:
        self.theme = QComboBox(objectName="settingsTheme")
        for mode, title in THEMES.items():
            self.theme.addItem(tr(title), mode)
        self.language = QComboBox(objectName="settingsLanguage")
        for code, title in {"system": tr("As the system"), **LANGUAGES}.items():
            self.language.addItem(title, code)
        self.language.setToolTip(tr("What the window speaks from its next start on."))

    def _make_compute(self) -> None:
        self.device = QComboBox(objectName="settingsDevice")
        for device, title in zip(DEVICES, TITLES, strict=True):
            self.device.addItem(tr(title), device)
        self.device.setToolTip(
            tr("What computes; a device that is not there is told, and the CPU takes its place.")
        )
        self.precision = QComboBox(objectName="settingsPrecision")
        for place, (precision, about) in enumerate(PRECISIONS.items()):
            self.precision.addItem(precision, precision)
            self.precision.setItemData(place, tr(about), Qt.ItemDataRole.ToolTipRole)
        self.about = muted("", "settingsPrecisionAbout", wrap=True)

    def _make_sizes(self) -> None:
        self.threads = QSpinBox(objectName="settingsThreads", maximum=os.cpu_count() or 1)
        self.threads.setSpecialValueText(tr("Automatic"))
        self.threads.setToolTip(
            tr("Processors that torch computes with; automatic leaves one for the window.")
        )
        self.cache = QSpinBox(
            objectName="settingsCache", minimum=_LEAST_MB, maximum=_MOST_MB, suffix=tr(" MB")
        )
        self.cache.setSingleStep(_STEP_MB)
        self.cache.setToolTip(
            tr("Results that are held in memory, so that they are there at once when you come back.")
        )
        self.now = muted("", "settingsNow", wrap=True)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        form.setSpacing(SPACE)
        for title, field in (
            (tr("Theme"), self.theme),
            (tr("Language"), self.language),
            (tr("Device"), self.device),
            (tr("Precision"), self.precision),
            (tr("Threads"), self.threads),
            (tr("Results in memory"), self.cache),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
            if field is self.precision:
                form.addRow("", self.about)
        form.addRow(self.now)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        form.addRow(buttons)

    def _join(self) -> None:
        self.theme.activated.connect(lambda: self.theme_chosen.emit(self.theme.currentData()))
        self.language.activated.connect(lambda: self.language_chosen.emit(self.language.currentData()))
        self.threads.valueChanged.connect(self.threads_chosen)
        self.cache.valueChanged.connect(self.cache_chosen)
        for field in (self.device, self.precision):
            field.activated.connect(self._on_compute_chosen)

    def show_values(self, theme: str, language: str, threads: int, cache: int) -> None:
        """Show what holds now, without a signal."""
        for field in (self.threads, self.cache):
            field.blockSignals(True)
        self.theme.setCurrentIndex(max(self.theme.findData(theme), 0))
        self.language.setCurrentIndex(max(self.language.findData(language), 0))
        self.threads.setValue(threads)
        self.cache.setValue(cache)
        for field in (self.threads, self.cache):
            field.blockSignals(False)

    def show_compute(self, compute: Compute, said: str = "") -> None:
        """Show what computes and how, and a sentence where something else was wished for."""
        self.device.setCurrentIndex(max(self.device.findData(compute.device), 0))
        self.precision.setCurrentIndex(max(self.precision.findData(compute.precision), 0))
        self.about.setText(said or tr(PRECISIONS[compute.precision]))

    @Slot()
    def _on_compute_chosen(self) -> None:
        self.compute_chosen.emit(self.device.currentData(), self.precision.currentData())
