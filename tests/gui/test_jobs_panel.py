from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from inspector.gui.panels.jobs import JobChip, JobRow, JobsPanel, state_text, time_text

RUNNING = JobRow(1, "Visualizing demo/conv3/17", "running", 64, 256, 3.4)
WAITING = JobRow(2, "Tuning of demo/conv3/17", "waiting", 0, 0)


@pytest.fixture
def panel(qtbot):
    made = JobsPanel()
    qtbot.addWidget(made)
    made.resize(320, 300)
    made.show()
    return made


def heard(signal):
    values = []
    signal.connect(values.append)
    return values


def row(panel, number):
    return panel.findChild(QWidget, f"job-{number}")


def text(widget, name):
    return widget.findChild(QLabel, name).text()


def click(widget, kind, name):
    QTest.mouseClick(widget.findChild(kind, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (3.4, "3 s"), (89, "89 s"), (90, "2 min"), (3600, "60 min"), (5400, "1 h 30 min")],
)
def test_time_left_is_written_short(seconds, words):
    assert time_text(seconds) == words


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (RUNNING, "25 % · 3 s left"),
        (replace(RUNNING, note="step 64", eta_seconds=None), "step 64 · 25 %"),
        (replace(RUNNING, eta_seconds=0.3), "25 %"),
        (replace(RUNNING, total=0, eta_seconds=None), "Running"),
        (WAITING, "Waiting"),
        (replace(RUNNING, state="cancelling"), "Cancelling…"),
    ],
)
def test_a_job_says_what_it_is_doing(job, words):
    assert state_text(job) == words


def test_each_job_has_a_row_in_order(panel, qtbot):
    panel.set_jobs([RUNNING, WAITING])
    qtbot.waitUntil(lambda: row(panel, 2).y() > 0)
    assert row(panel, 1).y() < row(panel, 2).y()
    assert text(row(panel, 1), "jobTitle") == "Visualizing demo/conv3/17"
    assert text(row(panel, 1), "jobState") == "25 % · 3 s left"
    assert row(panel, 1).findChild(QWidget, "jobBar").share == 0.25


def test_rows_stay_the_same_widgets_while_their_jobs_go_on(panel, qtbot):
    panel.set_jobs([RUNNING, WAITING])
    kept = row(panel, 2)
    panel.set_jobs([replace(WAITING, state="running", done=1, total=2), JobRow(3, "Next", "waiting", 0, 0)])
    assert row(panel, 2) is kept
    assert text(kept, "jobState") == "50 %"
    qtbot.waitUntil(lambda: row(panel, 1) is None)
    assert row(panel, 3) is not None


def test_an_order_that_changes_moves_the_rows(panel, qtbot):
    panel.set_jobs([RUNNING, WAITING])
    panel.set_jobs([WAITING, RUNNING])
    qtbot.waitUntil(lambda: row(panel, 2).y() < row(panel, 1).y())


def test_the_cross_of_a_row_cancels_that_job(panel):
    asked = heard(panel.cancel_requested)
    panel.set_jobs([RUNNING, WAITING])
    click(panel, QToolButton, "cancel-2")
    assert asked == [2]


def test_a_job_that_is_being_cancelled_cannot_be_cancelled_again(panel):
    panel.set_jobs([replace(RUNNING, state="cancelling")])
    assert not panel.findChild(QToolButton, "cancel-1").isEnabled()
    assert not panel.findChild(QPushButton, "cancelAll").isEnabled()


def test_all_jobs_can_be_cancelled_at_once_where_there_are_any(panel, qtbot):
    button = panel.findChild(QPushButton, "cancelAll")
    assert not button.isVisible()
    assert text(panel, "jobsIdle") == "Nothing is running"
    panel.set_jobs([RUNNING])
    assert text(panel, "jobsIdle") == ""
    with qtbot.waitSignal(panel.cancel_all_requested):
        click(panel, QPushButton, "cancelAll")


def test_the_chip_shows_the_running_job_and_how_many_more(qtbot):
    chip = JobChip()
    qtbot.addWidget(chip)
    assert chip.isHidden()
    chip.set_jobs([WAITING, RUNNING])
    assert chip.isVisible()
    assert text(chip, "jobChipTitle") == RUNNING.title
    assert text(chip, "jobChipState") == "25 % · 3 s left · 1 more"
    asked = heard(chip.cancel_requested)
    click(chip, QToolButton, "jobChipCancel")
    assert asked == [1]
    chip.set_jobs([])
    assert chip.isHidden()
