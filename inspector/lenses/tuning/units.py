"""The same measurement seen from another unit of the node: nothing has to run again. Free of torch."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.indices import of_one
from inspector.lenses.tuning.remarks import gaps, noted
from inspector.network.errors import AddressError
from inspector.network.location import Location
from inspector.saying import counted


def of_unit(tuning: Tuning, unit: int) -> Tuning:
    """The tuning of another unit of the same node.

    Raises:
        AddressError: The node has no such unit.
    """
    units = tuning.responses.shape[-1]
    if not 0 <= unit < units:
        raise AddressError(
            counted(
                "{location} was measured with {count} unit, {last}; {unit} is none.",
                "{location} was measured with {count} units, 0 to {last}; {unit} is none.",
                location=tuning.location,
                count=units,
                last=units - 1,
                unit=unit,
            )
        )
    response = np.ascontiguousarray(tuning.responses[..., unit])
    samples, axes = list(tuning.axes.values()), tuning.axis_cards
    return replace(
        tuning,
        location=str(replace(Location.parse(tuning.location), unit=unit)),
        response=response,
        baseline=float(tuning.baselines[unit]),
        indices=of_one(tuning.table, unit),
        note=noted(gaps(axes, samples, response), tuning.remark) if tuning.complete else "",
    )
