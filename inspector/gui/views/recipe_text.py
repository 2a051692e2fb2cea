"""A picture's recipe as facts that a person reads, and as the line of Python that makes it again."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from inspector.gui.translation import tr, within
from inspector.gui.views.words import number, reading
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.knobs import STATISTICS
from inspector.pictures.picture import Picture

if TYPE_CHECKING:
    from inspector.lenses.feature_visualization.recipes import Knob, Recipe

Fact = tuple[str, str]
_NOT_SAID = ("frame_every", "resume")
_OPENING = "from inspector.pictures.decode import open_picture"


def facts(feature: Feature, place: int, recipes: Mapping[str, Recipe], knobs: Sequence[Knob]) -> list[Fact]:
    """What the picture at `place` is and every number it was made with, each as (what, value)."""
    value = float(feature.values[place])
    parameters = feature.parameters
    found = [
        (tr("Location"), feature.locations[place]),
        (tr("Objective"), feature.objectives[place]),
        (tr("Reached"), reading(value) if math.isfinite(value) else tr("not known yet")),
        (tr("Recipe"), _recipe(parameters, recipes, knobs)),
    ]
    found += [(tr("Picture"), _source(picture)) for picture in parameters.pictures]
    found += [(tr(knob.title), _text(getattr(parameters, knob.name))) for knob in knobs]
    found.append((tr("Statistics"), tr(STATISTICS[parameters.parameterization])))
    found.append((tr("Made together"), _together(feature)))
    found.append((tr("Computed on"), feature.compute))
    if feature.fingerprint:
        found.append(
            (
                tr("Network"),
                tr("{location}, weights {fingerprint}").format(
                    location=feature.locations[place].partition("/")[0], fingerprint=feature.fingerprint[:12]
                ),
            )
        )
    return found


def python_line(parameters: FeatureParameters, location: str) -> str:
    """The call that makes the pictures again; what is as usual is left out."""
    usual = FeatureParameters()
    others = [
        f"{entry.name}={_code(getattr(parameters, entry.name))}"
        for entry in fields(parameters)
        if entry.name not in _NOT_SAID and getattr(parameters, entry.name) != getattr(usual, entry.name)
    ]
    call = ", ".join([f'inspector.result("feature-visualization", net, "{location}"', *others]) + ")"
    return f"{_OPENING}\n{call}" if parameters.pictures else call


def _code(value: Any) -> str:
    if isinstance(value, tuple):
        parts = [_code(part) for part in value]
        return f"({', '.join(parts)}{',' * (len(parts) == 1)})"
    return f"open_picture({str(value.path or value.name)!r})" if isinstance(value, Picture) else repr(value)


def _source(picture: Picture) -> str:
    return f"{picture.name}, {picture.path or tr('which was never a file')}"


def _recipe(parameters: FeatureParameters, recipes: Mapping[str, Recipe], knobs: Sequence[Knob]) -> str:
    recipe = recipes.get(parameters.recipe)
    if recipe is None:
        return parameters.recipe
    usual = FeatureParameters(**recipe.values)
    changed = [
        within(tr(knob.title))
        for knob in knobs
        if knob.name != "seed" and getattr(parameters, knob.name) != getattr(usual, knob.name)
    ]
    return (
        tr("{title}, changed: {changed}").format(title=tr(recipe.title), changed=", ".join(changed))
        if changed
        else tr(recipe.title)
    )


def _together(feature: Feature) -> str:
    count = len(feature.objectives)
    return (
        tr("alone")
        if count == 1
        else tr("{count} pictures: {objectives}").format(
            count=count, objectives=", ".join(feature.objectives)
        )
    )


def _text(value: Any) -> str:
    if value is None:
        return tr("automatic")
    return number(float(value)) if isinstance(value, float) else str(value)
