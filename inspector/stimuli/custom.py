"""Families from a person's own Python file. Opening one runs it: callers ask the person first."""

from __future__ import annotations

import importlib.util
import inspect
import itertools
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar

import torch

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.saying import say
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import Family, Size, Values, families, set_families
from inspector.stimuli.sampling import checked, samples

_TRIED_ON: Size = (48, 64)
_NAMES = ("name", "title", "sentence", "varied")
_numbers = itertools.count(1)


def load_families(path: Path) -> tuple[str, ...]:
    """Run a file and add the families that it defines, in place of those from an earlier opening of it.

    Args:
        path: A Python file with one or more classes derived from `Family`, each tried before it is added.

    Returns:
        The names of its families, in the order of the file.

    Raises:
        InspectorError: The file does not run, holds no family, or one that does not work or whose name is
            taken; then nothing has changed.
    """
    known = {name: other for name, other in families().items() if _path(other) != path.resolve()}
    before = dict(families())
    try:
        classes = _classes(path, _run(path))
        found = [_opened(_made(path, cls), path) for cls in classes]
    finally:
        set_families(before)  # what a decorator of the file registered is registered below, or not at all
    for index, one in enumerate(found):
        if one.name in known or one.name in [other.name for other in found[:index]]:
            raise InspectorError(
                say(
                    "{name}: there is a family “{one_name}” already; give yours another name.",
                    name=path.name,
                    one_name=one.name,
                )
            )
        _try_out(one, path)
    set_families({**known, **{one.name: one for one in found}})
    return tuple(one.name for one in found)


def _run(path: Path) -> ModuleType:
    if path.suffix.lower() != ".py" or not path.is_file():
        raise InspectorError(say("{name} is no Python file (.py) that can be read.", name=path.name))
    name = f"inspector_opened_{next(_numbers)}_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    with _named(path):
        spec.loader.exec_module(module)
    return module


def _classes(path: Path, module: ModuleType) -> list[type[Family]]:
    own = [
        cls
        for cls in vars(module).values()
        if isinstance(cls, type) and issubclass(cls, Family) and cls.__module__ == module.__name__
    ]
    whole = [cls for cls in dict.fromkeys(own) if not inspect.isabstract(cls)]
    if own and not whole:
        lacking = " and ".join(sorted(own[0].__abstractmethods__))
        raise InspectorError(
            say(
                "{name}: the family {family} lacks the method {lacking}.",
                name=path.name,
                family=own[0].__name__,
                lacking=lacking,
            )
        )
    if not whole:
        raise InspectorError(
            say("{name} has no family: no class in it is derived from Family.", name=path.name)
        )
    return whole


def _made(path: Path, cls: type[Family]) -> Family:
    lacking = [name for name in _NAMES if not getattr(cls, name, None)]
    if lacking:
        raise InspectorError(
            say(
                "{name}: the family {cls__name} lacks its {lacking}.",
                name=path.name,
                cls__name=cls.__name__,
                lacking=lacking[0],
            )
        )
    with _named(path):
        return cls()


class _Opened(Family):
    """A person's family, whose faults are told in a sentence that names the file."""

    path: ClassVar[Path]

    def __init__(self, inner: Family) -> None:
        self._inner = inner

    def about(self, subject: str | Picture | None, preprocessing: Preprocessing | None = None) -> Family:
        with _named(self.path):
            return _opened(self._inner.about(subject, preprocessing), self.path)

    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        with _named(self.path):
            axes = tuple(self._inner.axes_for(size))
            if not all(isinstance(axis, Axis) for axis in axes):
                raise InspectorError(
                    say("what axes_for of {name} returns are not all axes (Axis).", name=self.name)
                )
            return axes

    def draw(self, values: Values, size: Size) -> torch.Tensor:
        with _named(self.path):
            drawn = self._inner.draw(values, size)
            if not drawn.isfinite().all():
                raise InspectorError(
                    say(
                        "{name}: {family} draws values that are no numbers.",
                        name=self.path.name,
                        family=self.name,
                    )
                )
            return drawn


def _opened(inner: Family, path: Path) -> Family:
    shown = {name: getattr(inner, name) for name in (*_NAMES, "subject")}
    cls = type(type(inner).__name__, (_Opened,), {**shown, "source": path.name, "path": path.resolve()})
    made: Family = cls(inner)
    return made


def _path(one: Family) -> Path | None:
    return one.path if isinstance(one, _Opened) else None


def _try_out(one: Family, path: Path) -> None:
    """Draw a few stimuli along every axis.

    Raises:
        InspectorError: An axis makes no sense, or what is drawn is no picture.
    """
    axes = {axis.name: axis for axis in one.axes_for(_TRIED_ON)}
    unknown = [name for name in one.varied if name not in axes]
    if unknown:
        raise InspectorError(
            say(
                "{name}: {one_name} varies “{unknown}”, which is none of its axes.",
                name=path.name,
                one_name=one.name,
                unknown=unknown[0],
            )
        )
    with _named(path):
        for axis in axes.values():
            values = checked(axis, samples(axis))
            checked(axis, [axis.default])
            if one.subject != "picture":
                one.render({axis.name: torch.from_numpy(values[[0, len(values) // 2, -1]])}, _TRIED_ON)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Turn whatever goes wrong in a person's file into one sentence that names it and the line."""
    try:
        yield
    except InspectorError as error:
        if path.name in str(error):
            raise
        raise InspectorError(say("{name}: {error}", name=path.name, error=error)) from error
    except SyntaxError as error:
        raise InspectorError(
            say("{name}, line {lineno}: {msg}.", name=path.name, lineno=error.lineno, msg=error.msg)
        ) from error
    except (Exception, SystemExit) as error:
        raise InspectorError(
            say("{name}{line}: {said}.", name=path.name, line=_line(error, path), said=_said(error))
        ) from error


def _line(error: BaseException, path: Path) -> str:
    own = [
        frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).name == path.name
    ]
    return say(", line {lineno}", lineno=own[-1].lineno) if own else ""


def _said(error: BaseException) -> str:
    first: list[Any] = str(error).strip().splitlines()
    return (
        say("{name}: {first}", name=type(error).__name__, first=first[0].rstrip("."))
        if first
        else type(error).__name__
    )
