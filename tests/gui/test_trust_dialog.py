"""The question whether a network's own code may run."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from inspector.gui.dialogs.input_size import InputSizeDialog
from inspector.gui.dialogs.trust import TrustDialog
from inspector.jobs.bench import Bench
from inspector.jobs.messages import InputQuestion, TrustQuestion
from inspector.jobs.requests import OpenNetwork
from inspector.probe.cancel import CancelToken
from tests.drawn import ended

QUESTION = TrustQuestion("mine.py:Net", "/somewhere/mine.py", "a Python file")


def test_that_only_running_it_allows_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = TrustDialog(QUESTION, window)
    dialog.open()
    assert "mine.py is a Python file" in dialog.text()
    assert "/somewhere/mine.py" in dialog.informativeText()
    assert dialog.defaultButton() is not dialog.run_button
    heard: list[str] = []
    dialog.allowed.connect(heard.append)
    dialog.defaultButton().click()
    assert heard == []
    again = TrustDialog(QUESTION, window)
    again.allowed.connect(heard.append)
    again.open()
    again.run_button.click()
    assert heard == ["mine.py:Net"]


def test_that_opening_code_asks_and_opens_once_it_is_allowed(tmp_path):
    file = tmp_path / "mine.py"
    file.write_text(
        "from torch import nn\n\ndef net():\n    return nn.Sequential(nn.Conv2d(3, 4, 3), nn.ReLU())\n"
    )
    assert run(OpenNetwork(f"{file}:net")) == TrustQuestion(f"{file}:net", str(file), "a Python file")
    assert run(OpenNetwork(f"{file}:net", trust=True)).name == "net"
    assert run(OpenNetwork(f"{file}:net")).name == "net"


def run(request: OpenNetwork):
    return ended(request.start(Bench(), CancelToken()))


def test_that_the_size_of_the_input_is_asked_for(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = InputSizeDialog(InputQuestion("a/net.pt@3x9x9", "It does not run on that.", False), window)
    dialog.open()
    assert dialog.findChild(QLabel, "inputSizeReason").text() == "It does not run on that."
    heard: list[str] = []
    dialog.chosen.connect(heard.append)
    dialog.channels.setValue(1)
    dialog.height_box.setValue(28)
    dialog.width_box.setValue(32)
    dialog.accept()
    assert heard == ["a/net.pt@1x28x32"]
