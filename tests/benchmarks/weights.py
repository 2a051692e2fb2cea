"""The weights page of vgg19's units, drawing included; expanded weights over three 3x3 layers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from inspector.lenses.run import result
from inspector.network.network import Network
from inspector.network.opening import open_network
from inspector.probe.cancel import CancelToken
from tests.benchmarks.table import Row, median_seconds

PAGE, EXPANDED = 0.2, 1.0
UNITS = (
    "features.2/3",
    "features.16/100",
    "features.28/7",
    "features.36/7",
    "classifier.0/5",
    "classifier.6/1",
)


def rows() -> Iterator[Row]:
    """The slowest of some units' pages, then expanded weights."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from inspector.lenses.weights.wiring import known_wiring

    network = open_network("vgg19")
    known_wiring(network, CancelToken())  # learnt when the network was opened
    show = _page()
    seconds = {unit: median_seconds(lambda unit=unit: show(network, unit), runs=5, warm=1) for unit in UNITS}
    worst = max(seconds, key=lambda unit: seconds[unit])
    yield Row(
        f"weights page of a unit of vgg19, the slowest of {len(UNITS)} ({worst})",
        f"{seconds[worst] * 1000:.0f} ms",
        f"{PAGE * 1000:.0f} ms",
        seconds[worst] <= PAGE,
    )
    for unit, source in (("features.16/7", "features.10"), ("features.7/7", "features.0")):
        taken = median_seconds(
            lambda unit=unit, source=source: result(
                "expanded-weights", network, f"vgg19/{unit}", source=source
            ),
            runs=3,
            warm=1,
        )
        yield Row(
            f"expanded weights of vgg19/{unit} on {source}, three 3x3 layers",
            f"{taken:.2f} s",
            f"{EXPANDED:.0f} s",
            taken <= EXPANDED,
        )


def _page() -> Any:
    """What reads a unit's weights and draws the page, with a picture of every unit at hand."""
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from inspector.gui.theme import Theme
    from inspector.gui.views.weights import WeightsView

    application = QApplication.instance() or QApplication([])
    Theme(application, "light")
    picture = QImage(96, 96, QImage.Format.Format_RGB32)
    picture.fill(0x808080)
    view = WeightsView(lambda end: picture)
    view.resize(620, 480)
    view.show()

    def show(network: Network, unit: str) -> None:
        view.show_weights(result("weights", network, f"{network.name}/{unit}"))
        application.processEvents()
        view.grab()

    return show
