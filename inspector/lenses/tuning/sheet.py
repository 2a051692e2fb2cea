"""What has been measured so far, handed out as `Tuning`."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.indices import gaps, indices
from inspector.lenses.tuning.plan import Plan
from inspector.lenses.tuning.response import Probe
from inspector.stimuli.thumbnails import thumbnail_side, thumbnails

_GREY_LEVEL = 128


class Sheet:
    """Responses of all units and small pictures of all stimuli over a plan's grid.

    Attributes:
        done: How many stimuli have been measured.
    """

    def __init__(self, probe: Probe, plan: Plan) -> None:
        self.done = 0
        self._probe, self._plan = probe, plan
        self._baselines = probe.baseline()
        self._responses = np.full((plan.total, probe.units), np.nan, np.float32)
        self._side = thumbnail_side(plan.size, plan.total)
        self._stimuli = np.full((plan.total, self._side, self._side, 3), _GREY_LEVEL, np.uint8)

    @property
    def complete(self) -> bool:
        """Whether every stimulus has been measured."""
        return self.done == self._plan.total

    def add(
        self, points: np.ndarray[Any, Any], responses: np.ndarray[Any, Any], pictures: torch.Tensor
    ) -> None:
        """Take in responses [n, units] to pictures [n,3,H,W] at flat indices [n] of the grid."""
        self._responses[points] = responses
        self._stimuli[points] = thumbnails(pictures, self._side)
        self.done += len(points)

    def tuning(self) -> Tuning:
        """All there is now: fresh copies of the responses, a read-only view of the pictures."""
        plan, probe = self._plan, self._probe
        responses = self._responses.reshape(*plan.shape, -1).copy()
        response = np.ascontiguousarray(responses[..., probe.unit])
        baseline = float(self._baselines[probe.unit])
        return Tuning(
            location=str(probe.location),
            family=plan.family.name,
            axes={axis.name: values.copy() for axis, values in zip(plan.axes, plan.samples, strict=True)},
            axis_units=tuple(axis.unit for axis in plan.axes),
            response=response,
            responses=responses,
            measured="raw",
            reduction=probe.reduction,
            baseline=baseline,
            stimuli=self._shared_stimuli(),
            indices=indices(plan.axes, plan.samples, response, baseline) if self.complete else {},
            pre_activation=probe.pre_activation,
            complete=self.complete,
            axis_cards=plan.axes,
            fixed=dict(plan.fixed),
            baselines=self._baselines.copy(),
            note=gaps(response) if self.complete else "",
        )

    def _shared_stimuli(self) -> np.ndarray[Any, Any]:
        view = self._stimuli.reshape(*self._plan.shape, *self._stimuli.shape[1:]).view()
        view.flags.writeable = False
        return view
