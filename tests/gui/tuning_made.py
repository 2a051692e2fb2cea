"""Families and measurements to be drawn by the tuning view."""

from __future__ import annotations

import numpy as np

from inspector.gui.views.tuning import TuningView
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import Axis, FamilyCard
from tests.gui.tuning_drawn import FREQUENCY, ORIENTATION, RADIUS

PHASE = Axis("phase", "deg", 0, 360, 24, 0, "Place of the bars.", periodic=True)
GRATING = FamilyCard(
    "grating", "Gratings", "Sine gratings.", (ORIENTATION, FREQUENCY, PHASE), ("orientation", "frequency")
)
SPOT = FamilyCard("spot", "Spots", "Spots of growing size.", (RADIUS,), ("radius",))


def make_tuning(*axes: Axis, complete: bool = True, **changes: object) -> Tuning:
    """A tuning whose responses and stimuli tell their place: red is the first index, green the second."""
    samples = {
        axis.name: np.geomspace(axis.low, axis.high, axis.count)
        if axis.logarithmic
        else np.linspace(axis.low, axis.high, axis.count, endpoint=not axis.periodic)
        for axis in axes
    }
    shape = tuple(axis.count for axis in axes)
    places = np.indices(shape)
    response = np.zeros(shape, np.float32)
    for place, count in zip(places, shape, strict=True):
        response += np.cos((place - count // 3) / count * 3)
    stimuli = np.full((*shape, 8, 8, 3), 128, np.uint8)
    for channel, place in enumerate(places[:2]):
        stimuli[..., channel] = (place * 5)[..., None, None]
    values = {
        "location": "demo/conv3/7", "family": "grating", "axes": samples, "response": response,
        "axis_units": tuple(axis.unit for axis in axes), "responses": response[..., None], "measured": "raw",
        "reduction": "max", "baseline": 0.25, "stimuli": stimuli, "indices": {"OSI": 0.82},
        "axis_cards": axes, "pre_activation": False, "complete": complete,
    }  # fmt: skip
    return Tuning(**(values | changes))


def shown_view(qtbot) -> TuningView:
    made = TuningView()
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.set_families([GRATING, SPOT])
    made.set_context("demo/conv3/7")
    made.show()
    qtbot.waitExposed(made)
    return made
