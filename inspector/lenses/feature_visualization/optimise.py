"""Gradient ascent on a batch of pictures of one node, frame by frame."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.ascent import Ascent
from inspector.lenses.feature_visualization.objectives import Aim, Objective
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken


def visualize(
    network: Network, location: Location, parameters: FeatureParameters, token: CancelToken
) -> LensRun:
    """Make pictures that drive units of the location's node; see `FeatureParameters` and `Feature`.

    Yields `Progress` at each step and `Partial(Feature)` after the first step, then every `frame_every`
    seconds and at the end; returns the complete `Feature`.

    Raises:
        AddressError: Node, unit or position are not in the network.
        InspectorError: No unit is named, the node has none, or an objective is unknown or not finite.
        Cancelled: The token was set.
    """
    started = time.perf_counter()
    aims = plan(network, location, parameters)
    ascent = Ascent(network, str(location.node), aims, parameters, token)
    frame_due = started
    for step in range(1, parameters.steps + 1):
        token.check()
        ascent.step()
        _check_finite(aims, ascent.course[-1], location, step)
        yield Progress(step, parameters.steps)
        if time.perf_counter() >= frame_due and step < parameters.steps:
            yield Partial(_frame(ascent, location, parameters, time.perf_counter() - started))
            frame_due = time.perf_counter() + parameters.frame_every
    ascent.finish()
    values = ascent.values()
    _check_finite(aims, values, location, parameters.steps)
    frame = _frame(ascent, location, parameters, time.perf_counter() - started)
    feature = replace(
        frame,
        values=values.float().numpy(),
        moved=tuple(ascent.moved.tolist()),
        complete=True,
        fingerprint=network.fingerprint,
    )
    yield Partial(feature)
    return feature


def plan(network: Network, location: Location, parameters: FeatureParameters) -> list[Aim]:
    """One aim per picture, in order: every objective of the first unit, then of the next.

    Raises:
        AddressError: Node, unit or position are not in the network.
        InspectorError: No unit is named, or an objective is unknown.
    """
    node = network.check(location)
    units = parameters.units or ((location.unit,) if location.unit is not None else ())
    if not units:
        what = "name one of its units" if node.units else "it has no units"
        raise InspectorError(f"{location} cannot be visualized: {what}.")
    for unit in units:
        network.check(location.at(node.name, unit))
    objectives = [Objective.parse(text) for text in parameters.objectives]
    return [Aim(objective, unit, location.position) for unit in units for objective in objectives]


def _address(aim: Aim, location: Location) -> str:
    place = aim.position if aim.objective.kind == "neuron" else None
    return str(replace(location, unit=aim.unit, position=place))


def _check_finite(aims: list[Aim], values: torch.Tensor, location: Location, step: int) -> None:
    if torch.isfinite(values).all():
        return
    aim = aims[int((~torch.isfinite(values)).nonzero()[0])]
    raise InspectorError(
        f"{_address(aim, location)}: the objective “{aim.objective}” is not a finite number at step {step}; "
        "the network's weights or the step size do not allow a picture."
    )


def _frame(ascent: Ascent, location: Location, parameters: FeatureParameters, seconds: float) -> Feature:
    return Feature(
        locations=tuple(_address(aim, location) for aim in ascent.aims),
        objectives=tuple(str(aim.objective) for aim in ascent.aims),
        images=_bytes(ascent.images()),
        step=len(ascent.course),
        steps=parameters.steps,
        values=np.full(len(ascent.aims), np.nan, np.float32),
        course=torch.stack(ascent.course, dim=1).float().contiguous().numpy(),
        moved=(True,) * len(ascent.aims),
        seed=parameters.seed,
        seconds=seconds,
        complete=False,
        parameters=parameters,
    )


def _bytes(pictures: torch.Tensor) -> np.ndarray[Any, Any]:
    """Fresh C-contiguous uint8 [N,H,W,3] of RGB in [0,1], [N,3,H,W]."""
    levels = (pictures * 255).round_().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().cpu().numpy()
