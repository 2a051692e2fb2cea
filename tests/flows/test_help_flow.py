"""Help on the page in sight, in the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from inspector.gui.controllers.help import TABS
from inspector.help import PAGES


@pytest.fixture
def window(qtbot, make_window):
    return make_window(remember=False)


def test_that_every_page_of_the_window_has_help(window):
    places = (window.stage, window.desk, window.evidence)
    titles = [place.tabText(i) for place in places for i in range(place.count())]
    assert not [title for title in titles if title not in TABS], (
        "write a text and name it in controllers/help.py"
    )
    assert set(TABS.values()) | {"feature-visualization", "atlas", "export"} == set(PAGES)


def test_that_the_keys_show_the_help_on_the_page_that_has_the_keyboard(window, qtbot):
    window.stage.bring(window.units)
    window.units.view.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.features["help"].dialog
    assert (dialog.page, dialog.isVisible(), dialog.isModal()) == ("activations", True, False)
    assert "How it is computed" in dialog.browser.toPlainText()

    window.evidence.bring(window.examples)
    window.evidence.tabBar().setFocus()
    window.actions_by_name["pageHelp"].trigger()
    assert dialog.page == "dataset-examples"

    window.feature.setFocus()
    window.actions_by_name["pageHelp"].trigger()
    assert dialog.page == "feature-visualization"

    dialog.list.setCurrentRow(list(PAGES).index("words"))
    assert dialog.browser.toPlainText().startswith("Words")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
