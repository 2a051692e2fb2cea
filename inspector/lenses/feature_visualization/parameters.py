"""What feature visualization is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

import numpy as np

from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization import knobs
from inspector.lenses.feature_visualization.checkpoint import Checkpoint
from inspector.lenses.feature_visualization.objectives import Logit, Objective, parse
from inspector.network.errors import InspectorError
from inspector.pictures.picture import Picture


@dataclass(frozen=True)
class FeatureParameters:
    """Parameters of feature visualization; the defaults are the recipe `standard`.

    Attributes:
        objectives: What to make, side by side in one batch: texts of the objectives' language ("channel",
            "neuron", "-channel", "layer", "channel(3) - 0.5*neuron(7@2,3)", "diversity(channel, 4)" ...), or
            its objects. Most make one picture each, some several.
        units: Other units of the location's node to make in the same batch instead of the location's own
            (one picture per unit and objective).
        pictures: The pictures that "caricature" and "activation" speak of.
        recipe: Name of the recipe that the numbers below come from.
        size: Longer side of the picture in pixels; None takes the network's input size.
        steps: Steps of the optimiser in all, those before `resume` among them.
        seed: Seed of the starting picture and of the transformations; one seed makes one picture.
        parameterization: "fourier", "pixels", or "maco" (only phases, the magnitudes those of nature).
        learning_rate: Step size of the optimiser.
        decay: How strongly the picture is drawn back to grey at each step: its coefficients shrink by
            `learning_rate * decay`. Keeps colours and contrasts natural however many steps there are; 0 gives
            the highest values and glaring pictures, 1 faint ones.
        transform: Strength of the random shifts, turns and scalings between steps; 0 switches them off.
        shift: Largest first shift in pixels at strength 1 (half of lucid's jitter, which crops at a corner),
            of pictures of 128 pixels and more; of smaller ones the same share.
        shift_after: Largest second shift in pixels, after scaling and turning.
        scaling: Largest change of scale.
        turn: Largest turn in degrees.
        total_variation: Weight of the differences between neighbouring pixels; as the two below it counts
            against the objective's own value, so that it means the same for every unit.
        grey: Weight of the squared distance from mid grey.
        boundary: Weight of that distance at the picture's edges alone.
        diversity: Weight of what the pictures of one "diversity" objective have in common.
        sharing: How far Adam's second moment is shared within a picture; see `optimisers`.
        optimiser: "adam" or "nadam".
        crops: How many random crops the network sees at each step (maco).
        crop_steps: Over how many steps the crops narrow from half of the picture's side to `crop_to` of it.
        crop_to: The last crops' side as a share of the picture's.
        noise: Standard deviation of the noise laid over the crops.
        frame_every: Seconds between two yielded frames.
        resume: Where an earlier visualization of the same stopped; it goes on from there.
        facets: What “facet” speaks of.
    """

    objectives: tuple[str, ...] = ("channel",)
    units: tuple[int, ...] = ()
    pictures: tuple[Picture, ...] = ()
    recipe: str = "standard"
    size: int | None = None
    steps: int = 256
    seed: int = 0
    parameterization: str = "fourier"
    learning_rate: float = 0.05
    decay: float = 0.25
    transform: float = 1.0
    shift: float = 4.0
    shift_after: float = 2.0
    scaling: float = 0.1
    turn: float = 10.0
    total_variation: float = 0.0
    grey: float = 0.0
    boundary: float = 0.0
    diversity: float = 1.0
    sharing: float = 0.5
    optimiser: str = "adam"
    crops: int = 8
    crop_steps: int = 256
    crop_to: float = 0.25
    noise: float = 0.08
    frame_every: float = 0.1
    resume: Checkpoint | None = None
    facets: tuple[Facet, ...] = ()

    def __post_init__(self) -> None:
        # Objects may be given for texts: the text is what stands in recipes.
        object.__setattr__(self, "objectives", tuple(str(one) for one in self.objectives))
        knobs.check(vars(self))
        if not self.objectives:
            raise InspectorError("Feature visualization needs at least one objective.")

    @property
    def resolution(self) -> Literal["network", "node", "unit"]:
        """What the location has to name for these objectives.

        Raises:
            InspectorError: One of them does not read.
        """
        objectives = [parse(text) for text in self.objectives]
        if any(objective.is_relative for objective in objectives):
            return "unit"
        ends = [
            end for one in objectives for end in (one.parts if not isinstance(one, Objective) else (one,))
        ]
        of_output = all(isinstance(term, Logit) for end in ends for _, term in end.terms)
        return "network" if of_output else "node"


def as_json(parameters: FeatureParameters) -> dict[str, Any]:
    """The parameters as plain values; the inverse of `export.parameters_from`.

    Pictures stand there by name, digest and file. Where it was resumed from does not: one run gives the same.
    """
    values = {f.name: getattr(parameters, f.name) for f in fields(parameters) if f.name != "resume"}
    values["pictures"] = [
        {"name": picture.name, "digest": picture.digest, "path": str(picture.path) if picture.path else None}
        for picture in parameters.pictures
    ]
    values["facets"] = [facet.to_json() for facet in parameters.facets]
    if not parameters.facets:  # what was kept before there were any stays findable
        del values["facets"]
    return values


@dataclass(frozen=True)
class Feature:
    """Pictures under way or finished.

    Attributes:
        locations: Address of each picture's unit or neuron.
        objectives: Objective of each picture.
        images: uint8 [n, H, W, 3].
        step: Steps done.
        steps: Steps in all.
        values: float32 [n], the objective on the picture as it is shown, untransformed (of a lone negative
            term the term's own value, and always without regularisers); NaN until complete (under way the
            last column of `course` tells).
        course: float32 [n, step], the objective at each step (of the transformed pictures).
        moved: Per picture whether any gradient reached it; False means a dead unit, not a feature, and its
            image is left mid grey. True in frames under way, where a unit may still wake up.
        seed: The seed.
        seconds: Time spent, that before a checkpoint included.
        complete: Whether all steps are done.
        parameters: The parameters it was made with.
        fingerprint: The network's fingerprint; empty until complete.
        compute: On which device and in which precision ("cpu, float32").
        alpha: uint8 [n, H, W], opaque where gradients pointed at; MACO's transparency map, else None.
        checkpoint: Where it stopped, to go on from (`FeatureParameters.resume`); None until complete.
    """

    locations: tuple[str, ...]
    objectives: tuple[str, ...]
    images: np.ndarray[Any, Any]
    step: int
    steps: int
    values: np.ndarray[Any, Any]
    course: np.ndarray[Any, Any]
    moved: tuple[bool, ...]
    seed: int
    seconds: float
    complete: bool
    parameters: FeatureParameters = FeatureParameters()
    fingerprint: str = ""
    compute: str = "cpu, float32"
    alpha: np.ndarray[Any, Any] | None = None
    checkpoint: Checkpoint | None = None
