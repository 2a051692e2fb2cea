"""Indices in the unit grid: sorted by, searched, seen as a histogram whose ranges are searches."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QToolButton

from inspector.gui.models.units import BAR, UNIT, VALUE
from inspector.gui.panels.unit_grid import UnitsPanel
from inspector.gui.theme import Theme
from inspector.gui.views.index_histogram import IndexHistogram
from inspector.lenses.live import Live

UNITS = 10
TABLE = {
    "OSI": np.array([0.9, 0.1, 0.8, np.nan, 0.2, 0.7, 0.3, 0.65, 0.5, 0.4], np.float32),
    "preferred radius (px)": np.array([5, 10, 25, 3, 8, 30, 12, 15, 2, 9], np.float32),
}


def node(name: str = "conv", units: int = UNITS) -> SimpleNamespace:
    return SimpleNamespace(name=name, op="Conv2d", shape=(units, 8, 8), units=units, map_shape=(8, 8))


@pytest.fixture
def panel(qtbot, theme: Theme) -> UnitsPanel:
    made = UnitsPanel()
    qtbot.addWidget(made)
    made.resize(520, 520)
    made.set_node(node())
    made.show()
    qtbot.waitExposed(made)
    return made


def shown(panel: UnitsPanel) -> list[int]:
    model = panel.findChild(QListView, "unitGrid").model()
    return [model.index(row).data(UNIT) for row in range(model.rowCount())]


def search(qtbot, panel: UnitsPanel, text: str) -> None:
    box = panel.findChild(QLineEdit, "unitSearch")
    box.clear()
    qtbot.keyClicks(box, text)


def sort_by(panel: UnitsPanel, title: str) -> None:
    combo = panel.findChild(QComboBox, "unitSort")
    combo.setCurrentText(title)
    combo.activated.emit(combo.currentIndex())


def test_that_there_is_nothing_to_search_before_a_tuning_is_finished(panel) -> None:
    assert not panel.findChild(QLineEdit, "unitSearch").isVisible()
    panel.set_indices(TABLE)
    assert panel.findChild(QLineEdit, "unitSearch").isVisible()
    panel.set_node(node("other"))
    assert not panel.findChild(QLineEdit, "unitSearch").isVisible()


def test_that_units_are_sorted_by_an_index_and_those_without_stand_last(panel) -> None:
    panel.set_indices(TABLE)
    sort_by(panel, "OSI")
    assert shown(panel) == [0, 2, 5, 7, 8, 9, 6, 4, 1, 3]
    grid = panel.findChild(QListView, "unitGrid").model()
    assert grid.index(0).data(VALUE) == pytest.approx(0.9), "tiles tell the index that they are sorted by"
    sort_by(panel, "Number")
    assert shown(panel) == list(range(UNITS))


def test_that_a_chosen_index_sorts_the_next_node_too_where_it_is_known(panel) -> None:
    panel.set_indices(TABLE)
    sort_by(panel, "OSI")
    panel.set_node(node("other"))
    assert shown(panel) == list(range(UNITS))
    panel.set_indices({"OSI": np.arange(10, dtype=np.float32)})
    assert shown(panel) == list(range(UNITS))[::-1]
    panel.set_indices({"sparseness": np.arange(10, dtype=np.float32)})
    assert shown(panel) == list(range(UNITS))


def test_that_a_search_shows_the_units_that_fit_and_says_how_many(panel, qtbot) -> None:
    panel.set_indices(TABLE)
    search(qtbot, panel, "OSI > 0.6 and radius < 20")
    assert shown(panel) == [0, 7]
    assert panel.findChild(QLabel, "unitSearchCount").text() == "2 of 10"
    assert not panel.findChild(QLabel, "unitSearchError").isVisible()
    panel.findChild(QLineEdit, "unitSearch").clear()
    assert shown(panel) == list(range(UNITS))


def test_that_what_does_not_read_says_why_in_one_sentence_and_changes_nothing(panel, qtbot) -> None:
    panel.set_indices(TABLE)
    search(qtbot, panel, "OSI > 0.6")
    qtbot.keyClicks(panel.findChild(QLineEdit, "unitSearch"), " and size < 3")
    error = panel.findChild(QLabel, "unitSearchError")
    assert error.isVisible()
    assert "size" in error.text()
    assert "OSI" in error.text(), "it lists the indices there are"
    assert shown(panel) == [0, 2, 5, 7]


def test_that_the_current_unit_stays_current_while_it_is_searched_away(panel, qtbot) -> None:
    panel.set_indices(TABLE)
    panel.select(1)
    with qtbot.assertNotEmitted(panel.unit_chosen):
        search(qtbot, panel, "OSI > 0.6")
    assert not panel.view.currentIndex().isValid()
    with qtbot.assertNotEmitted(panel.unit_chosen):
        panel.findChild(QLineEdit, "unitSearch").clear()
    assert panel.view.currentIndex().data(UNIT) == 1


def test_that_a_search_that_nothing_fits_says_so(panel, qtbot) -> None:
    panel.set_indices(TABLE)
    search(qtbot, panel, "OSI > 3")
    assert panel.findChild(QLabel, "unitsEmptyTitle").text() == "No unit fits"
    assert panel.findChild(QLabel, "unitsEmptyTitle").isVisible()
    panel.findChild(QLineEdit, "unitSearch").clear()
    assert panel.view.isVisible()


def test_that_arrow_keys_walk_what_is_shown(panel, qtbot) -> None:
    panel.set_indices(TABLE)
    search(qtbot, panel, "OSI > 0.6")
    panel.select(2)
    with qtbot.waitSignal(panel.unit_chosen) as went:
        qtbot.keyClick(panel.view, Qt.Key.Key_Right)
    assert went.args == [5]
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert panel.view.currentIndex().data(UNIT) == 7


def open_histogram(qtbot, panel: UnitsPanel) -> IndexHistogram:
    panel.set_indices(TABLE)
    qtbot.mouseClick(panel.findChild(QToolButton, "unitHistogramToggle"), Qt.MouseButton.LeftButton)
    panel.grab()
    return panel.findChild(IndexHistogram, "indexHistogram")


def test_that_the_histogram_counts_every_unit_that_has_the_index(panel, qtbot) -> None:
    histogram = open_histogram(qtbot, panel)
    assert histogram.isVisible()
    assert histogram.counts.sum() == 9
    assert histogram.accessibleName() == "OSI of 9 units, 1 without"
    assert histogram.edges[0] == pytest.approx(0.1)
    sort_by(panel, "preferred radius")
    assert histogram.counts.sum() == 10
    assert histogram.edges[-1] == pytest.approx(30)


def test_that_a_range_dragged_over_the_histogram_is_a_search(panel, qtbot) -> None:
    histogram = open_histogram(qtbot, panel)
    left, right = (round(histogram._across(value)) for value in (0.62, 0.88))
    middle = histogram.height() // 3
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(histogram, button, pos=QPoint(left, middle))
    qtbot.mouseMove(histogram, QPoint(right, middle))
    qtbot.mouseRelease(histogram, button, pos=QPoint(right, middle))
    assert sorted(shown(panel)) == [0, 2, 5, 7]
    assert panel.findChild(QLineEdit, "unitSearch").text().startswith("OSI >= 0.6")
    qtbot.mouseDClick(histogram, button, pos=QPoint(left, middle))
    assert shown(panel) == list(range(UNITS))


def test_that_live_responses_are_bars_on_the_tiles_relative_to_the_strongest(panel) -> None:
    responses = np.array([0, 1, 2, -4, 8, np.nan, 0, 0, 0, 0], np.float32)
    live = Live(
        location="net/conv/0", family="grating", values={}, stimulus=np.zeros((4, 4, 3), np.uint8),
        responses=responses, baselines=np.zeros(10, np.float32), reduction="max", pre_activation=True,
        recorded="conv", scale_source="", seconds=0.01,
    )  # fmt: skip
    panel.set_live(live)
    model = panel.model
    assert [model.index(row).data(BAR) for row in range(6)] == pytest.approx([0, 0.125, 0.25, -0.5, 1, 0])
    before = panel.view.grab().toImage()
    panel.set_live(None)
    assert model.index(0).data(BAR) is None
    assert panel.view.grab().toImage() != before
