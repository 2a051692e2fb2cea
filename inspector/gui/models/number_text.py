"""How a unit's value reads on its tile."""

from __future__ import annotations

import numpy as np

from inspector.gui.translation import digits


def number_text(value: float) -> str:
    """A response in three digits or so: "0.42", "−3.10", "128", "1.2e+04"; "" for NaN."""
    if np.isnan(value):
        return ""
    size = abs(value)
    if size >= 10000 or 0 < size < 0.005:
        text = digits(value, ".1e")
    else:
        text = digits(value, f".{2 if size < 10 else 1 if size < 100 else 0}f")
    return text.replace("-", "−")
