"""Scanning in the real window: with the real worker, the demonstration network, real files and events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListView,
    QMessageBox,
    QPushButton,
    QToolButton,
)

from inspector.gui.controllers.example_tiles import FIRING
from inspector.gui.models.units import THUMBNAIL, UNIT, VALUE
from inspector.network.location import Location
from tests.flows.examples_window import NODE, open_window, scanned, settle


@pytest.fixture
def window(qtbot, no_thread_left):
    window = open_window(qtbot)
    yield window
    window.close()


def test_that_scanned_samples_become_evidence_and_a_crop_the_current_picture(window, qtbot):
    assert window.examples.empty.title == "No pictures scanned yet"
    window.actions_by_name["scanPictures"].trigger()
    dialog = window.dataset.scanning.dialog
    qtbot.mouseClick(dialog.findChild(QPushButton, "scanSamples"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.choice.some, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert window.examples.isVisible(), "a scan that has begun brings its page into sight"
    assert window.examples.empty.title == "Scanning …"
    qtbot.waitUntil(lambda: window.examples.shown is not None)
    assert window.examples.shown.location == f"demo/{NODE}/3"
    assert "Scanned 60 pictures" in window.status.text()

    qtbot.keyClick(window.findChild(QListView, "unitGrid"), Qt.Key.Key_Right)
    settle(qtbot, window)
    assert window.examples.shown.location == f"demo/{NODE}/4"
    chosen = window.examples.shown.top[1]
    assert window.session.picture is None or window.session.picture.name != chosen.name
    qtbot.mouseClick(window.examples.wall.tiles[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.picture is not None)
    settle(qtbot, window)
    assert window.session.picture.name == chosen.name
    assert window.session.picture.label == chosen.label
    assert window.pictures.activations.picture == chosen.name, "the current picture is that everywhere"
    assert window.pictures.activations.peaks[4] == pytest.approx(chosen.value, rel=1e-3)
    count = len(window.session.pictures)
    qtbot.mouseClick(window.examples.wall.tiles[1], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(window.session.pictures) == count, "a picture at hand is not opened again"

    window.examples.choose_way("heat")
    settle(qtbot, window)
    tile = window.examples.wall.tiles[0]
    assert tile.picture._heat is not None, "the map came from a second look"


def test_that_the_grid_shows_sorts_and_searches_what_was_scanned(window, qtbot):
    scanned(qtbot, window, ("samples",))
    grid, model = window.findChild(QListView, "unitGrid"), window.units.model
    order = window.findChild(QComboBox, "unitSort")
    order.setCurrentIndex(order.findText(FIRING))
    order.activated.emit(order.currentIndex())
    values = [model.index(row).data(VALUE) for row in range(model.rowCount())]
    assert len(values) == window.session.node.units
    assert values == sorted(values, reverse=True)
    assert values[0] > values[-1]

    search = window.findChild(QLineEdit, "unitSearch")
    qtbot.keyClicks(search, f"firing < {np.median(values):.3f}")
    assert 0 < model.rowCount() < window.session.node.units
    search.clear()
    qtbot.keyClicks(search, "units most selective for class spiral")
    qtbot.waitUntil(lambda: order.currentText() == "selectivity for spiral")
    best = model.index(0).data(UNIT)
    window.session.go_to_unit(best)
    window.evidence.setCurrentIndex(1)
    settle(qtbot, window)
    shown = window.examples.shown
    means = dict(zip(shown.class_names, shown.class_means, strict=True))
    others = np.mean([mean for name, mean in means.items() if name != "spiral"])
    own = float(means["spiral"])
    assert model.index(0).data(VALUE) == pytest.approx((own - others) / (own + others), rel=1e-3)

    lens = window.findChild(QComboBox, "unitLens")
    lens.setCurrentIndex(lens.findData("examples"))
    lens.activated.emit(lens.currentIndex())
    qtbot.waitUntil(lambda: model.index(0).data(THUMBNAIL) is not None)
    assert grid.isVisible()


def test_that_units_of_all_nodes_are_found_by_class_and_walked_to(window, qtbot):
    window.actions_by_name["findClass"].trigger()
    assert "that have classes first" in window.banner.text
    scanned(qtbot, window, ("samples",))
    window.actions_by_name["findClass"].trigger()
    dialog = window.dataset.search.dialog
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() > 0)
    item = next(
        item for row in range(200) if (item := dialog.list.topLevelItem(row)).text(0).startswith("logits/")
    )
    place = dialog.list.visualItemRect(item)
    dialog.list.scrollToItem(item)
    place = dialog.list.visualItemRect(item).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert str(window.session.location) == f"demo/{item.text(0)}"
    dialog.close()


def test_that_a_node_that_was_not_scanned_says_so(window, qtbot):
    scanned(qtbot, window, ("samples",))
    window.evidence.setCurrentIndex(1)
    window.session.go(Location("demo", "conv1", 0))
    settle(qtbot, window)
    assert window.examples.empty.title == "conv1 was not scanned"
    assert window.examples.empty.button.isVisible()


def test_that_examples_are_written_to_a_folder_enlarged_and_forgotten(window, qtbot, tmp_path):
    scanned(qtbot, window, ("samples",), top=2)
    window.evidence.setCurrentIndex(1)
    settle(qtbot, window)
    window.dataset.examples.export(str(tmp_path / "out"))
    qtbot.waitUntil(lambda: window.status.text().startswith("Wrote"))
    assert {path.suffix for path in (tmp_path / "out").rglob("*.*")} >= {".png", ".csv", ".npz"}

    enlarge = window.findChild(QToolButton, "examplesEnlarge")
    qtbot.mouseClick(enlarge, Qt.MouseButton.LeftButton)
    own = window.examples.window()
    assert own is not window
    assert window.examples.isVisible()
    qtbot.mouseClick(enlarge, Qt.MouseButton.LeftButton)
    assert window.examples.window() is window

    window.findChild(QAction, "forgetScan").trigger()
    box = window.findChild(QMessageBox, "forgetScanQuestion")
    delete = next(button for button in box.buttons() if button.text() == "Delete")
    qtbot.mouseClick(delete, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.session.shelf.scans)
    settle(qtbot, window)
    assert window.examples.empty.title == "No pictures scanned yet"
    assert not window.units.indices.isVisible() or FIRING not in window.units.indices.search.placeholderText()
