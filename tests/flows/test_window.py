"""The whole window on the demonstration network, with real events, the real worker and real files."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QTreeView

from inspector.gui.tour import drop
from inspector.gui.window import MainWindow
from inspector.lenses.feature_visualization import Feature
from inspector.lenses.tuning import Tuning
from inspector.network.location import Location
from tests.flows.windows import settle, settled_window, shown_window


@pytest.fixture
def window(qtbot, no_thread_left):
    """The window with the demonstration network open and nothing running."""
    window = settled_window(qtbot, steps=4)
    yield window
    window.close()


def results_of(window: MainWindow) -> dict[str, object]:
    """The last payload published for each panel, from now on."""
    heard: dict[str, object] = {}
    window.engine.arrived.connect(heard.__setitem__)
    window.engine.finished.connect(heard.__setitem__)
    return heard


def test_that_the_window_opens_with_a_network_a_unit_and_sample_pictures(window):
    assert window.session.network.name == "demo"
    assert window.session.network.trained
    assert window.session.location.unit == 0
    assert window.session.node.units > 0
    assert len(window.session.pictures) >= 48
    assert window.session.picture is not None
    assert window.pictures.activations.predictions
    assert window.focusWidget() is window.findChild(QListView, "unitGrid"), "arrow keys walk at once"
    assert window.address.text() == str(window.session.location)
    assert window.findChild(QListView, "unitGrid").model().rowCount() == window.session.node.units
    assert window.banner.text == ""


def test_that_arrow_keys_walk_the_layers_and_the_grid_follows(window, qtbot):
    tree = window.findChild(QTreeView, "layerTree")
    before = window.session.location.node
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert window.session.location.node != before
    settle(qtbot, window)
    assert window.pictures.activations.node == window.session.location.node
    assert window.findChild(QListView, "unitGrid").model().rowCount() == window.session.node.units


def test_that_arrow_keys_walk_the_units_and_the_page_follows(window, qtbot):
    grid = window.findChild(QListView, "unitGrid")
    heard = results_of(window)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert window.session.location.unit == 1
    settle(qtbot, window)
    assert heard["feature"].locations[0].startswith(str(window.session.location))
    assert window.tuning.shown.location == str(window.session.location)
    assert "tuning" not in heard, "the node was measured with all its units: nothing runs again"


def test_that_quick_walking_never_queues_up_stale_work(window, qtbot):
    grid = window.findChild(QListView, "unitGrid")
    most = 0
    for _ in range(12):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
        QApplication.processEvents()
        most = max(most, len([a for a in window.engine.activities.values() if a.state != "cancelling"]))
    assert most <= 3
    settle(qtbot, window)
    assert window.session.location.unit == 12
    assert window.tuning.shown.location == str(window.session.location)


def test_that_dropped_files_are_shown_and_broken_ones_refused_by_name(window, qtbot, tmp_path):
    good, broken, folder = tmp_path / "good.png", tmp_path / "broken.png", tmp_path / "folder"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (80, 60, 3), np.uint8)).save(good)
    broken.write_bytes(good.read_bytes()[:200])
    folder.mkdir()
    Image.new("CMYK", (40, 40), (0, 255, 255, 0)).save(folder / "inside.jpg")
    count = len(window.session.pictures)
    drop(window.strip, [str(broken), str(good), str(folder)])
    qtbot.waitUntil(lambda: len(window.session.pictures) == count + 2)
    assert window.session.picture.name == "good.png"
    settle(qtbot, window)
    assert window.pictures.activations.picture == "good.png"
    said = window.strip.findChild(QLabel, "refusalsText").text()
    assert "broken.png" in said
    assert "good.png" not in said


def test_that_a_drop_anywhere_on_the_window_is_taken(window, qtbot, tmp_path):
    file = tmp_path / "anywhere.png"
    Image.new("RGB", (50, 50), "red").save(file)
    drop(window, [str(file)])
    qtbot.waitUntil(lambda: window.session.picture.name == "anywhere.png")


def test_that_a_pasted_picture_becomes_the_current_one(window, qtbot):
    image = QImage(33, 20, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(image)
    window.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: window.session.picture.path is None)
    assert window.session.picture.image.getpixel((3, 3)) == (0, 0, 255)
    assert window.session.picture.image.size == (33, 20)


def test_that_a_typed_address_leads_there_and_a_wrong_one_says_why(window, qtbot):
    address = window.findChild(QLineEdit, "addressBar")
    address.setText("demo/conv1/17")
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert window.session.location == Location("demo", "conv1", 17)
    address.setText("demo/conv1/1700")
    qtbot.keyClick(address, Qt.Key.Key_Return)
    assert window.session.location == Location("demo", "conv1", 17)
    assert "1700" in window.banner.text


def test_that_back_and_forward_and_the_copied_address_follow_the_walk(window, qtbot):
    start = window.session.location
    window.session.go(Location("demo", "conv1", 3))
    window.actions_by_name["copyAddress"].trigger()
    assert QGuiApplication.clipboard().text() == "demo/conv1/3"
    window.actions_by_name["back"].trigger()
    assert window.session.location == start
    window.actions_by_name["forward"].trigger()
    assert window.session.location == Location("demo", "conv1", 3)


def test_that_a_strongest_unit_of_a_picture_can_be_walked_to(window, qtbot):
    unit = window.pictures.activations.top[0].unit
    assert window.pictures.activations.peaks[unit] == window.pictures.activations.peaks.max()
    window.picture.unit_chosen.emit(unit)
    assert window.session.location.unit == unit


def test_that_the_visualization_grows_and_ends_with_its_steps(window, qtbot):
    steps: list[int] = []
    window.engine.arrived.connect(lambda panel, p: steps.append(p.step) if isinstance(p, Feature) else None)
    heard = results_of(window)
    window.feature.run_requested.emit({"steps": 60, "seed": 5})
    settle(qtbot, window)
    feature = heard["feature"]
    assert (feature.step, feature.steps, feature.seed, feature.complete) == (60, 60, 5, True)
    assert feature.objectives == ("channel", "neuron")
    assert steps[0] < 60, "a first picture is there long before the last"
    assert feature.course[:, -10:].mean() > feature.course[:, :5].mean()


def test_that_a_finished_visualization_is_there_at_once_after_a_restart(window, qtbot):
    heard = results_of(window)
    window.feature.run_requested.emit({"steps": 40, "seed": 3})
    settle(qtbot, window)
    address, made = str(window.session.location), heard["feature"]
    window.close()
    again = shown_window(qtbot, steps=40)
    again.start("demo", [], address)
    steps: list[int] = []
    again.engine.arrived.connect(lambda panel, p: steps.append(p.step) if isinstance(p, Feature) else None)
    qtbot.waitUntil(lambda: again.session.network is not None)
    heard = results_of(again)
    again.feature.run_requested.emit({"steps": 40, "seed": 3})
    settle(qtbot, again)
    again.close()
    assert np.array_equal(heard["feature"].images, made.images)
    assert not any(0 < step < 40 for step in steps), "nothing was computed a second time"


def test_that_another_family_is_measured_live_over_two_axes(window, qtbot):
    partial: list[Tuning] = []
    window.engine.arrived.connect(lambda panel, p: partial.append(p) if isinstance(p, Tuning) else None)
    heard = results_of(window)
    window.tuning.choose_family("curve")
    settle(qtbot, window)
    tuning = heard["tuning"]
    assert tuning.family == "curve"
    assert list(tuning.axes) == ["orientation", "radius"]
    assert tuning.complete
    assert np.isfinite(tuning.response).all()
    assert any(np.isnan(p.response).any() and np.isfinite(p.response).any() for p in partial)


def test_that_tiles_show_visualizations_of_the_units_in_sight(window, qtbot):
    heard = results_of(window)
    window.session.set_tile_lens("feature-visualization")
    settle(qtbot, window)
    assert isinstance(heard["tiles"], Feature)
    assert heard["tiles"].complete


def test_that_kernels_can_be_shown_for_the_first_layer_only(window, qtbot):
    heard = results_of(window)
    window.session.go(Location("demo", "conv1", 0))
    window.session.set_tile_lens("weights")
    settle(qtbot, window)
    assert heard["tiles"].kernels.shape == (32, 7, 7, 3)
