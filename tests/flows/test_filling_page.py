"""Filling a whole node's tiles, and what layers show, in the real window."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from inspector.gui.controllers import dreams, filling
from inspector.gui.window import MainWindow
from inspector.lenses.feature_visualization import optimise
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from inspector.settings import load
from tests.flows.feature_window import Quick, click, open_window, shown, small_pieces
from tests.flows.windows import settle


@pytest.fixture(autouse=True)
def quick_tiles(monkeypatch):
    """Tiles and thumbnails of two steps: what is looked at is when they are made, not how they look."""
    monkeypatch.setattr(filling, "unit_pieces", small_pieces)
    monkeypatch.setattr(dreams, "_SIDE", 24)


@pytest.fixture
def window(qtbot, no_thread_left):
    window = open_window(qtbot)
    yield window
    window.close()


def done(window: MainWindow) -> set[int]:
    return window.tiles.filling._made.get(window.session.node.name, set())


def test_that_filling_makes_every_unit_and_the_tiles_in_sight_first(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    units = window.session.node.units
    order: list[int] = []
    take = window.units.model.set_image
    window.units.model.set_image = lambda unit, image, note="": (order.append(unit), take(unit, image, note))
    window.session.set_tile_lens("feature-visualization")
    in_sight = set(window.units.model.units_in(window.units.view.visible_rows()))
    settle(qtbot, window)
    assert in_sight <= done(window)
    count = window.findChild(QLabel, "fillingCount")
    assert count.isVisible()
    assert count.text().endswith(f"of {units}")
    qtbot.waitUntil(lambda: len(done(window)) == units)
    assert set(order) == set(range(units))
    qtbot.waitUntil(lambda: not window.engine.activities)
    assert not count.isVisible()


def test_that_filling_follows_the_scroll_position(window, qtbot):
    window.session.go(Location("demo", "mixed5", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0)
    bar = window.units.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = window.session.node.units - 1
    qtbot.waitUntil(lambda: last in done(window))
    assert len(done(window)) < window.session.node.units


def test_that_filling_is_paused_and_taken_up_again(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0)
    click(qtbot, window, "fillingPause")
    window.engine.submit(Quick(), "probe", "Another job")
    qtbot.waitUntil(lambda: not window.engine.waits("probe"))
    before = set(done(window))
    assert all(a.state == "paused" for a in window.engine.activities.values())
    assert "paused" in window.findChild(QLabel, "fillingCount").text()
    bar = window.units.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    assert done(window) == before
    click(qtbot, window, "fillingPause")
    qtbot.waitUntil(lambda: len(done(window)) == window.session.node.units)


def test_that_leaving_a_node_stops_its_filling_and_what_is_made_is_not_made_twice(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0)
    window.session.go(Location("demo", "conv1", 0))
    assert not [
        a for a in window.engine.activities.values() if "res4" in a.job.title and a.state != "cancelling"
    ]
    qtbot.waitUntil(lambda: len(done(window)) == 32)
    settle(qtbot, window)
    jobs: list[str] = []
    submit = window.engine.submit
    window.engine.submit = lambda request, panel, title, *more: (
        jobs.append(panel),
        submit(request, panel, title, *more),
    )
    window.session.set_tile_lens("activations")
    window.session.set_tile_lens("feature-visualization")
    qtbot.wait(100)
    assert "tiles" not in jobs
    assert "filling" not in jobs


def test_that_filling_goes_on_after_a_restart_and_computes_nothing_again(window, qtbot, monkeypatch):
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) == 32)
    first = window.tiles.filling._tiles.get(("conv1", 7))
    qtbot.waitUntil(lambda: not window.engine.activities)  # what is drawn is kept, too
    window.close()
    computed: list[tuple[int, ...]] = []
    really = optimise.visualize
    monkeypatch.setattr(
        optimise, "visualize", lambda *asked: (computed.append(asked[2].units), really(*asked))[1]
    )
    again = open_window(qtbot, settings=load())
    qtbot.waitUntil(lambda: len(done(again)) == 32)
    assert computed == []
    assert np.array_equal(again.tiles.filling._tiles.get(("conv1", 7)).images, first.images)
    again.close()


def test_that_a_tile_answers_how_it_was_made(window, qtbot):
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: 4 in done(window))
    window.units.view.findChild(object, "explainTile").trigger()
    dialog = window.findChild(QWidget, "recipeDialog")
    assert "demo/conv1/4" in dialog.findChild(QLabel, "recipeTitle").text()
    click(qtbot, dialog, "makeAgain")
    settle(qtbot, window)
    dialog.close()
    assert shown(window).parameters == with_recipe("preview", size=24, steps=2)


def test_that_a_cancelled_filling_stays_stopped_until_it_is_asked_for(window, qtbot):
    window.session.go(Location("demo", "mixed5", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.engine.activities)
    before = len(done(window))
    qtbot.wait(100)
    assert not window.engine.activities
    assert len(done(window)) == before < window.session.node.units
    assert "paused" in window.findChild(QLabel, "fillingCount").text()


def test_that_layers_in_sight_get_a_deepdream_on_demand_and_none_otherwise(window, qtbot):
    tree, button = window.layers.tree, window.findChild(QToolButton, "layerThumbnails")
    height = tree.rowHeight(tree.currentIndex())
    click(qtbot, window, "layerThumbnails")
    assert button.isChecked()
    qtbot.waitUntil(lambda: len(window.dreams._made) >= 2)
    names = tree.visible_names()
    assert set(window.dreams._made) <= set(names)
    assert tree.rowHeight(tree.currentIndex()) > height
    model = window.layers._model
    assert not model.index_of(next(iter(window.dreams._made))).data(Qt.ItemDataRole.DecorationRole).isNull()
    name = next(iter(window.dreams._made))
    window.layers.select(name)
    window.findChild(QAction, "explainLayer").trigger()
    dialog = window.findChild(QWidget, "recipeDialog")
    assert dialog.findChild(QLabel, "recipeTitle").text() == f"Layer of demo/{name}"
    click(qtbot, dialog, "makeAgain")
    settle(qtbot, window)
    dialog.close()
    assert shown(window).objectives == ("layer",)
    assert np.array_equal(shown(window).images, window.dreams._made[name].images)
    assert window.findChild(QLabel, "featureContext").text() == f"demo/{name}"
    click(qtbot, window, "layerThumbnails")
    qtbot.waitUntil(lambda: not [a for a in window.engine.activities.values() if a.job.panel == "dreams"])
    assert tree.rowHeight(tree.currentIndex()) == height
    assert model.index_of(names[0]).data(Qt.ItemDataRole.DecorationRole) is None


def test_that_a_filling_that_fails_says_why_and_is_taken_up_by_its_button(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0)
    window.engine.failed.emit("filling", "There is not enough memory.")
    count = window.findChild(QLabel, "fillingCount")
    assert "stopped" in count.text()
    assert count.toolTip() == window.banner.text == "There is not enough memory."
    click(qtbot, window, "fillingPause")
    qtbot.waitUntil(lambda: len(done(window)) == window.session.node.units)
