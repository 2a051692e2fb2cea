"""What is known of the units of a single page: everything that is kept, not what one batch asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.facts import Facts
from inspector.atlas.request import FAMILIES, AtlasParameters
from inspector.batch.reading import Kept
from inspector.jobs.keeping import LENS
from inspector.network.location import Location
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.findings import Findings
from inspector.workspace.scans import Scans
from inspector.workspace.taxonomies import Taxonomies

if TYPE_CHECKING:
    from inspector.lenses.tuning import Tuning
    from inspector.network.network import Network
    from inspector.workspace.finding import Finding
    from inspector.workspace.finding import Kept as Line


@dataclass(frozen=True)
class AloneFacts(Facts):
    """Looks up what is kept of any recipe.

    Attributes:
        findings: Where visualizations are kept.
        measured: Tunings that are known beside those that are kept, by node and family.
    """

    findings: Findings
    measured: Mapping[tuple[str, str], Tuning] = field(default_factory=dict)
    _lines: dict[str, dict[int, list[Line]]] = field(default_factory=dict, repr=False)

    def pictures(self, node: str, unit: int) -> dict[str, Finding]:
        """The visualizations of a unit by objective; of several of one objective, the newest."""
        found: dict[str, Finding] = {}
        for line in self._kept(node).get(unit, ()):
            try:
                finding = self.findings.load(line)
            except WorkspaceError:  # its files are damaged: the others are still there
                continue
            for objective, one in _apart(finding):
                found.setdefault(objective, one)
        return dict(sorted(found.items(), key=lambda item: (item[0] not in ("channel", "neuron"), item[0])))

    def shared(self, node: str, unit: int, objective: str) -> None:
        """Nobody's: a page alone shows what is kept of the unit itself."""

    def tunings(self, node: str) -> dict[str, Tuning]:
        """What was measured of a node, by family."""
        kept = ((family, self.kept.tuning(node, family)) for family in FAMILIES)
        found = {family: tuning for family, tuning in kept if tuning is not None}
        return {**found, **{family: tuning for (of, family), tuning in self.measured.items() if of == node}}

    def _kept(self, node: str) -> dict[int, list[Line]]:
        """The lines of a node's units, the newest first."""
        if node not in self._lines:
            lines = self.findings.for_node(self.network.fingerprint, node, LENS)
            by_unit: dict[int, list[Line]] = {}
            for line in sorted(lines, key=lambda line: -line.made_at):
                unit = Location.parse(line.location).unit
                if unit is not None:
                    by_unit.setdefault(unit, []).append(line)
            self._lines[node] = by_unit
        return self._lines[node]


@contextmanager
def alone_facts(
    network: Network,
    workspace: Path,
    node: str | None,
    parameters: AtlasParameters,
    measured: Mapping[tuple[str, str], Tuning] | None = None,
) -> Iterator[AloneFacts]:
    """What a workspace knows; examples are those of the newest scan (of the node, where one is named).

    Raises:
        WorkspaceError: The workspace cannot be read.
    """
    scans, findings = Scans(workspace), Findings(workspace)
    try:
        with Kept(parameters.wish, network, workspace) as kept:
            scan = scans.newest(network.fingerprint, node)
            taxonomy = Taxonomies(workspace).read(network.fingerprint)
            yield AloneFacts(network, parameters, kept, scans, scan, taxonomy, findings, measured or {})
    finally:
        scans.close()
        findings.close()


def _apart(finding: Finding) -> Iterator[tuple[str, Finding]]:
    """The pictures of a finding by objective, each as a finding of its own."""
    asked = finding.recipe["parameters"]["objectives"]
    values = finding.arrays.get("values")
    for number, told in enumerate(finding.told or ({},) * len(finding.images)):
        objective = str(told.get("objective") or asked[min(number, len(asked) - 1)])
        value = finding.value if values is None else float(values[number])
        images = finding.images[number : number + 1]
        yield objective, replace(finding, images=images, told=(told,), value=value)
