"""What is made on the unit's page: objectives, recipes, places, exports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from inspector.gui.controllers import dreams, filling
from inspector.gui.views.parts import FittedPicture
from inspector.gui.window import MainWindow
from inspector.lenses.feature_visualization.export import read_recipe
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from tests.flows.feature_window import STEPS, click, frames, open_window, shown, small_pieces
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


def test_that_negative_and_diversity_join_the_row_when_chosen(window, qtbot):
    choose(window, "-channel", "diversity(channel, 2)")
    settle(qtbot, window)
    assert len(shown(window).images) == 5
    assert [card.isVisible() for card in window.feature.cards] == [True] * 5 + [False]
    assert not np.array_equal(shown(window).images[3], shown(window).images[4])


def test_that_a_recipe_and_its_numbers_are_what_the_pictures_are_made_with(window, qtbot):
    window.feature.controls.recipe_chosen.emit("preview")
    settle(qtbot, window)
    assert shown(window).parameters == with_recipe("preview", objectives=("channel", "neuron"))
    click(qtbot, window, "featureSettings")
    dialog = window.findChild(QWidget, "recipeSettings")
    dialog.findChild(QWidget, "value-size").setValue(32)
    dialog.findChild(QWidget, "value-decay").setValue(0.5)
    click(qtbot, dialog, "applySettings")
    settle(qtbot, window)
    dialog.close()
    assert (shown(window).parameters.size, shown(window).parameters.decay) == (32, 0.5)
    assert shown(window).images.shape[1] == 32
    assert "(2)" in window.findChild(QPushButton, "featureSettings").text()


def test_that_objectives_can_be_typed_and_a_wrong_one_is_refused_with_a_reason(window, qtbot):
    click(qtbot, window, "featureSettings")
    dialog = window.findChild(QWidget, "recipeSettings")
    line = dialog.findChild(QWidget, "objectiveTexts")
    line.setText("channel(3) - 0.5*neuron(7@2,3)")
    click(qtbot, dialog, "applySettings")
    settle(qtbot, window)
    assert len(shown(window).images) == 1
    line.setText("channl(")
    click(qtbot, dialog, "applySettings")
    assert "channl" in dialog.findChild(QLabel, "settingsError").text()
    assert not window.engine.is_busy
    dialog.close()


def test_that_how_it_was_made_makes_it_again_bit_for_bit_from_elsewhere(window, qtbot):
    window.feature.run_requested.emit({"steps": STEPS, "seed": 5})
    settle(qtbot, window)
    made = shown(window)
    click(qtbot, window, "featureExplain")
    dialog = window.findChild(QWidget, "recipeDialog")
    assert "seed=5" in dialog.findChild(QLabel, "recipeCode").text()
    window.session.go(Location("demo", "conv1", 9))
    window.feature.controls.recipe_chosen.emit("preview")
    settle(qtbot, window)
    click(qtbot, dialog, "makeAgain")
    settle(qtbot, window)
    dialog.close()
    assert str(window.session.location) == "demo/conv1/4"
    assert shown(window) is not made
    assert shown(window).parameters == made.parameters
    assert np.array_equal(shown(window).images, made.images)
    assert np.array_equal(shown(window).values, made.values)


def test_that_pictures_and_films_are_written_and_refusals_say_why(window, qtbot, tmp_path):
    exports = window.unit_page.exports
    for kind, path in (("png", tmp_path / "p"), ("webp", tmp_path / "g.webp"), ("gif", tmp_path / "g.gif")):
        with qtbot.waitSignal(exports.wrote):
            exports.export(kind, str(path))
    files = sorted((tmp_path / "p").glob("*.png"))
    assert [read_recipe(file)["objective"] for file in files] == ["channel", "neuron"]
    with Image.open(tmp_path / "g.webp") as film:
        assert film.n_frames == len(frames(window))
    assert Path(tmp_path / "g.gif").stat().st_size > 0
    exports.export("webp", str(tmp_path / "nowhere" / "g.webp"))
    settle(qtbot, window)
    assert "nowhere" in window.banner.text


def test_that_a_picture_is_copied_to_the_clipboard(window, qtbot):
    window.feature.copy_requested.emit(1)
    copied = QGuiApplication.clipboard().image()
    pixels = shown(window).images[1]
    assert (copied.height(), copied.width()) == pixels.shape[:2]
    assert QColor(copied.pixel(5, 3)).getRgb()[:3] == tuple(pixels[3, 5])


def test_that_a_picture_is_copied_with_its_transparency(window, qtbot):
    alpha = np.zeros(shown(window).images.shape[:3], np.uint8)
    window.engine.finished.emit("feature", replace(shown(window), alpha=alpha))
    window.feature.copy_requested.emit(0)
    assert QGuiApplication.clipboard().image().pixelColor(5, 3).alpha() == 0
    click(qtbot, window, "featureTransparency")
    window.feature.copy_requested.emit(0)
    assert QGuiApplication.clipboard().image().pixelColor(5, 3).alpha() == 255


def test_that_a_unit_that_cannot_be_moved_says_so_in_place_of_a_grey_picture(window, qtbot):
    dead = replace(shown(window), moved=(False, True))
    window.engine.finished.emit("feature", dead)
    picture = window.findChild(FittedPicture, "featureImage0")
    assert picture.image is None
    assert "could not be moved" in picture.hint


def choose(window: MainWindow, *objectives: str) -> None:
    """Pick entries in the menu of pictures."""
    for text in objectives:
        window.findChild(QAction, f"picture-{text}").trigger()


def click_picture(qtbot, window: MainWindow, y: float, x: float) -> None:
    picture = window.picture.picture
    place = picture.picture_rect()
    point = QPointF(x * place.width(), y * place.height()) + place.topLeft()
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=point.toPoint())


def compose(qtbot, window: MainWindow, kind: str) -> None:
    click(qtbot, composing(window, kind), "composeMake")


def composing(window: MainWindow, kind: str) -> QWidget:
    """The dialog that the menu's entry opens; those that were closed are deleted a little later."""
    window.findChild(QAction, f"compose-{kind}").trigger()
    return next(dialog for dialog in window.findChildren(QWidget, "composeDialog") if dialog.isVisible())


