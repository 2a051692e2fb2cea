"""Comparing in the real window: another network, a folder of checkpoints, walking, pinning, exporting."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from safetensors.torch import load_file, save_file

from inspector.network.opening import open_network


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "checkpoints"
    place.mkdir()
    state = load_file(open_network("demo").source)
    torch.manual_seed(0)
    noise = {name: torch.randn_like(v) * v.float().std() for name, v in state.items() if v.ndim == 4}
    for number, amount in ((1, 0.4), (2, 0.0)):
        changed = {name: v + amount * noise[name] if name in noise else v for name, v in state.items()}
        save_file(changed, place / f"step-{number}.safetensors")
    return place


@pytest.fixture
def window(qtbot, make_window):
    window = make_window(steps=2, size=(1560, 980))
    window.networks.start("demo", "demo/mixed3.cat/3")
    window.pictures.open_samples()
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    window.features["comparison"].controller._pictures.set_makes(False)
    window.features["comparison"].controller.other_pictures.set_makes(False)
    return window


def compared(window, qtbot, spec):
    feature = window.features["comparison"]
    window.stage.bring(feature.view)
    feature.view.other.setText(spec)
    qtbot.mouseClick(feature.view.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: feature.controller.matching is not None)
    return feature.controller, feature.view


def test_that_another_network_is_compared_walked_pinned_and_exported(window, qtbot, tmp_path):
    controller, view = compared(window, qtbot, "demo")
    found = controller.found
    assert found.card.name == "demo-2"
    assert np.allclose(np.diag(found.comparison.cka), 1, atol=1e-4)
    assert (controller.matching.node, controller.matching.other) == ("mixed3.cat", "mixed3.cat")
    assert "demo and demo-2" in view.line.text()

    place = view.cka.place()
    count = len(found.comparison.first.nodes)
    corner = QPoint(
        int(place.x() + place.width() * 2.5 / count), int(place.y() + place.height() * 0.5 / count)
    )
    qtbot.mouseMove(view.cka, corner)
    qtbot.mouseClick(view.cka, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.waitUntil(lambda: controller.matching is not None)
    assert window.session.node.name == "conv1"
    assert controller.matching.other == found.comparison.second.nodes[2], "the column that was clicked"

    window.session.go_to_node("mixed3.cat")
    same = lambda: controller.matching.node == "mixed3.cat"  # noqa: E731
    qtbot.waitUntil(same)
    qtbot.mouseClick(view.pages.buttons["matches"], Qt.MouseButton.LeftButton)
    table = view.matches.table
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    place = table.visualRect(view.matches.model.index(5, 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.session.location.unit == 5
    assert view.matches.line.text() == "5 ↔ mixed3.cat/5, 1.000"
    assert view.matches.model.data(view.matches.model.index(5, 2)) == "1.000"
    assert ("mixed3.cat", 5) in view.matches.ends_in_sight()[0]

    qtbot.mouseClick(view.matches.overlay, Qt.MouseButton.LeftButton)
    beside = window.tuning_page.beside
    assert beside.labels == ["demo-2/mixed3.cat/5"]
    qtbot.waitUntil(lambda: len(beside.pins) == 1)

    qtbot.mouseClick(view.pages.buttons["depth"], Qt.MouseButton.LeftButton)
    living = np.isfinite(controller.matching.depths)
    assert view.depth.counts.counts.sum() == living.sum() > 80

    qtbot.mouseClick(view.pages.buttons["profile"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.engine.waits("compare-profile"))
    at, median = view.profile.points.getData()
    assert len(at) > 50
    assert median == pytest.approx(at), "a network's best matches in itself lie where they are"

    for what, name in (("cka", "c.csv"), ("matches", "m.csv")):
        controller.export(what, str(tmp_path / name))
    assert len((tmp_path / "c.csv").read_text().splitlines()) == count + 1
    assert (tmp_path / "m.csv").read_text().splitlines()[6].startswith("5,5,1.0,")
    view.findChild(QAction, "compareExport-picture").trigger()
    assert window.features["exporting"].dialog.which.currentText() == "Compare"
    window.features["exporting"].dialog.close()
    said = []
    controller.refused.connect(said.append)
    controller.export("time", str(tmp_path / "t.csv"))
    assert said == ["There is nothing of that to export yet."]

    qtbot.mouseClick(view.pages.buttons["matches"], Qt.MouseButton.LeftButton)
    window.session.go_to_unit(7)
    card = window.session.network
    qtbot.mouseClick(view.matches.jump, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.session.network is not card)
    assert str(window.session.location) == "demo/mixed3.cat/7"
    assert controller.found is None, "a comparison belongs to the network that was in front"
    assert view.empty.isVisible()


def test_that_checkpoints_are_a_time_line_with_a_slider(window, qtbot, folder):
    controller, view = compared(window, qtbot, str(folder))
    assert view.slider.maximum() == 1
    assert view.time_row.isVisible()
    noisy = controller.found.comparison
    assert view.checkpoint.text() == "step-1 · 1 of 2"
    qtbot.waitUntil(lambda: controller.line is not None and controller.line.complete)
    at = controller.line.nodes.index("mixed3.cat")
    assert controller.line.cka[0, at] < 0.99
    assert controller.line.cka[1, at] == pytest.approx(1, abs=1e-3)
    qtbot.mouseClick(view.pages.buttons["time"], Qt.MouseButton.LeftButton)
    assert view.time.curves[0].getData()[1] == pytest.approx(controller.line.cka[:, at])
    view.slider.setValue(1)
    qtbot.waitUntil(lambda: controller.found.comparison is not noisy)
    assert np.allclose(np.diag(controller.found.comparison.cka), 1, atol=1e-3)
    assert view.checkpoint.text() == "step-2 · 2 of 2"
    qtbot.waitUntil(lambda: not window.engine.waits("compare-units"))


def test_that_what_cannot_be_compared_is_said(window, qtbot, tmp_path):
    view = window.features["comparison"].view
    window.actions_by_name["compareNetworks"].trigger()
    assert view.isVisible()
    qtbot.mouseClick(view.go, Qt.MouseButton.LeftButton)
    assert view.line.text() == "Name the other network first."
    view.other.setText("no-such-network")
    qtbot.keyClick(view.other, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "no-such-network" in view.line.text() and "…" not in view.line.text())
    (tmp_path / "empty").mkdir()
    view.other.setText(str(tmp_path / "empty"))
    qtbot.keyClick(view.other, Qt.Key.Key_Return)
    assert view.line.text().startswith("There are no checkpoints in empty")
    assert view.empty.title == "No comparison yet"
