"""The graph of a network as an SVG in its page: every card links to its node and shows its picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from inspector.network.flow.blocks import Blocks
from inspector.network.flow.layout import Box, GraphLayout
from inspector.network.flow.svg import INSET, THUMBNAIL, path
from inspector.network.flow.words import about, details, kind, title

_LETTER = 0.56


def graph_svg(
    blocks: Blocks, layout: GraphLayout, links: Mapping[str, str], pictures: Mapping[str, str]
) -> str:
    """The drawing, its colours the page's.

    Args:
        blocks: What was laid out.
        layout: Where everything stands.
        links: Addresses of pages, by the cards' keys.
        pictures: Addresses of their thumbnails, likewise.
    """
    size = f"{layout.width:.0f} {layout.height:.0f}"
    frames = [box for box in layout.boxes if box.kind == "frame"]
    cards = [box for box in layout.boxes if box.kind != "frame"]
    return "".join(
        [
            f'<svg class="graph" id="graph" viewBox="0 0 {size}" width="{layout.width:.0f}" '
            f'height="{layout.height:.0f}" role="group" aria-label="Graph of the network’s operations">'
            '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" '
            'orient="auto"><path d="M0,1 L7,4 L0,7" class="tip"/></marker></defs>',
            *(f'<rect class="frame" rx="10" {_place(box)}/>' for box in frames),
            *(
                f'<path class="edge" marker-end="url(#tip)" d="{path(link.points)}"/>'
                for link in layout.links
            ),
            *(_heading(blocks, box) for box in frames),
            *(part for box in cards for part in _card(blocks, box, links, pictures)),
            "</svg>",
        ]
    )


def _heading(blocks: Blocks, box: Box) -> str:
    text = _fitting(f"{title(blocks, box.key)} · {blocks.node(box.key).op}", box.width - 24, 12)
    return f'<text class="name" x="{box.x + 12:.1f}" y="{box.y + 18:.1f}">{escape(text)}</text>'


def _card(blocks: Blocks, box: Box, links: Mapping[str, str], pictures: Mapping[str, str]) -> Iterator[str]:
    if box.kind == "input":
        middle = box.x + box.width / 2
        yield f'<rect class="input" rx="{box.height / 2:.0f}" {_place(box)}/>'
        yield f'<text class="name" text-anchor="middle" x="{middle:.1f}" y="{box.y + 19:.1f}">input</text>'
        return
    href = links.get(box.key, "")
    label = quoteattr(", ".join(about(blocks, box.key).splitlines()))
    yield f"<a href={quoteattr(href)} aria-label={label}>" if href else "<g class='silent'>"
    yield from _body(blocks, box, pictures.get(box.key, ""))
    yield "</a>" if href else "</g>"


def _body(blocks: Blocks, box: Box, picture: str) -> Iterator[str]:
    node = blocks.node(box.key)
    yield f'<rect class="card" rx="7" {_place(box)}/>'
    yield (
        f'<rect class="{kind(node.op)}" rx="1.5" x="{box.x + 1.5:.1f}" y="{box.y + 8:.1f}" width="3" '
        f'height="{box.height - 16:.1f}"/>'
    )
    left = box.x + INSET + 4
    if picture:
        side = f'width="{THUMBNAIL:.0f}" height="{THUMBNAIL:.0f}"'
        yield f'<image x="{left:.1f}" y="{box.y + INSET:.1f}" {side} href={quoteattr(picture)}/>'
        left += THUMBNAIL + INSET
    room = box.x + box.width - left - INSET
    rows = (("name", title(blocks, box.key), 20), ("op", node.op, 36), ("more", details(blocks, box.key), 51))
    for style, text, down in rows:
        shown = escape(_fitting(text, room, 12 if style == "name" else 10.5))
        yield f'<text class="{style}" x="{left:.1f}" y="{box.y + down:.1f}">{shown}</text>'


def _place(box: Box) -> str:
    return f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'


def _fitting(text: str, room: float, size: float) -> str:
    letters = max(3, int(room / (size * _LETTER)))
    return text if len(text) <= letters else f"…{text[1 - letters :]}"
