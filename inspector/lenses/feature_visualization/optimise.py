"""Gradient ascent on a batch of pictures of one node, frame by frame."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from inspector.lenses.base import LensRun, Partial, Progress
from inspector.lenses.feature_visualization.ascent import Ascent
from inspector.lenses.feature_visualization.parameters import Feature, FeatureParameters
from inspector.lenses.feature_visualization.plan import Aim, plan
from inspector.lenses.feature_visualization.state import checkpoint_of, go_on
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

# Above this quantile of gradients a transparency map is opaque (Fel et al. 2023).
_OPAQUE_FROM = 0.8


def visualize(
    network: Network, location: Location, parameters: FeatureParameters, token: CancelToken
) -> LensRun:
    """Make pictures that drive units of the location's node; see `FeatureParameters` and `Feature`.

    Yields `Progress` at each step and `Partial(Feature)` after the first step, then every `frame_every`
    seconds and at the end; returns the complete `Feature`.

    Raises:
        AddressError: Node, unit or position are not in the network.
        InspectorError: No unit is named, the node has none, an objective is unknown or not finite, the
            checkpoint is of other pictures, or memory does not suffice.
        Cancelled: The token was set.
    """
    resumed = parameters.resume
    started = time.perf_counter() - (resumed.seconds if resumed is not None else 0.0)
    aims = plan(network, location, parameters)
    ascent = Ascent(network, location.node, aims, parameters, token)
    if resumed is not None:
        go_on(ascent, network, resumed)
    frame_due = time.perf_counter()
    for step in range(len(ascent.course) + 1, parameters.steps + 1):
        token.check()
        ascent.step()
        _check_finite(network, aims, ascent.course[-1], step)
        yield Progress(step, parameters.steps, ascent.note)
        if time.perf_counter() >= frame_due and step < parameters.steps:
            yield Partial(_frame(ascent, parameters, time.perf_counter() - started))
            frame_due = time.perf_counter() + parameters.frame_every
    feature = _finished(ascent, network, parameters, started)
    yield Partial(feature)
    return feature


def _finished(ascent: Ascent, network: Network, parameters: FeatureParameters, started: float) -> Feature:
    ascent.finish()
    values = ascent.values()
    _check_finite(network, list(ascent.aims), values, len(ascent.course))
    seconds = time.perf_counter() - started
    return replace(
        _frame(ascent, parameters, seconds),
        values=values.float().numpy(),
        moved=tuple(ascent.moved.tolist()),
        complete=True,
        fingerprint=network.fingerprint,
        compute=network.compute,
        checkpoint=checkpoint_of(ascent, network, seconds),
    )


def _check_finite(network: Network, aims: list[Aim], values: torch.Tensor, step: int) -> None:
    if torch.isfinite(values).all():
        return
    aim = aims[int((~torch.isfinite(values)).nonzero()[0])]
    raise InspectorError(
        say(
            "{location}: the objective “{text}” is not a finite number at step {step}; {reason}.",
            location=aim.location,
            text=aim.text,
            step=step,
            reason=_reason(network),
        )
    )


def _reason(network: Network) -> str:
    for name, tensor in network.module.state_dict().items():
        if isinstance(tensor, torch.Tensor) and not torch.isfinite(tensor).all():
            return say("the network's “{name}” holds numbers that are not finite", name=name)
    return say("the step size or the network's weights are too large for a picture")


def _frame(ascent: Ascent, parameters: FeatureParameters, seconds: float) -> Feature:
    return Feature(
        locations=tuple(str(aim.location) for aim in ascent.aims),
        objectives=tuple(aim.text for aim in ascent.aims),
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
        alpha=_alpha(ascent.salience) if ascent.salience is not None else None,
    )


def _alpha(salience: torch.Tensor) -> np.ndarray[Any, Any]:
    """Transparency maps, uint8 [N,H,W], of the gradients gathered at each pixel [N,H,W]."""
    most = salience.flatten(1).quantile(_OPAQUE_FROM, dim=1).clamp_min(1e-20).view(-1, 1, 1)
    return (salience / most * 255).clamp_(0, 255).round_().to(torch.uint8).cpu().contiguous().numpy()


def _bytes(pictures: torch.Tensor) -> np.ndarray[Any, Any]:
    """Fresh C-contiguous uint8 [N,H,W,3] of RGB in [0,1], [N,3,H,W]."""
    levels = (pictures * 255).round_().to(torch.uint8)
    return levels.permute(0, 2, 3, 1).contiguous().cpu().numpy()
