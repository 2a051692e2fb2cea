"""Groups by kernels: kinds of first-layer kernels; deeper, units that are made of the same inputs alike."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from inspector.lenses.base import Progress, Update
from inspector.lenses.kernel_wall.gather import gather
from inspector.lenses.kernels.read import first_layer_kernels
from inspector.lenses.suggestions import Array, Suggestion, SuggestionParameters
from inspector.lenses.suggestions.clustering import clusters
from inspector.lenses.suggestions.find import Found
from inspector.lenses.suggestions.kernel_kinds import Kernel, described
from inspector.lenses.weights.strands import Strands
from inspector.lenses.weights.wiring import known_wiring
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say


def compare(
    network: Network, node: Node, unit: int | None, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Read the kernels and sort them by kind where they read the picture, by likeness where they do not.

    Raises:
        InspectorError: Nothing with weights makes the node's units, or it is too large.
        Cancelled: The token was set.
    """
    yield Progress(0, 1, say("Reading the weights of {name}", name=node.name))
    kernels = _on_picture(network, node, token)
    if kernels is not None:
        return Found(kinds_of(node.name, kernels))
    gathered = yield from gather(network, node, token)
    likeness = cosines(gathered.weights.reshape(node.units, -1))
    found = clusters(likeness, parameters.likeness)
    source = say(
        "Kernels of {name}: a mean cosine of {likeness:g} or more between their weights on all inputs.",
        name=node.name,
        likeness=parameters.likeness,
    )
    return Found(
        [
            Suggestion(
                say("Made like {name}/{members}", name=node.name, members=members[0][0]),
                "kernels",
                node.name,
                members,
                source,
            )
            for members in found
        ]
    )


def cosines(vectors: Array) -> Array:
    """Cosine between rows [units, n]; NaN for rows of zeros."""
    length = np.linalg.norm(vectors.astype(np.float64), axis=1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        unit = vectors / np.where(length > 0, length, np.nan)
    table: Array = unit @ unit.T
    return table


def _on_picture(network: Network, node: Node, token: CancelToken) -> Array | None:
    """Kernels [units, h, w, 3] about 0 of a node whose units each come from one kernel on the picture."""
    own = first_layer_kernels(network, node)
    if own is not None:
        return own - 0.5
    makers = Strands(network, known_wiring(network, token)).of(node.name)
    if len(makers) != 1 or (makers[0].unit < 0).any() or makers[0].node == node.name:
        return None
    read = first_layer_kernels(network, network.nodes[makers[0].node])
    if read is None or len(makers[0].unit) != node.units:
        return None
    return (read[makers[0].unit] - 0.5) * np.sign(makers[0].factor)[:, None, None, None]


def kinds_of(node: str, kernels: Array) -> list[Suggestion]:
    """The groups that kernels [units, h, w, 3] about 0 fall into."""
    groups: dict[str, list[tuple[int, Kernel]]] = {}
    for unit, kernel in enumerate(kernels):
        found = described(kernel)
        if found is not None:
            groups.setdefault(found.kind, []).append((unit, found))
    return [_suggested(node, kind, units) for kind, units in groups.items() if len(units) > 1]


def _suggested(node: str, kind: str, units: list[tuple[int, Kernel]]) -> Suggestion:
    ordered = sorted(units, key=lambda item: (item[1].along, item[0]))
    members = tuple((unit, kernel.sure) for unit, kernel in ordered)
    source = say("Kernels of {node} on the picture: {rule}.", node=node, rule=ordered[0][1].rule)
    return Suggestion(kind, "kernels", node, members, source, tuple(kernel.word for _, kernel in ordered))
