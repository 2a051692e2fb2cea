"""What a stimulus family is, and the registry of all families: one small class each, one file per group.

Conventions of all families: pictures are float32 RGB in [0, 1] on mid grey (0.5); x runs to the right and
y up, in pixels from the picture's middle, with pixel centres at +0.5; an orientation is the angle of the bars
or lines, counter-clockwise from horizontal as the viewer sees it; lengths are pixels of the network's input,
and frequencies are cycles per shorter side of the picture.
"""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Mapping
from functools import cache
from typing import ClassVar, TypeVar

import torch

from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.saying import say
from inspector.stimuli.axes import Axis, FamilyCard, Subject

Size = tuple[int, int]
Values = Mapping[str, torch.Tensor]

SMALLEST_SIDE = 8
_SHOWN_SIZE = (224, 224)


class Family(ABC):
    """A parametric set of stimuli over named axes; subclasses set the four names and two methods.

    Attributes:
        name: Its name in scripts ("grating").
        title: Its name for a person.
        sentence: What it shows, in one sentence.
        varied: Names of the axes that are varied by default, in order.
        subject: What it can be about beside its axes: a "text", a "picture", or "" for nothing.
        source: Name of the file that it was opened from; "" for the program's own.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    sentence: ClassVar[str]
    varied: ClassVar[tuple[str, ...]]
    subject: ClassVar[Subject] = ""
    source: ClassVar[str] = ""

    @abstractmethod
    def axes_for(self, size: Size) -> tuple[Axis, ...]:
        """The axes, with ranges and defaults that fit pictures of `size` (height, width) pixels."""

    @abstractmethod
    def draw(self, values: Values, size: Size) -> torch.Tensor:
        """The pictures, grey [n,H,W] or RGB [n,3,H,W], antialiased, on mid grey.

        Args:
            values: Every axis's values as [n,1,1], or [1,1,1] where all n are equal (so that what does not
                vary is drawn once); a picture that varies in nothing may come back with n = 1.
            size: Height and width in pixels.
        """

    def about(self, subject: str | Picture | None, preprocessing: Preprocessing | None = None) -> Family:
        """The family bound to a text or a picture; itself where it is about nothing beside its axes.

        Args:
            subject: What it is to be about; None takes the family's own, where it has one.
            preprocessing: The network's, so that an unchanged picture is exactly what the network sees of it.

        Raises:
            InspectorError: The family cannot do without a subject or with this one.
        """
        return self

    def render(self, values: Values, size: Size) -> torch.Tensor:
        """Pictures float32 [n,3,H,W] in [0,1]; axes that are not given take their defaults.

        Chunks of about 64 pictures are the fastest: larger ones fall out of the processor's cache. Pictures
        without colour, or all alike, share their memory: they are to be looked at, not written to.

        Args:
            values: Values by axis name, each [n] on the device where the pictures are wanted.
            size: Height and width in pixels.
        """
        count = max((len(v) for v in values.values()), default=1)
        given = {name: _shared(v.float()).view(-1, 1, 1) for name, v in values.items()}
        device = next(iter(given.values())).device if given else None
        defaults = {
            axis.name: torch.full((1, 1, 1), float(axis.default), device=device)
            for axis in self.axes_for(size)
            if axis.name not in given
        }
        drawn = self.draw({**defaults, **given}, size)
        if drawn.ndim == 3:
            drawn = drawn.unsqueeze(1)
        if drawn.shape not in {(n, c, *size) for n in (1, count) for c in (1, 3)}:
            form = " x ".join(map(str, drawn.shape))
            raise InspectorError(
                say(
                    "{name} draws {form} numbers, not {count} x 3 x {width} x {height}.",
                    name=self.name,
                    form=form,
                    count=count,
                    width=size[0],
                    height=size[1],
                )
            )
        return drawn.float().clamp(0, 1).expand(count, 3, *size)


def _shared(values: torch.Tensor) -> torch.Tensor:
    return values[:1] if len(values) > 1 and bool((values == values[0]).all()) else values


_FAMILIES: dict[str, Family] = {}
F = TypeVar("F", bound=type[Family])


def register(cls: F) -> F:
    """Register the decorated class as a family."""
    _FAMILIES[cls.name] = cls()
    return cls


@cache
def _load_all() -> None:
    import inspector.stimuli as package

    for module in pkgutil.iter_modules(package.__path__):
        importlib.import_module(f"{package.__name__}.{module.name}")


def set_families(whole: Mapping[str, Family]) -> None:
    """Let these be all families, by name."""
    global _FAMILIES
    _FAMILIES = dict(whole)


def families() -> Mapping[str, Family]:
    """All families by name."""
    _load_all()
    return _FAMILIES


def family(name: str) -> Family:
    """The family of that name.

    Raises:
        InspectorError: There is none; the text names those there are.
    """
    found = families().get(name)
    if found is None:
        raise InspectorError(
            say(
                "There is no stimulus family “{name}”; there are {families}.",
                name=name,
                families=", ".join(sorted(_FAMILIES)),
            )
        )
    return found


def card(which: Family | str, size: Size = _SHOWN_SIZE) -> FamilyCard:
    """What the window needs to know of a family, with axes that fit pictures of `size` (height, width)."""
    found = family(which) if isinstance(which, str) else which
    return FamilyCard(
        found.name,
        found.title,
        found.sentence,
        found.axes_for(size),
        found.varied,
        found.subject,
        found.source,
    )
