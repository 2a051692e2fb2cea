"""One number per stimulus and unit, read off a node."""

from __future__ import annotations

from typing import Any, get_args

import numpy as np
import torch

from inspector.lenses.tuning.nonlinearity import is_pre_activation
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from inspector.probe.reduce import Reduction, per_unit, units_first
from inspector.stimuli.drawing import GREY

FloatArray = np.ndarray[Any, np.dtype[np.float32]]


class Probe:
    """Answers of all units of a location's node to batches of pictures.

    Attributes:
        location: The location; its unit is the one asked for.
        unit: That unit.
        device: Where the network wants its input.
        reduction: What is read of the node's map: "centre", "max", "mean", or a neuron's "y,x".
        pre_activation: Whether values below zero can be seen there.

    Raises:
        AddressError: The network has no such location.
        InspectorError: The location names no unit, or the reduction is unknown.
    """

    def __init__(
        self, network: Network, location: Location, reduction: Reduction, token: CancelToken
    ) -> None:
        if location.unit is None:
            raise InspectorError(
                f"{location} names no unit; a tuning curve is that of a unit, as in {location}/0."
            )
        if reduction not in get_args(Reduction):
            raise InspectorError(
                f"There is no reduction “{reduction}”; there are {', '.join(get_args(Reduction))}."
            )
        self._network, self._node, self._token = network, network.check(location), token
        self._reduction = reduction
        self.location, self.unit, self.device = location, location.unit, network.device
        self.reduction = "{},{}".format(*location.position) if location.position else str(reduction)
        self.pre_activation = is_pre_activation(network.nodes, self._node.name)

    @property
    def units(self) -> int:
        """How many units the node has."""
        return self._node.units

    def respond(self, pictures: torch.Tensor) -> FloatArray:
        """Responses [n, units] to pictures [n,3,H,W] in [0,1]; runs no further than the node."""
        with torch.inference_mode():
            batch = self._network.preprocessing.normalise(pictures)
            value = values_at(self._network, batch, [self._node.name], self._token)[self._node.name]
            reduced: FloatArray = self._reduce(value).float().cpu().numpy()
        return reduced

    def baseline(self) -> FloatArray:
        """Responses [units] to plain mid grey."""
        grey = torch.full((1, 3, *self._network.preprocessing.crop), GREY, device=self.device)
        baseline: FloatArray = self.respond(grey)[0]
        return baseline

    def _reduce(self, value: torch.Tensor) -> torch.Tensor:
        if self.location.position is None:
            return per_unit(value, self._node, self._reduction)
        place = np.ravel_multi_index(self.location.position, self._node.map_shape)
        return units_first(value, self._node)[:, :, int(place)]
