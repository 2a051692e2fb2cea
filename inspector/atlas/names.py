"""Folder names of networks and nodes: the same on every file system, whatever a node is called.

Small letters, digits, "-", "_" and "." stand for themselves. A capital is "~" and the small letter, every
other byte of the UTF-8 text "~" and three decimal digits, so that two names never meet, not even where a file
system does not tell capitals from small letters or composes accents. Names that would be too long end in a
digest.
"""

from __future__ import annotations

import hashlib
import re

_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_.")
_LONGEST, _KEPT, _DIGITS = 64, 44, 16
# What Windows does not allow as a name, alone or before a full stop, and what stands beside the folders here.
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_OURS = frozenset({"files", "index.html", "network.json", "nodes.csv", "search.js"})


def folder_name(name: str) -> str:
    """The folder of a network or node: 1 to 64 characters, lower case, and another one for every name."""
    encoded = "".join(map(_encoded, name))
    if encoded[:1] == "." or _DEVICES.fullmatch(encoded) or encoded in _OURS:
        encoded = _byte(ord(encoded[0])) + encoded[1:]
    if encoded[-1:] == ".":  # Windows takes it away
        encoded = encoded[:-1] + _byte(ord("."))
    if encoded and len(encoded) <= _LONGEST:
        return encoded
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    # "~~" stands in no short name, for "~" itself is written "~126".
    return f"{encoded[:_KEPT].rstrip('.')}~~{digest}"


def _encoded(letter: str) -> str:
    if letter in _PLAIN:
        return letter
    if letter.isascii() and letter.isalpha():
        return f"~{letter.lower()}"
    return "".join(map(_byte, letter.encode("utf-8", "surrogatepass")))


def _byte(value: int) -> str:
    return f"~{value:03d}"
