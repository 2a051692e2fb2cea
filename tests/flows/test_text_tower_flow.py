"""A network that reads words in the real window: its words and weights come, nothing else asks in vain."""

from __future__ import annotations

import pytest

from inspector.network.opening import open_network
from tests.text_truth import CODE


@pytest.fixture
def window(qtbot, make_window):
    return make_window(steps=1, size=(1400, 900), remember=False)


def test_that_a_text_tower_opens_shows_words_and_weights_and_fails_at_nothing(qtbot, window, tmp_path):
    (tmp_path / "texts.py").write_text(CODE)
    spec = f"{tmp_path / 'texts.py'}:tower"
    open_network(spec, trust=True)  # allowed from now on
    failures, remarks = [], []
    window.engine.failed.connect(lambda panel, sentence: failures.append((panel, sentence)))
    window.engine.noted.connect(lambda *told: remarks.append(told[-1]))
    window.start(spec, [], "tower/pairs/0")
    qtbot.waitUntil(lambda: window.session.shelf is not None and len(window.session.pictures) > 0)
    words, weights = window.features["clip"].words, window.features["weights"].view
    assert words.isVisible()
    assert weights.isVisible()
    qtbot.waitUntil(lambda: not window.engine.is_busy)
    assert any("reads words" in sentence for sentence in remarks)
    words.text.setPlainText("a cab\nbbb")
    window.features["clip"].prompting.start()
    qtbot.waitUntil(lambda: words.list.count() == 2)
    assert words.list.item(0).text().startswith("a cab"), "whole lines are texts"
    window.session.go(window.session.location.at("out", 1))
    qtbot.waitUntil(lambda: len(weights.inputs.list.kernels.connections) == 2)
    qtbot.waitUntil(lambda: not window.engine.is_busy)
    assert failures == [], "what needs pictures asks for nothing"
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.session.network.name == "demo")
    assert window.session.network.families, "stimuli are back with a network that sees"
