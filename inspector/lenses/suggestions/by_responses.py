"""Groups by responses: units whose maxima over pictures rise and fall together."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from inspector.lenses.base import Update
from inspector.lenses.comparison.measures import standardised
from inspector.lenses.suggestions import Array, Suggestion, SuggestionParameters
from inspector.lenses.suggestions.clustering import clusters
from inspector.lenses.suggestions.find import Found
from inspector.lenses.suggestions.pictures import answers
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.saying import say

_FEWEST = 3
_FEW = 50


def compare(
    network: Network, node: Node, unit: int | None, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Correlate the maxima over the kept scan's pictures, or over those that are shown now.

    Raises:
        InspectorError: Fewer than three pictures open: a correlation over two is always 1.
        Cancelled: The token was set.
    """
    kept = parameters.kept
    note = ""
    if kept is not None and kept.correlation is not None:
        table, title = kept.correlation, kept.title
    else:
        seen = yield from answers(network, node, parameters, token)
        if len(seen.values) < _FEWEST:
            raise InspectorError(
                say("A correlation needs three pictures or more; {count} opened.", count=len(seen.values))
            )
        table, title = (
            correlated(seen.values),
            say("{title}, {count} pictures", title=seen.title, count=len(seen.values)),
        )
        if len(seen.values) < _FEW:
            note = say(
                "Only {count} pictures: chance alone makes units alike. Scan more of them first.",
                count=len(seen.values),
            )
    source = say(
        "Maxima of {name} ({title}): a mean correlation of {likeness:g} or more.",
        name=node.name,
        title=title,
        likeness=parameters.likeness,
    )
    groups = [
        Suggestion(
            say("Fires like {name}/{members}", name=node.name, members=members[0][0]),
            "responses",
            node.name,
            members,
            source,
        )
        for members in clusters(table, parameters.likeness)
    ]
    return Found(groups, note=note)


def correlated(values: Array) -> Array:
    """Pearson's correlation [units, units] of maxima [pictures, units]; NaN for units that never vary."""
    units = standardised(values)
    table = np.clip(units.T @ units, -1, 1)
    still = ~units.any(0)
    table[still], table[:, still] = np.nan, np.nan
    return table
