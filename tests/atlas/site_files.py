"""Looking into a site: a unit's folder and data, all its bytes, the links of a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
from PIL import Image

from inspector.atlas.names import folder_name

PAGE_LIMIT = 1_000_000


def unit(site: Path, node: str, number: int) -> Path:
    return site / "networks/colours" / folder_name(node) / str(number)


def document(site: Path, node: str, number: int) -> dict:
    return document_in(unit(site, node, number))


def document_in(folder: Path) -> dict:
    return json.loads((folder / "unit.json").read_text(encoding="utf-8"))


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pixels_of(file: Path) -> np.ndarray:
    with Image.open(file) as image:
        return np.asarray(image.convert("RGB"))


class Links(HTMLParser):
    """Every address of a page, its headings and the texts of its pictures."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.pictures_without_text = 0
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.found += [values[name] for name in ("href", "src") if values.get(name)]
        self.found += re.findall(r"url\('?([^')]+)'?\)", values.get("style") or "")
        self.pictures_without_text += tag == "img" and "alt" not in values
