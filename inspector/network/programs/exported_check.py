"""Looking through an exported program (pt2) before torch reads it: it must describe a computation alone.

Torch's own reader evaluates expressions for sizes as Python, falls back to unpickling what does not load as
plain tensors, and writes the graph's names into source text that it then executes.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch

from inspector.network.errors import OpenError
from inspector.network.recognise import damaged
from inspector.saying import say

_LARGEST_TEXT = 512_000_000  # bytes of JSON: the graph of a large transformer has a hundredth of that
_TARGET = re.compile(
    r"torch\.ops\.(?:aten|torchvision)\.\w+\.\w+|torch\.ops\.higher_order\.\w+"
    r"|_operator\.(?:getitem|add|sub|mul|floordiv|truediv|mod|neg|eq|ne|lt|le|gt|ge|and_|or_|pow)"
    r"|torch\.sym_\w+|math\.(?:trunc|floor|ceil)"
)
_EXPRESSION = re.compile(r"(?:\b[su]\d+\b|\b\d+\b|\b(?:Max|Min|Mod|FloorDiv|CeilDiv|oo)\b|[\s+\-*/(),])*")
_PLAIN_TEXT = re.compile(r"[\w.,;:@\[\]() <>'+*/=\-]*")
_TREE_TYPE = re.compile(r'"type":\s*+(?!null|"builtins\.(?:tuple|list|dict)"|"collections\.OrderedDict")')
_FREE = frozenset({"stack_trace", "as_string", "in_spec", "out_spec", "torch_version"})


def is_plain(path: Path) -> bool:
    """Whether the file holds a graph of known operators, plain weights, and no way to code.

    Raises:
        OpenError: It is damaged, or larger than any network's description.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            return all(_member_is_plain(archive, item) for item in archive.infolist())
    except OpenError:
        raise
    except (Exception, RecursionError) as error:  # BadZipFile, zlib.error, ValueError, UnicodeDecodeError ...
        raise damaged(path) from error


def _member_is_plain(archive: zipfile.ZipFile, item: zipfile.ZipInfo) -> bool:
    name = item.filename.partition("/")[2]
    if item.file_size > _LARGEST_TEXT and not name.startswith("data/weights/"):
        raise OpenError(
            say(
                "{filename} describes more than any network holds: it is not opened.",
                filename=archive.filename,
            )
        )
    if name.endswith(".json"):
        return _document_is_plain(json.loads(archive.read(item)))
    if name.startswith("data/sample_inputs/"):
        return _loads_plainly(archive.read(item))
    if name.startswith(("data/weights/weight_", "data/constants/tensor_", "data/constants/constant_")):
        return True  # raw numbers: whether they are, their JSON says ("use_pickle")
    return name.startswith(".data/") or name in (
        "archive_format",
        "archive_version",
        "byteorder",
        "version",
        "",
    )


def _loads_plainly(content: bytes) -> bool:
    try:
        torch.load(io.BytesIO(content), weights_only=True)
    except Exception:
        return False
    return True


def _document_is_plain(document: Any) -> bool:
    return all(_value_is_plain(key, value) for key, value in _values(document, ""))


def _values(value: Any, key: str) -> Iterator[tuple[str, Any]]:
    """All leaves with the name they stand under; names themselves as leaves of ""."""
    if isinstance(value, dict):
        if "target" in value and "inputs" in value:
            yield "node", value["target"]
        for name, item in value.items():
            yield "", name
            yield from _values(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _values(item, key)
    else:
        yield key, value


def _value_is_plain(key: str, value: Any) -> bool:
    if key == "use_pickle":
        return value is False
    if not isinstance(value, str):
        return True
    if key == "node":
        return bool(_TARGET.fullmatch(value))
    if key == "expr_str":
        return bool(_EXPRESSION.fullmatch(value))
    if key in ("in_spec", "out_spec"):
        return not _TREE_TYPE.search(value)
    if key == "guards_code":
        return not value
    return key in _FREE or bool(_PLAIN_TEXT.fullmatch(value))
