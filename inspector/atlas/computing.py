"""Computing what an atlas asks for and the workspace lacks."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector.atlas.facts import Facts, feature_parameters
from inspector.atlas.node_page import LAYER
from inspector.atlas.request import AtlasParameters
from inspector.jobs.bench import Bench
from inspector.jobs.requests import LensRequest
from inspector.jobs.scanning import ScanPictures
from inspector.lenses.base import Update, lens
from inspector.lenses.examples import ExamplesParameters
from inspector.lenses.tuning import TuningParameters
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.features import LENS
from inspector.workspace.scans import Scans

if TYPE_CHECKING:
    from inspector.lenses.examples import ScanSummary
    from inspector.lenses.tuning import Tuning
    from inspector.network.network import Network

_AT_ONCE = 16


@dataclass
class Computing:
    """The work of one atlas: scan, visualizations, tuning; what is kept is taken from the workspace."""

    bench: Bench
    network: Network
    parameters: AtlasParameters
    nodes: tuple[str, ...]
    families: tuple[str, ...]
    scan: ScanSummary | None = None
    tunings: dict[tuple[str, str], Tuning] = field(default_factory=dict)

    def run(self, token: CancelToken) -> Generator[Update, None, None]:
        """Do all of it.

        Raises:
            InspectorError: It cannot be done; what was found is kept.
            Cancelled: The token was set, likewise.
        """
        if self.parameters.pictures:
            wish = ExamplesParameters(pictures=self.parameters.pictures, nodes=self.nodes)
            self.scan = yield from ScanPictures(self.network.name, wish).start(self.bench, token)
        for request in self._visualizations():
            yield from request.start(self.bench, token)
        for node in self.nodes:
            for family in self.families:
                place = Location(self.network.name, node, 0)
                run = lens("tuning").run(self.network, place, TuningParameters(family), token)
                self.tunings[node, family] = yield from run

    def _visualizations(self) -> Iterator[LensRequest]:
        for node in self.nodes:
            place = Location(self.network.name, node)
            yield LensRequest(LENS, place, feature_parameters(self.parameters, LAYER))
            units = self.network.nodes[node].units
            for objective in self.parameters.objectives:
                for first in range(0, units, _AT_ONCE):
                    batch = tuple(range(first, min(first + _AT_ONCE, units)))
                    wish = replace(feature_parameters(self.parameters, objective), units=batch)
                    yield LensRequest(LENS, place.at(node, first), wish)

    @contextmanager
    def facts(self) -> Iterator[Facts]:
        """What the workspace knows now."""
        scans = Scans(self.bench.workspace)
        try:
            yield Facts(self.network, self.parameters, self.bench.findings, scans, self.scan, self._tuning)
        finally:
            scans.close()

    def _tuning(self, node: str, family: str) -> Tuning | None:
        return self.tunings.get((node, family))
