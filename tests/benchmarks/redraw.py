"""How long another unit takes to be drawn once a node is measured."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from tests.benchmarks.table import Row

LIMIT_MS = 16.0
_UNITS, _ROUNDS = 512, 60


def rows() -> Iterator[Row]:
    """Take another unit of a 36 x 24 measurement and paint the heat map, its cuts and everything around it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from inspector.app import make_application
    from inspector.gui.theme import Theme
    from inspector.gui.views.tuning import TuningView
    from inspector.lenses.tuning.units import of_unit

    application = make_application()
    theme = Theme(application, "light")
    view = TuningView()
    view.resize(560, 360)
    view.set_context("net/node/0", 0)
    view.show()
    tuning = _measured()
    for mode in ("heat", "curve", "polar"):
        view.show_tuning(of_unit(tuning, 0))
        view.choose_mode(mode)
        times = []
        for unit in range(_ROUNDS):
            application.processEvents()
            start = time.perf_counter()
            view.set_context(f"net/node/{unit}", unit)
            view.show_tuning(of_unit(tuning, unit))
            application.processEvents()
            times.append((time.perf_counter() - start) * 1e3)
        median, worst = statistics.median(times), sorted(times)[int(0.95 * _ROUNDS)]
        name = {"heat": "heat map", "curve": "curve", "polar": "polar plot"}[mode]
        shown = f"{median:.1f} ms (95 %: {worst:.1f})"
        yield Row(f"redraw of a 36 x 24 {name} for another unit", shown, "16 ms", median <= LIMIT_MS)
    view.close()
    del theme


def _measured() -> object:
    from inspector.lenses.tuning import Tuning
    from inspector.lenses.tuning.indices import table
    from inspector.stimuli.axes import Axis

    axes = (
        Axis("orientation", "deg", 0, 180, 36, 0, "", periodic=True),
        Axis("frequency", "cycles/image", 1, 32, 24, 8, "", logarithmic=True),
    )
    samples = (np.linspace(0, 180, 36, endpoint=False), np.geomspace(1, 32, 24))
    responses = np.random.default_rng(0).random((36, 24, _UNITS), np.float32)
    baselines = np.full(_UNITS, 0.1, np.float32)
    tuning = Tuning(
        location="net/node/0", family="grating",
        axes=dict(zip(("orientation", "frequency"), samples, strict=True)),
        axis_units=("deg", "cycles/image"), response=responses[..., 0], responses=responses, measured="raw",
        reduction="max", baseline=0.1, stimuli=np.zeros((36, 24, 64, 64, 3), np.uint8), indices={},
        pre_activation=True, complete=True, axis_cards=axes, baselines=baselines,
    )  # fmt: skip
    return replace(tuning, table=table(axes, samples, responses, baselines))
