"""Groups of units as text, and the matrix of kernels between two of them."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt

from inspector.gui.controllers.families import behind_weights
from inspector.gui.views.families import NUMBER, FamiliesView, group_of
from inspector.gui.views.kernel_wall import unit_pictures
from inspector.lenses.family_weights import FamilyWeights
from inspector.lenses.kernel_wall import BranchStatistics, KernelWall


def weights(**values):
    kernels = np.zeros((2, 3, 1, 1), np.float32)
    kernels[0, 1], kernels[1, 2] = 2.0, -4.0
    return FamilyWeights("b", (4, 9), "a", (1, 5, 7), kernels, **values)


@pytest.mark.parametrize(
    ("text", "units"), [("", ()), ("3", (3,)), ("0, 3, 5-8", (0, 3, 5, 6, 7, 8)), ("2-3,3 , 1", (2, 3, 1))]
)
def test_that_groups_read(text, units):
    assert group_of(text) == units


@pytest.mark.parametrize("text", ["a", "1;2", "-3", "1-", "0-99"])
def test_that_what_is_no_group_is_refused(text):
    with pytest.raises(ValueError, match=r"unit"):
        group_of(text)


def test_that_the_matrix_is_sorted_by_what_both_groups_are_tuned_to(qtbot, theme):
    view = FamiliesView(lambda end: None)
    qtbot.addWidget(view)
    turns, others = np.array([90.0, 10], np.float32), np.array([50, np.nan, 20], np.float32)
    name = "preferred orientation (deg)"
    view.show_weights(weights(values={name: turns}, source_values={name: others}))
    assert view.order.currentText() == name
    assert view.matrix.rows == [1, 0]
    assert view.matrix.columns == [2, 0, 1], "without a value: last"
    view.order.setCurrentText(NUMBER)
    view.order.activated.emit(0)
    assert (view.matrix.rows, view.matrix.columns) == ([0, 1], [0, 1, 2])
    assert "linear approximation" in view.line.text()


def test_that_cells_show_their_kernel_on_one_scale_and_pictures_walk(qtbot, theme):
    view = FamiliesView(lambda end: None)
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show_weights(weights())
    view.show()
    matrix = view.matrix
    image = matrix.grab().toImage()
    colour = [image.pixelColor(matrix.cell(*at).center().toPoint()) for at in ((0, 0), (0, 1), (1, 2))]
    assert colour[0].name() == "#ffffff"
    assert colour[1].red() > colour[1].blue(), "half of the scale, red"
    assert colour[2].name() == "#0571b0", "the largest weight is full blue"
    assert view.scale.limit == 4.0
    with qtbot.waitSignal(view.walked) as walked:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell(-1, 2).center().toPoint())
    assert walked.args == ["a", 7]
    with qtbot.waitSignal(view.walked) as walked:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.cell(1, -1).center().toPoint())
    assert walked.args == ["b", 9]


def test_that_the_wall_draws_factors_signs_and_positions():
    rgb = np.zeros((1, 1, 2, 3), np.float32)
    rgb[0, 0, 1] = (1, 0.5, 0)
    signed = np.zeros((1, 3, 1, 2), np.float32)
    signed[0, 0, 0, 0], signed[0, 1, 0, 1] = 2, -2
    wall = KernelWall(
        node="b",
        order=np.array([0]),
        rgb=rgb,
        signed=signed,
        positions=np.array([[[0.0, 3.0]]], np.float32),
        points=np.zeros((1, 2), np.float32),
        group=np.array([0]),
        groups=("b",),
        errors=(0.0, 0.0),
        branches=(BranchStatistics("b", 1, 2, (1, 2), 1.0, 0.5, 0.5),),
        singular=(1.0, 0.0),
    )
    assert unit_pictures(wall, "factors")[0][0, 1].tolist() == [255, 128, 0]
    picture = unit_pictures(wall, "signed")[0]
    assert picture[0, 0].tolist() == [0xCA, 0x00, 0x20]
    assert [0x05, 0x71, 0xB0] in picture[0].tolist()
    low, high = unit_pictures(wall, "positions")[0][0]
    assert int(high.sum()) > int(low.sum())


def test_that_a_sum_is_offered_what_lies_behind_the_weights_before_it():
    wires = {
        "relu": ("ReLU", ()),
        "conv": ("Conv2d", ("relu",)),
        "bn": ("BatchNorm2d", ("conv",)),
        "add": ("add", ("bn", "relu")),
    }
    nodes = {name: SimpleNamespace(op=op, inputs=inputs) for name, (op, inputs) in wires.items()}
    assert behind_weights(nodes, "add", ["bn", "conv", "relu"]) == "relu"
    assert behind_weights(nodes, "conv", ["relu"]) == "relu"
    assert behind_weights(nodes, "relu", []) == ""
