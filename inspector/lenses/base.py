"""What a lens is, what it yields, and the registry of all lenses."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, Literal

from inspector.network.errors import InspectorError
from inspector.saying import joined, say

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

Resolution = Literal["picture", "node", "unit"]
PICTURES, WORDS = "pictures", "words"
"""What networks read."""


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        done: Steps done.
        total: Steps in all.
        note: What is going on, for a person; may be empty.
    """

    done: int
    total: int
    note: str = ""


@dataclass
class Course:
    """How far a job is, between its steps and within the forward passes of each.

    Attributes:
        progress: What the job said last.
        within: How much of the step is done, by the pass of it that came farthest.
    """

    progress: Progress = Progress(0, 1)
    within: float = 0.0

    def take(self, progress: Progress) -> None:
        """The job has said how far it is: a new step begins."""
        self.progress, self.within = progress, 0.0

    def passing(self, title: str, layer: int, layers: int) -> Progress:
        """The progress in the middle of a forward pass, which never goes back within a step."""
        self.within = max(self.within, (layer - 1) / layers)
        known = self.progress
        done = known.done * layers + int(self.within * layers)
        said = "" if known.note == title else known.note  # the title stands beside it
        at = say("layer {layer:,} of {layers:,}", layer=layer, layers=layers)
        note = joined(" · ", filter(None, (said, at)))
        return replace(known, done=done, total=known.total * layers, note=note)


@dataclass(frozen=True)
class Partial:
    """An intermediate result worth drawing; the payload is of the lens's result type or a frame of it."""

    payload: Any


@dataclass(frozen=True)
class Remark:
    """A sentence for the user that changes nothing about the result; every one is told."""

    sentence: str


Update = Progress | Partial | Remark
LensRun = Generator[Update, None, Any]
Runner = Callable[["Network", "Location", Any, "CancelToken"], LensRun]


@dataclass(frozen=True)
class Lens:
    """A technique.

    Attributes:
        name: Its name in scripts and addresses of findings.
        title: Its name for a person.
        explanation: One sentence on what it shows.
        resolution: What it points at: a picture, a node or a unit.
        parameters: Frozen dataclass of its parameters, all with defaults or given by the caller.
        run: The generator function (network, location, parameters, token); returns the result.
        reads: What networks have to read for it: "pictures", "words".
    """

    name: str
    title: str
    explanation: str
    resolution: Resolution
    parameters: type[Any]
    run: Runner
    reads: tuple[str, ...] = (PICTURES,)

    def make_parameters(self, values: Mapping[str, Any]) -> Any:
        """The parameters dataclass from keyword values.

        Raises:
            InspectorError: A keyword is unknown or a value does not fit.
        """
        known = [field.name for field in fields(self.parameters)]
        unknown = sorted(set(values) - set(known))
        if unknown:
            raise InspectorError(
                say(
                    "{name} has no parameter “{unknown}”; it has {known}.",
                    name=self.name,
                    unknown=unknown[0],
                    known=", ".join(known),
                )
            )
        try:
            return self.parameters(**values)
        except TypeError as error:
            raise InspectorError(say("{name}: {error}.", name=self.name, error=error)) from error


_LENSES: dict[str, Lens] = {}


def register(
    name: str,
    *,
    title: str,
    explanation: str,
    resolution: Resolution,
    parameters: type[Any],
    reads: tuple[str, ...] = (PICTURES,),
) -> Callable[[Runner], Runner]:
    """Register the decorated generator function as a lens, which refuses networks that read anything else."""

    def add(run: Runner) -> Runner:
        @wraps(run)
        def checked(network: Network, location: Location, values: Any, token: CancelToken) -> LensRun:
            if network.reads not in reads:
                wanted = " or ".join(reads)
                raise InspectorError(
                    say(
                        "{title} needs a network that reads {wanted}; {name} reads {reads}.",
                        title=title,
                        wanted=wanted,
                        name=network.name,
                        reads=network.reads,
                    )
                )
            return run(network, location, values, token)

        _LENSES[name] = Lens(name, title, explanation, resolution, parameters, checked, reads)
        return checked

    return add


@cache
def _load_all() -> None:
    import inspector.lenses as package

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")


def lenses() -> Mapping[str, Lens]:
    """All lenses by name."""
    _load_all()
    return _LENSES


def lens(name: str) -> Lens:
    """The lens of that name.

    Raises:
        InspectorError: There is none.
    """
    found = lenses().get(name)
    if found is None:
        raise InspectorError(
            say(
                "There is no lens “{name}”; there are {lenses}.", name=name, lenses=", ".join(sorted(_LENSES))
            )
        )
    return found


def passed_on(run: LensRun, change: Callable[[Update], Update | None]) -> LensRun:
    """A run within another: each update as `change` makes it, left out where that is None."""
    try:
        while True:
            update = change(next(run))
            if update is not None:
                yield update
    except StopIteration as end:
        return end.value
    finally:
        run.close()
