from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from inspector.gui.models.catalogue import SPEC_NAME, CatalogueModel, CatalogueRow, combined
from inspector.gui.models.pictures import DIGEST, PicturesModel

GREY = np.full((8, 12, 3), 128, np.uint8)


def test_pictures_come_and_go_by_digest(qtbot, qtmodeltester):
    model = PicturesModel()
    qtmodeltester.check(model)
    model.add("a", "eye.png", GREY, "eye")
    model.add("b", "star.png", GREY, "")
    model.add("a", "the same again.png", GREY, "")
    model.remove("never there")
    assert [model.index(row).data(DIGEST) for row in range(model.rowCount())] == ["a", "b"]
    assert model.index(0).data() == "eye.png"
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) == "eye.png (eye)"
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == "star.png"
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole).width() == 12
    model.remove("a")
    assert (model.row_of("a"), model.row_of("b")) == (None, 0)


def test_the_catalogue_says_where_weights_are_found(qtbot, qtmodeltester):
    model = CatalogueModel()
    qtmodeltester.check(model)
    model.set_rows(
        [CatalogueRow("demo", "Demonstration", "3 × 96 × 96", "shipped"), CatalogueRow("x", "X", "?")]
    )
    assert [model.index(row, 4).data() for row in range(2)] == ["found", "untrained"]
    assert model.index(0, 4).data(Qt.ItemDataRole.ToolTipRole) == "shipped"
    assert model.index(1, 0).data(SPEC_NAME) == "x"


@pytest.mark.parametrize(
    ("name", "file", "spec"),
    [
        ("resnet18", "", "resnet18"),
        ("", "a.pt2", "a.pt2"),
        ("resnet18", "w.pth", "resnet18=w.pth"),
        ("", "", ""),
    ],
)
def test_a_name_and_a_file_combine(name, file, spec):
    assert combined(name, file) == spec
