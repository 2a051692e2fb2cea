"""A page of the atlas with everything it refers to put into it."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Mapping

_MEDIA = {".webp": "image/webp", ".png": "image/png", ".svg": "image/svg+xml"}
_URL = re.compile(r"url\((?:'|&#39;)([^'&)]+)(?:'|&#39;)\)")
_SOURCE = re.compile(r'(<img\b[^>]*?\bsrc=)"(?!data:)([^"]+)"')
_LINK = re.compile(r'\s(?:href)="(?!#|data:)[^"]*"')
_STYLE_END = "</style>"


def inlined(page: str, place: str, files: Mapping[str, bytes]) -> str:
    """The page of that place in a site, as one file.

    Pictures that stand behind many elements (stimuli, tiles) are written once, as variables of the style. A
    link to another file leads nowhere and is taken away; so is what refers to a file that is not there.
    """
    folder, known = posixpath.dirname(place), dict[str, str]()

    def address(name: str) -> str:
        path = posixpath.normpath(posixpath.join(folder, name))
        content = files.get(path)
        return "" if content is None else data_address(content, posixpath.splitext(path)[1])

    def variable(found: re.Match[str]) -> str:
        data = address(found[1])
        if not data:
            return "none"
        name = known.setdefault(data, f"--picture-{len(known)}")
        return f"var({name})"

    made = _URL.sub(variable, page)
    made = _SOURCE.sub(lambda found: f'{found[1]}"{address(found[2])}"', made)
    made = _LINK.sub("", made)
    variables = "".join(f"{name}:url({data});" for data, name in known.items())
    return made.replace(_STYLE_END, f":root{{{variables}}}\n{_STYLE_END}", 1) if variables else made


def data_address(content: bytes, ending: str) -> str:
    """A file as an address that holds it."""
    media = _MEDIA.get(ending, "application/octet-stream")
    return f"data:{media};base64,{base64.b64encode(content).decode('ascii')}"
