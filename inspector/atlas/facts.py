"""What the workspace knows of a network, unit by unit: the one place where an atlas gets its facts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.request import AtlasParameters
from inspector.batch.reading import Kept
from inspector.batch.spoken import at_level
from inspector.lenses.base import lens
from inspector.lenses.weights import Weights, WeightsParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.scans import Scans
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Mark, Taxonomy, unit_place

if TYPE_CHECKING:
    from inspector.batch.sharing import Shared
    from inspector.lenses.examples import ScanSummary, UnitColumns, UnitExamples
    from inspector.lenses.examples.evidence import Example
    from inspector.lenses.tuning import Tuning
    from inspector.network.network import Network
    from inspector.workspace.finding import Finding

CONNECTIONS = 12
"""How many inputs and how many users of a unit are shown."""


@dataclass(frozen=True)
class Facts:
    """Looks up; computes nothing but the reading of weights.

    Attributes:
        network: The network.
        parameters: What the atlas is to hold.
        kept: What was computed of it.
        scans: Where scans are kept.
        scan: The scan whose examples are shown; None for none.
        taxonomy: What people said of the network.
    """

    network: Network
    parameters: AtlasParameters
    kept: Kept
    scans: Scans
    scan: ScanSummary | None
    taxonomy: Taxonomy

    def pictures(self, node: str, unit: int) -> dict[str, Finding]:
        """The visualizations of a unit by objective; what could not be made is left out."""
        asked = at_level(self.parameters.wish.objectives, "unit")
        found = ((one, self.kept.picture(node, unit, one)) for one in asked)
        return {objective: finding for objective, finding in found if finding is not None}

    def whole(self, node: str = "") -> dict[str, Finding]:
        """The visualizations of a whole node, or of the network's classes, by objective; likewise."""
        asked = at_level(self.parameters.wish.objectives, "node" if node else "network")
        found = ((one, self.kept.whole(node, one)) for one in asked)
        return {objective: finding for objective, finding in found if finding is not None}

    def shared(self, node: str, unit: int, objective: str) -> Shared | None:
        """Whose picture stands for that of an objective; None where it is the unit's own."""
        return self.kept.shared(node, unit, objective)

    def thumbnail(self, node: str) -> Finding | None:
        """The picture of a whole node."""
        return self.kept.thumbnail(self.network.nodes[node])

    def tunings(self, node: str) -> dict[str, Tuning]:
        """What was measured of a node, by family."""
        found = ((family, self.kept.tuning(node, family)) for family in self.parameters.wish.families)
        return {family: tuning for family, tuning in found if tuning is not None}

    def examples(self, node: str, unit: int) -> UnitExamples | None:
        """What the scan knows of a unit; None without a scan of its node."""
        if self.scan is None or node not in self.scan.nodes:
            return None
        return self.kept.examples(self.scan.key, node, unit)

    def tops(self, node: str, units: int) -> Mapping[int, Example]:
        """The strongest example of every unit; empty without a scan, and where none may be shown."""
        if self.scan is None or node not in self.scan.nodes or self.parameters.without_pictures:
            return {}
        return self.scans.tops(self.scan.key, node, range(units))

    def columns(self, node: str) -> UnitColumns | None:
        """Numbers of every unit of a node from the scan; None without one."""
        if self.scan is None or node not in self.scan.nodes:
            return None
        return self.scans.columns(self.scan.key, node)

    def weights(self, node: str, unit: int, token: CancelToken) -> Weights | None:
        """The strongest kernels into and out of a unit; None where they cannot be followed."""
        place = Location(self.network.name, node, unit)
        run = lens("weights").run(self.network, place, WeightsParameters(CONNECTIONS), token)
        try:
            while True:
                next(run)
        except StopIteration as end:
            found: Weights = end.value
            return found
        except InspectorError:
            return None

    def mark(self, node: str, unit: int | None = None) -> Mark:
        """Label, note and star of a unit or node."""
        return self.taxonomy.mark(node if unit is None else unit_place(node, unit))

    def groups(self, node: str, unit: int) -> tuple[str, ...]:
        """The groups that a unit is in."""
        return tuple(self.taxonomy.groups_of(unit_place(node, unit)))


@contextmanager
def opened_facts(
    network: Network, parameters: AtlasParameters, scan: str, workspace: Path
) -> Iterator[Facts]:
    """What a workspace knows; `scan` is the key of the scan whose examples are shown, "" for none.

    Raises:
        WorkspaceError: The workspace cannot be read.
    """
    scans = Scans(workspace)
    try:
        with Kept(parameters.wish, network, workspace) as kept:
            found = (one for one in scans.summaries(network.fingerprint) if scan and one.key == scan)
            taxonomy = Taxonomies(workspace).read(network.fingerprint)
            yield Facts(network, parameters, kept, scans, next(found, None), taxonomy)
    finally:
        scans.close()
