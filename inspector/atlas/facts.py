"""What the workspace knows of a network, unit by unit: the one place where an atlas gets its facts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from inspector.lenses.base import lens
from inspector.lenses.feature_visualization.recipes import with_recipe
from inspector.lenses.weights import Weights, WeightsParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.workspace.features import unit_recipe
from inspector.workspace.recipe import recipe_digest
from inspector.workspace.taxonomies import Taxonomies
from inspector.workspace.taxonomy import Mark, Taxonomy, unit_place

if TYPE_CHECKING:
    from inspector.atlas.request import AtlasParameters
    from inspector.lenses.examples import ScanSummary, UnitColumns, UnitExamples
    from inspector.lenses.examples.evidence import Example
    from inspector.lenses.feature_visualization import FeatureParameters
    from inspector.lenses.tuning import Tuning
    from inspector.network.network import Network
    from inspector.workspace.finding import Finding
    from inspector.workspace.findings import Findings
    from inspector.workspace.scans import Scans

CONNECTIONS = 12
"""How many inputs and how many users of a unit are shown."""
Tunings = Callable[[str, str], "Tuning | None"]
"""(node, family) -> what was measured there."""


def feature_parameters(parameters: AtlasParameters, objective: str) -> FeatureParameters:
    """How a unit's picture is made: as the window fills its grid, so that neither makes it twice."""
    settings: dict[str, Any] = dict(parameters.settings)
    return with_recipe(parameters.recipe, objectives=(objective,), frame_every=float("inf"), **settings)


@dataclass
class Facts:
    """Looks up; computes nothing but the reading of weights.

    Attributes:
        network: The network.
        parameters: What the atlas is to hold.
        findings: Where visualizations are kept; None shows none.
        scans: Where scans are kept.
        scan: The scan whose examples are shown; None for none.
        tunings: Where tunings are had from.
        taxonomy: What people said of the network.
    """

    network: Network
    parameters: AtlasParameters
    findings: Findings | None
    scans: Scans
    scan: ScanSummary | None
    tunings: Tunings
    taxonomy: Taxonomy = field(init=False)

    def __post_init__(self) -> None:
        self.taxonomy = Taxonomies(self.scans.folder).read(self.network.fingerprint)

    def picture(self, node: str, unit: int | None, objective: str) -> Finding | None:
        """The kept visualization of a unit (or of a whole node); None where there is none."""
        if self.findings is None:
            return None
        place = Location(self.network.name, node, unit)
        recipe = unit_recipe(self.network, place, feature_parameters(self.parameters, objective))
        return self.findings.find(self.network.fingerprint, recipe_digest(recipe))

    def examples(self, node: str, unit: int) -> UnitExamples | None:
        """What the scan knows of a unit; None without a scan of its node."""
        if self.scan is None or node not in self.scan.nodes:
            return None
        address = str(Location(self.network.name, node, unit))
        return self.scans.evidence(self.scan.key, address, node, unit)

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

    def mark(self, node: str, unit: int) -> Mark:
        """Label, note and star of a unit."""
        return self.taxonomy.mark(unit_place(node, unit))

    def groups(self, node: str, unit: int) -> tuple[str, ...]:
        """The groups that a unit is in."""
        return tuple(self.taxonomy.groups_of(unit_place(node, unit)))
