"""Pieces of pictures: feature visualizations of some units of a node, or one picture of the whole node."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from inspector.batch.piece import Piece, Work
from inspector.batch.spoken import PictureAddress
from inspector.jobs.requests import LensRequest
from inspector.lenses.base import LensRun, Update, lens
from inspector.lenses.facets import Facet
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.network.location import Location
from inspector.workspace.features import LENS, places, recipe_at, to_findings
from inspector.workspace.recipe import recipe_digest

if TYPE_CHECKING:
    from inspector.jobs.bench import Bench
    from inspector.probe.cancel import CancelToken

_FRAME_EVERY = 0.1
Setting = tuple[str, int | float | str]


@dataclass(frozen=True)
class VisualizePiece(Piece):
    """Pictures of one objective.

    What the objective speaks of beside the network goes with it: facets in full, pictures by their digest.

    Attributes:
        node: The node; "" where the objective is of the network's output alone.
        units: The units, a picture each; none makes one picture of the whole node or network.
        objective: What is driven, as text.
        recipe: The recipe's name.
        settings: What departs from the recipe.
        pictures: The pictures that it speaks of.
        facets: The facets that it speaks of.
    """

    kind: ClassVar[str] = "visualization"
    node: str
    units: tuple[int, ...] = ()
    objective: str = "channel"
    recipe: str = "preview"
    settings: tuple[Setting, ...] = ()
    pictures: tuple[PictureAddress, ...] = ()
    facets: tuple[Facet, ...] = ()

    @property
    def title(self) -> str:
        if not self.units:
            return f"{self.node or self.network.name}: {self.objective}"
        end = f"–{self.units[-1]}" if len(self.units) > 1 else ""
        return f"{self.node}/{self.units[0]}{end}: {self.objective}"

    @property
    def place(self) -> Location:
        """Where the lens looks: the first unit, or the node, or the network."""
        return Location(self.network.name, self.node or None, self.units[0] if self.units else None)

    @cached_property
    def parameters(self) -> FeatureParameters:
        """The lens's parameters, without the pictures."""
        return with_recipe(
            self.recipe,
            objectives=(self.objective,),
            units=self.units,
            facets=self.facets,
            frame_every=float("inf"),
            **dict(self.settings),
        )

    @cached_property
    def digests(self) -> tuple[str, ...]:
        there = places(self.place, self.parameters)
        return tuple(recipe_digest(self._recipe(place)) for place in there)

    def _recipe(self, place: Location) -> dict[str, object]:
        found = recipe_at(self.network.shown, place, self.parameters, self.network.precision)
        if self.pictures:
            found["parameters"]["pictures"] = [{"digest": picture.digest} for picture in self.pictures]
        return found

    def work(self, bench: Bench, token: CancelToken) -> Work:
        network = bench.network(self.network.name)
        parameters = replace(self.parameters, pictures=tuple(one.opened() for one in self.pictures))
        if self.node:
            network.check(self.place)
        made = yield from _finished(lens(LENS).run(network, self.place, parameters, token))
        # Nobody goes on from these, and there are thousands.
        made = replace(made, checkpoint=None)
        return tuple(to_findings(made, network, self.place, parameters))

    def request(self) -> LensRequest:
        """The same as a job of the window, that shows the pictures as they grow."""
        return LensRequest(LENS, self.place, replace(self.parameters, frame_every=_FRAME_EVERY))

    def halves(self) -> tuple[Piece, ...]:
        middle = len(self.units) // 2
        if not middle:
            return ()
        return replace(self, units=self.units[:middle]), replace(self, units=self.units[middle:])

    def without(self, kept: frozenset[str]) -> Piece | None:
        left = [unit for unit, digest in zip(self.units, self.digests, strict=False) if digest not in kept]
        if not self.units or len(left) == len(self.units):
            return super().without(kept)
        return replace(self, units=tuple(left)) if left else None


def _finished(run: LensRun) -> Generator[Update, None, Feature]:
    result: Feature = yield from run
    return result
