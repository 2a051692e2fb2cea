"""A visualization to be drawn, and what is read off the feature view."""

from __future__ import annotations

import numpy as np
from PySide6.QtWidgets import QLabel, QWidget

from inspector.gui.views.feature import FeatureView
from inspector.lenses.feature_visualization import Feature


def make_feature(step: int = 128, **changes: object) -> Feature:
    images = np.zeros((2, 16, 16, 3), np.uint8)
    images[0, ..., 0], images[1, ..., 1] = 200, 150
    values = {
        "locations": ("demo/conv3/7", "demo/conv3/7@6,6"), "objectives": ("channel", "neuron"),
        "images": images,        "step": step, "steps": 256, "values": np.array([1.3456, 12.0], np.float32),
        "course": np.stack([np.linspace(0, 1, step), np.linspace(0, 9, step)]).astype(np.float32),
        "moved": (True, True), "seed": 3, "seconds": 4.25, "complete": step == 256,
    }  # fmt: skip
    return Feature(**(values | changes))


def text(view: QWidget, name: str) -> str:
    return view.findChild(QLabel, name).text()


def shown_view(qtbot) -> FeatureView:
    made = FeatureView()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.set_context("demo/conv3/7")
    made.show()
    qtbot.waitExposed(made)
    return made
