"""The numbers behind the pages of the real window, written by its dialog."""

from __future__ import annotations

import csv
import json

import numpy as np
import pytest
from PySide6.QtCore import Qt

from inspector.gui.exporting.sources import SOURCES, datasheet, why_nothing
from inspector.jobs.evidence import Argument, UnitEvidence

LATER = {"blindView", "compareView", "examplesView", "evidenceView", "familiesView"}
"""Pages that show nothing before something is asked for."""


@pytest.fixture
def window(qtbot, make_window):
    window = make_window(steps=2, size=(1560, 980), remember=False)
    window.features["weights"].pictures.set_makes(False)
    window.networks.start("demo", "demo/mixed3.cat/3")
    window.pictures.open_samples()
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    return window


def fill(window, qtbot):
    """Bring every page forward once, and measure what waits for a button."""
    features = window.features
    features["notes"].notes.toggle_star()
    features["effects"].controller.measure()
    features["editing"].controller.add("zero", "3", "")
    features["clip"].show_words()
    for place in (window.stage, window.desk, window.evidence):
        for at in range(place.count()):
            place.setCurrentIndex(at)
            name = place.view_at(at).objectName()
            if name == "promptsView":
                features["clip"].prompting.start()
            assert name in SOURCES, f"say in sources.py what numbers stand behind {name}"
            if name not in LATER:
                qtbot.waitUntil(lambda name=name: datasheet(window, name, name) is not None)
    qtbot.waitUntil(lambda: not window.engine.is_busy)


def test_that_the_numbers_behind_every_page_are_written(window, qtbot, tmp_path):
    fill(window, qtbot)
    data = window.features["exporting"].data
    window.evidence.bring(window.tuning)
    data.show_view(window.tuning)
    dialog = data.dialog
    assert dialog.which.currentText() == "Tuning"
    assert dialog.list.rowCount() > 5
    dialog.file.setText(str(tmp_path / "tuning.npz"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Wrote" in dialog.said.text())
    with np.load(tmp_path / "tuning.npz", allow_pickle=False) as found:
        shown = window.tuning.shown
        assert np.array_equal(found["response"], shown.response)
        about = json.loads(str(found["about"]))
    assert about["location"] == "demo/mixed3.cat/3"
    assert about["fingerprint"]
    assert about["facts"]["family"] == shown.family
    assert about["arrays"]["orientation"]["unit"] == "deg"

    qtbot.mouseClick(dialog.kind.buttons["csv"], Qt.MouseButton.LeftButton)
    assert dialog.file.text().endswith("tuning.csv")
    dialog.table.setCurrentIndex(0)
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "tuning.csv" in dialog.said.text())
    with (tmp_path / "tuning.csv").open(newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines) == shown.response.size + 1
    assert lines[0][0] == "orientation (deg)"
    assert float(lines[1][-1]) == pytest.approx(float(shown.response.flat[0]))

    picture = np.zeros((4, 5, 3), np.uint8)
    argument = Argument("feature", ("Made to drive it.",), (("channel 2.1", picture),), "standard, seed 0")
    view = window.features["evidence"].view
    view.show_evidence(UnitEvidence("demo/mixed3.cat/3", "demo", (argument,), True))
    evidence = datasheet(window, "evidenceView", "Evidence")
    assert evidence["facts"].tolist() == ["Made to drive it."]
    assert evidence["picture.feature.0"].shape == (4, 5, 3)
    assert evidence.facts["captions"] == {"picture.feature.0": "channel 2.1"}
    view.show_evidence(None)

    for name in set(SOURCES) - LATER:
        sheet = datasheet(window, name, name)
        assert sheet is not None, name
        for array in sheet.arrays:
            assert len(array.dims) == array.values.ndim, (name, array.name)
            assert array.values.dtype != object, (name, array.name)
    for name in ("examplesView", "evidenceView", "compareView"):
        assert datasheet(window, name, name) is None
        assert why_nothing(name).endswith("first.")

    dialog.file.setText(str(tmp_path / "nowhere" / "tuning.npz"))
    qtbot.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.error.text() != "")
    assert "No such file" in dialog.error.text()

    window.evidence.bring(window.examples)
    window.actions_by_name["exportData"].trigger()
    at = dialog.which.findText("Dataset examples")
    dialog.which.setCurrentIndex(at)
    dialog.which.activated.emit(at)
    assert dialog.said.text() == "Scan a folder of pictures first."
    assert not dialog.export.isEnabled()
