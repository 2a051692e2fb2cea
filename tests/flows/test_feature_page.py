"""Feature visualization on the unit page and the filling of nodes, in the whole window."""

from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QToolButton, QWidget

from inspector.gui.controllers import dreams, filling
from inspector.gui.views.feature_pictures import USUAL
from inspector.gui.views.parts import FittedPicture
from inspector.gui.window import MainWindow
from inspector.lenses.feature_visualization import Feature, optimise
from inspector.lenses.feature_visualization.export import read_recipe
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from inspector.settings import Settings, load
from inspector.workspace import finding_files
from tests.flows.windows import PATIENCE, shown_window

STEPS = 12


@pytest.fixture(autouse=True)
def quick_tiles(monkeypatch):
    """Tiles and thumbnails of two steps: what is looked at is when they are made, not how they look."""
    monkeypatch.setattr(
        filling, "_parameters", lambda shape, units: with_recipe("preview", units=units, size=24, steps=2)
    )
    monkeypatch.setattr(dreams, "_SIDE", 24)


@pytest.fixture
def window(qtbot, no_thread_left):
    window = open_window(qtbot)
    yield window
    window.close()


def open_window(qtbot, address: str = "demo/conv1/4", settings: Settings | None = None) -> MainWindow:
    window = shown_window(qtbot, size=(1560, 980), settings=settings)
    window.unit_page.feature.change({"steps": STEPS}, USUAL)
    window.start("demo", [], address)
    qtbot.waitUntil(lambda: window.session.network is not None, timeout=PATIENCE)
    settle(qtbot, window)
    return window


def settle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.unit_page.is_resting and not window.engine.is_busy, timeout=PATIENCE)


def until_step(qtbot, window: MainWindow, step: int) -> None:
    qtbot.waitUntil(lambda: shown(window) is not None and shown(window).step >= step, timeout=PATIENCE)


