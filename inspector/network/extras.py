"""Optional parts of the installation: what they are for, whether they are there, and how to get them."""

from __future__ import annotations

import importlib
import importlib.util
from types import ModuleType

from inspector.network.errors import OpenError
from inspector.saying import say

MODULES = {"timm": "timm", "clip": "open_clip", "onnx": "onnx2torch"}
"""The module that each optional part of the installation brings."""


def is_there(extra: str) -> bool:
    """Whether the optional part is installed; imports nothing."""
    return importlib.util.find_spec(MODULES[extra]) is not None


def load(extra: str, what: str) -> ModuleType:
    """The optional part's module.

    Args:
        extra: A key of `MODULES`.
        what: What needs it, for the error's text.

    Raises:
        OpenError: It is not installed, or does not load.
    """
    name = MODULES[extra]
    if not is_there(extra):
        raise OpenError(
            say(
                "{what} needs {name}: pip install “neuron-inspector[{extra}]”.",
                what=what,
                name=name,
                extra=extra,
            )
        )
    try:
        return importlib.import_module(name)
    except Exception as error:  # a package that is installed only in part raises anything
        first = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise OpenError(
            say("{what} needs {name}, which does not load: {first}.", what=what, name=name, first=first)
        ) from error
