"""What a tuning measurement will show: the grid of stimuli, checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from inspector.lenses.tuning import TuningParameters
from inspector.network.errors import InspectorError
from inspector.network.preprocessing import Preprocessing
from inspector.pictures.picture import Picture
from inspector.saying import say
from inspector.stimuli.axes import Axis
from inspector.stimuli.family import SMALLEST_SIDE, Family, Size, family
from inspector.stimuli.sampling import FloatArray, check_count, checked, samples

Subject = str | Picture | None


@dataclass(frozen=True)
class Plan:
    """A grid of stimuli of one family.

    Attributes:
        family: The family.
        size: Height and width of the stimuli in pixels.
        axes: The varied axes, in order.
        samples: Their sample values.
        fixed: Value of every axis that is not varied.
        subject_text: The words or the name of the picture that the family shows, else "".
    """

    family: Family
    size: Size
    axes: tuple[Axis, ...]
    samples: tuple[FloatArray, ...]
    fixed: Mapping[str, float]
    subject_text: str = ""

    @property
    def shape(self) -> tuple[int, ...]:
        """How many samples each axis has."""
        return tuple(len(values) for values in self.samples)

    @property
    def total(self) -> int:
        """How many stimuli."""
        return int(np.prod(self.shape))

    def render(self, points: np.ndarray[Any, Any], device: torch.device) -> torch.Tensor:
        """The stimuli [n,3,H,W] at flat indices [n] of the grid."""
        places = np.unravel_index(points, self.shape)
        values = {
            axis.name: torch.from_numpy(values[place]).to(device, torch.float32)
            for axis, values, place in zip(self.axes, self.samples, places, strict=True)
        }
        fixed = {name: torch.full((len(points),), value, device=device) for name, value in self.fixed.items()}
        return self.family.render({**fixed, **values}, self.size)


def bound(name: str, subject: Subject, preprocessing: Preprocessing) -> Family:
    """The family of that name, about its subject, for a network's input.

    Raises:
        InspectorError: There is none, it cannot show the subject, or the input is too small for stimuli.
    """
    height, width = preprocessing.crop
    if min(height, width) < SMALLEST_SIDE:
        raise InspectorError(
            say(
                "Stimuli need an input of at least {smallest_side} x {smallest_side} pixels, not "
                "{height} x {width}.",
                smallest_side=SMALLEST_SIDE,
                height=height,
                width=width,
            )
        )
    return family(name).about(subject, preprocessing)


def plan(parameters: TuningParameters, preprocessing: Preprocessing) -> Plan:
    """The grid that the parameters ask for, on pictures of a network's input size.

    Raises:
        InspectorError: The family or an axis is unknown, a value does not make sense, the grid is too
            large, or the input too small for stimuli.
    """
    found, size = bound(parameters.family, parameters.subject, preprocessing), preprocessing.crop
    axes = {axis.name: axis for axis in found.axes_for(size)}
    varied, fixed = dict(parameters.axes), dict(parameters.fixed)
    check_names(found, axes, [name for name, _ in (*parameters.axes, *parameters.fixed)])
    grid = {name: checked(axes[name], values) for name, values in varied.items()}
    if not grid:
        grid = {name: samples(axes[name]) for name in found.varied if name not in fixed}
    if not grid:
        raise InspectorError(
            say(
                "A tuning curve needs an axis to vary; {name} has {axes}.",
                name=found.name,
                axes=", ".join(axes),
            )
        )
    check_count([len(values) for values in grid.values()])
    rest = settled({name: axis for name, axis in axes.items() if name not in grid}, fixed)
    text = spoken(parameters.subject) if found.subject else ""
    return Plan(found, size, tuple(axes[name] for name in grid), tuple(grid.values()), rest, text)


def spoken(subject: Subject) -> str:
    """The words, or the picture's name."""
    return subject.name if isinstance(subject, Picture) else subject or ""


def settled(axes: Mapping[str, Axis], given: Mapping[str, float]) -> dict[str, float]:
    """One value for every axis: the one given, or its default.

    Raises:
        InspectorError: A value does not make sense.
    """
    return {name: float(checked(axis, [given.get(name, axis.default)])[0]) for name, axis in axes.items()}


def check_names(found: Family, axes: Mapping[str, Axis], names: list[str]) -> None:
    """Look that a family has all the axes that are named, each once.

    Raises:
        InspectorError: It has not.
    """
    for name in names:
        if name not in axes:
            raise InspectorError(
                say(
                    "{name} has no axis “{axis}”; it has {axes}.",
                    name=found.name,
                    axis=name,
                    axes=", ".join(axes),
                )
            )
        if names.count(name) > 1:
            raise InspectorError(say("The axis {name} can be varied or fixed, and only once.", name=name))
