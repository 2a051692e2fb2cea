"""A canvas of SVG elements."""

from __future__ import annotations

import base64
import io
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import numpy as np
from PIL import Image

from inspector.lenses.tuning.canvas import FAINT, INK, LINE, Canvas, Colour, Frame, Point

_ANCHORS = {"l": "start", "m": "middle", "r": "end"}
_FONT = "system-ui, 'DejaVu Sans', Arial, sans-serif"


class VectorCanvas(Canvas):
    """SVG 1.1 of `width` x `height` px; text stays text, heat maps are embedded pictures."""

    def __init__(self, width: int, height: int) -> None:
        self._size = (width, height)
        self._parts: list[str] = []

    def finished(self, title: str, description: str) -> str:
        """The whole document, with what it shows and how that was made for programs that read it."""
        width, height = self._size
        return "\n".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>',
                f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
                f'width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
                f"font-family={quoteattr(_FONT)}>",
                f"<title>{escape(title)}</title>",
                f"<desc>{escape(description)}</desc>",
                f'<rect width="{width}" height="{height}" fill="white"/>',
                *self._parts,
                "</svg>\n",
            )
        )

    def text(self, place: Point, text: str, size: int, anchor: str = "mm") -> None:
        x, y = place
        # Not dominant-baseline, which several readers ignore: about a third of the size below the middle.
        self._parts.append(
            f'<text x="{x:.2f}" y="{y + 0.35 * size:.2f}" font-size="{size}" fill="{_hex(INK)}" '
            f'text-anchor="{_ANCHORS[anchor[0]]}">{escape(text)}</text>'
        )

    def line(self, start: Point, end: Point, colour: Colour = INK, width: int = 1) -> None:
        self._parts.append(
            f'<line x1="{start[0]:.2f}" y1="{start[1]:.2f}" x2="{end[0]:.2f}" y2="{end[1]:.2f}" '
            f'stroke="{_hex(colour)}" stroke-width="{width}" stroke-linecap="round"/>'
        )

    def dot(self, place: Point, radius: float) -> None:
        self._parts.append(
            f'<circle cx="{place[0]:.2f}" cy="{place[1]:.2f}" r="{radius:g}" fill="{_hex(LINE)}"/>'
        )

    def ring(self, place: Point, radius: float, colour: Colour = FAINT, dashed: bool = False) -> None:
        dashes = ' stroke-dasharray="5 5"' if dashed else ""
        self._parts.append(
            f'<circle cx="{place[0]:.2f}" cy="{place[1]:.2f}" r="{radius:.2f}" fill="none" '
            f'stroke="{_hex(colour)}"{dashes}/>'
        )

    def paste(self, colours: np.ndarray[Any, Any], frame: Frame) -> None:
        packed = io.BytesIO()
        Image.fromarray(colours).save(packed, "PNG")
        data = base64.b64encode(packed.getvalue()).decode("ascii")
        self._parts.append(
            f'<image x="{frame.left}" y="{frame.top}" width="{frame.right - frame.left}" '
            f'height="{frame.bottom - frame.top}" preserveAspectRatio="none" '
            f'style="image-rendering:pixelated" xlink:href="data:image/png;base64,{data}"/>'
        )


def _hex(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
