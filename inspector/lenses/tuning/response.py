"""One number per stimulus and unit, read off a node."""

from __future__ import annotations

from typing import Any, get_args

import numpy as np
import torch

from inspector.lenses.tuning import Reduction, UnitScale
from inspector.lenses.tuning.nonlinearity import is_pre_activation, nodes_before
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at
from inspector.probe.reduce import per_unit, units_first
from inspector.saying import counted, say
from inspector.stimuli.drawing import GREY

FloatArray = np.ndarray[tuple[Any, ...], np.dtype[np.float32]]

_NOISE, _NOISY_PICTURES = 0.02, 8


class Probe:
    """Answers of all units of a location's node to batches of pictures.

    Args:
        network: The network.
        location: Where to look; where it has a position, that one of the map is read.
        reduction: What is read of the node's map else.
        scale: Where given, responses are in standard deviations of each unit over a set of pictures.
        pre_activation: Whether a node that is a nonlinearity is read just before it, where that can be told
            and no scale is given; what the scale was read at else.
        token: Looked at before every leaf module.

    Attributes:
        location: The location.
        units: How many units the node has.
        device: Where the network wants its input.
        compute: Where and in which precision it answers.
        size: Height and width of the pictures that it is shown.
        reduction: What is read of the node's map: "centre", "max", "mean", or a neuron's "y,x".
        recorded: The node whose values are read, or several whose units stand side by side ("a + b").
        pre_activation: Whether values below zero can be seen there.
        scale: The scale, or None for raw responses.

    Raises:
        AddressError: The network has no such location.
        InspectorError: The node has no units, the reduction is unknown, or the scale is another node's.
    """

    def __init__(
        self,
        network: Network,
        location: Location,
        reduction: Reduction,
        scale: UnitScale | None,
        pre_activation: bool,
        token: CancelToken,
    ) -> None:
        if reduction not in get_args(Reduction):
            raise InspectorError(
                say(
                    "There is no reduction “{reduction}”; there are {get_args}.",
                    reduction=reduction,
                    get_args=", ".join(get_args(Reduction)),
                )
            )
        node = network.check(location)
        if not node.units:
            raise InspectorError(
                say(
                    "{name}/{node_name} has no units that could be tuned to anything.",
                    name=network.name,
                    node_name=node.name,
                )
            )
        _check_scale(scale, location, node.units)
        before = nodes_before(network.nodes, node.name)
        if scale is not None:
            _check_read(scale, (before, (node.name,)), location)
            before = scale.nodes
        self._node, self._read = node, (before if pre_activation or scale else ()) or (node.name,)
        self._network, self._token, self._reduction = network, token, reduction
        self.location, self.units, self.device = location, node.units, network.device
        self.compute = network.compute
        self.size = network.preprocessing.crop
        self.reduction = "{},{}".format(*location.position) if location.position else str(reduction)
        self.recorded = " + ".join(self._read)
        self.pre_activation = any(is_pre_activation(network.nodes, name) for name in self._read)
        self.scale = scale

    @property
    def reads_over_positions(self) -> bool:
        """Whether a response is taken from several positions of a map."""
        several = torch.Size(self._node.map_shape).numel() > 1
        return several and self.location.position is None and self._reduction != "centre"

    def respond(self, pictures: torch.Tensor) -> FloatArray:
        """Responses [n, units] to pictures [n,3,H,W] in [0,1]; runs no further than the node."""
        with torch.inference_mode():
            batch = self._network.preprocessing.normalise(pictures)
            values = values_at(self._network, batch, self._read, self._token)
            parts = [self._reduce(values[name]) for name in self._read]
            reduced: FloatArray = torch.cat(parts, dim=1).float().cpu().numpy()
        return _scaled(reduced, self.scale)

    def baseline(self) -> FloatArray:
        """Responses [units] to plain mid grey."""
        baseline: FloatArray = self.respond(self._grey(1))[0]
        return baseline

    def baseline_noise(self) -> FloatArray:
        """Standard deviation [units] of the responses to mid grey with a little noise in every pixel.

        Eight pictures, always the same ones, with Gaussian noise of sd 0.02 (five of 256 grey levels) in each
        channel of each pixel. A network without dropout has no noise of its own: this tells which differences
        between stimuli are no larger than those that nobody would see.
        """
        generator = torch.Generator().manual_seed(0)
        noise = torch.randn((_NOISY_PICTURES, 3, *self.size), generator=generator) * _NOISE
        responses = self.respond((self._grey(_NOISY_PICTURES) + noise.to(self.device)).clamp(0, 1))
        noise_of_units: FloatArray = responses.std(axis=0, ddof=1, dtype=np.float64).astype(np.float32)
        return noise_of_units

    def _grey(self, count: int) -> torch.Tensor:
        return torch.full((count, 3, *self.size), GREY, device=self.device)

    def _reduce(self, value: torch.Tensor) -> torch.Tensor:
        if self.location.position is None:
            return per_unit(value, self._node, self._reduction)
        place = np.ravel_multi_index(self.location.position, self._node.map_shape)
        return units_first(value, self._node)[:, :, int(place)]


def _check_scale(scale: UnitScale | None, location: Location, units: int) -> None:
    if scale is not None and not scale.means.shape == scale.deviations.shape == (units,):
        raise InspectorError(
            counted(
                "The scale over {source} holds {count:,} unit; {location} has {units:,}.",
                "The scale over {source} holds {count:,} units; {location} has {units:,}.",
                source=scale.source,
                count=len(scale.means),
                location=location,
                units=units,
            )
        )


def _check_read(scale: UnitScale, allowed: tuple[tuple[str, ...], ...], location: Location) -> None:
    if scale.nodes and scale.nodes not in allowed:
        raise InspectorError(
            say(
                "The scale over {source} was read at {nodes}, not at {location}.",
                source=scale.source,
                nodes=" + ".join(scale.nodes),
                location=location,
            )
        )


def _scaled(responses: FloatArray, scale: UnitScale | None) -> FloatArray:
    """In standard deviations from each unit's mean; NaN for a unit that answers all pictures alike."""
    if scale is None:
        return responses
    deviations = np.where(scale.deviations > 0, scale.deviations, np.nan)
    scaled: FloatArray = ((responses - scale.means) / deviations).astype(np.float32)
    return scaled
