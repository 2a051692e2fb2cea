"""Networks that a Python file or an importable function builds: code, run only once the user allows it."""

from __future__ import annotations

import contextlib
import importlib
import importlib.machinery
import importlib.util
import io
import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from torch import nn

from inspector.network import trust as trusting
from inspector.network.entry import Entry
from inspector.network.errors import OpenError
from inspector.network.preprocessing import Preprocessing
from inspector.saying import say

_IN_FILE = re.compile(r"(?P<file>.+\.py):(?P<name>[A-Za-z_]\w*)")
_IN_MODULE = re.compile(r"(?P<module>[A-Za-z_]\w+(?:\.[A-Za-z_]\w*)*):(?P<name>[A-Za-z_]\w*)")


def names_code(text: str) -> bool:
    """Whether the text is `FILE.py:NAME` or `module:NAME`."""
    return bool(_IN_FILE.fullmatch(text) or _IN_MODULE.fullmatch(text))


def entry_of(text: str, folder: Path, trust: bool) -> Entry:
    """What the class or function that `text` names builds, as an entry.

    Args:
        text: `FILE.py:NAME` (the file relative to `folder`) or `module:NAME`.
        folder: Where the text stands.
        trust: Whether the user allows the code to run.

    Raises:
        NeedsTrust: The file is not allowed to run yet.
        OpenError: The file, the module or the name is not there, or running it fails.
    """
    in_file = _IN_FILE.fullmatch(text)
    found = in_file or _IN_MODULE.fullmatch(text)
    assert found is not None
    name = found["name"]
    file = folder / Path(found["file"]).expanduser() if in_file else _file_of(found["module"])
    if not file.is_file():
        raise OpenError(say("{file} does not exist.", file=file))
    trusting.check(file, say("a Python file"), trust)
    module = _run(file) if in_file else _imported(found["module"])
    build = getattr(module, name, None)
    if not callable(build) and not isinstance(build, nn.Module):
        raise OpenError(
            say("{file} has no class or function “{name}” that builds a network.", file=file, name=name)
        )
    return Entry(
        name=name,
        title=name,
        source=say("Built by {name}:{function}.", name=file.name, function=name),
        preprocessing=Preprocessing(),
        labels=(),
        builder=partial(_built, build, f"{file.name}:{name}"),
    )


def _file_of(module: str) -> Path:
    """The file of a module, found without importing anything: its parents' code would run."""
    top, *below = module.split(".")
    if str(Path.cwd()) not in sys.path:
        sys.path.append(str(Path.cwd()))
        importlib.invalidate_caches()
    spec = importlib.machinery.PathFinder.find_spec(top)
    for part in below:
        locations = list(spec.submodule_search_locations or ()) if spec is not None else []
        spec = importlib.machinery.PathFinder.find_spec(part, locations) if locations else None
    if spec is None or not spec.origin:
        raise OpenError(say("There is no Python module “{module}” here: give FILE.py:NAME.", module=module))
    return Path(spec.origin)


def _run(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"_opened_{file.stem}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses and pickles look their module up by name
    _guarded(partial(spec.loader.exec_module, module), str(file))
    return module


def _imported(module: str) -> ModuleType:
    loaded: ModuleType = _guarded(partial(importlib.import_module, module), module)
    return loaded


def _built(build: Callable[..., Any] | nn.Module, what: str, **arguments: Any) -> nn.Module:
    if isinstance(build, nn.Module):
        return build
    module = _guarded(partial(build, **arguments), what)
    if not isinstance(module, nn.Module):
        raise OpenError(
            say("{what} makes a {name}, not a torch.nn.Module.", what=what, name=type(module).__name__)
        )
    return module


def _guarded(act: Callable[[], Any], what: str) -> Any:
    """What `act` returns; what it prints is kept from the command line's own output."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            return act()
    except (TypeError, ValueError) as error:
        raise OpenError(
            say("{what} fails: {first_line}.", what=what, first_line=_first_line(error))
        ) from error
    except (Exception, SystemExit) as error:
        raise OpenError(
            say(
                "{what} fails with {name}: {first_line}.",
                what=what,
                name=type(error).__name__,
                first_line=_first_line(error),
            )
        ) from error


def _first_line(error: BaseException) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