def click(qtbot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(window.findChild(QWidget, name), Qt.MouseButton.LeftButton)


def shown(window: MainWindow) -> Feature | None:
    return window.feature.shown


def frames(window: MainWindow):
    return window.unit_page.feature.frames


def feature_states(window: MainWindow) -> list[str]:
    return [a.state for a in window.engine.activities.values() if a.job.panel == "feature"]


def test_that_a_growing_picture_is_paused_and_goes_on_from_there(window, qtbot):
    window.feature.run_requested.emit({"steps": 4000, "seed": 1})
    until_step(qtbot, window, 2)
    click(qtbot, window, "featurePause")
    assert feature_states(window) == ["paused"]
    assert window.feature.controls.findChild(QPushButton, "featurePause").text() == "Resume"
    window.engine.submit(Quick(), "probe", "Another job")  # is answered: the worker is free
    qtbot.waitUntil(lambda: not window.engine.waits("probe"))
    stood = shown(window).step
    click(qtbot, window, "featurePause")
    until_step(qtbot, window, stood + 2)
    assert frames(window).steps[0] == 1, "it did not start over"
    click(qtbot, window, "featureRun")
    settle(qtbot, window)
    assert feature_states(window) == []
    assert shown(window).step > stood, "what was there when it was cancelled stays on screen"


class Quick:
    """A request that is over at once."""

    keep = False

    def start(self, bench, token):
        yield from ()


def test_that_a_finished_picture_goes_on_to_what_one_long_run_makes(window, qtbot):
    window.feature.run_requested.emit({"steps": STEPS, "seed": 2})
    settle(qtbot, window)
    before = frames(window).steps
    click(qtbot, window, "featureGoOn")
    settle(qtbot, window)
    went_on = shown(window)
    assert (went_on.step, went_on.steps, went_on.course.shape[1]) == (2 * STEPS, 2 * STEPS, 2 * STEPS)
    assert frames(window).steps[: len(before)] == before, "the frames before stay"
    window.unit_page.feature.forget()
    window.feature.run_requested.emit({"steps": 2 * STEPS, "seed": 2})
    settle(qtbot, window)
    assert shown(window) is not went_on
    assert np.array_equal(shown(window).images, went_on.images)


def test_that_a_picture_goes_on_after_a_restart_from_where_it_stopped(window, qtbot):
    address = str(window.session.location)
    window.close()
    again = open_window(qtbot, address)
    assert shown(again).complete
    assert len(frames(again)) == 1, "it came from the workspace"
    click(qtbot, again, "featureGoOn")
    settle(qtbot, again)
    went_on = shown(again)
    assert went_on.step == 2 * STEPS
    assert frames(again).steps[1] > STEPS, "nothing was computed a second time"
    again.unit_page.feature.forget()
    again.feature.run_requested.emit({"steps": 2 * STEPS, "seed": 0})
    settle(qtbot, again)
    assert shown(again) is not went_on
    assert np.array_equal(shown(again).images, went_on.images)
    again.close()


def test_that_a_full_disk_leaves_the_picture_on_screen_and_is_said_in_one_sentence(
    window, qtbot, monkeypatch
):
    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(finding_files, "_write", full)
    said: list[str] = []
    window.engine.noted.connect(said.append)
    window.session.go_to_unit(9)
    settle(qtbot, window)
    assert shown(window).complete
    assert shown(window).locations[0] == "demo/conv1/9"
    assert window.feature.cards[0].picture.image is not None
    (sentence,) = said
    assert window.banner.text == sentence
    assert sentence.startswith("demo/conv1/9 could not be kept in ")
    assert sentence.endswith(": No space left on device.")
    click(qtbot, window, "featureGoOn")
    settle(qtbot, window)
    assert shown(window).step == 2 * STEPS, "it goes on all the same"


def test_that_an_address_that_is_not_there_is_refused_and_the_page_stays(window, qtbot):
    made = shown(window)
    for address, reason in (("demo/conv1/999", "0 to 31"), ("demo/nowhere/0", "no node")):
        window.address.setText(address)
        qtbot.keyClick(window.address, Qt.Key.Key_Return)
        assert reason in window.banner.text
    settle(qtbot, window)
    assert shown(window) is made


def test_that_short_memory_is_said_beside_the_unit_while_its_pictures_are_made(window, qtbot):
    def tight(module, inputs):
        if len(inputs[0]) > 1:
            raise MemoryError

    network = window.engine._thread._bench.network("demo")
    handle = network.module.conv1.register_forward_pre_hook(tight)
    window.session.go_to_unit(9)
    settle(qtbot, window)
    handle.remove()
    context = window.findChild(QLabel, "featureContext")
    assert context.text() == "demo/conv1/9 · Memory is short: 1 at a time"
    assert shown(window).complete
    assert len(shown(window).images) == 2
    window.session.go_to_unit(10)
    assert context.text() == "demo/conv1/10"


def test_that_frames_are_scrubbed_with_the_keys_and_the_end_is_followed_again(window, qtbot):
    slider = window.findChild(QSlider, "framesSlider")
    assert slider.maximum() == len(frames(window)) - 1 > 0
    result = shown(window)
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert shown(window).step == frames(window).steps[0] == 1
    assert not np.array_equal(shown(window).images, result.images)
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert shown(window) is result


def test_that_walking_away_and_back_brings_picture_and_frames_at_once(window, qtbot):
    made, steps = shown(window), frames(window).steps
    window.session.go_to_unit(9)
    settle(qtbot, window)
    assert shown(window).locations[0] == "demo/conv1/9"
    window.session.back()
    settle(qtbot, window)
    assert shown(window) is made
    assert frames(window).steps == steps


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
        with qtbot.waitSignal(exports.wrote, timeout=PATIENCE):
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
    qtbot.waitUntil(lambda: len(done(window)) == units, timeout=PATIENCE)
    assert set(order) == set(range(units))
    qtbot.waitUntil(lambda: not window.engine.activities, timeout=PATIENCE)
    assert not count.isVisible()


def test_that_filling_follows_the_scroll_position(window, qtbot):
    window.session.go(Location("demo", "mixed5", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0, timeout=PATIENCE)
    bar = window.units.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = window.session.node.units - 1
    qtbot.waitUntil(lambda: last in done(window), timeout=PATIENCE)
    assert len(done(window)) < window.session.node.units


def test_that_filling_is_paused_and_taken_up_again(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(done(window)) == window.session.node.units, timeout=PATIENCE)


def test_that_leaving_a_node_stops_its_filling_and_what_is_made_is_not_made_twice(window, qtbot):
    window.session.go(Location("demo", "res4", 0))
    settle(qtbot, window)
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: len(done(window)) > 0, timeout=PATIENCE)
    window.session.go(Location("demo", "conv1", 0))
    assert not [
        a for a in window.engine.activities.values() if "res4" in a.job.title and a.state != "cancelling"
    ]
    qtbot.waitUntil(lambda: len(done(window)) == 32, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(done(window)) == 32, timeout=PATIENCE)
    first = window.tiles.filling._tiles.get(("conv1", 7))
    qtbot.waitUntil(lambda: not window.engine.activities, timeout=PATIENCE)  # what is drawn is kept, too
    window.close()
    computed: list[tuple[int, ...]] = []
    really = optimise.visualize
    monkeypatch.setattr(
        optimise, "visualize", lambda *asked: (computed.append(asked[2].units), really(*asked))[1]
    )
    again = open_window(qtbot, settings=load())
    qtbot.waitUntil(lambda: len(done(again)) == 32, timeout=PATIENCE)
    assert computed == []
    assert np.array_equal(again.tiles.filling._tiles.get(("conv1", 7)).images, first.images)
    again.close()


def test_that_a_tile_answers_how_it_was_made(window, qtbot):
    window.session.set_tile_lens("feature-visualization")
    qtbot.waitUntil(lambda: 4 in done(window), timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(done(window)) > 0, timeout=PATIENCE)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.engine.activities, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(window.dreams._made) >= 2, timeout=PATIENCE)
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
    qtbot.waitUntil(lambda: len(done(window)) > 0, timeout=PATIENCE)
    window.engine.failed.emit("filling", "There is not enough memory.")
    count = window.findChild(QLabel, "fillingCount")
    assert "stopped" in count.text()
    assert count.toolTip() == window.banner.text == "There is not enough memory."
    click(qtbot, window, "fillingPause")
    qtbot.waitUntil(lambda: len(done(window)) == window.session.node.units, timeout=PATIENCE)
