"""The dialogs around a scan: what to scan, what could not be read, units by class; the jobs' pause button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from inspector.gui.banner import Banner
from inspector.gui.dialogs.class_search import ClassSearchDialog
from inspector.gui.dialogs.scan import ScanDialog, ScanWish
from inspector.gui.dialogs.scan_nodes import NodeRow
from inspector.gui.dialogs.scan_report import ScanReport
from inspector.gui.panels.jobs import JobRow, JobsPanel
from inspector.jobs.scans_shown import Selective
from inspector.lenses.examples import ExamplesParameters
from inspector.workspace.scan_left import LeftScan

NODES = [NodeRow("conv1", "Conv2d", 8), NodeRow("mixed.cat", "cat", 32), NodeRow("logits", "Linear", 10)]
LEFT = LeftScan("abc", "n", "f", "{}", "photos", 5000, ExamplesParameters(("/photos",)), done=1204)


@pytest.fixture
def dialog(qtbot, theme):
    made = ScanDialog()
    qtbot.addWidget(made)
    made.set_nodes(NODES, "mixed.cat")
    made.show()
    return made


def heard(signal) -> list:
    said: list = []
    signal.connect(lambda *given: said.append(given[0] if len(given) == 1 else given))
    return said


def test_that_a_scan_begins_with_what_stands_in_the_dialog(dialog, qtbot):
    said = heard(dialog.start_requested)
    assert not dialog.start.isEnabled(), "there is nothing to scan yet"
    qtbot.keyClicks(dialog.source, "/some/photos")
    dialog.top.setValue(9)
    qtbot.mouseClick(dialog.unique, Qt.MouseButton.LeftButton, pos=dialog.unique.rect().center() / 2)
    dialog.unique.setChecked(True)
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    assert said == [ScanWish(("/some/photos",), (), 9, True)]
    assert dialog.isVisible(), "it stays until the scan is under way"


def test_that_samples_are_one_click_away(dialog, qtbot):
    qtbot.mouseClick(dialog.findChild(QPushButton, "scanSamples"), Qt.MouseButton.LeftButton)
    assert dialog.wish.pictures == ("samples",)


def test_that_nodes_can_be_chosen_and_the_current_one_is(dialog, qtbot):
    dialog.set_paths(["/a", "/b"])
    assert "3 that have units (50 units)" in dialog.choice.all.text()
    assert not dialog.choice.nodes.isVisible()
    qtbot.mouseClick(dialog.choice.some, Qt.MouseButton.LeftButton)
    assert dialog.choice.nodes.isVisible()
    assert dialog.wish == ScanWish(("/a", "/b"), ("mixed.cat",), 24, False)
    dialog.choice.nodes.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.wish.nodes == ("conv1", "mixed.cat")
    for row in range(3):
        dialog.choice.nodes.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.start.isEnabled(), "no node is chosen"


def test_that_nodes_are_filtered_by_name_and_op(dialog, qtbot):
    qtbot.mouseClick(dialog.choice.some, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.choice.nodes.filter, "linear")
    shown = [row for row in range(3) if not dialog.choice.nodes.list.item(row).isHidden()]
    assert shown == [2]
    assert dialog.wish.nodes == ("mixed.cat",), "what is filtered out stays chosen"


def test_that_a_scan_that_was_left_can_go_on_or_be_deleted(dialog, qtbot):
    assert not dialog.left.isVisible()
    dialog.set_left([LEFT])
    resumed, forgotten = heard(dialog.resume_requested), heard(dialog.forget_requested)
    qtbot.mouseClick(dialog.findChild(QPushButton, "resume-abc"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.findChild(QToolButton, "forget-abc"), Qt.MouseButton.LeftButton)
    assert (resumed, forgotten) == (["abc"], ["abc"])
    dialog.set_left([])
    assert not dialog.left.isVisible()


def test_that_every_widget_has_a_name_for_those_who_cannot_see_it(dialog):
    for widget in (
        dialog.source,
        dialog.top,
        dialog.choice.nodes.list,
        dialog.choice.nodes.filter,
        dialog.left,
    ):
        assert widget.accessibleName()


def test_that_unreadable_pictures_are_listed_a_line_each(qtbot, theme):
    report = ScanReport()
    qtbot.addWidget(report)
    report.set_report("photos", ["a.jpg is damaged.", "b.jpg is empty."], 5)
    assert report.lines == ["a.jpg is damaged.", "b.jpg is empty.", "… and 3 more"]


def test_that_units_are_listed_by_class_and_walked_to(qtbot, theme):
    dialog = ClassSearchDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    asked, walked, sorted_ = heard(dialog.asked), heard(dialog.unit_chosen), heard(dialog.sort_requested)
    dialog.set_classes(["cat", "dog"])
    dialog.classes.setCurrentIndex(1)
    dialog.classes.activated.emit(1)
    qtbot.mouseClick(dialog.here, Qt.MouseButton.LeftButton)
    assert asked == [("cat", True), ("dog", True), ("dog", False)]
    dialog.show_units(Selective("dog", "", (("mixed", 4, 0.9), ("conv", 1, 0.2))))
    assert [dialog.list.topLevelItem(row).text(0) for row in range(2)] == ["mixed/4", "conv/1"]
    place = dialog.list.visualItemRect(dialog.list.topLevelItem(1)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert walked == [("conv", 1)]
    qtbot.mouseClick(dialog.sort, Qt.MouseButton.LeftButton)
    assert sorted_ == ["dog"]


def test_that_an_offer_in_the_banner_is_taken_once(qtbot, theme):
    banner, done = Banner(), []
    qtbot.addWidget(banner)
    banner.offer("photos holds 4,000 pictures.", "Scan", lambda: done.append(True))
    assert not banner.button.isHidden()
    qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert banner.text == ""
    banner.say("Something else.")
    assert banner.button.isHidden()


def test_that_only_what_takes_long_can_be_paused_from_the_list_of_jobs(qtbot, theme):
    panel = JobsPanel()
    qtbot.addWidget(panel)
    panel.show()
    row = JobRow(7, "Scanning photos", "running", 10, 100, None, "12 pictures/s", pausable=True)
    panel.set_jobs([row, JobRow(8, "Opening", "running", 0, 1)])
    said = heard(panel.pause_requested)
    pause, other = (panel.findChild(QToolButton, f"pause-{number}") for number in (7, 8))
    assert not pause.isHidden()
    assert other.isHidden()
    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    panel.set_jobs([JobRow(7, "Scanning photos", "paused", 10, 100, pausable=True)])
    qtbot.mouseClick(pause, Qt.MouseButton.LeftButton)
    assert said == [(7, True), (7, False)]
