"""Which pictures of a wish are one and the same: made once, of the earliest unit, and shown of all.

Where a unit hands on the values of an earlier one, adds to them or multiplies them by a number above zero, or
is their mean, what drives the one as strongly as can be drives the other: the objectives' gradients differ
by a factor, which Adam divides out again.

Made from one start at the demonstration network's nodes, the two pictures of a unit that is handed on are
equal to the bit. Those before and behind a batch norm are equal to one level of 255 without the folding of
batch norms and the optimiser's floor; with these they part by up to four levels in the mean, as it happens.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from inspector.lenses.feature_visualization.recipes import with_recipe

if TYPE_CHECKING:
    from inspector.batch.wish import AtlasWish
    from inspector.lenses.feature_visualization import FeatureParameters
    from inspector.network.network import Network
    from inspector.probe.origins import Origin, Origins
    from inspector.workspace.finding import Finding

_OF_MEAN = {"channel": "channel", "neuron": "channel", "-channel": "-channel", "-neuron": "-channel"}
# Beyond, what keeps a vanishing gradient from being divided by nothing would tell the two apart.
_LARGEST_SCALE = 50.0


@dataclass(frozen=True)
class Shared:
    """A picture that is another unit's, too.

    Attributes:
        origin: The unit that it is made of, and what the one that shows it makes of its values.
        objective: What is made of that unit.
    """

    origin: Origin
    objective: str

    def of(self, finding: Finding) -> Finding:
        """The origin's finding with the value of the unit that shows it."""
        if finding.value is None:
            return finding
        return replace(finding, value=self.origin.scale * finding.value + self.origin.shift)


class Sharing:
    """The shared pictures of a wish.

    Args:
        wish: What is wished for.
        network: The open network.
        nodes: The nodes that the wish is about.
    """

    def __init__(self, wish: AtlasWish, network: Network, nodes: frozenset[str]) -> None:
        self._wish, self._network, self._nodes = wish, network, nodes

    def of(self, node: str, unit: int, objective: str) -> Shared | None:
        """Whose picture stands for this one; None where it is made itself."""
        from inspector.probe.origins import ancestors

        if not self._wish.shared or objective not in _OF_MEAN:
            return None
        found = None
        for origin in ancestors(self._origins, node, unit):
            asked = _OF_MEAN[objective] if origin.averaged else objective
            if self._is_made(origin, asked):
                found = Shared(origin, asked)
        return found

    def _is_made(self, origin: Origin, objective: str) -> bool:
        wish = self._wish
        scaled = origin.is_scaled and (
            self._penalised or not 1 / _LARGEST_SCALE <= origin.scale <= _LARGEST_SCALE
        )
        wished = origin.node in self._nodes and (not wish.units or origin.unit in wish.units)
        return wished and objective in wish.objectives and not scaled

    @cached_property
    def _origins(self) -> Origins:
        from inspector.lenses.feature_visualization.feed import picture_shape
        from inspector.probe.origins import origins

        # Crops of a picture are always shown at the network's own size.
        size = None if self._recipe.parameterization == "maco" else self._recipe.size
        return origins(self._network, picture_shape(self._network.preprocessing.crop, size))

    @cached_property
    def _recipe(self) -> FeatureParameters:
        settings = dict(self._wish.settings_for(self._network.input_shape))
        return with_recipe(self._wish.recipe, **settings)

    @cached_property
    def _penalised(self) -> bool:
        """Whether something is weighed against the objective's value, which a scale would change."""
        return bool(self._recipe.total_variation or self._recipe.grey or self._recipe.boundary)
