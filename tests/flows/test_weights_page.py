"""The weights page in the real window: kernels with pictures, walking, expanding, ranking."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from inspector.gui.views.kernel_list import kernel_image
from inspector.lenses.run import result
from inspector.network.opening import open_network

NODE = "mixed5.branch3x3.conv"


@pytest.fixture
def window(qtbot, make_window):
    made = make_window(steps=2, size=(1280, 900))
    made.features["weights"].pictures.set_makes(False)
    made.networks.start("demo", f"demo/{NODE}/3")
    qtbot.waitUntil(lambda: made.session.shelf is not None)
    settle(qtbot, made)
    return made


def settle(qtbot, window) -> None:
    feature = window.features["weights"]

    def quiet() -> bool:
        parts = (window.unit_page, feature.controller, feature.circuits)
        resting = any(part.is_resting for part in parts)
        return not resting and not window.engine.is_busy

    qtbot.waitUntil(quiet)


def choose(box, data) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def shown(section) -> list[tuple[str, int]]:
    return [(one.node, one.unit) for one in section.list.kernels.connections]


def first_input(network, node, unit) -> tuple[str, int]:
    found = result("weights", network, f"demo/{node}/{unit}").inputs[0]
    return found.node, found.unit


def test_that_the_page_shows_the_lens_walks_and_expands(window, qtbot):
    network = open_network("demo")
    feature = window.features["weights"]
    view = feature.view
    assert shown(view.inputs) == [], "nothing is asked for while the page is out of sight"
    window.evidence.bring(view)
    qtbot.waitUntil(lambda: bool(shown(view.inputs)))
    settle(qtbot, window)
    expected = result("weights", network, f"demo/{NODE}/3")
    assert shown(view.inputs) == [(c.node, c.unit) for c in expected.inputs]
    assert shown(view.users) == [(c.node, c.unit) for c in expected.users]
    assert len(shown(view.inputs)) == 50
    assert "50 OF 64" in view.inputs.caption.text()
    assert view.inputs.scale.limit == pytest.approx(max(np.abs(c.kernel).max() for c in expected.inputs))
    assert "inear approximation" in view.line.text()

    qtbot.mouseClick(view.more, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(shown(view.inputs)) == 64
    assert not view.more.isEnabled()

    view.ranks.setCurrentIndex(view.ranks.findData("-sum"))
    view.ranks.activated.emit(view.ranks.currentIndex())
    settle(qtbot, window)
    sums = [one.sum for one in view.inputs.list.kernels.connections]
    assert sums == sorted(sums)
    assert sums[0] < 0

    choose(view.source, "mixed3.cat")
    settle(qtbot, window)
    far = result("expanded-weights", network, f"demo/{NODE}/3", source="mixed3.cat", rank="-sum")
    assert shown(view.inputs) == [(c.node, c.unit) for c in far.inputs]
    assert shown(view.users) == [
        (c.node, c.unit) for c in result("weights", network, f"demo/{NODE}/3", rank="-sum").users
    ]
    assert view.pooling.isVisible()

    choose(view.target, "mixed5.cat")
    settle(qtbot, window)
    far = result("expanded-weights", network, f"demo/{NODE}/3", target="mixed5.cat", rank="-sum")
    assert shown(view.users) == [(c.node, c.unit) for c in far.users]
    choose(view.target, "")

    view.source.setCurrentIndex(0)
    view.ranks.setCurrentIndex(0)
    view.source.activated.emit(0)
    settle(qtbot, window)
    first = view.users.list
    place = first.visualRect(first.kernels.index(0)).center()
    node, unit = shown(view.users)[0]
    qtbot.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert str(window.session.location) == f"demo/{node}/{unit}"
    settle(qtbot, window)
    assert shown(view.inputs)[0] == first_input(network, node, unit)


def test_that_weights_reach_down_to_the_picture(window, qtbot):
    """Of colours there are no pictures to make and nowhere to walk to: they are shown as one."""
    view = window.features["weights"].view
    window.evidence.bring(view)
    window.features["weights"].pictures.set_makes(True)
    choose(view.source, "picture")
    settle(qtbot, window)
    assert sorted(shown(view.inputs)) == [("picture", 0), ("picture", 1), ("picture", 2)]
    words = {view.inputs.list.kernels.index(row).data() for row in range(3)}
    assert {one.partition(",")[0] for one in words} == {"picture/red", "picture/green", "picture/blue"}
    drawn = view.inputs.list.pictures(("picture", 1))
    expected = result("expanded-weights", open_network("demo"), f"demo/{NODE}/3", source="picture").colours
    assert (drawn.height(), drawn.width()) == expected.shape[:2]
    y, x = expected.shape[0] // 2, expected.shape[1] // 2
    colour = drawn.pixelColor(x, y)
    assert [colour.red(), colour.green(), colour.blue()] == pytest.approx(255 * expected[y, x], abs=1)
    here = window.session.location
    first = view.inputs.list
    place = first.visualRect(first.kernels.index(0)).center()
    qtbot.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.location == here


def test_that_pictures_of_units_are_looked_up_and_made_on_demand(window, qtbot):
    feature = window.features["weights"]
    window.evidence.bring(feature.view)
    settle(qtbot, window)
    window.session.go(window.session.location.at("logits", 2))
    settle(qtbot, window)
    qtbot.waitUntil(lambda: bool(feature.view.inputs.list.ends_in_sight()))
    end = feature.view.inputs.list.ends_in_sight()[0]
    settle(qtbot, window)
    assert feature.pictures.image(end) is None, "nothing is kept, and nothing shall be made"
    feature.view.makes.setChecked(True)
    qtbot.waitUntil(lambda: feature.pictures.image(end) is not None)
    assert feature.pictures.kind(end) == "feature visualization"
    feature.view.makes.setChecked(False)
    feature.pictures.forget()
    feature.pictures.want("weights", [end])
    qtbot.waitUntil(lambda: feature.pictures.image(end) is not None)
    assert not feature.pictures.makes, "found again among what is kept"


def test_that_red_excites_blue_inhibits_and_white_is_nothing(qtbot):
    image = kernel_image(np.array([[1.0, 0.0, -1.0]]), 1.0)
    colours = [image.pixelColor(x, 0).name() for x in range(3)]
    assert colours[0] == "#ca0020"
    assert colours[2] == "#0571b0"
    assert colours[1] == "#ffffff"


def test_that_a_circuit_is_grown_pruned_edited_kept_and_written(window, qtbot, tmp_path):
    feature = window.features["weights"]
    view, controller = feature.circuit, feature.circuits
    window.stage.bring(view)
    qtbot.waitUntil(lambda: view.whole is not None)
    settle(qtbot, window)
    root = (NODE, 3)
    assert view.whole.units[0].end == root
    assert len(view.whole.units) > len(view.shown.units), "the weakest paths are hidden at first"
    view.prune.setValue(0)
    assert view.scene.cards.keys() == {unit.end for unit in view.whole.units}
    assert len(view.scene.lines) == len(view.whole.edges)
    signs = {line.pen().color().name() for line in view.scene.lines if line.edge.sum < 0}
    assert signs == {"#0571b0"}

    view.prune.setValue(60)
    assert len(view.scene.lines) < len(view.whole.edges)
    assert all(line.edge.strength >= view.least for line in view.scene.lines)
    gone = next(edge.source for edge in view.shown.edges if edge.target == root)
    view.scene.removed.emit(*gone)
    assert gone not in view.scene.cards
    view.scene.removed.emit(*root)
    assert root in view.scene.cards, "the unit itself cannot be taken out"
    weak = next(e.source for e in reversed(view.whole.edges) if e.target == root)
    view.scene.held_toggled.emit(*weak)
    assert weak in view.scene.cards
    shown = set(view.scene.cards)

    controller.keep("eyes")
    settle(qtbot, window)
    controller.export(str(tmp_path / "circuit.svg"))
    controller.export(str(tmp_path / "circuit.pdf"))
    settle(qtbot, window)
    assert "linear approximation" in (tmp_path / "circuit.svg").read_text("utf-8")
    assert (tmp_path / "circuit.pdf").read_bytes().startswith(b"%PDF-")

    controller.show_kept("")
    settle(qtbot, window)
    view.restore.click()
    window.session.go(window.session.location.at("logits", 2))
    qtbot.waitUntil(lambda: view.whole.units[0].end == ("logits", 2))
    assert view.kept.findData("eyes") > 0
    controller.show_kept("eyes")
    assert view.whole.units[0].end == root
    assert set(view.scene.cards) == shown
    controller._on_walked(*weak)
    assert str(window.session.location) == f"demo/{weak[0]}/{weak[1]}"
    assert view.whole.units[0].end == root, "a kept circuit stays while one walks"


def test_that_the_wall_and_the_families_of_a_node_are_shown(window, qtbot):
    feature = window.features["weights"]
    window.session.go(window.session.location.at("conv2", 3))
    settle(qtbot, window)
    window.stage.bring(feature.wall)
    qtbot.waitUntil(lambda: feature.wall.wall is not None)
    wall = feature.wall.wall
    assert wall.node == "conv2"
    feature.wall.choose_mode("signed")
    assert feature.wall.list.count() == window.session.node.units == 64
    item = feature.wall.list.item(5)
    feature.wall.list.itemClicked.emit(item)
    assert window.session.location.unit == wall.order[5]
    feature.wall.choose_mode("branches")
    assert feature.wall.table.item(0, 0).text() == "conv2"
    assert feature.wall.table.item(0, 1).text() == "64"
    feature.wall.choose_mode("plane")
    assert "singular" not in feature.wall.line.text()
    settle(qtbot, window)

    window.stage.bring(feature.families)
    qtbot.waitUntil(lambda: feature.families.weights is not None)
    feature.families.units.setText("1, 4-6")
    feature.families.sources.setText("0-2")
    feature.families.source.setCurrentText("conv1")
    qtbot.keyClick(feature.families.units, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: feature.families.weights.sources == (0, 1, 2))
    assert feature.families.weights.units == (1, 4, 5, 6)
    expected = result(
        "family-weights",
        open_network("demo"),
        "demo/conv2",
        units=(1, 4, 5, 6),
        source="conv1",
        sources=(0, 1, 2),
    )
    np.testing.assert_allclose(feature.families.weights.kernels, expected.kernels, atol=1e-6)
    feature.families.units.setText("1, x")
    qtbot.keyClick(feature.families.units, Qt.Key.Key_Return)
    assert "“x”" in feature.families.empty.findChild(QLabel, "familyEmptyHint").text()
