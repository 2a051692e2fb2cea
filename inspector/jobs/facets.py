"""Training a facet and keeping it in the workspace."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

from inspector.jobs.bench import Bench
from inspector.lenses.base import Update, lens
from inspector.lenses.facets import Facet, FacetParameters
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class TrainFacet:
    """Train a facet at a node and keep it; returns `Facet`.

    Attributes:
        location: The node.
        parameters: Name, folders, penalty.
    """

    location: Location
    parameters: FacetParameters
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Facet]:
        """Run the lens, then write the file."""
        from inspector.workspace.facets import Facets

        network = bench.network(self.location.network)
        found: Facet = yield from lens("facet").run(network, self.location, self.parameters, token)
        Facets(bench.workspace).keep(found)
        return found
