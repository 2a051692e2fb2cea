"""The graph in the real window: laid out by the worker, walked, folded, searched, pictured, exported."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QToolButton


@pytest.fixture
def window(qtbot, make_window):
    """The window at a node of the demonstration network, its graph in sight."""
    window = make_window(steps=2, size=(1280, 800))
    window.start("demo", [], "demo/conv2/3")
    qtbot.waitUntil(lambda: window.session.picture is not None)
    qtbot.waitUntil(lambda: window.session.network is not None)
    assert view_of(window).canvas.map is None, "nothing is laid out that nobody looks at"
    window.actions_by_name["showGraph"].trigger()
    qtbot.waitUntil(lambda: view_of(window).canvas.map is not None)
    return window


def view_of(window):
    return window.features["graph"].parent()


def show(canvas, key):
    box = canvas.map.boxes[key]
    canvas.ensureVisible(QRectF(box.x, box.y, box.width, 60.0))


def click(qtbot, canvas, key):
    show(canvas, key)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.centre_of(key))


def relaid(qtbot, window, act):
    """Do something that lays the graph out again, and wait for it."""
    canvas = view_of(window).canvas
    before = canvas.map
    act()
    qtbot.waitUntil(lambda: canvas.map is not before)


def test_that_clicks_walk_and_the_current_node_is_highlighted_with_its_lines(window, qtbot):
    canvas = view_of(window).canvas
    assert canvas.current == "conv2"
    assert canvas._cards["conv2"].current
    click(qtbot, canvas, "mixed3.cat")
    assert str(window.session.location) == "demo/mixed3.cat/0"
    assert [key for key, card in canvas._cards.items() if card.current] == ["mixed3.cat"]
    near = {(item.link.source, item.link.target) for item in canvas._links if item.near}
    branches = ("branch1x1", "branch3x3", "branch5x5", "branch_pool")
    assert near == {(f"mixed3.{name}", "mixed3.cat") for name in branches} | {("mixed3.cat", "pool3")}
    click(qtbot, canvas, "mixed3.branch5x5")
    assert window.session.location.node == "mixed3.branch5x5", "a folded block is its module"
    window.session.go_to_node("mixed3.branch5x5.bn")
    assert canvas.current == "mixed3.branch5x5", "what is folded away is seen as its block"
    click(qtbot, canvas, "mixed3")
    assert window.session.location.node == "mixed3", "an open block's title is its module"
    assert canvas._frames["mixed3"].current
    window.session.back()
    assert canvas.current == "mixed3.branch5x5"


def test_that_arrow_keys_walk_along_edges_and_enter_opens(window, qtbot):
    canvas, session = view_of(window).canvas, window.session
    assert window.focusWidget() is canvas
    for key, node in (
        (Qt.Key.Key_Down, "bn2"),
        (Qt.Key.Key_Down, "relu2"),
        (Qt.Key.Key_Up, "bn2"),
        (Qt.Key.Key_Down, "relu2"),
    ):
        qtbot.keyClick(canvas, key)
        assert session.location.node == node
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    assert session.location.node.startswith("mixed3."), "into the block, to a branch"
    session.go_to_node("mixed3.branch1x1")
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert session.location.node == "mixed3.branch3x3_reduce"
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert session.location.node == "mixed3.branch1x1"
    session.go_to_node("conv1")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(canvas, key)
        assert session.location.node == "conv1", "there is nothing beyond"
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert window.units.isVisible()
    assert not canvas.isVisible()


def test_that_blocks_fold_and_unfold_by_click_key_and_menu_where_they_stand(window, qtbot):
    view = view_of(window)
    canvas = view.canvas
    frame = canvas.map.boxes["res4"]
    show(canvas, "res4")
    before = canvas.mapFromScene(QPointF(frame.x, frame.y))
    triangle = canvas.mapFromScene(QPointF(frame.x + 14, frame.y + 14))
    press = lambda: qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=triangle)  # noqa: E731
    relaid(qtbot, window, press)
    box = canvas.map.boxes["res4"]
    assert box.kind == "block"
    after = canvas.mapFromScene(QPointF(box.x, box.y))
    assert abs(after.y() - before.y()) <= 1, "it stays where it was on the screen"
    assert "res4.add" not in canvas.map.boxes
    window.session.go_to_node("res4")
    relaid(qtbot, window, lambda: qtbot.keyClick(canvas, Qt.Key.Key_Return))
    assert canvas.map.boxes["res4"].kind == "frame"
    window.session.go_to_node("res4.add")
    relaid(qtbot, window, lambda: qtbot.keyClick(canvas, Qt.Key.Key_Backspace))
    assert canvas.map.boxes["res4"].kind == "block"
    assert canvas.current == "res4"
    relaid(qtbot, window, lambda: qtbot.keyClick(canvas, Qt.Key.Key_Space))
    assert canvas.current == "res4.add"
    fold_all = next(
        action for action in view.folds.menu().actions() if action.objectName() == "graphFolds-all"
    )
    relaid(qtbot, window, fold_all.trigger)
    assert {box.kind for box in canvas.map.layout.boxes} == {"operation", "block", "input"}
    unfold = next(
        action for action in view.folds.menu().actions() if action.objectName() == "graphFolds-none"
    )
    relaid(qtbot, window, unfold.trigger)
    assert len(canvas.map.cards) == len(canvas.map.blocks.operations)
    show(canvas, "conv1")
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.centre_of("conv1"))
    assert window.session.location.node == "conv1"
    assert window.units.isVisible(), "a double-click opens an operation"


def test_that_search_finds_dims_and_uncovers_what_is_folded_away(window, qtbot):
    view = view_of(window)
    canvas = view.canvas
    qtbot.keyClicks(view.search, "5x5 conv2d")
    assert view.found.text() == "4 found"
    bright = {key for key, card in canvas._cards.items() if not card.dimmed}
    assert bright == {f"mixed{n}.branch5x5{end}" for n in (3, 5) for end in ("", "_reduce")}
    relaid(qtbot, window, lambda: qtbot.keyClick(view.search, Qt.Key.Key_Return))
    assert window.session.location.node == "mixed3.branch5x5_reduce.conv"
    assert canvas.current == "mixed3.branch5x5_reduce.conv", "its block was unfolded"
    relaid(qtbot, window, lambda: qtbot.keyClick(view.search, Qt.Key.Key_Return))
    assert window.session.location.node == "mixed3.branch5x5.conv"
    qtbot.keyClick(view.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.session.location.node == "mixed3.branch5x5_reduce.conv"
    assert window.units.model.units == 12, "a node walked to again, its activations at hand"
    assert window.pictures.activations.node == window.session.location.node
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert not view.search.text()
    assert not any(card.dimmed for card in canvas._cards.values())
    qtbot.keyClicks(view.search, "nosuchthing")
    assert view.found.text() == "0 found"
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert window.session.location.node == "mixed3.branch5x5_reduce.conv"


def test_that_the_wheel_scrolls_zooms_with_control_and_the_minimap_looks_elsewhere(window, qtbot):
    view = view_of(window)
    canvas, bar = view.canvas, view.canvas.verticalScrollBar()
    place = canvas.viewport().rect().center()

    def wheel(delta, modifiers=Qt.KeyboardModifier.NoModifier):
        event = QWheelEvent(
            QPointF(place), canvas.viewport().mapToGlobal(QPointF(place)), QPoint(), QPoint(0, delta),
            Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(canvas.viewport(), event)

    bar.setValue(0)
    zoom = canvas.zoom
    wheel(-120)
    assert bar.value() > 0
    assert canvas.zoom == zoom
    wheel(120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(zoom * 1.2)
    for _ in range(60):
        wheel(-120, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(0.06)
    qtbot.waitUntil(lambda: not view.minimap.isVisible())
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.map.layout.width * canvas.zoom <= canvas.viewport().width()
    qtbot.waitUntil(view.minimap.isVisible)
    bar.setValue(0)
    foot = QPoint(view.minimap.width() // 2, view.minimap.height() - 6)
    qtbot.mouseClick(view.minimap, Qt.MouseButton.LeftButton, pos=foot)
    assert "logits" in canvas.keys_in_sight()
    qtbot.mouseClick(view.findChild(QToolButton, "graphAll"), Qt.MouseButton.LeftButton)
    assert len(canvas.keys_in_sight()) == len(canvas.map.cards)


def test_that_pictures_come_in_sight_first_stand_still_and_tell_how_they_were_made(window, qtbot):
    view, pictures = view_of(window), window.features["graph"].pictures
    canvas = view.canvas
    qtbot.mouseClick(view.lenses.buttons["mean"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not pictures._missing())
    assert set(pictures.shown()) == {box.key for box in canvas.map.cards}
    assert canvas._cards["conv1"]._pixmap is not None
    assert not pictures.can_explain("conv1"), "a mean is no picture that was made"

    asked: list[str] = []
    window.engine.activity_changed.connect(
        lambda: asked.extend(
            a.job.request.location.node
            for a in window.engine.activities.values()
            if a.job.panel == "graph-pictures"
        )
    )
    sight = canvas.keys_in_sight()
    qtbot.mouseClick(view.lenses.buttons["dream"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pictures.shown()) >= 2)
    assert list(dict.fromkeys(asked))[:2] == sight[:2]
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    assert "paused" in view.note.text()
    states = [a.state for a in window.engine.activities.values() if a.job.panel == "graph-pictures"]
    assert states in ([], ["paused"])
    count = len(pictures.shown())
    qtbot.mouseClick(view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(pictures.shown()) > count)
    heard = []
    pictures.explained.connect(lambda feature, request: heard.append((feature, request)))
    pictures.explain(sight[0])
    assert heard[0][1].location.node == canvas.map.blocks.node(sight[0]).name
    assert str(heard[0][0].parameters.objectives[0]) == "layer"
    window.findChild(QDialog, "recipeDialog").close()

    qtbot.mouseClick(view.lenses.buttons["caricature"], Qt.MouseButton.LeftButton)
    assert pictures.shown() == {}
    qtbot.waitUntil(lambda: pictures.shown() != {})
    first = next(iter(pictures.shown()))
    digest = window.session.picture.digest
    other = next(d for d in window.session.pictures if d != digest)
    window.session.choose_picture(other)
    assert first not in pictures.shown(), "another picture has caricatures of its own"
    window.session.choose_picture(digest)
    assert first in pictures.shown(), "and the first one's are remembered"
    window.session.choose_picture(None)
    assert view.note.text() == "Drop or choose a picture first."
    qtbot.mouseClick(view.lenses.buttons[""], Qt.MouseButton.LeftButton)
    assert pictures.shown() == {}
    assert "59 operations" in view.note.text()


def test_that_the_window_writes_the_graph_with_its_pictures(window, qtbot, tmp_path):
    view, controller = view_of(window), window.features["graph"]
    controller.pictures.choose("mean")
    qtbot.waitUntil(lambda: not controller.pictures._missing())
    next(action for action in view.exports.menu().actions() if "SVG" in action.text()).trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "graph.svg"))
    dialog.close()
    qtbot.waitUntil((tmp_path / "graph.svg").exists)
    root = ElementTree.parse(tmp_path / "graph.svg").getroot()
    assert len([item for item in root.iter() if item.tag.endswith("}image")]) == len(view.canvas.map.cards)
    controller.export(str(tmp_path / "graph.dot"))
    qtbot.waitUntil((tmp_path / "graph.dot").exists)
    qtbot.waitUntil(lambda: "graph.dot" in window.status.text())
    controller.export(str(tmp_path / "gone" / "graph.dot"))
    qtbot.waitUntil(lambda: "cannot be written" in window.banner.text)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_the_menu_folds_copies_and_looks_at_units(window, qtbot):
    canvas = view_of(window).canvas
    canvas.menu_requested.emit("res4.add", QPoint(0, 0))
    menu = window.findChild(QMenu, "graphMenu")
    entries = {action.text(): action for action in menu.actions()}
    assert not entries["How was this picture made?"].isEnabled()
    entries["Copy address"].trigger()
    assert QApplication.clipboard().text() == "demo/res4.add"
    relaid(qtbot, window, entries["Fold res4"].trigger)
    assert canvas.map.boxes["res4"].kind == "block"
    entries["Look at its units"].trigger()
    assert window.session.location.node == "res4.add"
    assert window.units.isVisible()
    menu.close()


def test_that_another_network_has_a_graph_of_its_own_also_in_a_window_of_its_own(window, qtbot, tmp_path):
    view = view_of(window)
    qtbot.mouseClick(view.enlarge, Qt.MouseButton.LeftButton)
    assert view.window() is not window
    assert view.canvas.isVisible()
    qtbot.mouseClick(view.enlarge, Qt.MouseButton.LeftButton)
    assert view.window() is window
    view.lens_chosen.emit("mean")
    before = view.canvas.map
    window.networks.open("resnet20_cifar")
    qtbot.waitUntil(lambda: view.canvas.map not in (None, before))
    assert view.canvas.map.blocks.key_of("conv1") == "conv1"
    adds = [name for name in view.canvas.map.blocks.operations if name.endswith("add")]
    assert len(adds) == 9
    pictures = window.features["graph"].pictures
    qtbot.waitUntil(lambda: not pictures._missing())
    assert set(pictures.shown()) == {box.key for box in view.canvas.map.cards}
    assert view.canvas.accessibleDescription().startswith(window.session.node.name)
