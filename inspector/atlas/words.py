"""What stands in an atlas for people to read: a sentence for each part, and numbers as they are written."""

from __future__ import annotations

import hashlib
import math
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.batch.spoken import terms_of
from inspector.lenses.feature_visualization.objectives import (
    Caricature,
    Channel,
    Diversity,
    Faceted,
    Interpolate,
    Logit,
    Neuron,
    parse,
)
from inspector.lenses.tuning.ticks import number

if TYPE_CHECKING:
    from inspector.probe.origins import Origin

Array = np.ndarray[Any, Any]
_LONGEST = 40
TITLES = {
    "channel": "Channel",
    "neuron": "Neuron",
    "-channel": "Negative",
    "layer": "DeepDream",
    "caricature": "Caricature",
}
SENTENCES = {
    "channel": "A picture made from noise so that the unit answers as strongly as can be, all over its map.",
    "neuron": "The same for one neuron, in the middle of the map: what the unit looks for, once.",
    "-channel": "A picture made so that the unit answers as little as can be: what speaks against it.",
    "layer": "A picture made so that all units of the node answer strongly.",
    "caricature": "One real picture, made again from what the node keeps of it and exaggerated.",
    "examples": "The pictures of the data set that the unit answers to most, cut to what it sees of them.",
    "tiles": "The picture of the data set that each unit answers to most, cut to what it sees of it.",
    "left out": "Real pictures are left out of this site: these are their values and classes.",
    "quilt": "Pictures drawn by chance from ranges of the unit's values, the highest first.",
    "histogram": "How often the unit takes which value, over all places of all pictures: "
    "brown below zero, blue above.",
    "tuning": "How the unit's answer changes while one property of a synthetic stimulus changes; "
    "the dashed line is its answer to plain grey.",
    "heat map": "The same over two properties at once: yellow is a strong answer, violet a weak one.",
    "weights in": "The kernels that the unit is made of, the strongest first: red excites, blue inhibits. "
    "The norm tells how large a kernel’s weights are, their sum which way it pushes.",
    "weights out": "The kernels by which later units use this one, the strongest first.",
    "notes": "What people have said of the unit.",
    "made": "What is needed to get the pictures and numbers of this page again.",
}


def title_of(objective: str) -> str:
    """What an objective is called above its picture."""
    return TITLES.get(objective, objective)


def sentence_of(objective: str) -> str:
    """One sentence on the picture of an objective."""
    if objective in SENTENCES:
        return SENTENCES[objective]
    asked = terms_of(objective)
    facet = next((term for term in asked if isinstance(term, Faceted)), None)
    if facet is not None:
        return (
            f"What drives the unit and shows the facet “{facet.name}”, learnt from two folders of pictures."
        )
    if len(asked) == 1 and isinstance(asked[0], Caricature):
        return SENTENCES["caricature"]
    if len(asked) == 1 and isinstance(asked[0], Logit):
        return "A picture made so that the network gives this class the highest score."
    if isinstance(parse(objective), Diversity):
        return "Pictures that drive the unit strongly and are to differ from each other."
    if isinstance(parse(objective), Interpolate):
        return "From one objective’s picture to another’s, in equal steps."
    return f"A picture made for the objective “{objective}”."


def measure_of(objective: str) -> str:
    """What kind of number an objective is worth."""
    asked = terms_of(objective)
    if len(asked) != 1 or not isinstance(asked[0], Channel | Neuron):
        return "value"
    return "mean activation" if isinstance(asked[0], Channel) else "activation"


def counted(count: int, name: str) -> str:
    """So many of something: "1 node", "1,024 nodes"."""
    return f"{count:,} {name}" if count == 1 else f"{count:,} {name}s"


def why_same(origin: Origin) -> str:
    """Why a picture of another unit is shown: what is made of that unit's values."""
    if origin.averaged:
        return "this unit is the mean of its values"
    return (
        "this unit only scales and shifts its values" if origin.is_scaled else "this unit hands its values on"
    )


def file_of(objective: str) -> str:
    """What the files of an objective are called: another name for every objective, on every file system."""
    known = {"channel": "channel", "neuron": "neuron", "-channel": "negative", "layer": "deepdream"}
    if objective in known:
        return known[objective]
    plain = re.sub(r"[^a-z0-9]+", "-", objective.lower()).strip("-")[:_LONGEST]
    # “channel + layer” and “channel - layer” are told apart by their digests.
    return f"objective-{plain}-{hashlib.sha256(objective.encode()).hexdigest()[:8]}"


def short(value: float | None) -> str:
    """Three digits of a number; a dash where there is none."""
    if value is None or not math.isfinite(value):
        return "–"
    return number(float(f"{value:.3g}"))


def rounded(value: float, digits: int = 4) -> float | None:
    """A number for data files; None where it is not finite."""
    return float(f"{value:.{digits}g}") if math.isfinite(value) else None


def percent(share: float) -> str:
    """A share as people write it."""
    return "–" if not math.isfinite(share) else f"{100 * share:.3g} %"
