"""Feature visualization: a picture that drives a unit, found by gradient ascent (Olah et al. 2017)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inspector.lenses.base import LensRun, register
from inspector.lenses.feature_visualization.checkpoint import Checkpoint
from inspector.lenses.feature_visualization.parameters import Feature, FeatureParameters, as_json

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.probe.cancel import CancelToken

__all__ = ["Checkpoint", "Feature", "FeatureParameters", "as_json", "run"]


@register(
    "feature-visualization",
    title="Feature visualization",
    explanation="A picture made from noise, changed bit by bit until the unit answers as strongly as can be.",
    resolution="unit",
    parameters=FeatureParameters,
)
def run(network: Network, location: Location, parameters: FeatureParameters, token: CancelToken) -> LensRun:
    """Optimise the pictures; yields `Partial(Feature)` frames and returns the complete `Feature`."""
    from inspector.lenses.feature_visualization.optimise import visualize

    return visualize(network, location, parameters, token)
