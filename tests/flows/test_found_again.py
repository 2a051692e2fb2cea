"""What a second start finds again: the pictures that were dropped, the one that was looked at, the place."""

from __future__ import annotations

import numpy as np
from PIL import Image

from inspector.gui.tour import drop
from inspector.gui.window import MainWindow
from inspector.settings import Settings, load
from tests.flows.windows import shown_window


def started(qtbot, settings: Settings, *, least: int) -> MainWindow:
    window = shown_window(qtbot, settings=settings)
    window.start("demo", [], settings.location)
    qtbot.waitUntil(lambda: window.session.network is not None)
    qtbot.waitUntil(lambda: len(window.session.pictures) >= least)
    return window


def test_that_dropped_pictures_and_the_current_one_are_there_again(qtbot, no_thread_left, tmp_path):
    files = [tmp_path / f"{name}.png" for name in ("one", "two", "gone")]
    for number, file in enumerate(files):
        Image.fromarray(np.full((40, 40, 3), 60 * number, np.uint8)).save(file)
    window = started(qtbot, Settings(), least=48)
    samples = len(window.session.pictures)
    drop(window.strip, [str(file) for file in files])
    qtbot.waitUntil(lambda: len(window.session.pictures) == samples + 3)
    second = next(p for p in window.session.pictures.values() if p.name == "two.png")
    window.session.choose_picture(second.digest)
    window.close()
    stored = load()
    assert stored.pictures == [str(file) for file in files], "paths only, and none of a sample"
    files[2].unlink()

    again = started(qtbot, stored, least=samples + 2)
    qtbot.waitUntil(lambda: again.session.picture == second)
    qtbot.waitUntil(lambda: "gone.png" in again.strip.findChild(object, "refusalsText").text())
    again.close()
    assert load().pictures == [str(file) for file in files[:2]], "what is gone is not looked for for ever"
