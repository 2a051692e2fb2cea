"""Groups by transform: which unit fires where another's examples are turned, mirrored, scaled or recoloured.

Source: Olah et al. 2020, "Naturally Occurring Equivariance in Neural Networks" (Distill).
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
import torch

from inspector.lenses.base import Progress, Update
from inspector.lenses.suggestions import Array, SuggestionParameters
from inspector.lenses.suggestions.families import groups_of, siblings_of
from inspector.lenses.suggestions.find import Found
from inspector.lenses.suggestions.gaze import Gaze
from inspector.lenses.suggestions.pictures import Strongest, strongest
from inspector.lenses.suggestions.turns import Turn, turned, turns
from inspector.network.errors import InspectorError
from inspector.network.graph import Node
from inspector.network.network import Network
from inspector.pictures.picture import PictureError
from inspector.probe.cancel import CancelToken
from inspector.saying import say

_BATCH = 32
_MOST_UNITS = 768
_KEPT = 4


def compare(
    network: Network, node: Node, unit: int | None, parameters: SuggestionParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Transform every unit's examples, or one unit's, and see who fires.

    Raises:
        InspectorError: There are no pictures, none opens, or the node has too many units to try all.
        Cancelled: The token was set.
    """
    if unit is None and node.units > _MOST_UNITS:
        raise InspectorError(
            say(
                "{name} has {units:,} units, too many to try: name one of them.",
                name=node.name,
                units=node.units,
            )
        )
    title, examples = yield from strongest(network, node, parameters, token)
    tried = turns(parameters.kinds)
    shares = yield from _Trial(network, node, tried, token).shares(examples, unit)
    siblings = siblings_of(shares, tried, parameters.share, unit)
    count = min(parameters.examples, max(map(len, examples), default=0))
    source = say(
        "Examples of {name} ({title}), {count} for each unit, transformed: who fires now",
        name=node.name,
        title=title,
        count=count,
    )
    return Found(groups_of(node.name, siblings, source, unit), tuple(siblings))


class _Trial:
    """Shows transformed examples and adds up who fires, as a share of each unit's own best answer."""

    def __init__(self, network: Network, node: Node, tried: tuple[Turn, ...], token: CancelToken) -> None:
        self._network, self._node, self._token = network, node, token
        self._tried: tuple[Turn | None, ...] = (None, *tried)
        self._gaze = Gaze(network, node)
        self._best = np.full((_KEPT, node.units), -np.inf)

    def shares(self, examples: list[list[Strongest]], unit: int | None) -> Generator[Update, None, Array]:
        """float32 [units, 1 + transforms, units]: who (last) fires for whose examples, untouched ones first.

        1 is a unit's own best answer, 0 that to mid grey; NaN for units that nothing drives, and for rows
        that were not asked for.
        """
        count = self._node.units
        answers = np.full((count, len(self._tried), count), np.nan)
        height, width = self._network.preprocessing.crop
        grey = self._read(torch.full((1, 3, height, width), 0.5))[0]
        for number, own in enumerate(examples):
            yield Progress(number, count, f"{self._node.name}/{number}")
            self._token.check()
            every = unit in (None, number)
            found = self._of_unit(own, self._tried if every else self._tried[:1])
            if found is not None:
                answers[number, : len(found)] = found
        best = np.where(np.isfinite(self._best), self._best, np.nan)
        with np.errstate(invalid="ignore"):
            span = np.nanmean(best, 0) - grey if np.isfinite(best).any() else np.full(count, np.nan)
            scale = np.where(
                span > 1e-6 * max(float(np.nanmax(np.abs(span), initial=0)), 1e-12), span, np.nan
            )
        return np.asarray((answers - grey) / scale, np.float32)

    def _of_unit(self, own: list[Strongest], tried: tuple[Turn | None, ...]) -> Array | None:
        """Mean answers of all units to a unit's examples, for each transform; None where none opens."""
        views, places = [], []
        for example in own:
            try:
                views.append(self._network.preprocessing.view(example.picture.open()))
            except PictureError:
                continue
            places.append(self._gaze.centre(example.place))
        if not views:
            return None
        seen = torch.from_numpy(np.stack(views)).permute(0, 3, 1, 2).float() / 255
        source = torch.tensor(places, dtype=torch.float32)
        made = torch.cat([turned(seen, source, self._gaze.target, turn) for turn in tried])
        found = np.concatenate([self._read(part) for part in torch.split(made, _BATCH)])
        self._best = -np.sort(-np.concatenate([self._best, found]), axis=0)[:_KEPT]
        means: Array = found.reshape(len(tried), len(views), -1).mean(1)
        return means

    def _read(self, pictures: torch.Tensor) -> Array:
        """Answers [n, units] where the examples' middle lies."""
        batch = self._network.preprocessing.normalise(pictures).to(self._network.device)
        return self._gaze.read(batch, self._token)
