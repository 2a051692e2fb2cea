"""How long another unit takes to be drawn, and how often stimuli are answered live."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tests.benchmarks.table import Row

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from inspector.gui.theme import Theme

LIMIT_MS = 16.0
LIVE_PER_SECOND = 20.0
_UNITS, _ROUNDS, _LIVE_SECONDS = 512, 60, 3.0


def rows() -> Iterator[Row]:
    """Paint another unit of a 36 x 24 measurement and everything around it; then drag a live slider."""
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
    yield _live(application, theme)


def _live(application: QApplication, theme: Theme) -> Row:
    """Drag a slider of the real window for three seconds while the demonstration network answers."""
    from inspector.gui.window import MainWindow
    from inspector.settings import Settings

    window = MainWindow(Settings(), theme, remember=False)
    window.show()
    window.start("demo", [])
    while window.session.network is None or window.unit_page.is_resting or window.engine.waits("tuning"):
        application.processEvents()
    window.engine.cancel_all()
    answers: list[object] = []
    window.tuning_page.live.shown.connect(answers.append)
    window.tuning.choose_mode("live")
    slider = window.tuning.live.sliders.sliders[0].slider
    start = time.perf_counter()
    while (seconds := time.perf_counter() - start) < _LIVE_SECONDS:
        slider.setValue(round(seconds / _LIVE_SECONDS * slider.maximum()))
        application.processEvents()
    rate = len(answers) / seconds
    window.close()
    shown = f"{rate:.0f} a second"
    return Row("live stimuli on the demonstration network", shown, "20 a second", rate >= LIVE_PER_SECOND)


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
