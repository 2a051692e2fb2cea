"""What the window's actions do and which keys start them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from inspector.gui.actions import Entry
from inspector.gui.theme import Mode
from inspector.gui.translation import mark, tr

if TYPE_CHECKING:
    from inspector.gui.window import MainWindow

_PICTURES = mark("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp *.tif *.tiff);;All files (*)")


def commands(window: MainWindow) -> list[Entry]:
    """Every action of the window, in the order of its menus."""
    session, navigation = window.session, window.navigation
    return [
        Entry(
            "openNetwork",
            tr("&File"),
            tr("Open network…"),
            window.dialogs.show_open_network,
            ("Ctrl+O",),
            "open",
        ),
        Entry(
            "openPictures",
            tr("&File"),
            tr("Open pictures…"),
            lambda: _open_pictures(window),
            ("Ctrl+Shift+O",),
            "image-plus",
        ),
        Entry("paste", tr("&File"), tr("Paste picture"), window.paste, ("Ctrl+V",)),
        Entry("samples", tr("&File"), tr("Show sample pictures"), window.pictures.open_samples),
        Entry(
            "scanPictures",
            tr("&File"),
            tr("Scan pictures…"),
            window.dataset.scanning.show_dialog,
            ("Ctrl+Shift+S",),
            tip=tr("Run a set of pictures through the network once, for all units"),
        ),
        Entry("preprocessing", tr("&File"), tr("Preprocessing…"), window.dialogs.show_preprocessing),
        Entry("labels", tr("&File"), tr("Class labels…"), window.dialogs.show_labels),
        Entry("quit", tr("&File"), tr("Quit"), window.close, ("Ctrl+Q",)),
        Entry("undo", tr("&Edit"), tr("Undo"), window.steps.undo, ("Ctrl+Z",)),
        Entry("redo", tr("&Edit"), tr("Redo"), window.steps.redo, ("Ctrl+Shift+Z", "Ctrl+Y")),
        Entry("back", tr("&Go"), tr("Back"), session.back, ("Alt+Left",), "back"),
        Entry("forward", tr("&Go"), tr("Forward"), session.forward, ("Alt+Right",), "forward"),
        Entry("nextUnit", tr("&Go"), tr("Next unit"), navigation.next_unit, ("Ctrl+Right",)),
        Entry("previousUnit", tr("&Go"), tr("Previous unit"), navigation.previous_unit, ("Ctrl+Left",)),
        Entry(
            "findClass",
            tr("&Go"),
            tr("Units selective for a class…"),
            window.dataset.search.show_dialog,
            ("Ctrl+Shift+F",),
        ),
        Entry(
            "copyAddress", tr("&Go"), tr("Copy address"), navigation.copy_address, ("Ctrl+Shift+C",), "copy"
        ),
        Entry("typeAddress", tr("&Go"), tr("Type an address"), lambda: _focus(window.address), ("Ctrl+L",)),
        Entry(
            "filterLayers",
            tr("&Go"),
            tr("Filter layers"),
            lambda: _focus(window.layers.filter_box),
            ("Ctrl+F", "/"),
        ),
        Entry("cancelAll", tr("&Jobs"), tr("Cancel all jobs"), window.engine.cancel_all, ("Esc",), "x"),
        Entry(
            "theme",
            tr("&View"),
            tr("Light or dark"),
            lambda: _toggle_theme(window),
            ("Ctrl+Shift+L",),
            "sun-moon",
        ),
        *(
            Entry(f"theme-{mode}", tr("&View"), text, _theme_setter(window, mode))
            for mode, text in (
                ("system", tr("Theme of the system")),
                ("light", tr("Light theme")),
                ("dark", tr("Dark theme")),
                ("contrast", tr("High contrast")),
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
    dialog = QFileDialog(window, tr("Open pictures"), "", tr(_PICTURES))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.filesSelected.connect(window.pictures.open_paths)
    dialog.open()
