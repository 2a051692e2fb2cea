"""Attribution: which units, and where on a picture, made a class or a unit answer as it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from inspector.lenses.base import LensRun, register

if TYPE_CHECKING:
    from inspector.network.location import Location
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.probe.cancel import CancelToken

Array = np.ndarray[Any, Any]
Method = Literal["gradient", "integrated", "occlusion", "grad-cam"]


@dataclass(frozen=True)
class AttributionParameters:
    """Parameters of the attribution lens.

    Attributes:
        picture: The picture.
        method: "gradient": activation x gradient at the node (Baehrens et al. 2010; Olah et al. 2018).
            "integrated": integrated gradients on the way from nothing (Sundararajan, Taly, Yan 2017).
            "occlusion": a grey patch slides over the picture (Zeiler and Fergus 2014).
            "grad-cam": maps weighted by their mean gradient (Selvaraju et al. 2017).
        target: The class whose score is explained; None takes the picture's strongest, or `unit`.
        versus: A class whose score is subtracted: what speaks for the one and against the other.
        unit: Address of a unit ("conv3/17", behind the node) whose response, its sum over positions, is
            explained instead of a class.
        tolerance: Integrated gradients refine their steps until sum and difference agree to this share.
        patch: Side of the occluding patch as a share of the picture's shorter side.
        groups: How many groups of units that fire together (NMF) are looked for; 0 for none.
    """

    picture: Picture
    method: Method = "gradient"
    target: int | None = None
    versus: int | None = None
    unit: str = ""
    tolerance: float = 0.01
    patch: float = 0.15
    groups: int = 0


@dataclass(frozen=True)
class Groups:
    """Units of a node that fire together on the picture: V is about spatial x channels (Olah et al. 2018).

    Attributes:
        spatial: float32 [k, h, w], where each group is, scaled to a maximum of 1.
        channels: float32 [k, units], which units are in it, by how much.
        effects: float32 [k, classes], each group's share in each class's score: activation x gradient.
        classes: The classes, the explained ones first.
        labels: Their names.
        explained: Share of the activations' squares that the groups hold.
    """

    spatial: Array
    channels: Array
    effects: Array
    classes: tuple[int, ...]
    labels: tuple[str, ...]
    explained: float


@dataclass(frozen=True)
class Attribution:
    """Who made it fire; also what is yielded while it is measured.

    Attributes:
        location: The node's address; the network's for the picture itself.
        method: The method.
        picture: The picture's name.
        digest: The picture's digest.
        view: uint8 [H,W,3], what the network saw of it.
        target: What is explained, for a person.
        target_class: The class that is explained; -1 for a unit.
        heat: float32 [h,w], how much each place speaks for the target (below zero: against it).
        units: float32 [units], the same for each unit; empty where there are none.
        activations: float32 [units, h, w], the node's maps; empty for the picture itself.
        maps: float32 [units, h, w], each unit's share at each place; empty where there is none.
        score: What the network says of the target.
        reference: What it says where the node's value (or the picture) is nothing: zeros, mid grey.
        total: Sum of the shares; NaN for methods that do not add up to anything.
        error: |total - (score - reference)| as a share of |score - reference|; NaN where there is no total.
        steps: How many gradients or patches it took so far.
        groups: Groups of units, or None.
        complete: Whether it is the whole.
    """

    location: str
    method: str
    picture: str
    digest: str
    view: Array
    target: str
    target_class: int
    heat: Array
    units: Array
    activations: Array
    maps: Array
    score: float
    reference: float
    total: float
    error: float
    steps: int
    groups: Groups | None
    complete: bool


@register(
    "attribution",
    title="Attribution",
    explanation="Which units, and which places of the picture, made a class or a unit answer as it does.",
    resolution="picture",
    parameters=AttributionParameters,
)
def run(
    network: Network, location: Location, parameters: AttributionParameters, token: CancelToken
) -> LensRun:
    """Attribute at the location's node (the picture where there is none); returns `Attribution`."""
    from inspector.lenses.attribution.measure import measure

    return measure(network, location, parameters, token)
