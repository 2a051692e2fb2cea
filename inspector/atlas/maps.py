"""Pictures of numbers: heat maps and kernels; small ones stand in their own address. Free of torch."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from PIL import Image

from inspector.atlas.plots import document, line, spanned, words
from inspector.lenses.tuning.canvas import viridis
from inspector.lenses.tuning.ticks import number, ticks

Array = np.ndarray[Any, Any]


def heat_map(
    response: Array, axes: Sequence[tuple[Array, str]], title: str, measured: str = "activation"
) -> str:
    """A response over two axes, a cell for each stimulus; the axes' values stand at some of the cells.

    Args:
        response: [first, second]; NaN for a gap.
        axes: (values, label) of both.
        title: For screen readers.
        measured: What the response is measured in.
    """
    known = response[np.isfinite(response)]
    low, high = spanned(known, 0.0)
    picture = png(viridis((response.T[::-1] - low) / (high - low)))
    (first, across), (second, up) = axes
    parts = [
        '<image class="cells" x="44" y="8" width="268" height="142" preserveAspectRatio="none" '
        f'href="{picture}"/>',
        *_cell_marks(first, 44, 312, across),
        *_cell_marks_up(second, 150, 8),
        words(44, 1, up, "start", "label"),
        words(356, 1, measured, "end", "label"),
        *_colour_bar(low, high),
    ]
    return document(360, 194, title, parts)


def _cell_marks(values: Array, start: float, end: float, label: str) -> Iterator[str]:
    step = (end - start) / len(values)
    for place in _some(len(values), 5):
        x = start + step * (place + 0.5)
        yield line((x, 150), (x, 154), "tick")
        yield words(x, 164, number(float(f"{values[place]:.3g}")))
    yield words((start + end) / 2, 182, label, style="label")


def _cell_marks_up(values: Array, start: float, end: float) -> Iterator[str]:
    step = (end - start) / len(values)
    for place in _some(len(values), 4):
        y = start + step * (place + 0.5)
        yield words(38, y, number(float(f"{values[place]:.3g}")), "end")


def _colour_bar(low: float, high: float) -> Iterator[str]:
    bar = png(viridis(np.linspace(1, 0, 32)[:, None]))
    yield f'<image x="320" y="8" width="8" height="142" preserveAspectRatio="none" href="{bar}"/>'
    for value in ticks(low, high, 3):
        yield words(331, 150 - 142 * (value - low) / (high - low), number(value), "start")


def _some(count: int, most: int) -> list[int]:
    """Numbers of a few of `count` things, the first and last among them, evenly spread."""
    return sorted({round(place) for place in np.linspace(0, count - 1, min(count, most))})


def kernel(weights: Array, strongest: float) -> str:
    """A kernel [h,w] as the address of a picture: red excites, blue inhibits, white is nothing.

    `strongest` is the weight of full colour.
    """
    share = np.clip(weights / (strongest or 1.0), -1, 1)[..., None]
    red, blue = np.array([202, 0, 32.0]), np.array([5, 113, 176.0])
    colours = 255 + np.abs(share) * (np.where(share > 0, red, blue) - 255)
    return png(colours.round().astype(np.uint8))


def png(pixels: Array) -> str:
    """Pixels uint8 [h,w,3] as an address that holds them."""
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG", optimize=True)
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
