"""Between feature visualizations and findings: one finding per unit, so that each of a batch is found."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.lenses.feature_visualization import Checkpoint, Feature, FeatureParameters, as_json
from inspector.network.device import current
from inspector.network.location import Location
from inspector.saying import counted, say
from inspector.workspace.checkpoints import packed, unpacked
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.finding import Finding

if TYPE_CHECKING:
    from inspector.network.network import Network

LENS = "feature-visualization"
_log = logging.getLogger(__name__)
# They change how a picture is come by, not the picture.
_UNCOUNTED = {"units", "frame_every"}
# What a feature tells of each picture, and how a recipe calls it.
_TOLD = {"locations": "location", "objectives": "objective", "moved": "moved"}


def places(location: Location, parameters: FeatureParameters) -> tuple[Location, ...]:
    """The location of each unit that such a request makes pictures of, in their order."""
    if not parameters.units:
        return (location,)
    return tuple(replace(location, unit=unit) for unit in parameters.units)


def unit_recipe(network: Network, place: Location, parameters: FeatureParameters) -> dict[str, Any]:
    """The recipe of one unit's pictures, whatever they are made together with.

    The network's name does not belong to it: its fingerprint and how it is shown pictures tell which it is.
    A checkpoint that it went on from does: the numbers before it may have been others.
    """
    return recipe_at(network.preprocessing.to_json(), place, parameters, network.precision)


def recipe_at(
    preprocessing: Mapping[str, Any], place: Location, parameters: FeatureParameters, precision: str = ""
) -> dict[str, Any]:
    """The same of a network that is shown pictures in this way (`Preprocessing.to_json`).

    `precision` is what it computes in; what holds for the process where it is left open.
    """
    precision = precision or current().precision
    # What was kept before there was a choice stays findable; another device changes the last digits only.
    fewer = {} if precision == "float32" else {"precision": precision}
    resumed = {} if parameters.resume is None else {"resumed_from": parameters.resume.digest}
    return {
        "lens": LENS,
        "node": place.node,
        "unit": place.unit,
        "position": place.position,
        "parameters": {name: value for name, value in as_json(parameters).items() if name not in _UNCOUNTED},
        "preprocessing": dict(preprocessing),
        **resumed,
        **fewer,
    }


def to_findings(
    feature: Feature, network: Network, location: Location, parameters: FeatureParameters
) -> list[Finding]:
    """A finished feature as one finding per unit; `parameters` are those that it was asked for with.

    Raises:
        WorkspaceError: Its pictures cannot be shared out among the units.
    """
    there = places(location, parameters)
    if parameters.units:  # tiles: nobody goes on from them, and there are thousands
        feature = replace(feature, checkpoint=None)
    told = {
        "fingerprint": feature.fingerprint,
        "step": feature.step,
        "versions": _versions(feature),
        "compute": feature.compute,
    }
    findings = []
    for index, (place, piece) in enumerate(zip(there, split(feature, len(there)), strict=True)):
        batch = {"units": parameters.units, "index": index}
        whole = unit_recipe(network, place, parameters) | told | {"batch": batch}
        findings.append(_finding(piece, place, whole))
    return findings


def from_finding(finding: Finding, place: Location, parameters: FeatureParameters) -> Feature:
    """The feature that was kept, in answer to a request for it; its checkpoint too where that is still there.

    Raises:
        WorkspaceError: The finding does not hold all of it.
    """
    try:
        values: dict[str, Any] = dict(finding.arrays)
        values |= {name: tuple(about[key] for about in finding.told) for name, key in _TOLD.items()}
        values["locations"] = tuple(_in_network(text, place.network) for text in values["locations"])
        return Feature(
            **values,
            images=finding.images,
            step=finding.recipe["step"],
            steps=parameters.steps,
            seed=parameters.seed,
            seconds=finding.seconds,
            complete=True,
            parameters=parameters,
            fingerprint=finding.fingerprint,
            compute=finding.recipe.get("compute", "cpu, float32"),  # what was kept before it was written down
            checkpoint=_checkpoint(finding),
        )
    except (TypeError, KeyError) as error:
        raise WorkspaceError(
            say("{place}: what is kept of it was kept by another version: {error}.", place=place, error=error)
        ) from error


def split(feature: Feature, count: int) -> list[Feature]:
    """The pictures of each of `count` units, which stand one after another; each tells its share of the time.

    Raises:
        WorkspaceError: They cannot be shared out evenly.
    """
    each, rest = divmod(len(feature.images), count)
    if rest or not each:
        raise WorkspaceError(
            counted(
                "{count} picture cannot be shared out among {units} units.",
                "{count} pictures cannot be shared out among {units} units.",
                count=len(feature.images),
                units=count,
            )
        )
    if count == 1:
        return [feature]
    return [_cut(feature, slice(i * each, (i + 1) * each), feature.seconds / count) for i in range(count)]


def join(features: Sequence[Feature], parameters: FeatureParameters) -> Feature:
    """The pictures of several units as if they had been made together; complete where all are.

    Where some are still growing, the courses of the others are shown up to the same step.
    """
    shown = min(feature.course.shape[1] for feature in features)
    pieces = [replace(feature, course=feature.course[:, :shown]) for feature in features]
    joined: dict[str, Any] = {
        name: np.concatenate([getattr(piece, name) for piece in pieces]) for name in _arrays(pieces[0])
    }
    joined |= {name: tuple(item for piece in pieces for item in getattr(piece, name)) for name in _TOLD}
    return replace(
        features[0],
        **joined,
        step=min(feature.step for feature in features),
        seconds=sum(feature.seconds for feature in features),
        complete=all(feature.complete for feature in features),
        # Where one batch stopped says nothing of another.
        checkpoint=features[0].checkpoint if len(features) == 1 else None,
        parameters=parameters,
    )


def _checkpoint(finding: Finding) -> Checkpoint | None:
    if not finding.state:
        return None
    try:
        return unpacked(finding.state)
    except WorkspaceError as error:
        _log.info("%s", error)  # another version's; the picture is good all the same
        return None


def _finding(feature: Feature, place: Location, recipe: dict[str, Any]) -> Finding:
    value = float(feature.values[0])
    return Finding(
        fingerprint=feature.fingerprint,
        location=str(place),
        lens=LENS,
        recipe=recipe,
        images=feature.images,
        arrays={name: getattr(feature, name) for name in _arrays(feature) if name != "images"},
        told=tuple(
            {key: getattr(feature, name)[i] for name, key in _TOLD.items()}
            for i in range(len(feature.images))
        ),
        value=value if math.isfinite(value) else None,
        made_at=time.time(),
        seconds=feature.seconds,
        state=packed(feature.checkpoint) if feature.checkpoint is not None else b"",
    )


def _arrays(feature: Feature) -> list[str]:
    """Names of the fields that are arrays; each has a row per picture."""
    return [field.name for field in fields(feature) if isinstance(getattr(feature, field.name), np.ndarray)]


def _cut(feature: Feature, part: slice, seconds: float) -> Feature:
    values: dict[str, Any] = {name: getattr(feature, name)[part] for name in (*_arrays(feature), *_TOLD)}
    return replace(feature, **values, seconds=seconds, checkpoint=None)


def _in_network(address: str, name: str) -> str:
    """The address in the same network under the name that it is open by now."""
    return str(replace(Location.parse(address), network=name))


def _versions(feature: Feature) -> Any:
    # The lens's own answer; it imports torch, which is there when there is a feature.
    from inspector.lenses.feature_visualization.export import recipe

    return recipe(feature, 0)["versions"]
