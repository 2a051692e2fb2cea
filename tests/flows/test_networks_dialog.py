"""Getting at a network from the window: its card, its weights fetched and checked, a folder registered."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton

from inspector.network.architectures.resnet_cifar import ResNetCifar
from inspector.network.catalogue import catalogue
from inspector.network.official import Official, weights_folder
from inspector.settings import load

NAME = "resnet20_cifar"


@pytest.fixture
def weights(served, monkeypatch):
    """Weights of a small network on a server of this machine, and the server."""
    kind, address = served
    torch.manual_seed(8)
    buffer = io.BytesIO()
    torch.save(ResNetCifar(20).state_dict(), buffer)
    kind.content = buffer.getvalue()
    digest = f"sha256:{hashlib.sha256(kind.content).hexdigest()}"
    known = dict(catalogue())
    known[NAME] = replace(known[NAME], official=Official(address, "free", digest))
    monkeypatch.setattr("inspector.network.catalogue.catalogue", lambda: known)
    monkeypatch.setattr("inspector.network.catalogue.timm_entries", dict)
    return kind


@pytest.fixture
def dialog(qtbot, make_window, weights):
    window = make_window(steps=1)
    window.start("demo", [])
    qtbot.waitUntil(lambda: window.session.network is not None)
    window.dialogs.show_open_network()
    shown = window.findChild(QLineEdit, "networkSpec").window()
    qtbot.waitUntil(lambda: shown.table.model().rowCount() > 50)
    QTest.keyClicks(shown.filter_box, NAME)
    shown.table.selectRow(0)
    yield shown
    shown.reject()
    window.close()


def said(dialog, name: str) -> str:
    return dialog.findChild(QLabel, name).text()


def click(dialog, name: str) -> None:
    QTest.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_that_the_card_tells_all_and_weights_come_when_asked_go_on_and_open(dialog, weights, qtbot):
    assert "He et al. 2015" in said(dialog, "networkCardAbout")
    assert "2015 · input 3 × 32 × 32 · 90 nodes · 2,874 units · 269,722 parameters" in said(
        dialog, "networkCardAbout"
    )
    assert "127.0.0.1" in said(dialog, "networkCardWeights")
    assert str(weights_folder()) in said(dialog, "networkCardWeights")
    assert weights.ranges == (), "something was fetched before anyone asked"
    weights.breaks = 1
    click(dialog, "fetchWeights")
    error = dialog.findChild(QLabel, "openNetworkError")
    qtbot.waitUntil(error.isVisible)
    assert "could not be fetched" in error.text()
    click(dialog, "fetchWeights")
    qtbot.waitUntil(lambda: "The weights are in" in said(dialog, "openNetworkNote"))
    qtbot.waitUntil(lambda: "Installed" in said(dialog, "networkCardWeights"))
    assert not dialog.findChild(QPushButton, "fetchWeights").isVisible()
    assert weights.ranges[-1].startswith("bytes=")
    assert (weights_folder() / "weights.pth").read_bytes() == weights.content
    click(dialog, "openNetwork")
    session = dialog.parent().session
    qtbot.waitUntil(lambda: session.network is not None and session.network.name == NAME)
    assert session.network.trained


def test_that_a_registered_folder_is_looked_into(dialog, weights, qtbot, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / f"{NAME}-own.pth").write_bytes(weights.content)
    click(dialog, "registerFolder")
    chooser = dialog.findChild(QFileDialog, "weightsFolderDialog")
    chooser.fileSelected.emit(str(folder))
    chooser.reject()
    qtbot.waitUntil(lambda: f"Found there: {NAME}." in said(dialog, "openNetworkNote"))
    qtbot.waitUntil(lambda: "-own.pth" in said(dialog, "networkCardWeights"))
    assert load().weights == [str(folder)]
    assert weights.ranges == ()
