"""Recipes by name: the settings that others published, and ours.

`strong` is what pays most where the value alone counts. SqueezeNet, four units a node, 128 px, values on
clean pictures as a share of those after lucent's 512 steps: at features.3 it has 0.88, 0.53, 1.00 and 0.90
after 64 steps, and 1.09, 0.84, 1.14 and 1.14 after 192; at features.7 1.40, 0.83, 1.04 and 1.46, and 1.76,
1.82, 1.34 and 1.78. Smaller steps (0.1) are slower, larger ones (0.4) stall; a sharing of 0.5 stalls where a
unit looks for fine detail, none at all makes noisier pictures. `standard` gives up a quarter of `strong`'s
value at features.7 and nearly half at features.3 for its colours.

`maco` departs from what Fel et al. published (NAdam 1.0, 32 crops narrowing to 5 % of the side) for the sake
of networks and computers smaller than theirs. SqueezeNet, 224 px, 96 steps, 4 crops: with theirs the value at
features.7/33 and features.12/5 is 16.6 and 4.0 and both pictures are noise around a few blots; narrowing to
25 % makes it 20.4 and 14.5; with a step size of 0.3 as well it is 27.0 and 25.4, and both show features.
Eight crops are what two cores can do in minutes. What is theirs can be set: `with_recipe("maco",
learning_rate=1.0, crops=32, crop_to=0.05)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from inspector.lenses.feature_visualization.knobs import KNOBS, Knob
from inspector.lenses.feature_visualization.parameters import FeatureParameters
from inspector.network.errors import InspectorError
from inspector.saying import say

__all__ = ["KNOBS", "Knob", "Recipe", "recipes", "with_recipe"]


@dataclass(frozen=True)
class Recipe:
    """Settings under a name.

    Attributes:
        name: The name in scripts.
        title: The name for a person.
        sentence: What it is good for.
        values: The parameters that differ from `standard`.
    """

    name: str
    title: str
    sentence: str
    values: Mapping[str, Any]


def recipes() -> Mapping[str, Recipe]:
    """All recipes by name."""
    return _RECIPES


def with_recipe(name: str, **overrides: Any) -> FeatureParameters:
    """The parameters of a recipe, some of them changed.

    Raises:
        InspectorError: There is no such recipe or parameter, or a value lies out of bounds.
    """
    found = _RECIPES.get(name)
    if found is None:
        raise InspectorError(
            say("There is no recipe “{name}”; there are {recipes}.", name=name, recipes=", ".join(_RECIPES))
        )
    try:
        return FeatureParameters(**{"recipe": name, **found.values, **overrides})
    except TypeError as error:
        raise InspectorError(say("The recipe “{name}”: {error}.", name=name, error=error)) from error


# What the publications use and what of it their authors leave open, see REFERENCE and the named sources.
_PLAIN_ADAM = {"sharing": 0.0, "decay": 0.0}
_ALL = (
    Recipe(
        "preview",
        "Preview",
        "A first idea within a second: small, few and large steps.",
        {"size": 96, "steps": 32, "learning_rate": 0.1},
    ),
    Recipe("standard", "Standard", "Natural colours and clear features in a few seconds.", {}),
    Recipe(
        "strong",
        "Strong",
        "The highest values in the fewest steps: glaring as lucid's, in a third of the steps.",
        {"size": 128, "steps": 192, "learning_rate": 0.2, "decay": 0.0, "sharing": 0.25},
    ),
    Recipe(
        "distill-2017",
        "Distill 2017",
        "As in the article “Feature visualization”: many steps, wide shifts.",
        {**_PLAIN_ADAM, "steps": 2560, "shift": 8.0, "shift_after": 4.0, "scaling": 0.05, "turn": 5.0},
    ),
    Recipe(
        "lucid",
        "Lucid",
        "The defaults of the library lucid and its followers: strong and glaring.",
        {**_PLAIN_ADAM, "size": 128, "steps": 512},
    ),
    Recipe(
        "microscope",
        "Microscope",
        "Size and steps of OpenAI Microscope: large, and slow.",
        {**_PLAIN_ADAM, "size": 224, "steps": 4096},
    ),
    Recipe(
        "maco",
        "MACO",
        "Only phases change, magnitudes stay natural; what matters not is transparent.",
        {
            "parameterization": "maco",
            "optimiser": "nadam",
            "learning_rate": 0.3,
            "sharing": 0.0,
            "decay": 0.0,
            "transform": 0.0,
            "size": 512,
            "steps": 256,
        },
    ),
)
_RECIPES: Mapping[str, Recipe] = MappingProxyType({recipe.name: recipe for recipe in _ALL})