def test_that_caricature_and_activation_are_of_the_current_picture_and_the_place_clicked_on_it(window, qtbot):
    choose(window, "channel", "caricature", "activation", "neuron")
    settle(qtbot, window)
    first = window.session.picture
    assert shown(window).objectives == ("caricature", "activation")
    assert shown(window).parameters.pictures == (first,)
    click_picture(qtbot, window, 0.3, 0.6)
    settle(qtbot, window)
    height, width = window.session.node.map_shape
    y, x = int(0.3 * height), int(0.6 * width)
    assert shown(window).objectives == ("caricature", f"activation(@{y},{x})")
    assert window.session.location.position == (y, x)
    click_picture(qtbot, window, 0.3, 0.6)
    settle(qtbot, window)
    assert (window.session.location.position, window.session.spot) == (None, None)
    assert shown(window).objectives == ("caricature", "activation")
    made = shown(window)
    window.session.choose_picture(list(window.session.pictures)[1])
    settle(qtbot, window)
    assert shown(window).parameters.pictures == (window.session.picture,) != (first,)
    assert not np.array_equal(shown(window).images, made.images)
    click(qtbot, window, "featureExplain")
    dialog = window.findChild(QWidget, "recipeDialog")
    assert window.session.picture.name in dialog.text()
    assert f"open_picture('{window.session.picture.path}')" in dialog.text()
    dialog.close()


def test_that_without_a_picture_the_rest_is_made_and_nothing_says_what_is_missing(window, qtbot):
    choose(window, "caricature", "neuron")
    settle(qtbot, window)
    for digest in list(window.session.pictures):
        window.session.remove_picture(digest)
    settle(qtbot, window)
    assert shown(window).objectives == ("channel",)
    choose(window, "channel")
    assert shown(window) is None
    assert "needs a picture" in window.banner.text
    click(qtbot, window, "featureRun")
    assert not window.engine.is_busy


def test_that_another_picture_leaves_alone_what_is_not_about_it(window, qtbot):
    made = shown(window)
    window.session.choose_picture(list(window.session.pictures)[1])
    settle(qtbot, window)
    assert shown(window) is made


def test_that_an_interpolation_is_a_strip_to_the_unit_that_answers_most(window, qtbot):
    strongest = next(u.unit for u in window.pictures.activations.top if u.unit != 4)
    compose(qtbot, window, "interpolation")
    settle(qtbot, window)
    assert len(shown(window).images) == 5
    assert shown(window).objectives[-1] == f"channel({strongest})"
    assert [card.isVisible() for card in window.feature.cards] == [True] * 5 + [False]


def test_that_a_class_and_a_direction_join_the_row_until_it_is_full(window, qtbot):
    top = window.pictures.activations.predictions[0].label
    compose(qtbot, window, "class")
    compose(qtbot, window, "direction")
    choose(window, "layer")
    settle(qtbot, window)
    made = shown(window).objectives
    assert len(made) == 5
    assert f'logit("{top}")' in made
    assert any(text.startswith("direction(") and "4: 1" in text for text in made)
    assert all(shown(window).moved)
    choose(window, "-channel")
    compose(qtbot, window, "class")  # it is there already
    settle(qtbot, window)
    assert len(shown(window).objectives) == 6
    dialog = composing(window, "direction")
    click(qtbot, dialog, "composeAdd")
    click(qtbot, dialog, "composeMake")
    settle(qtbot, window)
    assert [text.partition("(")[0] for text in shown(window).objectives] == ["direction"]
