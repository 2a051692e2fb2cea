"""How numbers, units and indices read in the views."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import numpy as np

from inspector.gui.translation import digits, mark, tr
from inspector.lenses.tuning import Tuning
from inspector.stimuli.axes import Axis

_NO_VALUE = "–"
_INTEGERS_FROM = 1000
REDUCTIONS = {
    "max": (mark("maximum"), mark("The strongest response anywhere in the unit's map.")),
    "mean": (mark("mean"), mark("The average over all positions of the unit's map.")),
    "centre": (mark("centre"), mark("The response of the one neuron in the middle of the unit's map.")),
}
"""Title and sentence of each way to make one number of a map."""
_MEASURED = (mark("raw"), mark("sigma"))
_UNITS = (mark("deg"), mark("px"), mark("cycles/image"), mark("c/img"), mark("octaves"))
_INDEX_NAMES = (
    mark("OSI"),
    mark("DSI"),
    mark("F1/F0"),
    mark("circular variance"),
    mark("surround suppression"),
    mark("colour selectivity"),
    mark("sparseness"),
    mark("drive"),
    mark("mid grey"),
    mark("noise at mid grey"),
    mark("firing fraction"),
    mark("picture sparseness"),
    mark("class selectivity"),
)
_INDEX_PATTERNS = (
    mark("preferred {axis}"),
    mark("{axis} half width"),
    mark("{axis} bandwidth"),
    mark("{axis} selectivity"),
    mark("selectivity for {axis}"),
)
_FIRST = ("OSI", "DSI", "F1/F0")
# "preferred orientation (deg)"; what is bracketed with blanks in it is no unit but an explanation.
_WITH_UNIT = re.compile(r"(?P<what>.+) \((?P<unit>[^\s()]+)\)")


def number(value: float) -> str:
    """Three significant digits, with no exponent where it can be helped and a true minus sign."""
    if not math.isfinite(value):
        return _NO_VALUE
    size = abs(value)
    if size >= _INTEGERS_FROM:
        text = digits(value, ",.0f")
    elif size and size < 0.001:
        text = digits(value, ".1e")
    else:
        decimals = 2 - math.floor(math.log10(size)) if size else 0
        text = f"{value:.{max(0, min(decimals, 3))}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = digits(value, f".{len(text.partition('.')[2])}f")
    return text.replace("-", "−")


def reading(value: float) -> str:
    """A measured value: three significant digits, zeros kept, so that readings compare."""
    size = abs(value)
    if not math.isfinite(value) or size >= _INTEGERS_FROM / 10 or size < 0.001:
        return number(value)
    return digits(value, f".{2 - math.floor(math.log10(size))}f").replace("-", "−")


def quantity(value: float, unit: str) -> str:
    """A value with its unit: 45°, 12.5 px, 8 cycles/image, 0.5."""
    if unit == "deg":
        return f"{number(value)}°"
    return f"{number(value)} {tr(unit)}".rstrip()


def axis_label(name: str, unit: str) -> str:
    """What stands at a plot's axis: "orientation (deg)"."""
    return f"{tr(name)} ({tr(unit)})" if unit else tr(name)


def choice_text(axis: Axis, value: float) -> str:
    """The name of a choice: "outline"."""
    return tr(axis.choices[min(max(round(value), 0), len(axis.choices) - 1)])


def axis_value(axis: Axis, value: float) -> str:
    """A value of an axis with its unit, or the name of the choice that it stands for."""
    return choice_text(axis, value) if axis.choices else quantity(value, axis.unit)


def place_text(tuning: Tuning, index: tuple[int, ...]) -> str:
    """The values of one stimulus: "orientation 45° · frequency 8 cycles/image"."""
    cards = {axis.name: axis for axis in tuning.axis_cards}
    named = zip(tuning.axes.items(), tuning.axis_units, index, strict=True)
    texts = (
        (
            name,
            axis_value(cards[name], float(values[i])) if name in cards else quantity(float(values[i]), unit),
        )
        for (name, values), unit, i in named
    )
    return " · ".join(f"{tr(name)} {text}" for name, text in texts)


def index_texts(indices: Mapping[str, float]) -> list[str]:
    """Tuning indices as short texts, the plain ratios first; those that could not be told are left out."""
    known = [(name, value) for name, value in indices.items() if np.isfinite(value)]
    known.sort(key=lambda item: item[0] not in _FIRST)
    return [_index_text(name, value) for name, value in known]


def _index_text(name: str, value: float) -> str:
    match = _WITH_UNIT.fullmatch(name)
    if match:
        return f"{_index_name(match['what'])} {quantity(value, match['unit'])}".replace(" - ", " − ")
    return f"{_index_name(name)} {number(value)}".replace(" - ", " − ")


def index_title(name: str) -> str:
    """An index's name in the window's language, its unit behind it; searches go by the English one."""
    match = _WITH_UNIT.fullmatch(name)
    return f"{_index_name(match['what'])} ({tr(match['unit'])})" if match else _index_name(name)


def _index_name(name: str) -> str:
    for pattern in _INDEX_PATTERNS:
        before, after = pattern.split("{axis}")
        if name.startswith(before) and name.endswith(after) and name not in _INDEX_NAMES:
            axis = name[len(before) : len(name) - len(after)]
            return tr(pattern).format(axis=tr(axis))
    return tr(name)
