"""Pieces of tuning: every unit of a node's responses to one family of stimuli."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from inspector.batch.piece import Piece, Work
from inspector.lenses.base import lens
from inspector.lenses.tuning import Tuning, TuningParameters
from inspector.network.location import Location
from inspector.workspace.recipe import recipe_digest
from inspector.workspace.tunings import LENS, recipe_of, to_finding

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.probe.cancel import CancelToken

AT_ONCE = 16
"""Stimuli in a forward pass: always as many, for the last bits of the responses depend on it."""


@dataclass(frozen=True)
class TuningPiece(Piece):
    """The responses of all units of a node to a family's own axes.

    Attributes:
        node: The node.
        family: Name of the family.
    """

    kind: ClassVar[str] = "tuning"
    node: str
    family: str

    @property
    def title(self) -> str:
        return f"{self.node}: {self.family}"

    @property
    def parameters(self) -> TuningParameters:
        """The lens's parameters."""
        return TuningParameters(self.family, at_once=AT_ONCE)

    @cached_property
    def digests(self) -> tuple[str, ...]:
        address = self.network
        recipe = recipe_of(address.shown, self.node, self.parameters, address.precision)
        return (recipe_digest(recipe),)

    def work(self, bench: Bench, token: CancelToken) -> Work:
        network = bench.network(self.network.name)
        place = Location(network.name, self.node, 0)
        network.check(place)
        made: Tuning = yield from lens(LENS).run(network, place, self.parameters, token)
        return (to_finding(made, network, self.parameters),)
