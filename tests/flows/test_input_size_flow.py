"""A network that does not run on the usual input: the real window asks for its size, and opens it then."""

from __future__ import annotations

import warnings

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
)
from torch import nn

from inspector.gui.dialogs.input_size import InputSizeDialog
from inspector.gui.window import MainWindow

HEIGHT, WIDTH = 20, 28


@pytest.fixture
def program(tmp_path):
    """A small network in a TorchScript file, whose last layer fits pictures of one size only."""
    torch.manual_seed(2)
    flat = 4 * (HEIGHT - 2) * (WIDTH - 2)
    module = nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(flat, 3)).eval()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that TorchScript grows old
        torch.jit.trace(module, torch.rand(1, 3, HEIGHT, WIDTH)).save(str(tmp_path / "small.pt"))
    return tmp_path / "small.pt"


@pytest.fixture
def window(qtbot, make_window):
    """The window with the demonstration network open."""
    made = make_window(steps=1)
    made.start("demo", [])
    qtbot.waitUntil(lambda: made.session.network is not None)
    return made


def ask_to_open(window: MainWindow, spec: str) -> QDialog:
    """Write what shall be opened into the dialog and press its button."""
    window.dialogs.show_open_network()
    line = window.findChild(QLineEdit, "networkSpec")
    line.setText(spec)
    press(line.window().findChild(QPushButton, "openNetwork"))
    return line.window()


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def questions(window: MainWindow) -> list[InputSizeDialog]:
    return [found for found in window.findChildren(InputSizeDialog) if found.isVisible()]


def asked(qtbot, window: MainWindow) -> InputSizeDialog:
    """The question, once it stands."""
    qtbot.waitUntil(lambda: len(questions(window)) == 1)
    return questions(window)[0]


def answer(dialog: InputSizeDialog, **sizes: int) -> None:
    """Type the sizes and press Open."""
    for name, size in sizes.items():
        box = dialog.findChild(QSpinBox, name)
        box.selectAll()
        QTest.keyClicks(box, str(size))
    buttons = dialog.findChild(QDialogButtonBox)
    press(buttons.button(QDialogButtonBox.StandardButton.Open))


def test_that_the_size_is_asked_for_again_until_the_network_runs_and_then_it_opens(window, program, qtbot):
    opening = ask_to_open(window, str(program))
    first = asked(qtbot, window)
    said = first.findChild(QLabel, "inputSizeReason").text()
    assert said.startswith("small: the network does not run on an input of 3 x 224 x 224: ")
    assert window.session.network.name == "demo"
    answer(first, inputHeight=HEIGHT, inputWidth=WIDTH + 1)
    qtbot.waitUntil(lambda: not questions(window) or questions(window)[0] is not first)
    second = asked(qtbot, window)
    assert f"3 x {HEIGHT} x {WIDTH + 1}" in second.findChild(QLabel, "inputSizeReason").text()
    assert second.height_box.value() == HEIGHT, "it begins at what was tried"
    answer(second, inputWidth=WIDTH)
    qtbot.waitUntil(lambda: window.session.network.name == "small")
    card = window.session.network
    assert (card.input_shape, card.outputs) == ((3, HEIGHT, WIDTH), 3)
    assert not opening.isVisible()
    assert questions(window) == []
    qtbot.waitUntil(lambda: window.pictures.activations is not None)
    qtbot.waitUntil(lambda: window.pictures.activations.node in card.nodes)


def test_that_the_old_network_stays_and_works_where_no_answer_is_given(window, program, qtbot):
    opening = ask_to_open(window, str(program))
    dialog = asked(qtbot, window)
    press(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel))
    qtbot.waitUntil(lambda: not questions(window))
    assert opening.isVisible(), "one may write something else"
    opening.reject()
    assert window.session.network.name == "demo"
    walked = window.session.location.at(window.session.location.node, 1)
    window.session.go(walked)
    qtbot.waitUntil(
        lambda: window.tuning.shown is not None and window.tuning.shown.location == str(walked),
    )
