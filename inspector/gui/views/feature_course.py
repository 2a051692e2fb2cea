"""How the objective rose while a picture was made."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from inspector.gui.theme import Tokens
from inspector.gui.translation import tr
from inspector.gui.views.quiet_plot import QuietPlot
from inspector.gui.views.scale_axis import ScaleAxis
from inspector.lenses.feature_visualization import Feature

MOST_LINES = 6


class FeatureCourse(QuietPlot):
    """One line per picture: its objective over the steps."""

    def __init__(self) -> None:
        self._axis = ScaleAxis("bottom")
        super().__init__("featureCourse", tr("Course of the objective"), bottom=self._axis)
        self.lines = [pg.PlotDataItem(connect="finite") for _ in range(MOST_LINES)]
        for line in self.lines:
            self.addItem(line)
        self.set_labels(tr("step"), tr("objective"))
        self.setXRange(0, 1, padding=0)

    def show_feature(self, feature: Feature | None) -> None:
        """Draw the course so far; the step axis already reaches to the end."""
        course = np.zeros((0, 0)) if feature is None else feature.course
        for place, line in enumerate(self.lines):
            values = course[place] if place < len(course) else np.zeros(0)
            line.setData(np.arange(1, len(values) + 1), values)
        if feature is not None:
            last = max(feature.steps, 1)
            self._axis.set_scale([0, last], [0, last], "", False)
            self.setXRange(0, last, padding=0.01)

    def restyle(self, tokens: Tokens) -> None:
        super().restyle(tokens)
        for place, line in enumerate(self.lines):
            line.setPen(pg.mkPen(tokens.series[place], width=1.5))
