"""The command `visualize`."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any

from inspector import paths
from inspector.cli.opening import located, opened
from inspector.cli.output import complain, look, print_json, print_line
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.export import document, parameters_from, read_recipe, save
from inspector.lenses.feature_visualization.pace import LARGEST_BATCH
from inspector.lenses.feature_visualization.recipes import KNOBS, with_recipe
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.workspace.facets import Facets, names_in


def visualize(arguments: Namespace) -> None:
    """Make a picture for every location and objective, or one again from the recipe in its file."""
    network = opened(arguments.network, arguments.trust, arguments.edits)
    batches: list[list[Location]] = []
    if arguments.again is not None:
        batches, parameters = _from_file(network, arguments.again)
    else:
        parameters = _parameters(arguments)
    if names_in(parameters):
        facets = Facets(arguments.workspace or paths.data_dir())
        parameters = facets.given_to(parameters, network.fingerprint)
    if arguments.again is None:
        batches = _batches([_place(network, text, parameters) for text in arguments.locations])
    arguments.out.mkdir(parents=True, exist_ok=True)  # before minutes of work, not after
    found: list[dict[str, Any]] = []
    for batch in batches:
        feature = _made(network, batch, parameters)
        found += document(feature, save(feature, arguments.out))
    for entry in found:
        if not entry["moved"]:
            complain(f"{entry['location']} could not be moved: no gradient reached the picture.")
    if arguments.json:
        print_json(found)
    else:
        for entry in found:
            print_line(f"{entry['file']}  {entry['location']} {entry['objective']} {entry['value']:.6g}")


def _from_file(network: Network, file: Path) -> tuple[list[list[Location]], FeatureParameters]:
    """Where the picture of a file was made, its whole batch, and how."""
    recipe = read_recipe(file)
    if recipe.get("fingerprint") != network.fingerprint:
        raise InspectorError(f"{file} was made of another network than {network.name}, or of other weights.")
    parameters = parameters_from(recipe)
    place = replace(Location.parse(recipe["location"]), network=network.name)
    units = parameters.units or ((place.unit,) if place.unit is not None else ())
    batch = [replace(place, unit=unit) for unit in units] or [place]
    return [batch], replace(parameters, units=(), frame_every=float("inf"))


def _parameters(arguments: Namespace) -> FeatureParameters:
    given = {"size": arguments.size, "steps": arguments.steps, "seed": arguments.seed}
    given |= dict(arguments.settings)
    known = [knob.name for knob in KNOBS]
    for name in given:
        if name not in known:
            raise InspectorError(f"There is no setting “{name}”; there are {', '.join(known)}.")
    return with_recipe(
        arguments.recipe,
        objectives=tuple(arguments.objectives or ("channel",)),
        pictures=tuple(open_picture(path) for path in arguments.pictures),
        frame_every=float("inf"),
        **{name: value for name, value in given.items() if value is not None},
    )


def _place(network: Network, text: str, parameters: FeatureParameters) -> Location:
    """The location, which names a unit where one of the objectives needs it."""
    if parameters.resolution == "unit":
        return located(network, text)[0]
    place = Location.parse(text, network.name)
    if place.node is not None:
        network.check(place)
    return place


def _batches(places: list[Location]) -> list[list[Location]]:
    """Locations of one node and position together; that changes a picture by no more than rounding."""
    groups: dict[Any, list[Location]] = defaultdict(list)
    for place in dict.fromkeys(places):
        groups[place.node, place.position, place.unit is None].append(place)
    return [
        group[start : start + LARGEST_BATCH]
        for group in groups.values()
        for start in range(0, len(group), LARGEST_BATCH)
    ]


def _made(network: Network, batch: list[Location], parameters: FeatureParameters) -> Feature:
    units = tuple(place.unit for place in batch if place.unit is not None)
    values = vars(parameters) | {"units": units}
    title = ", ".join(map(str, batch))
    feature: Feature = look(title, "feature-visualization", network, batch[0], **values)
    return feature
