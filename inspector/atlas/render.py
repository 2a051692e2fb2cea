"""Pages from templates."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import jinja2
from markupsafe import Markup, escape

from inspector import __version__, paths
from inspector.atlas.markdown import markdown
from inspector.atlas.words import SENTENCES, TITLES, counted, short

FOLDER = "atlas"
ASSETS = ("atlas.css", "atlas.js")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(paths.resources() / FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(version=__version__, sentences=SENTENCES, titles=TITLES, alone="")
    environment.filters.update(short=short, markdown=markdown, breakable=breakable, counted=counted)
    return environment


def page(template: str, **values: Any) -> str:
    """A page, everything escaped but what is marked as safe in its template."""
    return _environment().get_template(template).render(**values)


def breakable(name: str) -> Markup:
    """A dotted name that goes on in the next line behind a dot or underscore rather than within a word."""
    return Markup("<wbr>").join(escape(part) for part in re.findall(r"[^._/:]*[._/:]*", name) if part)


def asset(name: str) -> bytes:
    """A file that all pages share."""
    return (paths.resources() / FOLDER / name).read_bytes()
