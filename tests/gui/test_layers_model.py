from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QModelIndex, Qt

from inspector.gui.models.layers import HAS_UNITS, NODE_NAME, Column, LayersFilter, LayersModel


def node(name, op="Conv2d", shape=(8, 4, 4), units=8, parameters=1234):
    return SimpleNamespace(name=name, op=op, shape=shape, units=units, parameters=parameters)


NODES = [
    node("conv1", shape=(64, 112, 112), units=64, parameters=9408),
    node("block.conv1"),
    node("block.add", op="add", parameters=0),
    node("block", op="BasicBlock", parameters=1234567),
    node("list.0.relu", op="ReLU", parameters=0),
    node("flatten", op="flatten", shape=(5,), units=0, parameters=0),
]


@pytest.fixture
def model(qtbot):
    made = LayersModel()
    made.set_nodes(NODES)
    return made


def texts(model, name):
    index = model.index_of(name)
    return [index.siblingAtColumn(column).data() for column in Column]


def shown(model, parent=None):
    """All rows as nested (text, children)."""
    parent = parent if parent is not None else QModelIndex()
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(index.data(), shown(model, index)) for index in rows]


def test_the_model_and_the_filter_keep_qts_rules(model, qtmodeltester):
    proxy = LayersFilter(model)
    qtmodeltester.check(model)
    qtmodeltester.check(proxy)
    proxy.set_text("conv")
    model.set_nodes(NODES[:3])
    assert proxy.rowCount() == 2


def test_dotted_names_become_branches_in_order_of_execution(model):
    assert shown(model) == [
        ("conv1", []),
        ("block", [("conv1", []), ("add", [])]),
        ("list", [("0", [("relu", [])])]),
        ("flatten", []),
    ]


def test_columns_show_what_a_node_is(model):
    assert texts(model, "conv1") == ["conv1", "Conv2d", "64 × 112 × 112", "64", "9,408"]


def test_a_block_that_is_a_node_too_has_one_row_with_its_own_columns(model):
    assert texts(model, "block") == ["block", "BasicBlock", "8 × 4 × 4", "8", "1,234,567"]
    assert model.rowCount(model.index_of("block")) == 2


def test_a_node_without_units_says_so(model):
    assert texts(model, "flatten")[Column.UNITS] == "no units"
    assert "no units" in model.index_of("flatten").data(Qt.ItemDataRole.ToolTipRole)
    assert model.index_of("flatten").data(HAS_UNITS) is False


def test_a_branch_that_is_only_part_of_names_is_no_node(model):
    assert not model.index_of("list").isValid()
    branch = model.index(2, 0)
    assert branch.data() == "list"
    assert branch.data(NODE_NAME) is None
    assert branch.siblingAtColumn(Column.UNITS).data() == ""


def test_names_not_in_the_network_have_no_index(model):
    assert not model.index_of("conv9").isValid()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["conv1", "block", "block.conv1", "block.add", "list.0.relu", "flatten"]),
        ("CONV1", ["conv1", "block.conv1"]),
        ("relu", ["list.0.relu"]),
        ("conv2d block", ["block.conv1"]),
        ("basic", ["block"]),
        ("nothing", []),
    ],
)
def test_the_filter_matches_every_word_in_name_or_op(model, text, names):
    proxy = LayersFilter(model)
    proxy.set_text(text)
    assert proxy.matches() == names


def test_the_filter_keeps_the_branches_above_a_match_and_drops_the_rest(model):
    proxy = LayersFilter(model)
    proxy.set_text("relu")
    assert shown(proxy) == [("list", [("0", [("relu", [])])])]
    proxy.set_text("")
    assert len(shown(proxy)) == 4
