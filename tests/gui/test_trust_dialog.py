"""The question whether a network's own code may run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inspector.gui.dialogs.trust import TrustDialog
from inspector.jobs.bench import Bench
from inspector.jobs.messages import TrustQuestion
from inspector.jobs.requests import OpenNetwork
from inspector.probe.cancel import CancelToken

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
    updates = request.start(Bench(), CancelToken())
    while True:
        try:
            next(updates)
        except StopIteration as end:
            return end.value
