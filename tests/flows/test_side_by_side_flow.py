"""Two networks side by side in the real window: the second follows the first, and stands where it is left."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from inspector.network.location import Location


@pytest.fixture
def window(qtbot, make_window):
    window = make_window(steps=2, remember=False)
    window.networks.start("demo", "demo/conv2/3")
    window.pictures.open_samples()
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    for pictures in (
        window.features["weights"].pictures,
        window.features["comparison"].controller.other_pictures,
    ):
        pictures.set_makes(False)
    return window


def test_that_the_same_network_beside_itself_answers_the_same_and_follows_until_unlinked(window, qtbot):
    comparison, side = window.features["comparison"], window.features["side_by_side"]
    view, controller, asking = side.controller.view, side.controller, side.controller.asking
    window.actions_by_name["sideBySide"].trigger()
    assert side.own.isVisible()
    assert not view.linked.isEnabled()
    qtbot.mouseClick(view.choose, Qt.MouseButton.LeftButton)
    assert comparison.dialog.isVisible()
    comparison.dialog.spec_chosen.emit("demo")
    there = Location("demo-2", "conv2", 3)
    qtbot.waitUntil(lambda: controller.location == there)
    assert view.second.network.text().startswith("demo-2")
    assert view.line.text().startswith("conv2/3 ↔ conv2/3 · correlation +1.00 over ")

    def both_there() -> bool:
        tuned, own = asking.tuned[1], window.unit_page.tuning.measured
        whole = tuned is not None and tuned.complete and own is not None and own.complete
        seen = asking.activations is not None and window.pictures.activations is not None
        shown = (*view.first.examples.examples, *view.second.examples.examples)
        return whole and seen and bool(shown) and all(image is not None for _, _, image in shown)

    qtbot.waitUntil(both_there)
    assert np.allclose(asking.tuned[1].responses, window.unit_page.tuning.measured.responses, atol=1e-5)
    assert np.allclose(asking.activations.maps, window.pictures.activations.maps, atol=1e-5)
    first, second = view.first, view.second
    assert first.tuning.shown[0].response == pytest.approx(second.tuning.shown[0].response, abs=1e-5)
    assert first.note.text() == second.note.text()
    assert [name for name, _, _ in first.examples.examples] == [
        name for name, _, _ in second.examples.examples
    ]
    crops = [[image for _, _, image in column.examples.examples] for column in (first, second)]
    assert crops[0] == crops[1], "the same unit saw the same part of each"
    sides = [max(picture.image.size) for picture in window.session.pictures.values()]
    assert max(crop.width() for crop in crops[0]) < min(sides), "a part of a picture, no whole one"
    values = [value for _, value, _ in second.examples.examples]
    assert values == sorted(values, reverse=True)

    window.session.go_to_unit(5)
    assert controller.location == Location("demo-2", "conv2", 5), "the next unit needs no further job"
    other = list(window.session.pictures)[3]
    window.session.choose_picture(other)
    qtbot.waitUntil(
        lambda: asking.activations is not None and asking.activations.digest == other,
    )
    view.follow.setCurrentIndex(view.follow.findData("same"))
    view.follow.activated.emit(view.follow.currentIndex())
    window.session.go(Location("demo", "conv1", 2))
    assert controller.location == Location("demo-2", "conv1", 2)
    view.second.address.setText("conv2/7")
    qtbot.keyClick(view.second.address, Qt.Key.Key_Return)
    assert not view.linked.isChecked()
    assert controller.location == Location("demo-2", "conv2", 7)
    window.session.go_to_unit(4)
    assert controller.location == Location("demo-2", "conv2", 7), "it stands where it was left"
    view.second.address.setText("conv2/7000")
    qtbot.keyClick(view.second.address, Qt.Key.Key_Return)
    assert "7000" in view.line.text()
    view.linked.setChecked(True)
    assert controller.location == Location("demo-2", "conv1", 4)
    parts = {name: getattr(view.second, name) for name in ("unit", "picture", "tuning", "examples")}

    def seen() -> list[str]:
        return [name for name, widget in parts.items() if widget.isVisible()]

    assert view.part.currentData() == "followed"
    for place, page, part in (
        (window.evidence, window.examples, ["examples"]),
        (window.evidence, window.tuning, ["tuning"]),
        (window.stage, comparison.view, list(parts)),
    ):
        place.bring(page)
        assert seen() == part, "it shows what belongs to the page that was chosen in the main window"
    view.part.setCurrentIndex(view.part.findData("examples"))
    view.part.activated.emit(view.part.currentIndex())
    assert seen() == ["examples"]
    tiles = view.second.examples
    qtbot.waitUntil(lambda: tiles.height() > 300)
    rects = tiles.rects()
    assert len(rects) == len(tiles.examples) > 8
    assert len({rect.top() for rect in rects}) > 1, "in several rows"
    assert max(rect.bottom() for rect in rects) < tiles.height()
    window.evidence.bring(window.examples)
    window.evidence.bring(window.tuning)
    assert seen() == ["examples"], "it stays with what was chosen for it"
    side.own.close()
    qtbot.waitUntil(lambda: not any(window.engine.waits(p) for p in ("side-picture", "side-tuning")))
