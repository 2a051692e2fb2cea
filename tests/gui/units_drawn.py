"""A node to be shown by the unit grid, and how it is handled."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from inspector.gui.panels.unit_grid import UnitsPanel

NODE = SimpleNamespace(name="layer1.conv", op="Conv2d", shape=(50, 7, 7), units=50, parameters=9)


def node(units):
    return SimpleNamespace(name="wide", op="Conv2d", shape=(units, 7, 7), units=units, parameters=9)


def heard(signal):
    values = []
    signal.connect(values.append)
    return values


def choose(combo, text):
    """Choose an entry as a person does, with the keyboard."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(combo.findText(text)):
        QTest.keyClick(combo, Qt.Key.Key_Down)


def on_screen(panel, row):
    return panel.view.visualRect(panel.model.index(row)).intersects(panel.view.viewport().rect())


def shown_panel(qtbot) -> UnitsPanel:
    made = UnitsPanel()
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    made.set_node(NODE)
    return made
