"""Links and files as macOS hands them over: events sent to the application by Qt, with the real window."""

from __future__ import annotations

import shutil

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent

from inspector import paths
from inspector.network.location import Location
from tests.flows.windows import settled_window


@pytest.fixture
def window(qtbot, no_thread_left):
    """The window on the demonstration network, listening as it does on macOS."""
    window = settled_window(qtbot)
    window.features["handed"].listen()
    yield window
    QCoreApplication.instance().removeEventFilter(window.features["handed"])
    window.close()


def hand_over(url: QUrl) -> None:
    """What Qt does with what the system hands over."""
    QCoreApplication.sendEvent(QCoreApplication.instance(), QFileOpenEvent(url))


def test_that_links_networks_and_pictures_handed_over_are_opened(window, qtbot, tmp_path):
    session = window.session
    hand_over(QUrl("neuron-inspector://demo/conv1/17@3,4"))
    neuron = Location("demo", "conv1", 17, (3, 4))
    qtbot.waitUntil(lambda: session.location == neuron)
    for address, word in (("nowhere/1", "nowhere"), ("conv1/seventeen", "seventeen")):
        hand_over(QUrl(f"neuron-inspector://demo/{address}"))
        qtbot.waitUntil(lambda word=word: word in window.banner.text)
    assert session.location == neuron, "neither led away"

    picture = tmp_path / "mine.png"
    Image.new("RGB", (40, 40), (12, 200, 77)).save(picture)
    hand_over(QUrl.fromLocalFile(str(picture)))
    qtbot.waitUntil(lambda: any(known.path == picture for known in session.pictures.values()))
    shutil.copy(picture, tmp_path / "none.pth")
    hand_over(QUrl.fromLocalFile(str(tmp_path / "none.pth")))
    qtbot.waitUntil(lambda: "none.pth" in window.banner.text)

    for suffix in (".safetensors", ".json"):
        shutil.copy(paths.resources() / "demo" / f"demo{suffix}", tmp_path / f"Mine{suffix}")
    window.settings.recent = ["resnet18", str(tmp_path / "Mine.safetensors")]
    hand_over(QUrl("neuron-inspector://Mine/conv1/3"))  # Qt makes small letters of the name
    qtbot.waitUntil(lambda: session.location == Location("Mine", "conv1", 3))
