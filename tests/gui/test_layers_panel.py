from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QTreeView, QWidget

from inspector.gui.models.layers import Column
from inspector.gui.panels.layers import LayersPanel

NAMES = ("conv1", "layer1.0.conv1", "layer1.0.relu", "layer1.0", "layer1", "fc")


def node(name):
    op = {"conv1": "Conv2d", "relu": "ReLU", "fc": "Linear"}.get(name.rpartition(".")[2], "Sequential")
    return SimpleNamespace(name=name, op=op, shape=(64, 112, 112), units=64, parameters=9408)


@pytest.fixture
def panel(qtbot):
    made = LayersPanel()
    qtbot.addWidget(made)
    made.resize(480, 500)
    made.set_nodes([node(name) for name in NAMES])
    made.show()
    return made


@pytest.fixture
def chosen(panel):
    names = []
    panel.node_chosen.connect(names.append)
    return names


def current(panel):
    return panel.tree.currentIndex().siblingAtColumn(0).data()


def rows(panel):
    """Texts of the first column of all rows in sight, from the top."""
    found, index = [], panel.tree.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = panel.tree.indexBelow(index)
    return found


def test_its_parts_are_found_by_name(panel):
    assert panel.objectName() == "layersPanel"
    for kind, name in ((QTreeView, "layerTree"), (QLineEdit, "layerFilter")):
        assert panel.findChild(kind, name).accessibleName()


def test_arrow_keys_walk_the_tree_and_each_step_is_told(panel, chosen):
    panel.select("conv1")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(panel.tree, key)
    assert chosen == ["layer1", "layer1.0", "layer1.0.conv1", "layer1.0"]


def test_selecting_from_outside_gives_no_signal_back(panel, chosen):
    panel.select("layer1.0.relu")
    assert current(panel) == "relu"
    panel.select(None)
    assert not panel.tree.currentIndex().isValid()
    assert chosen == []


def test_the_filter_works_while_typing_and_says_how_many_match(panel, chosen):
    QTest.keyClicks(panel.filter_box, "conv")
    assert rows(panel) == ["conv1", "layer1", "0", "conv1"]
    assert panel.findChild(QLabel, "layerCount").text() == "2 of 6"
    panel.filter_box.clear()
    assert panel.findChild(QLabel, "layerCount").text() == "6 nodes"
    assert len(rows(panel)) == 6
    assert chosen == []


def test_filtering_the_chosen_node_away_is_no_walk_and_it_comes_back(panel, chosen):
    panel.select("fc")
    QTest.keyClicks(panel.filter_box, "relu")
    assert chosen == []
    panel.filter_box.clear()
    assert current(panel) == "fc"
    assert chosen == []


def test_nothing_found_is_said_in_words(panel):
    QTest.keyClicks(panel.filter_box, "transformer")
    assert panel.tree.isHidden()
    assert panel.findChild(QWidget, "layersEmpty").title == "No layer matches"
    panel.filter_box.clear()
    assert not panel.tree.isHidden()
    assert panel.findChild(QWidget, "layersEmpty").isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_filter_one_key_leads_to_the_first_match(panel, chosen, key):
    QTest.keyClicks(panel.filter_box, "relu")
    QTest.keyClick(panel.filter_box, key)
    assert chosen == ["layer1.0.relu"]


def test_escape_empties_the_filter_before_anything_else(panel):
    QTest.keyClicks(panel.filter_box, "relu")
    QTest.keyClick(panel.filter_box, Qt.Key.Key_Escape)
    assert panel.filter_box.text() == ""


def test_an_untrained_network_says_so_beside_its_name(panel):
    badge = panel.findChild(QLabel, "layersBadge")
    assert badge.isHidden()
    panel.set_title("resnet18", "untrained")
    assert panel.findChild(QLabel, "layersTitle").text() == "resnet18"
    assert (badge.text(), badge.isHidden()) == ("untrained", False)
    panel.set_title("demo", "")
    assert badge.isHidden()


def test_columns_give_way_where_the_panel_is_narrow_and_none_is_cut_off(panel, qtbot):
    for width, hidden in (
        (560, set()),
        (300, {Column.UNITS, Column.PARAMETERS}),
        (220, set(Column) - {0, 1}),
    ):
        panel.resize(width, 500)
        qtbot.waitUntil(lambda wide=width: panel.tree.width() == wide)
        assert {column for column in Column if panel.tree.isColumnHidden(column)} == hidden
        assert panel.tree.header().length() <= panel.tree.viewport().width()


def test_another_network_takes_the_place_of_the_old_one(panel, chosen):
    panel.select("fc")
    panel.set_nodes([node("stem"), node("head")])
    assert rows(panel) == ["stem", "head"]
    assert chosen == []


def test_large_networks_open_folded_and_the_chosen_node_is_unfolded(panel):
    panel.set_nodes([node(f"block{block}.{part}") for block in range(30) for part in ("a", "b", "c")])
    assert len(rows(panel)) == 30
    panel.select("block7.b")
    assert len(rows(panel)) == 33
    assert current(panel) == "b"
