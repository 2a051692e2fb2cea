"""What the window's actions do and which keys start them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from inspector.gui.actions import Entry
from inspector.gui.theme import Mode

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

_PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;All files (*)"


def commands(window: MainWindow) -> list[Entry]:
    """Every action of the window, in the order of its menus."""
    session, navigation = window.session, window.navigation
    return [
        Entry("openNetwork", "&File", "Open network…", window.dialogs.show_open_network, ("Ctrl+O",), "open"),
        Entry(
            "openPictures",
            "&File",
            "Open pictures…",
            lambda: _open_pictures(window),
            ("Ctrl+Shift+O",),
            "image-plus",
        ),
        Entry("paste", "&File", "Paste picture", window.paste, ("Ctrl+V",)),
        Entry("samples", "&File", "Show sample pictures", window.pictures.open_samples),
        Entry(
            "scanPictures",
            "&File",
            "Scan pictures…",
            window.dataset.scanning.show_dialog,
            ("Ctrl+Shift+S",),
            tip="Run a set of pictures through the network once, for all units",
        ),
        Entry("preprocessing", "&File", "Preprocessing…", window.dialogs.show_preprocessing),
        Entry("labels", "&File", "Class labels…", window.dialogs.show_labels),
        Entry("quit", "&File", "Quit", window.close, ("Ctrl+Q",)),
        Entry("undo", "&Edit", "Undo", window.steps.undo, ("Ctrl+Z",)),
        Entry("redo", "&Edit", "Redo", window.steps.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
        Entry("back", "&Go", "Back", session.back, ("Alt+Left",), "back"),
        Entry("forward", "&Go", "Forward", session.forward, ("Alt+Right",), "forward"),
        Entry("nextUnit", "&Go", "Next unit", navigation.next_unit, ("Ctrl+Right",)),
        Entry("previousUnit", "&Go", "Previous unit", navigation.previous_unit, ("Ctrl+Left",)),
        Entry(
            "findClass",
            "&Go",
            "Units selective for a class…",
            window.dataset.search.show_dialog,
            ("Ctrl+Shift+F",),
        ),
        Entry("copyAddress", "&Go", "Copy address", navigation.copy_address, ("Ctrl+Shift+C",), "copy"),
        Entry("typeAddress", "&Go", "Type an address", lambda: _focus(window.address), ("Ctrl+L",)),
        Entry(
            "filterLayers", "&Go", "Filter layers", lambda: _focus(window.layers.filter_box), ("Ctrl+F", "/")
        ),
        Entry("cancelAll", "&Jobs", "Cancel all jobs", window.engine.cancel_all, ("Esc",), "x"),
        Entry(
            "theme", "&View", "Light or dark", lambda: _toggle_theme(window), ("Ctrl+Shift+L",), "sun-moon"
        ),
        *(
            Entry(f"theme-{mode}", "&View", text, _theme_setter(window, mode))
            for mode, text in (
                ("system", "Theme of the system"),
                ("light", "Light theme"),
                ("dark", "Dark theme"),
                ("contrast", "High contrast"),
            )
        ),
    ]


def _theme_setter(window: MainWindow, mode: Mode) -> object:
    return lambda: window.theme.set_mode(mode)


def _toggle_theme(window: MainWindow) -> None:
    window.theme.set_mode("light" if window.theme.is_dark else "dark")


def _focus(widget: object) -> None:
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    widget.selectAll()


def _open_pictures(window: MainWindow) -> None:
    dialog = QFileDialog(window, "Open pictures", "", _PICTURES)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(window.pictures.open_paths)
    dialog.open()
