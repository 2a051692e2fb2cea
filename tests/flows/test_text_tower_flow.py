"""A network that reads words in the real window: its words and weights come, nothing else asks in vain."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.network.opening import open_network
from inspector.settings import Settings
from tests.text_truth import CODE

PATIENCE = 60_000


@pytest.fixture
def window(qtbot, no_thread_left):
    window = MainWindow(Settings(), Theme(QApplication.instance(), "light"), remember=False)
    window.unit_page.feature.changes = {"steps": 1}
    window.resize(1400, 900)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def test_that_a_text_tower_opens_shows_words_and_weights_and_fails_at_nothing(qtbot, window, tmp_path):
    (tmp_path / "texts.py").write_text(CODE)
    spec = f"{tmp_path / 'texts.py'}:tower"
    open_network(spec, trust=True)  # allowed from now on
    failures, remarks = [], []
    window.engine.failed.connect(lambda panel, sentence: failures.append((panel, sentence)))
    window.engine.noted.connect(lambda *told: remarks.append(told[-1]))
    window.start(spec, [], "tower/pairs/0")
    qtbot.waitUntil(
        lambda: window.session.shelf is not None and len(window.session.pictures) > 0, timeout=PATIENCE
    )
    words, weights = window.features["clip"].words, window.features["weights"].view
    assert words.isVisible()
    assert weights.isVisible()
    qtbot.waitUntil(lambda: not window.engine.is_busy, timeout=PATIENCE)
    assert any("reads words" in sentence for sentence in remarks)
    words.text.setPlainText("a cab\nbbb")
    window.features["clip"].prompting.start()
    qtbot.waitUntil(lambda: words.list.count() == 2, timeout=PATIENCE)
    assert words.list.item(0).text().startswith("a cab"), "whole lines are texts"
    window.session.go(window.session.location.at("out", 1))
    qtbot.waitUntil(lambda: len(weights.inputs.list.kernels.connections) == 2, timeout=PATIENCE)
    qtbot.waitUntil(lambda: not window.engine.is_busy, timeout=PATIENCE)
    assert failures == [], "what needs pictures asks for nothing"
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.session.network.name == "demo", timeout=PATIENCE)
    assert window.session.network.families, "stimuli are back with a network that sees"
