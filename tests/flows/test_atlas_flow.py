"""An atlas made from the real window, with the real worker and the demonstration network."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton

from inspector.atlas.make import MakeAtlas
from inspector.gui.theme import Theme
from inspector.gui.window import MainWindow
from inspector.settings import Settings

NODE = "mixed3.branch5x5_reduce.conv"


@pytest.fixture
def window(qtbot, no_thread_left):
    window = MainWindow(Settings(), Theme(QApplication.instance(), "light"))
    window.unit_page.feature.changes = {"steps": 2}
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    window.networks.start("demo", f"demo/{NODE}/3")
    qtbot.waitUntil(lambda: window.session.shelf is not None)
    yield window
    window.close()


def asked(qtbot, window, out) -> object:
    """The dialog, filled for one node of twelve units."""
    window.findChild(QAction, "makeAtlas").trigger()
    dialog = window.features["atlas"].dialog
    assert dialog.isVisible()
    dialog.out.setText(str(out))
    dialog.choice.some.setChecked(True)
    assert dialog.answer.nodes == (NODE,)
    dialog.families.setCurrentIndex(2)
    for objective in ("neuron", "-channel"):
        dialog.objectives[objective].setChecked(False)
    return dialog


def stop(window) -> None:
    """Cancel the atlas, as its row in the list of jobs does."""
    activities = window.engine.activities.items()
    window.engine.cancel(
        next(number for number, each in activities if isinstance(each.job.request, MakeAtlas))
    )


def test_that_an_atlas_is_made_and_then_opened(window, qtbot, tmp_path):
    opened: list[QUrl] = []
    window.features["atlas"].open_page = opened.append
    dialog = asked(qtbot, window, tmp_path / "site")
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: "shows 12 units" in window.banner.text)
    page = tmp_path / "site/networks/demo/index.html"
    assert page.is_file()
    units = tmp_path / "site/networks/demo" / NODE
    assert all((units / str(unit) / "channel.webp").is_file() for unit in range(12))
    qtbot.mouseClick(window.findChild(QPushButton, "bannerAction"), Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(page))]


def test_that_a_folder_of_other_files_is_refused_in_a_sentence(window, qtbot, tmp_path):
    (tmp_path / "mine.txt").write_text("not a site")
    dialog = asked(qtbot, window, tmp_path)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "holds other files and no atlas" in window.banner.text)


def test_that_a_stopped_atlas_says_that_it_goes_on(window, qtbot, tmp_path):
    dialog = asked(qtbot, window, tmp_path / "site")
    dialog.choice.some.setChecked(False)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil((tmp_path / "site/atlas.json").is_file)
    stop(window)
    qtbot.waitUntil(lambda: "goes on from there" in window.banner.text)


def test_that_the_same_folder_is_not_written_twice_at_a_time(window, qtbot, tmp_path):
    dialog = asked(qtbot, window, tmp_path / "site")
    dialog.choice.some.setChecked(False)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    dialog = asked(qtbot, window, tmp_path / "site")
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "already" in dialog._error.text()
    dialog.reject()
    stop(window)
    qtbot.waitUntil(lambda: not window.features["atlas"]._running)
