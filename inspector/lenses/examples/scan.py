"""One pass over a set of pictures that fills the examples of every unit of every chosen node."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch

from inspector.lenses.base import LensRun, Progress
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.examples.tally import Tally
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.location import Location
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.folders import collect
from inspector.pictures.picture import PictureError
from inspector.probe.cancel import CancelToken
from inspector.probe.record import values_at

# What the values of one batch may take: deep networks' nodes together make 100 MB per picture and more.
_BATCH_BYTES = 400_000_000


def scan(network: Network, location: Location, parameters: ExamplesParameters, token: CancelToken) -> LensRun:
    """The lens's generator; returns {node: `NodeExamples`}.

    Pictures that do not open are left out and listed in `NodeExamples.skipped`.

    Raises:
        AddressError: A node is not in the network.
        InspectorError: There is no picture, none that opens, or no node with units.
        Cancelled: The token was set.
    """
    nodes = _chosen(network, location, parameters)
    files = list(dict.fromkeys(collect(parameters.pictures)))
    if not files:
        raise InspectorError(f"There are no pictures in {', '.join(parameters.pictures) or 'an empty list'}.")
    tallies = {node.name: Tally(node, parameters.top) for node in nodes}
    names: list[str] = []
    skipped: list[str] = []
    size = _batch_size(nodes, parameters.batch_size)
    for start in range(0, len(files), size):
        yield Progress(start, len(files), _note(network, skipped))
        batch = _opened(network, files[start : start + size], names, skipped, token)
        if batch is not None:
            _add(network, batch, tallies, len(names) - len(batch), token)
    if not names:
        raise InspectorError(f"No picture could be opened; the first: {skipped[0]}")
    return {name: tally.result(tuple(names), tuple(skipped)) for name, tally in tallies.items()}


def _chosen(network: Network, location: Location, parameters: ExamplesParameters) -> list[Node]:
    """The nodes that are asked for; else the location's; else all that have units."""
    named = parameters.nodes or ((location.node,) if location.node is not None else ())
    nodes = [network.node(name) for name in dict.fromkeys(named)] or list(network.nodes.values())
    without = next((node for node in nodes if not node.units), None)
    if named and without is not None:
        raise InspectorError(f"{network.name}/{without.name} has no units to scan.")
    return [node for node in nodes if node.units]


def _batch_size(nodes: Sequence[Node], wanted: int) -> int:
    values = sum(torch.Size(node.shape).numel() for node in nodes)
    return max(min(wanted, _BATCH_BYTES // (4 * values + 1)), 1)


def _note(network: Network, skipped: list[str]) -> str:
    return f"Scanning with {network.name}" + (f", {len(skipped)} skipped" if skipped else "")


def _opened(
    network: Network, files: Sequence[Path], names: list[str], skipped: list[str], token: CancelToken
) -> torch.Tensor | None:
    """The network's input from the files that open; their names and what is wrong with others are listed."""
    pictures = []
    for file in files:
        token.check()
        try:
            pictures.append(network.preprocessing(open_picture(file).image))
            names.append(str(file))
        except PictureError as error:
            skipped.append(str(error))
    return torch.stack(pictures).to(network.device) if pictures else None


def _add(
    network: Network, batch: torch.Tensor, tallies: dict[str, Tally], first: int, token: CancelToken
) -> None:
    with torch.inference_mode():
        values = values_at(network, batch, list(tallies), token)
        for name, tally in tallies.items():
            token.check()
            tally.add(values.pop(name), first)
