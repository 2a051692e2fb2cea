"""What has been measured so far, handed out as `Tuning`."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.indices import colour_selectivity, drive, of_one, strongest, table
from inspector.lenses.tuning.plan import Plan
from inspector.lenses.tuning.remarks import gaps, noted, on_phase
from inspector.lenses.tuning.response import Probe
from inspector.stimuli.thumbnails import thumbnail_side, thumbnails

_GREY_LEVEL = 128

Array = np.ndarray[Any, Any]


class Sheet:
    """Responses of all units and small pictures of all stimuli over a plan's grid.

    Attributes:
        done: How many stimuli have been measured.
        coloured: Whether one of them had colour.
    """

    def __init__(self, probe: Probe, plan: Plan, unit: int) -> None:
        self.done, self.coloured = 0, False
        self._probe, self._plan, self._unit = probe, plan, unit
        self._baselines = probe.baseline()
        self._noises: Array | None = None
        self._colour: dict[str, Array] = {}
        self._responses = np.full((plan.total, probe.units), np.nan, np.float32)
        self._side = thumbnail_side(plan.size, plan.total)
        self._stimuli = np.full((plan.total, self._side, self._side, 3), _GREY_LEVEL, np.uint8)

    def add(self, points: Array, responses: Array, pictures: torch.Tensor) -> None:
        """Take in responses [n, units] to pictures [n,3,H,W] at flat indices [n] of the grid."""
        coloured = has_colour(pictures)
        self.coloured |= coloured
        self._responses[points] = responses
        self._stimuli[points] = thumbnails(pictures if coloured else pictures[:, :1], self._side)
        self.done += len(points)

    def best_points(self) -> Array:
        """Flat indices, rising, of the stimuli that some unit likes best."""
        return np.unique(strongest(drive(self._responses, self._baselines)))

    def take_colourless(self, points: Array, responses: Array) -> None:
        """Take in responses [n, units] to the stimuli at `best_points`, shown without their colour."""
        driven = drive(self._responses, self._baselines)
        best, units = strongest(driven), np.arange(driven.shape[1])
        grey = drive(responses, self._baselines)[np.searchsorted(points, best), units]
        selectivity = colour_selectivity(driven[best, units], grey)
        self._colour = {"colour selectivity": selectivity.astype(np.float32)}

    def take_noise(self, noises: Array) -> None:
        """Take in the noise of the baselines [units], which is the last that is measured."""
        self._noises = noises

    def tuning(self) -> Tuning:
        """All there is now: fresh copies of the responses, a read-only view of the pictures."""
        plan, probe, complete = self._plan, self._probe, self._noises is not None
        responses = self._responses.reshape(*plan.shape, -1).copy()
        response = np.ascontiguousarray(responses[..., self._unit])
        indices = self._table(responses) if complete else {}
        remark = on_phase(plan.axes, probe.reads_over_positions)
        return Tuning(
            location=str(probe.location),
            family=plan.family.name,
            axes={axis.name: values.copy() for axis, values in zip(plan.axes, plan.samples, strict=True)},
            axis_units=tuple(axis.unit for axis in plan.axes),
            response=response,
            responses=responses,
            measured="sigma" if probe.scale else "raw",
            reduction=probe.reduction,
            baseline=float(self._baselines[self._unit]),
            stimuli=self._shared_stimuli(),
            indices=of_one(indices, self._unit),
            pre_activation=probe.pre_activation,
            complete=complete,
            axis_cards=plan.axes,
            fixed=dict(plan.fixed),
            baselines=self._baselines.copy(),
            note=noted(gaps(plan.axes, plan.samples, response), remark) if complete else "",
            table=indices,
            baseline_noises=np.zeros(0, np.float32) if self._noises is None else self._noises,
            scale_source=probe.scale.source if probe.scale else "",
            subject_text=plan.subject_text,
            recorded=probe.recorded,
            remark=remark,
            compute=probe.compute,
        )

    def _table(self, responses: Array) -> dict[str, Array]:
        return {**table(self._plan.axes, self._plan.samples, responses, self._baselines), **self._colour}

    def _shared_stimuli(self) -> Array:
        view = self._stimuli.reshape(*self._plan.shape, *self._stimuli.shape[1:]).view()
        view.flags.writeable = False
        return view


def has_colour(pictures: torch.Tensor) -> bool:
    """Whether pictures [n,3,H,W] are drawn in three channels: those of grey ones share their memory."""
    return pictures.stride(1) != 0
