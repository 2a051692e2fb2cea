"""What a picture is to drive: small frozen objects that add up, with a text form that reads back.

    from inspector.lenses.feature_visualization.objectives import Channel, Neuron, parse

    Channel(3) - 0.5 * Neuron(7, (2, 3)) == parse("channel(3) - 0.5*neuron(7@2,3)")

Nothing here needs torch; `score` says what the objects mean for a network's values.
"""

from __future__ import annotations

from inspector.lenses.feature_visualization.objectives.facets import Faceted
from inspector.lenses.feature_visualization.objectives.pictured import Activation, Caricature
from inspector.lenses.feature_visualization.objectives.strips import Diversity, Interpolate, Strip
from inspector.lenses.feature_visualization.objectives.sums import Objective, Sum, Term
from inspector.lenses.feature_visualization.objectives.terms import Channel, Direction, Layer, Logit, Neuron
from inspector.lenses.feature_visualization.objectives.text import NAMES, parse

__all__ = [
    "NAMES",
    "Activation",
    "Caricature",
    "Channel",
    "Direction",
    "Diversity",
    "Faceted",
    "Interpolate",
    "Layer",
    "Logit",
    "Neuron",
    "Objective",
    "Strip",
    "Sum",
    "Term",
    "parse",
]
