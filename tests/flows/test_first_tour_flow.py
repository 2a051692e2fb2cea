"""The tour of five steps, in the whole window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt

from inspector.gui.controllers.first_tour import STEPS
from inspector.gui.views.first_tour import beside
from inspector.gui.window import MainWindow
from inspector.settings import Settings, load
from tests.flows.windows import shown_window


def opened(qtbot, settings: Settings, *, offer: bool) -> MainWindow:
    made = shown_window(qtbot, size=(1560, 980), settings=settings)
    if offer:
        made.features["first_tour"].offer()
    made.start("demo", [])
    qtbot.waitUntil(lambda: made.session.network is not None)
    made.engine.cancel_all()
    return made


def test_that_the_first_start_shows_it_once_and_keys_lead_through(qtbot, no_thread_left):
    window = opened(qtbot, Settings(), offer=True)
    tour = window.features["first_tour"]
    assert tour.bubble.isVisible()
    assert tour.bubble.hasFocus()
    for number, step in enumerate(STEPS):
        assert (tour.number, tour.bubble.title.text()) == (number, step.title)
        assert tour.bubble.count.text() == f"{number + 1} of 5"
        frame = tour.halo.geometry()
        assert window.rect().contains(frame)
        assert window.rect().contains(tour.bubble.geometry())
        assert not tour.bubble.geometry().intersects(frame), "the bubble hides what it speaks of"
        assert tour.bubble.text.height() >= tour.bubble.text.heightForWidth(tour.bubble.text.width())
        qtbot.keyClick(tour.bubble, Qt.Key.Key_Return)
    assert not tour.bubble.isVisible()
    assert not tour.halo.isVisible()
    assert window.units.view.hasFocus()
    window.close()
    assert load().toured, "it is remembered"

    again = opened(qtbot, load(), offer=True)
    assert not again.features["first_tour"].bubble.isVisible()
    again.actions_by_name["firstTour"].trigger()
    assert again.features["first_tour"].bubble.isVisible(), "the menu shows it again"
    again.close()


def test_that_back_goes_back_escape_ends_it_and_nothing_is_blocked(qtbot, no_thread_left):
    window = opened(qtbot, Settings(), offer=False)
    tour = window.features["first_tour"]
    assert not tour.bubble.isVisible(), "only who starts the program offers it"
    tour.offer()
    window.networks.opened.emit(replace(window.session.network, spec="mine.pt"))
    assert not tour.bubble.isVisible(), "another network is not talked over"
    window.actions_by_name["firstTour"].trigger()
    qtbot.mouseClick(tour.bubble.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tour.bubble.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(tour.bubble.back, Qt.MouseButton.LeftButton)
    assert tour.number == 1

    before = tour.halo.geometry()
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: tour.halo.geometry() != before)
    assert tour.halo.geometry() == tour.target("units")

    window.layers.node_chosen.emit("conv2")
    assert window.session.location.node == "conv2"
    qtbot.keyClick(tour.bubble, Qt.Key.Key_Escape)
    assert not tour.bubble.isVisible()
    window.close()


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (QRect(0, 0, 100, 400), "right"),
        (QRect(700, 0, 100, 400), "left"),
        (QRect(0, 0, 800, 60), "below"),
        (QRect(0, 540, 800, 60), "above"),
        (QRect(0, 0, 800, 600), "inside"),
    ],
)
def test_that_a_bubble_stands_where_there_is_room(target, place):
    size, room = QSize(300, 150), QRect(0, 0, 800, 600)
    box = QRect(beside(target, size, room), size)
    assert room.contains(box)
    assert {
        "right": box.left() > target.right(),
        "left": box.right() < target.left(),
        "below": box.top() > target.bottom(),
        "above": box.bottom() < target.top(),
        "inside": box.contains(QPoint(400, 300)),
    }[place]
