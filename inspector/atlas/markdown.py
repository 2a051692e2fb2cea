"""The little Markdown that notes are written in, as HTML in which nothing of the user's can run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

_ITEM = re.compile(r"\s*[-*+]\s+(.*)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((https?://[^\s()<>]+)\)")
_MARKS = (
    (re.compile(r"`([^`\n]+)`"), "code"),
    (re.compile(r"\*\*([^*\n]+)\*\*"), "strong"),
    (re.compile(r"(?<![*\w])[*_](?!\s)([^*_\n]+)(?<!\s)[*_](?![*\w])"), "em"),
)


def markdown(text: str) -> Markup:
    """Paragraphs, lists, headings as bold lines, `code`, **strong**, *emphasis* and links to http(s)."""
    blocks = re.split(r"\n\s*\n", text.strip())
    return Markup("").join(part for block in blocks if block.strip() for part in _block(block))


def _block(block: str) -> Iterator[Markup]:
    lines = block.splitlines()
    items = [_ITEM.fullmatch(line) for line in lines]
    if all(items):
        yield Markup("<ul>")
        yield from (Markup("<li>{}</li>").format(_inline(item[1])) for item in items if item)
        yield Markup("</ul>")
        return
    yield Markup("<p>{}</p>").format(Markup("<br>").join(_line(line) for line in lines))


def _line(line: str) -> Markup:
    heading = re.fullmatch(r"#{1,6}\s+(.*)", line)
    return Markup("<strong>{}</strong>").format(_inline(heading[1])) if heading else _inline(line)


def _inline(text: str) -> Markup:
    # Escaped first: the marks hold no letter that escaping changes, so that what is added here alone is HTML.
    html = str(escape(text))
    for pattern, tag in _MARKS:
        html = pattern.sub(rf"<{tag}>\1</{tag}>", html)
    return Markup(_LINK.sub(r'<a href="\2" rel="noopener">\1</a>', html))
