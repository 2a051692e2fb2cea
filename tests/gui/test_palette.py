from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from inspector.gui.dialogs.palette import PaletteDialog
from inspector.gui.models.palette import MOST, Target, matches


def targets(*texts: str, kind: str = "Node") -> list[Target]:
    return [Target(text, kind, lambda: None) for text in texts]


def found(question: str, *texts: str) -> list[str]:
    return [target.text for target in matches(question, targets(*texts))]


def test_that_all_words_must_be_there_in_any_order():
    assert found("3x3 mixed", "mixed3.branch3x3", "mixed3.branch1x1", "conv 3x3") == ["mixed3.branch3x3"]


def test_that_what_begins_with_the_question_stands_first():
    assert found("conv", "mixed.conv", "deconv", "conv1") == ["conv1", "mixed.conv", "deconv"]


def test_that_case_and_kind_count_as_words_too():
    assert found("NODE Conv1", "conv1", "conv2") == ["conv1"]


def test_that_an_empty_question_finds_all_in_their_order():
    assert found("", "b", "a") == ["b", "a"]


@given(st.text(max_size=8), st.lists(st.text(max_size=8), max_size=100))
def test_that_nothing_is_found_that_lacks_a_word(question, texts):
    result = matches(question, targets(*texts))
    assert len(result) <= MOST
    assert all(word in f"{t.text.lower()} node" for t in result for word in question.lower().split())


@pytest.fixture
def dialog(qtbot, theme):
    ran: list[str] = []
    texts = ("conv1", "conv2", "pool")
    all_of_them = [Target(text, "Node", lambda text=text: ran.append(text), "") for text in texts]
    made = PaletteDialog(lambda question: matches(question, all_of_them))
    made.ran = ran
    qtbot.addWidget(made)
    made.ask()
    return made


def test_that_enter_runs_the_highlighted_row_only(dialog, qtbot):
    qtbot.keyClicks(dialog.line, "conv")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.ran == ["conv2"]
    assert not dialog.isVisible()


def test_that_enter_on_nothing_does_nothing(dialog, qtbot):
    qtbot.keyClicks(dialog.line, "zzz")
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.ran == []
    assert dialog.isVisible()


def test_that_escape_closes_it(dialog, qtbot):
    qtbot.keyClick(dialog.line, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.ran == []


def test_that_rows_are_read_out_with_kind_and_name(dialog):
    index = dialog.list.model().index(0, 0)
    assert "Node: conv1" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_a_click_runs_a_row(dialog, qtbot):
    QApplication.processEvents()
    place = dialog.list.visualRect(dialog.list.model().index(2, 0)).center()
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.ran == ["pool"]
