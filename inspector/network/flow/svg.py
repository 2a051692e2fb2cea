"""The graph as an SVG picture, as the window draws it in its light colours."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from inspector.network.flow.blocks import Blocks
from inspector.network.flow.layout import Box, GraphLayout, Link
from inspector.network.flow.level import Point
from inspector.network.flow.words import about, details, kind, title

THUMBNAIL = 46.0
"""Side of a thumbnail on its card."""
INSET = 8.0
COLOURS: Mapping[str, str] = {
    "weights": "#0072b2",
    "norm": "#8e96a0",
    "nonlinearity": "#d55e00",
    "pool": "#009e73",
    "join": "#cc79a7",
    "attention": "#e69f00",
    "other": "#8e96a0",
}
# About how wide a letter is, in shares of its size.
_LETTER = 0.56
_STYLE = (
    "text{font-family:Inter,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1b1f24}"
    ".name{font-size:12px;font-weight:600}.op{font-size:10.5px}.more{font-size:10.5px;fill:#5c6570}"
    ".card{fill:#ffffff;stroke:#a3abb5}.frame{fill:#0b6aa8;fill-opacity:.045;stroke:#c3cad3}"
    ".edge{fill:none;stroke:#8e96a0;stroke-width:1.4}.input{fill:#e8edf3;stroke:#a3abb5}"
)


def svg(
    blocks: Blocks,
    layout: GraphLayout,
    name: str = "network",
    thumbnails: Mapping[str, bytes] | None = None,
) -> str:
    """The drawing as an SVG document.

    Args:
        blocks: What was laid out.
        layout: Where everything stands.
        name: What the network is called.
        thumbnails: PNG files for cards, by key.
    """
    pictures = thumbnails or {}
    size = f'width="{layout.width:.0f}" height="{layout.height:.0f}"'
    frames = [box for box in layout.boxes if box.kind == "frame"]
    cards = [box for box in layout.boxes if box.kind != "frame"]
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {layout.width:.0f} '
            f'{layout.height:.0f}">',
            f"<title>{escape(name)}</title>",
            f"<style>{_STYLE}</style>",
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" '
            'orient="auto"><path d="M0,1 L7,4 L0,7" fill="#8e96a0"/></marker></defs>',
            f'<rect {size} fill="#f9fafb"/>',
            *(f'<rect class="frame" rx="10" {_place(box)}/>' for box in frames),
            *(_edge(link) for link in layout.links),
            *(line for box in frames for line in _heading(blocks, box)),
            *(line for box in cards for line in _card(blocks, box, pictures.get(box.key))),
            "</svg>\n",
        ]
    )


def path(points: tuple[Point, ...]) -> str:
    """A line through the points in SVG's path language: straight where x stays, else an S-curve."""
    parts = [f"M{points[0][0]:.1f},{points[0][1]:.1f}"]
    for (x0, y0), (x, y) in pairwise(points):
        middle = (y0 + y) / 2
        bend = "L" if abs(x - x0) < 0.5 else f"C{x0:.1f},{middle:.1f} {x:.1f},{middle:.1f} "
        parts.append(f"{bend}{x:.1f},{y:.1f}")
    return " ".join(parts)


def _edge(link: Link) -> str:
    ends = f"data-source={quoteattr(link.source or 'input')} data-target={quoteattr(link.target)}"
    return f'<path class="edge" {ends} marker-end="url(#tip)" d="{path(link.points)}"/>'


def _heading(blocks: Blocks, box: Box) -> Iterator[str]:
    text = _fitting(f"{title(blocks, box.key)} · {blocks.node(box.key).op}", box.width - 24, 12)
    width = len(text) * 12 * _LETTER + 8
    yield f"<g data-key={quoteattr(box.key)}>"
    place = f'x="{box.x + 8:.1f}" y="{box.y + 5:.1f}" width="{width:.1f}" height="18"'
    yield f'<rect fill="#edf2f7" rx="4" {place}/>'
    yield f'<text class="name" x="{box.x + 12:.1f}" y="{box.y + 18:.1f}">{escape(text)}</text></g>'


def _card(blocks: Blocks, box: Box, thumbnail: bytes | None) -> Iterator[str]:
    if box.kind == "input":
        yield f'<g><rect class="input" rx="{box.height / 2:.0f}" {_place(box)}/>'
        yield _text("name", box.x + box.width / 2 - 16, box.y + 19, "input", box.width, 12) + "</g>"
        return
    node = blocks.node(box.key)
    yield f"<g data-key={quoteattr(box.key)}><title>{escape(about(blocks, box.key))}</title>"
    if box.kind == "block":
        behind = f'x="{box.x + 3:.1f}" y="{box.y + 3:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
        yield f'<rect class="card" rx="7" {behind}/>'
    yield f'<rect class="card" rx="7" {_place(box)}/>'
    colour = COLOURS[kind(node.op)]
    yield (
        f'<rect fill="{colour}" rx="1.5" x="{box.x + 1.5:.1f}" y="{box.y + 8:.1f}" width="3" '
        f'height="{box.height - 16:.1f}"/>'
    )
    left = box.x + INSET + 4
    if thumbnail is not None:
        data = base64.b64encode(thumbnail).decode()
        yield (
            f'<image x="{left:.1f}" y="{box.y + INSET:.1f}" width="{THUMBNAIL:.0f}" '
            f'height="{THUMBNAIL:.0f}" href="data:image/png;base64,{data}"/>'
        )
        left += THUMBNAIL + INSET
    room = box.x + box.width - left - INSET
    rows = (("name", title(blocks, box.key), 20), ("op", node.op, 36), ("more", details(blocks, box.key), 51))
    for style, text, down in rows:
        yield _text(style, left, box.y + down, text, room, 12 if style == "name" else 10.5)
    yield "</g>"


def _place(box: Box) -> str:
    return f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'


def _text(style: str, x: float, y: float, text: str, room: float, size: float) -> str:
    shown = escape(_fitting(text, room, size))
    return f'<text class="{style}" x="{x:.1f}" y="{y:.1f}">{shown}</text>'


def _fitting(text: str, room: float, size: float) -> str:
    letters = max(3, int(room / (size * _LETTER)))
    return text if len(text) <= letters else f"…{text[1 - letters :]}"
