"""Until the first network is there, empty pages tell what is being waited for, and ask for nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from inspector.gui.features.waiting import short_name
from inspector.gui.panels.parts import EmptyState
from tests.flows.windows import shown_window


def titles(window, *, needs_network=True):
    pages = window.findChildren(EmptyState)
    return {page.objectName(): page.title for page in pages if page.needs_network == needs_network}


def test_that_empty_pages_say_what_is_waited_for_until_the_network_is_there(qtbot, no_thread_left):
    window = shown_window(qtbot)
    others, told = titles(window, needs_network=False), []
    assert "Loading" not in "".join(titles(window).values())
    window.networks.waiting.connect(lambda said: told.append((said, set(titles(window).values()))))
    window.start("demo", [])
    assert len(titles(window)) > 12
    assert set(titles(window).values()) == {"Loading engine …"}
    assert titles(window, needs_network=False) == others, "pictures can be dropped meanwhile"
    hint = window.units.findChild(QLabel, "unitsEmptyHint")
    assert hint.text() == "This page is ready as soon as demo is open."
    qtbot.waitUntil(lambda: told[-1][0] == "")
    assert ("Opening network …", {"Opening network …"}) in told
    assert window.session.network is not None
    assert not {"Loading engine …", "Opening network …"} & set(titles(window).values())
    window.close()


def test_that_where_no_network_opens_one_is_asked_for_again(qtbot, monkeypatch, no_thread_left):
    monkeypatch.setattr("inspector.gui.controllers.networks.FALLBACK", "nothing-of-this-name")
    window = shown_window(qtbot)
    with qtbot.waitSignal(window.networks.failed):
        window.start("nothing-of-this-name", [])
    assert titles(window)["unitsEmpty"] == "Open a network"
    window.close()


def test_that_a_network_is_called_by_its_name_or_its_file():
    assert short_name("demo") == "demo"
    assert short_name("mine=/far/away/weights.pt") == "mine"
    assert short_name("/far/away/net.onnx") == "net.onnx"
    assert short_name("vit_b_16.orig_in21k@3x64x64") == "vit_b_16.orig_in21k@3x64x64"
