"""A unit's numbers as a JSON document, for those who want them in bulk."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from inspector.atlas.words import rounded
from inspector.lenses.tuning.document import plain
from inspector.lenses.tuning.units import of_unit

if TYPE_CHECKING:
    from inspector.atlas.unit_page import UnitFacts
    from inspector.atlas.unit_view import UnitView
    from inspector.lenses.examples import UnitExamples
    from inspector.lenses.examples.evidence import Example
    from inspector.lenses.tuning import Tuning
    from inspector.lenses.weights import Connection


def unit_document(view: UnitView, known: UnitFacts, *, names: bool) -> dict[str, Any]:
    """Everything that stands on the page; `names` tells whether pictures of the data set may be named."""
    weights = known.weights
    return {
        "address": view.address,
        "label": view.label,
        "note": view.note,
        "star": view.star,
        "groups": list(view.groups),
        "visualizations": [
            {
                "objective": figure.objective,
                "file": figure.file,
                "value": known.pictures[figure.objective].value,
                **_shared(known, figure.objective),
                "recipe": _public(figure.recipe),
            }
            for figure in view.figures
        ],
        "examples": None if known.examples is None else _examples(known.examples, names=names),
        "tuning": {family: _tuning(one, view.unit) for family, one in known.tunings.items()},
        "inputs": [] if weights is None else _connections(weights.inputs),
        "users": [] if weights is None else _connections(weights.users),
        "made": dict(view.made),
    }


def _shared(known: UnitFacts, objective: str) -> dict[str, Any]:
    """Whose picture it is, and how this unit's value follows from that one's."""
    if objective not in known.shared:
        return {}
    one = known.shared[objective]
    origin = {"node": one.origin.node, "unit": one.origin.unit, "objective": one.objective}
    return {"same_as": {**origin, "scale": rounded(one.origin.scale), "shift": rounded(one.origin.shift)}}


def _public(recipe: dict[str, Any]) -> dict[str, Any]:
    """A recipe without the batch that the unit was made in, and without files of this machine."""
    parameters = {
        name: value for name, value in recipe["parameters"].items() if name not in ("pictures", "resume")
    }
    if "facets" in parameters:  # a number for each unit of a node, on thousands of pages
        parameters["facets"] = [
            {name: one[name] for name in ("name", "node", "digest", "held_out")}
            for one in parameters["facets"]
        ]
    kept: dict[str, Any] = {
        name: recipe[name] for name in ("lens", "node", "unit", "preprocessing") if name in recipe
    }
    return {**kept, "parameters": parameters, "versions": dict(recipe.get("versions", {}))}


def _examples(found: UnitExamples, *, names: bool) -> dict[str, Any]:
    return {
        "pictures": found.pictures,
        "top": [_example(one, names=names) for one in found.top],
        "bottom": [_example(one, names=names) for one in found.bottom],
        "histogram": {
            "edges": [rounded(edge, 6) for edge in found.edges.tolist()],
            "counts": found.counts.tolist(),
        },
        **{
            name: rounded(getattr(found, name))
            for name in ("mean", "deviation", "lowest", "highest", "firing", "sparseness", "selectivity")
        },
        "class_means": {
            found.class_names[number]: rounded(float(found.class_means[number]))
            for number in found.class_order.tolist()
        },
        "correlated": [[unit, rounded(value)] for unit, value in found.correlated],
    }


def _example(one: Example, *, names: bool) -> dict[str, Any]:
    named = {"picture": one.name} if names else {}
    return {**named, "class": one.label, "value": rounded(one.value), "y": one.y, "x": one.x}


def _tuning(measured: Tuning, unit: int) -> dict[str, Any]:
    tuning = of_unit(measured, unit)
    return {
        "axes": {name: [rounded(value) for value in values.tolist()] for name, values in tuning.axes.items()},
        "units": dict(zip(tuning.axes, tuning.axis_units, strict=True)),
        "response": plain([rounded4(value) for value in tuning.response.ravel().tolist()]),
        "baseline": rounded(tuning.baseline),
        "indices": {name: rounded(value) for name, value in tuning.indices.items()},
        "measured": tuning.measured,
        "recorded": tuning.recorded,
        "fixed": dict(tuning.fixed),
    }


def rounded4(value: float) -> float:
    """Four digits of a number, what is not finite left as it is."""
    return float(f"{value:.4g}")


def _connections(wires: Iterable[Connection]) -> list[dict[str, Any]]:
    return [
        {"node": one.node, "unit": one.unit, "norm": rounded(one.norm), "sum": rounded(one.sum)}
        for one in wires
    ]
