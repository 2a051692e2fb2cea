"""Showing one stimulus, together with mid grey, and reading all units of a node."""

from __future__ import annotations

import time

import numpy as np
import torch

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.live import Live, LiveParameters
from inspector.lenses.tuning.plan import bound, check_names, settled
from inspector.lenses.tuning.response import Probe
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.stimuli.drawing import GREY


def measure(network: Network, location: Location, parameters: LiveParameters, token: CancelToken) -> LensRun:
    """Render, run and reduce; see `inspector.lenses.live.run`.

    Raises:
        InspectorError: The node has no units, or the parameters make no sense.
        Cancelled: The token was set; looked at before every leaf module.
    """
    start = time.perf_counter()
    yield Progress(0, 1)
    scale, before = parameters.scale, parameters.pre_activation
    probe = Probe(network, location, parameters.reduction, scale, before, token)
    family = bound(parameters.family, parameters.subject, network.preprocessing)
    axes = {axis.name: axis for axis in family.axes_for(probe.size)}
    check_names(family, axes, [name for name, _ in parameters.values])
    values = settled(axes, dict(parameters.values))
    asked = {name: torch.full((1,), value, device=probe.device) for name, value in values.items()}
    picture = family.render(asked, probe.size)
    # In one batch, which costs little more than one of them.
    responses, baselines = probe.respond(torch.cat([picture, torch.full_like(picture, GREY)]))
    return Live(
        location=str(location),
        family=family.name,
        values=values,
        stimulus=_pixels(picture[0]),
        responses=responses,
        baselines=baselines,
        reduction=probe.reduction,
        pre_activation=probe.pre_activation,
        recorded=probe.recorded,
        scale_source=scale.source if scale else "",
        seconds=time.perf_counter() - start,
    )


def _pixels(picture: torch.Tensor) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    rounded = (picture * 255).round().to(torch.uint8)
    return np.ascontiguousarray(rounded.permute(1, 2, 0).cpu().numpy())
