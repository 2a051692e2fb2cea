"""Measuring a tuning curve: coarse first, then ever finer, all units of the node in the same pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from inspector.lenses.base import LensRun, Partial, Progress, Update
from inspector.lenses.tuning import TuningParameters
from inspector.lenses.tuning.pace import Pace
from inspector.lenses.tuning.plan import Plan, plan
from inspector.lenses.tuning.response import Probe
from inspector.lenses.tuning.sheet import Sheet
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.network.preprocessing import LUMINANCE
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.stimuli.sampling import coarse_first

Points = np.ndarray[Any, np.dtype[np.integer[Any]]]


def measure(
    network: Network, location: Location, parameters: TuningParameters, token: CancelToken
) -> LensRun:
    """Show the stimuli to the network and record the node's units; see `inspector.lenses.tuning.run`.

    Yields `Progress`, and `Partial(Tuning)` after the first stimulus and then at most every 40 ms; each
    partial owns its responses, and all share the growing array of stimuli. Once every stimulus was shown, the
    ones that units like best are shown without their colour, where there is any, and then noise around grey.

    Raises:
        InspectorError: The location has no unit, or the parameters make no sense.
        Cancelled: The token was set; looked at before every leaf module.
    """
    if location.unit is None:
        raise InspectorError(
            say(
                "{location} names no unit; a tuning curve is that of a unit, as in {location}/0.",
                location=location,
            )
        )
    scale, before = parameters.scale, parameters.pre_activation
    probe = Probe(network, location, parameters.reduction, scale, before, token)
    grid = plan(parameters, network.preprocessing)
    pace = Pace(network.nodes, network.device, parameters.at_once)
    yield Progress(0, grid.total)
    sheet = Sheet(probe, grid, location.unit)
    yield from _show_all(probe, grid, pace, sheet)
    if sheet.coloured:
        yield from _show_without_colour(probe, grid, pace, sheet)
    sheet.take_noise(probe.baseline_noise())
    return sheet.tuning()


def _show_all(probe: Probe, grid: Plan, pace: Pace, sheet: Sheet) -> Iterator[Update]:
    for points in _chunks(coarse_first(grid.shape), pace):
        pictures = grid.render(points, probe.device)
        sheet.add(points, probe.respond(pictures), pictures)
        pace.finished(len(points))
        yield Progress(sheet.done, grid.total)
        if pace.partial_is_due() or sheet.done == grid.total:
            yield Partial(pace.timed(sheet.tuning))


def _show_without_colour(probe: Probe, grid: Plan, pace: Pace, sheet: Sheet) -> Iterator[Update]:
    best = sheet.best_points()
    weights = torch.tensor(LUMINANCE, device=probe.device).view(1, 3, 1, 1)
    responses = []
    for points in _chunks(best, pace):
        grey = (grid.render(points, probe.device) * weights).sum(1, keepdim=True).expand(-1, 3, -1, -1)
        responses.append(probe.respond(grey))
        pace.finished(len(points))
        yield Progress(grid.total, grid.total, "Without colour")
    sheet.take_colourless(best, np.concatenate(responses))


def _chunks(order: Points, pace: Pace) -> Iterator[Points]:
    """Flat indices of the stimuli to show next, until all have been."""
    while order.size:
        pace.started()
        points, order = order[: pace.size], order[pace.size :]
        yield points
