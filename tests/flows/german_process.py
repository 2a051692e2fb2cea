"""Starts the window in the language of NEURON_INSPECTOR_LANGUAGE and prints as JSON what it shows."""

from __future__ import annotations

import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTabWidget,
    QToolButton,
    QWidget,
)

from inspector import app, paths
from inspector.gui.window import MainWindow

_GETTERS = ("text", "title", "placeholderText", "toolTip", "accessibleName", "windowTitle", "suffix")
_DIALOGS = ("openNetwork", "scanPictures", "settings", "workspace", "keys", "palette", "facets", "pageHelp")
_PATIENCE_MS, _SIZE = 180_000, (1500, 950)


def texts_of(thing: QObject) -> Iterator[str]:
    """What a widget or an action says."""
    for name in _GETTERS:
        getter = getattr(thing, name, None)
        if callable(getter):
            yield getter()
    if isinstance(thing, QComboBox):
        for row in range(thing.count()):
            yield from (thing.itemText(row), thing.itemData(row, Qt.ItemDataRole.ToolTipRole) or "")
    if isinstance(thing, QTabWidget):
        yield from (thing.tabText(row) for row in range(thing.count()))
    if isinstance(thing, QHeaderView) and thing.model() is not None:
        sections = range(thing.model().columnCount())
        yield from (str(thing.model().headerData(at, thing.orientation()) or "") for at in sections)
    if isinstance(thing, QListWidget):
        yield from (thing.item(row).text() for row in range(thing.count()))


def everything() -> Iterator[QObject]:
    """All widgets and actions of all windows."""
    for top in QApplication.topLevelWidgets():
        yield from (top, *top.findChildren(QWidget), *top.findChildren(QAction))


def english() -> list[str]:
    """Texts that are shown although there is another word for them in the language."""
    file = paths.resources() / "translations" / "neuron_inspector_de.ts"
    other = {}
    for message in ET.parse(file).getroot().iter("message"):
        source, said = message.findtext("source", ""), message.findtext("translation", "")
        if said.strip() and re.search("[A-Za-z]{3}", source):
            other[source.casefold()] = said
    german = {said.casefold() for said in other.values()}
    said = {(text, thing.objectName()) for thing in everything() for text in texts_of(thing)}
    return sorted(
        f"{name}: {text}"
        for text, name in said
        if text.casefold() in other and text.casefold() not in german and name not in _ENGLISH
    )


_ENGLISH = {"facetName", "effectsClass", "attributionTarget", "attributionVersus", "meanRadio"}
"""What holds names of the user's and of the network's, or is pyqtgraph's."""


def cut() -> list[str]:
    """Buttons that are in sight and narrower than their words."""
    found = []
    for thing in everything():
        wordless = isinstance(thing, QToolButton) and not thing.icon().isNull()
        if isinstance(thing, (QPushButton, QToolButton)) and thing.isVisible() and not wordless:
            needed = thing.fontMetrics().horizontalAdvance(thing.text().replace("&", ""))
            if thing.width() < needed:
                found.append(f"{thing.objectName()}: {thing.text()} ({thing.width()} < {needed})")
    return found


def look(window: MainWindow) -> None:
    """Once the network is open, go through pages and dialogs and tell what was seen."""
    if window.session.network is None or not window.session.node:
        return
    timer.stop()
    window.resize(*_SIZE)
    said = {"english": set(), "cut": set()}

    def note() -> None:
        QApplication.processEvents()
        said["english"] |= set(english())
        said["cut"] |= set(cut())

    places = (window.stage, window.desk, window.evidence)
    for place in places:
        for page in range(place.count()):
            place.setCurrentIndex(page)
            note()
    for name in _DIALOGS:
        window.actions_by_name[name].trigger()
        note()
    report = {
        "menus": [action.text() for action in window.menuBar().actions()],
        "tabs": [place.tabText(page) for place in places for page in range(place.count())],
        "help": window.features["help"].dialog.browser.toPlainText(),
        **{key: sorted(texts) for key, texts in said.items()},
    }
    print(json.dumps(report))
    sys.stdout.flush()
    os._exit(0)  # what runs is of no interest here


application = app.make_application()
timer = QTimer(interval=50)
timer.timeout.connect(
    lambda: look(next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)))
)
QTimer.singleShot(100, timer.start)
QTimer.singleShot(_PATIENCE_MS, lambda: os._exit(3))
app.run_window("demo", [], fresh=True)
