"""Measurements to draw and a view to draw them in."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton

from inspector.gui.views.tuning import TuningView
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.units import of_unit
from inspector.stimuli.axes import Axis, FamilyCard

ORIENTATION = Axis("orientation", "deg", 0, 180, 36, 0, "Angle of the lines.", periodic=True)
FREQUENCY = Axis("frequency", "cycles/image", 1, 32, 12, 8, "Cycles.", minimum=0.1, logarithmic=True)
RADIUS = Axis("radius", "px", 1, 48, 36, 12, "Radius.", minimum=0.5, maximum=400)
FILL = Axis("fill", "", 0, 2, 3, 0, "How it is filled.", choices=("outline", "filled", "coloured"))
GRATING = FamilyCard(
    "grating", "Gratings", "Gratings.", (ORIENTATION, FREQUENCY), ("orientation", "frequency")
)
CURVE = FamilyCard("curve", "Curves", "Curves.", (ORIENTATION, RADIUS, FILL), ("orientation", "fill"))
WORDS = FamilyCard("words", "Words", "Words.", (RADIUS,), ("radius",), subject="text")
PICTURE = FamilyCard("picture", "A picture", "Pictures.", (RADIUS,), ("radius",), subject="picture")
UNITS = 20


def measured(*axes: Axis, unit: int = 7) -> Tuning:
    """Unit u of the node has its peak at place u of every axis, and a height of 1 + u."""
    samples = {
        axis.name: np.arange(float(len(axis.choices)))
        if axis.choices
        else np.geomspace(axis.low, axis.high, axis.count)
        if axis.logarithmic
        else np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)
        for axis in axes
    }
    shape = tuple(len(values) for values in samples.values())
    responses = np.zeros((*shape, UNITS), np.float32)
    for u in range(UNITS):
        far = sum(
            np.square((place - u % count) / count)
            for place, count in zip(np.indices(shape), shape, strict=True)
        )
        responses[..., u] = (1 + u) * np.exp(-20 * far)
    stimuli = np.full((*shape, 8, 8, 3), 128, np.uint8)
    stimuli[..., 0] = (np.indices(shape)[0] * 5)[..., None, None]
    tuning = Tuning(
        location="net/conv/0", family="grating", axes=samples, axis_units=tuple(a.unit for a in axes),
        response=responses[..., 0], responses=responses, measured="raw", reduction="max", baseline=0.1,
        stimuli=stimuli, indices={}, pre_activation=True, complete=True, axis_cards=axes,
        baselines=np.full(UNITS, 0.1, np.float32), baseline_noises=np.full(UNITS, 0.3, np.float32),
        table={"OSI": np.linspace(0, 1, UNITS, dtype=np.float32)}, recorded="conv",
    )  # fmt: skip
    return of_unit(tuning, unit)


def settle(view: TuningView) -> None:
    for _ in range(2):
        QApplication.processEvents()
        view.grab()


def press_mode(qtbot, view: TuningView, name: str) -> None:
    qtbot.mouseClick(view.findChild(QToolButton, f"mode-{name}"), Qt.MouseButton.LeftButton)
    settle(view)


def shown_view(qtbot) -> TuningView:
    """A view on the screen with four families, at one unit."""
    made = TuningView()
    qtbot.addWidget(made)
    made.resize(640, 460)
    made.set_families([GRATING, CURVE, WORDS, PICTURE])
    made.set_context("net/conv/7", 7)
    made.show()
    qtbot.waitExposed(made)
    return made
