from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QTableView

from inspector.gui.dialogs.open_network import OpenNetworkDialog
from inspector.gui.models.catalogue import CatalogueRow

ROWS = [
    CatalogueRow("demo", "Demonstration network", "3 × 96 × 96", "shipped"),
    CatalogueRow("resnet18", "ResNet-18", "3 × 224 × 224"),
    CatalogueRow("resnet50", "ResNet-50", "3 × 224 × 224"),
]


@pytest.fixture
def dialog(qtbot):
    made = OpenNetworkDialog()
    qtbot.addWidget(made)
    made.set_entries(ROWS)
    made.open()
    return made


@pytest.fixture
def specs(dialog):
    values = []
    dialog.spec_chosen.connect(values.append)
    return values


def press_open(dialog):
    QTest.mouseClick(dialog.findChild(QPushButton, "openNetwork"), Qt.MouseButton.LeftButton)


def click_row(dialog, row, double=False):
    table = dialog.findChild(QTableView, "networkTable")
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if double:
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_choosing_a_network_fills_the_line_and_opening_tells_it(dialog, specs):
    assert not dialog.findChild(QPushButton, "openNetwork").isEnabled()
    click_row(dialog, 1)
    assert dialog.spec.text() == "resnet18"
    press_open(dialog)
    assert specs == ["resnet18"]
    assert dialog.isVisible(), "it stays until the network is open, to show an error"


def test_a_double_click_opens(dialog, specs):
    click_row(dialog, 0, double=True)
    assert specs == ["demo"]


def test_a_weights_file_combines_with_the_network_whichever_comes_first(dialog, specs):
    weights = dialog.findChild(QLineEdit, "weightsFile")
    QTest.keyClicks(weights, "w.pth")
    assert dialog.spec.text() == "w.pth"
    click_row(dialog, 2)
    assert dialog.spec.text() == "resnet50=w.pth"
    weights.clear()
    assert dialog.spec.text() == "resnet50"


def test_the_line_can_be_typed(dialog, specs):
    QTest.keyClicks(dialog.spec, " my net.pt2 ")
    press_open(dialog)
    assert specs == ["my net.pt2"]


def test_the_file_chooser_fills_in_the_weights(dialog, qtbot):
    QTest.mouseClick(dialog.findChild(QPushButton, "chooseWeights"), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog, "weightsDialog")
    assert chooser.isVisible()
    chooser.fileSelected.emit("/data/w.safetensors")
    chooser.reject()
    assert dialog.spec.text() == "/data/w.safetensors"


def test_the_filter_leaves_networks_that_match_name_or_title(dialog):
    QTest.keyClicks(dialog.filter_box, "ResNet-5")
    assert [dialog.table.model().index(row, 0).data() for row in range(dialog.table.model().rowCount())] == [
        "resnet50"
    ]


def test_an_error_is_shown_in_place_until_something_changes(dialog):
    line = dialog.findChild(QLabel, "openNetworkError")
    assert line.isHidden()
    dialog.spec.setText("nothing")
    dialog.set_error("There is no network “nothing”.")
    assert (line.text(), line.isVisible()) == ("There is no network “nothing”.", True)
    QTest.keyClicks(dialog.spec, "x")
    assert line.isHidden()


def test_escape_closes_it(dialog, specs):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert specs == []
