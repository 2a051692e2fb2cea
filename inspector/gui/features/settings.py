"""Settings: theme, language, device, precision, threads, cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.actions import Entry
from inspector.gui.controllers.networks import ENGINE
from inspector.gui.dialogs.settings import SettingsDialog
from inspector.gui.translation import plural, tr
from inspector.jobs.compute import SetCompute
from inspector.jobs.messages import EngineCard
from inspector.jobs.queue import Priority
from inspector.jobs.requests import LoadEngine
from inspector.jobs.threads import SetThreads
from inspector.network.device import Compute, wished

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 95
PANEL, COMPUTE = "threads", "compute"


class SettingsFeature(QObject):
    """Applies the settings at the start, and those that are changed at once.

    Attributes:
        dialog: The dialog, once it was asked for.
        compute: Where and how networks compute.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: SettingsDialog | None = None
        settings, asked = window.settings, wished()
        self.compute = Compute(settings.device or asked.device, settings.precision or asked.precision)
        window.networks.loading = LoadEngine(self.compute)
        self._said = ""
        window.engine.hold_results(window.settings.cache << 20)
        window.engine.finished.connect(self._on_finished)
        window.engine.noted.connect(self._on_noted)
        tip = tr("Theme, language, device, precision, threads, memory for results")
        window.add_entries([Entry("settings", tr("&File"), tr("Settings…"), self.show, ("Ctrl+,",), tip=tip)])

    @Slot()
    def show(self) -> None:
        """Show the dialog with what holds now."""
        if self.dialog is None:
            self.dialog = SettingsDialog(self._window)
            self.dialog.theme_chosen.connect(self._window.theme.set_mode)
            self.dialog.language_chosen.connect(self._set_language)
            self.dialog.threads_chosen.connect(self._set_threads)
            self.dialog.cache_chosen.connect(self._set_cache)
            self.dialog.compute_chosen.connect(self._set_compute)
        settings = self._window.settings
        self.dialog.show_values(self._window.theme.mode, settings.language, settings.threads, settings.cache)
        self.dialog.show_compute(self.compute)
        self.dialog.show()

    @Slot(str)
    def _set_language(self, language: str) -> None:
        self._window.settings.language = language
        self.dialog.now.setText(tr("The window speaks it from its next start on."))

    @Slot(int)
    def _set_threads(self, threads: int) -> None:
        self._window.settings.threads = threads
        self._window.engine.submit(SetThreads(threads), PANEL, tr("Setting threads"), Priority.UNIT)

    @Slot(int)
    def _set_cache(self, megabytes: int) -> None:
        self._window.settings.cache = megabytes
        self._window.engine.hold_results(megabytes << 20)

    @Slot(str, str)
    def _set_compute(self, device: str, precision: str) -> None:
        self._window.settings.device, self._window.settings.precision = device, precision
        self._said = ""
        request = SetCompute(Compute(device, precision))
        self._window.engine.submit(request, COMPUTE, tr("Choosing the device"), Priority.ENGINE)

    @Slot(str)
    def _on_noted(self, sentence: str) -> None:
        """What is said while a device is chosen belongs into the dialog, too."""
        if self._window.engine.waits(COMPUTE):
            self._said = sentence

    def _take_compute(self, compute: Compute) -> None:
        """Other numbers from now on: what is in sight is asked for anew."""
        changed, self.compute = compute != self.compute, compute
        if self.dialog is not None:
            self.dialog.show_compute(compute, self._said)
        if changed:
            self._window.engine.forget_results()
            self._window.session.look_again()

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == ENGINE and isinstance(result, EngineCard):
            device, _, precision = result.compute.partition(", ")
            self.compute = Compute(device, precision)
            if self._window.settings.threads:
                self._set_threads(self._window.settings.threads)
        elif panel == COMPUTE and isinstance(result, Compute):
            self._take_compute(result)
        elif panel == PANEL and self.dialog is not None:
            self.dialog.now.setText(
                plural(
                    "torch computes with {count} thread.", "torch computes with {count} threads.", result
                ).format(count=result)
            )


def install(window: MainWindow) -> SettingsFeature:
    """Put the dialog into the menu File."""
    return SettingsFeature(window)
