"""A circuit as an SVG drawing: units with their pictures, red edges that excite, blue ones that inhibit."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping
from typing import Any
from xml.sax.saxutils import escape

import numpy as np
from PIL import Image

from inspector.lenses.circuit import Circuit, CircuitEdge, CircuitUnit, End
from inspector.lenses.circuit.kernel_places import ends_of, kernel_places
from inspector.lenses.circuit.layout import CARD_HEIGHT, CARD_WIDTH, KERNEL, lay_out

POSITIVE, NEGATIVE = "#ca0020", "#0571b0"
THUMBNAIL = 64.0
_HEAD, _WIDEST, _NARROWEST = 26.0, 7.0, 1.2
_NAME_LETTERS = 16
Array = np.ndarray[Any, Any]


def edge_width(edge: CircuitEdge, circuit: Circuit) -> float:
    """How thick an edge is drawn: by its strength beside the strongest one."""
    largest = max((one.strength for one in circuit.edges), default=1.0)
    return _NARROWEST + (_WIDEST - _NARROWEST) * edge.strength / largest


def png(pixels: Array) -> bytes:
    """A picture uint8 [h,w,3] as a PNG file."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "PNG")
    return file.getvalue()


def kernel_pixels(kernel: Array, limit: float) -> Array:
    """A kernel [h,w] in the colours of weights, uint8 [h,w,3]: full red at `limit`, full blue at minus it."""
    share = np.clip(kernel / limit if limit > 0 else kernel * 0, -1, 1)[..., None]
    ends = (np.array([0xCA, 0x00, 0x20]), np.array([0x05, 0x71, 0xB0]))
    full = np.where(share > 0, ends[0], ends[1])
    return np.asarray((255 + (full - 255) * np.abs(share)).round(), np.uint8)


def svg(circuit: Circuit, thumbnails: Mapping[End, bytes] | None = None) -> str:
    """The drawing as a document.

    Args:
        circuit: What to draw.
        thumbnails: PNG files of units' pictures.
    """
    places, width, height = lay_out(circuit)
    pictures = thumbnails or {}
    width, height = max(width, 420.0), height + _HEAD
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" '
            'font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif">',
            f"<title>{escape(circuit.location)}</title>",
            f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>',
            f'<text x="24" y="22" font-size="13" font-weight="600" fill="#1b1f24">{escape(circuit.location)}'
            f" · {circuit.label}</text>",
            f'<g transform="translate(0 {_HEAD:.0f})">',
            *(_line(edge, circuit, places) for edge in reversed(circuit.edges)),
            *(
                part
                for edge, place in zip(circuit.edges, kernel_places(circuit, places), strict=True)
                for part in _kernel(edge, place)
            ),
            *(
                part
                for unit in circuit.units
                for part in _card(unit, places[unit.end], pictures.get(unit.end))
            ),
            "</g></svg>\n",
        ]
    )


def _line(edge: CircuitEdge, circuit: Circuit, places: Mapping[End, tuple[float, float]]) -> str:
    x0, y0, x1, y1 = ends_of(edge, places)
    middle = (x0 + x1) / 2
    colour = POSITIVE if edge.sum >= 0 else NEGATIVE
    about = f"{edge.source[0]}/{edge.source[1]} to {edge.target[0]}/{edge.target[1]}: sum {edge.sum:+.3g}"
    return (
        f'<path fill="none" stroke="{colour}" stroke-opacity="0.75" '
        f'stroke-width="{edge_width(edge, circuit):.1f}" '
        f'd="M{x0:.1f},{y0:.1f} C{middle:.1f},{y0:.1f} {middle:.1f},{y1:.1f} {x1:.1f},{y1:.1f}">'
        f"<title>{escape(about)}</title></path>"
    )


def _kernel(edge: CircuitEdge, middle: tuple[float, float]) -> Iterator[str]:
    """The kernel itself."""
    x, y = middle
    # Drawn larger: viewers smooth pictures, and a weight is one square of a colour.
    pixels = kernel_pixels(edge.kernel, float(np.abs(edge.kernel).max())).repeat(12, 0).repeat(12, 1)
    longest = max(pixels.shape[:2])
    width, height = KERNEL * pixels.shape[1] / longest, KERNEL * pixels.shape[0] / longest
    place = f'x="{x - width / 2:.1f}" y="{y - height / 2:.1f}" width="{width:.1f}" height="{height:.1f}"'
    yield f'<image {place} href="{_data(png(pixels))}"/>'
    yield f'<rect {place} fill="none" stroke="#5c6570" stroke-width="0.7"/>'


def _card(unit: CircuitUnit, place: tuple[float, float], picture: bytes | None) -> Iterator[str]:
    x, y = place
    size = f'width="{CARD_WIDTH:.0f}" height="{CARD_HEIGHT:.0f}"'
    yield f'<rect x="{x:.1f}" y="{y:.1f}" {size} rx="6" fill="#ffffff" stroke="#a3abb5"/>'
    left = x + (CARD_WIDTH - THUMBNAIL) / 2
    inner = f'x="{left:.1f}" y="{y + 5:.1f}" width="{THUMBNAIL:.0f}" height="{THUMBNAIL:.0f}"'
    yield f'<image {inner} href="{_data(picture)}"/>' if picture else f'<rect {inner} fill="#e8edf3"/>'
    centre = x + CARD_WIDTH / 2
    name = unit.node if len(unit.node) <= _NAME_LETTERS else f"…{unit.node[1 - _NAME_LETTERS :]}"
    text = f'text-anchor="middle" x="{centre:.1f}"'
    yield f'<text {text} y="{y + 80:.1f}" font-size="9.5" fill="#5c6570">{escape(name)}</text>'
    yield f'<text {text} y="{y + 92:.1f}" font-size="11" font-weight="600" fill="#1b1f24">{unit.unit}</text>'


def _data(picture: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture).decode()}"
