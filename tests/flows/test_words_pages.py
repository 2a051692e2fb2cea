"""Writing on pictures and prompts in the real window, with the real worker."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

import inspector.paths
from inspector.lenses.feature_visualization import Feature


@pytest.fixture
def window(qtbot, make_window):
    return make_window(steps=1, size=(1400, 900), remember=False)


def opened(qtbot, window, spec):
    window.start(spec, [])
    qtbot.waitUntil(lambda: window.session.network is not None and len(window.session.pictures) > 0)
    circle = next(p for p in window.session.pictures.values() if p.name == "circle-1.png")
    window.session.choose_picture(circle.digest)
    return window.features["clip"]


def test_that_a_word_is_written_moved_and_exported(qtbot, window, tmp_path):
    feature = opened(qtbot, window, "demo")
    window.session.go_to_node("mixed5")
    window.actions_by_name["writeOnPicture"].trigger()
    view = feature.attack
    qtbot.waitUntil(lambda: view.shown is not None)
    assert view.shown.covered == 0
    view.size_slider.setValue(40)
    qtbot.keyClicks(view.word, "word")
    qtbot.waitUntil(lambda: view.shown.word == "word" and view.shown.size > 38)
    change = next(c for c in view.shown.classes if c.label == "word")
    assert change.before < 0.01 < 0.5 < change.after
    assert "% of the pixels" in view._covered.text().replace("\u00a0", " ")
    assert any(line.startswith("word < 0.1 % → ") for line in view.classes.lines)

    place = view.picture.picture_rect()
    corner = QPoint(int(place.left() + 0.3 * place.width()), int(place.top() + 0.25 * place.height()))
    qtbot.mousePress(view.picture, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.waitUntil(lambda: view.shown.places[0][0] < 0.3)
    assert view.shown.places[0] == pytest.approx((0.25, 0.3), abs=0.02)

    qtbot.mouseClick(view.units, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.session.location.unit == view.shown.units[0].index

    view.eight.setChecked(True)
    qtbot.waitUntil(lambda: len(view.shown.places) == 8)
    feature.attacking.export(str(tmp_path / "attack.csv"))
    qtbot.waitUntil(lambda: (tmp_path / "attack.csv").exists())


def test_that_written_words_are_shown_and_networks_without_text_towers_say_so(qtbot, window):
    feature = opened(qtbot, window, "demo")
    window.session.go_to_node("mixed5")
    window.actions_by_name["words"].trigger()
    view = feature.words
    assert view.mode == "written"
    view.text.setPlainText("cat dog\nbird")
    feature.prompting.start()
    qtbot.waitUntil(lambda: view.list.count() == 3)
    found = feature.prompting.shown
    unit = window.session.location.unit
    assert view.list.item(0).text().startswith(found.words[found.best(unit, 1)[0]])
    assert not view.list.item(0).icon().isNull()
    window.actions_by_name["stroop"].trigger()
    assert view._empty.title == "No text tower"


def test_that_a_clip_answers_to_prompts_everywhere(qtbot, window, tmp_path):
    from inspector.jobs.requests import describe
    from inspector.network.location import Location
    from tests.clip_truth import by_hand

    feature = opened(qtbot, window, "demo")
    qtbot.waitUntil(lambda: not window.engine.is_busy)
    network = by_hand()
    window.engine._thread._bench.put(network)
    window.session.set_network(describe(network, "hand"), Location("hand", "flatten", 1))
    window.actions_by_name["words"].trigger()
    view = feature.words
    assert view.mode == "prompts"
    view.text.setPlainText("red\ngrey")
    qtbot.waitUntil(lambda: view._bars.lines != [])
    assert view._bars.lines[0].startswith("grey")
    window.actions_by_name["writeOnPicture"].trigger()
    qtbot.waitUntil(lambda: feature.attack.shown is not None and feature.attack.shown.asked == "prompts")
    assert {line.split()[0] for line in feature.attack.classes.lines} == {"red", "grey"}
    window.desk.bring(view)
    view.show_mode("nearest")
    view.text.setPlainText("red green blue")
    feature.prompting.start()
    qtbot.waitUntil(lambda: view.list.count() == 3)
    assert view.list.item(0).text().startswith("green"), "the unit is that of green"
    view.show_mode("stroop")
    feature.prompting.start()
    qtbot.waitUntil(lambda: view.grid.shown is not None)
    assert len(view.grid.lines) == 25
    feature.prompting.export(str(tmp_path / "grid.png"))
    qtbot.waitUntil(lambda: (tmp_path / "grid.png").exists())


def test_that_a_facet_is_trained_and_a_unit_looked_at_by_it(qtbot, window, tmp_path):
    feature = opened(qtbot, window, "demo")
    for name in ("stripes", "circle"):
        folder = tmp_path / name
        folder.mkdir()
        for number in range(1, 4):
            source = Path(inspector.paths.resources()) / "demo" / "samples" / f"{name}-{number}.png"
            (folder / source.name).write_bytes(source.read_bytes())
            (folder / f"again-{source.name}").write_bytes(source.read_bytes())
    window.session.go_to_node("conv2")
    window.actions_by_name["facets"].trigger()
    dialog = feature.facets.dialog
    assert dialog.node.text() == "conv2"
    qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    assert "needs a name and two folders" in dialog.error.text()
    dialog.name.setText("stripes")
    dialog.shows.path.setText(str(tmp_path / "stripes"))
    dialog.others.path.setText(str(tmp_path / "circle"))
    qtbot.mouseClick(dialog.train, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "left out are put right" in dialog.told.text())
    window.session.go_to_node("mixed5")
    heard = []
    window.engine.finished.connect(lambda panel, result: heard.append(result))
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    def made():
        return any(isinstance(r, Feature) and 'facet(channel, "stripes", 2)' in r.objectives for r in heard)

    qtbot.waitUntil(made)
    dialog.close()
