"""Words have the room that they need: tabs, headings, lists on a low page, tables with nothing in them."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel, QScrollArea, QStyle, QStyleOptionTab, QWidget

from inspector.gui.models.layers import Column
from inspector.gui.panels.layers import LayersPanel
from inspector.gui.panels.pages import Pages
from inspector.gui.panels.parts import ElidedLabel
from inspector.gui.views.attack import AttackView
from inspector.gui.views.attribution import AttributionView
from inspector.gui.views.changes import ChangeBars
from inspector.gui.views.effects import EffectsView
from inspector.lenses.attack import Attack, Change


def test_that_a_tab_behind_others_shows_its_letters_whole(qtbot, theme):
    pages = Pages("pages", ("Tuning", QWidget()), ("Weights", QWidget()))
    qtbot.addWidget(pages)
    pages.show()
    bar, option = pages.tabBar(), QStyleOptionTab()
    bar.initStyleOption(option, 1)
    room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar)
    assert room.height() >= bar.fontMetrics().height()
    assert room.width() >= bar.fontMetrics().horizontalAdvance("Weights")


def test_that_the_headings_of_the_layers_are_whole_before_a_network_is_open(qtbot, theme):
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.resize(400, 500)
    panel.show()
    header = panel.tree.header()
    for column in Column:
        if not panel.tree.isColumnHidden(column):
            title = panel.tree.model().headerData(column, header.orientation())
            assert header.sectionSize(column) >= header.fontMetrics().horizontalAdvance(title), title


def test_that_a_low_page_scrolls_to_all_rows_of_classes_and_units(qtbot, theme):
    view = AttackView()
    qtbot.addWidget(view)
    view.resize(545, 240)
    changes = tuple(Change(i, f"c{i}", 0.5, 0.25) for i in range(5))
    pixels = np.zeros((8, 8, 3), np.uint8)
    peaks = np.full(5, 0.5, np.float32)
    told = {"asked": "classes", "classes": changes, "node": "node", "units": changes}
    seen = {"before": pixels, "after": pixels, "peaks_before": peaks, "peaks_after": peaks / 2, "recipe": {}}
    where = {"network": "n", "picture": "p", "digest": "", "word": "w", "places": (), "size": 4.0}
    view.show_attack(Attack(**where, covered=0.1, **seen, **told))
    view.show()
    for words, bars in ((view._classes_caption, view.classes), (view._units_caption, view.units)):
        assert bars.geometry().top() > words.geometry().bottom()
        assert bars.height() >= 5 * bars.row_height()
    area = view.findChild(QScrollArea, "attackBars")
    assert area.verticalScrollBar().maximum() > 0


def test_that_a_narrow_bar_of_changes_keeps_its_name_and_what_came_of_it(qtbot, theme):
    bars = ChangeBars("bars", "Changes", shares=True)
    qtbot.addWidget(bars)
    change = Change(0, "bricks", 0.911, 0.25)
    bars.resize(300, 80)
    assert bars.words(change) == ("bricks", "91.1 % → 25.0 %")
    bars.resize(bars.fontMetrics().horizontalAdvance("bricks 91.1 % → 2"), 80)
    assert bars.words(change) == ("bricks", "→ 25.0 %")


def test_that_two_whole_rows_of_units_fit_where_the_attribution_page_is_low(qtbot, theme):
    view = AttributionView(lambda unit: None)
    qtbot.addWidget(view)
    assert 2 * view.list.gridSize().height() <= 100, "what a low page leaves"
    assert view.list.gridSize().height() >= view.list.iconSize().height()


def test_that_an_empty_table_of_effects_says_what_to_do(qtbot, theme):
    view = EffectsView()
    qtbot.addWidget(view)
    view.show()
    assert view.empty.isVisible()
    assert "Measure" in view.findChild(QLabel, "effectsEmptyHint").text()
    view.show_values(np.arange(2), np.ones((2, 1), np.float32), ("bricks",), "note")
    assert view.table.isVisible()
    assert not view.empty.isVisible()


def test_that_all_tabs_of_an_area_are_in_sight_without_a_frame(qtbot, theme):
    titles = ("Units", "Graph", "Circuit", "Kernels", "Families", "Edits", "Groups", "Effects", "Compare")
    pages = Pages("pages", *((title, QWidget()) for title in titles))
    qtbot.addWidget(pages)
    pages.resize(540, 300)
    pages.show()
    assert pages.documentMode()
    assert pages.tabBar().tabRect(len(titles) - 1).right() < 540 - 12


def test_that_a_shortened_text_is_in_the_tooltip_with_what_it_is_about(qtbot, theme):
    label = ElidedLabel("a text that is far too long for it")
    qtbot.addWidget(label)
    label.set_about("input 3 × 64 × 64")
    label.resize(60, 20)
    label.show()
    assert label.toolTip() == "a text that is far too long for it\ninput 3 × 64 × 64"
    label.setText("short")
    assert label.toolTip() == "input 3 × 64 × 64"
