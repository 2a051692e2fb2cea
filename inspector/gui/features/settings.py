"""Settings: theme, language, threads, cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from inspector.gui.actions import Entry
from inspector.gui.controllers.networks import ENGINE
from inspector.gui.dialogs.settings import SettingsDialog
from inspector.gui.translation import plural, tr
from inspector.jobs.queue import Priority
from inspector.jobs.threads import SetThreads

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

ORDER = 95
PANEL = "threads"


class SettingsFeature(QObject):
    """Applies the settings at the start, and those that are changed at once.

    Attributes:
        dialog: The dialog, once it was asked for.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: SettingsDialog | None = None
        window.engine.hold_results(window.settings.cache << 20)
        window.engine.finished.connect(self._on_finished)
        tip = tr("Theme, language, threads, memory for results")
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
        settings = self._window.settings
        self.dialog.show_values(self._window.theme.mode, settings.language, settings.threads, settings.cache)
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

    @Slot(str, object)
    def _on_finished(self, panel: str, result: object) -> None:
        if panel == ENGINE and self._window.settings.threads:
            self._set_threads(self._window.settings.threads)
        elif panel == PANEL and self.dialog is not None:
            self.dialog.now.setText(
                plural(
                    "torch computes with {count} thread.", "torch computes with {count} threads.", result
                ).format(count=result)
            )


def install(window: MainWindow) -> SettingsFeature:
    """Put the dialog into the menu File."""
    return SettingsFeature(window)
