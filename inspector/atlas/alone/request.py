"""Writing a unit, its evidence, a node or a group as one HTML file. Importing this costs no torch."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from inspector.atlas.request import AtlasParameters
from inspector.jobs.bench import Bench
from inspector.jobs.evidence_arguments import UnitEvidence, Verdict
from inspector.jobs.requests import LensRequest
from inspector.lenses.base import Progress, Update
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.lenses.tuning import Tuning


@dataclass(frozen=True)
class ExportPage:
    """Write a page that needs no other file; returns it as a tuple of one.

    Attributes:
        location: The unit or node; the network alone for a group.
        path: The file.
        group: The group, or "".
        measured: Tunings of the node that are at hand, by family.
        families: Families that a unit is tuned to where neither is kept nor at hand.
        make: Whether a unit's visualizations are made where none are kept.
        licence: A line at the foot of the page; "" for none.
        without_pictures: Whether real pictures and their names stay out of the page.
    """

    location: Location
    path: str
    group: str = ""
    measured: Mapping[str, Tuning] = field(default_factory=dict, compare=False)
    families: tuple[str, ...] = ("grating",)
    make: bool = True
    licence: str = ""
    without_pictures: bool = False
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Make what is missing, gather, write the file whole or not at all.

        Raises:
            InspectorError: There is no such unit, node or group, or the file cannot be written.
            Cancelled: The token was set.
        """
        path = Path(self.path)
        yield Progress(0, 1, say("Writing {name}", name=path.name))
        from inspector.files import replacing

        text = yield from self._text(bench, token)
        with replacing(path) as temporary:
            temporary.write_text(text, encoding="utf-8")
        return (path,)

    def _text(self, bench: Bench, token: CancelToken) -> Generator[Update, None, str]:
        from inspector.atlas.alone.facts import alone_facts
        from inspector.atlas.alone.group import group_page
        from inspector.atlas.alone.node import node_page
        from inspector.atlas.alone.unit import unit_page

        network, place = bench.network(self.location.network), self.location
        if self.group:
            with alone_facts(network, bench.workspace, None, self._shown) as facts:
                return group_page(facts, self.group, token)
        if place.node is None:
            raise InspectorError("Name a unit, a node or a group: a whole network is an atlas.")
        node, unit = network.check(place).name, place.unit
        if not network.nodes[node].units:
            raise InspectorError(say("{place} has no units to show.", place=place))
        measured = yield from self._measured(bench, token)
        if unit is not None and self.make:
            yield from self._made(bench, token)
        known = {(node, family): tuning for family, tuning in measured.items()}
        with alone_facts(network, bench.workspace, node, self._shown, known) as facts:
            return unit_page(facts, node, unit, token) if unit is not None else node_page(facts, node, token)

    @property
    def _shown(self) -> AtlasParameters:
        return AtlasParameters("", licence=self.licence, without_pictures=self.without_pictures)

    def _measured(self, bench: Bench, token: CancelToken) -> Generator[Update, None, dict[str, Tuning]]:
        """The tunings at hand, and those that are measured now."""
        from inspector.jobs.evidence_edits import quietly
        from inspector.lenses.tuning import TuningParameters

        found = dict(self.measured)
        place = Location(self.location.network, self.location.node, self.location.unit or 0)
        for family in self.families:
            if family not in found:
                run = LensRequest("tuning", place, TuningParameters(family)).start(bench, token)
                found[family] = yield from quietly(run)
        return found

    def _made(self, bench: Bench, token: CancelToken) -> Generator[Update, None, None]:
        """Make and keep the unit's visualizations where none is kept."""
        from inspector.jobs.evidence_edits import quietly
        from inspector.jobs.keeping import LENS
        from inspector.lenses.feature_visualization.recipes import with_recipe

        findings, network = bench.findings, bench.network(self.location.network)
        node, unit = self.location.node, self.location.unit
        if findings is None or node is None:
            return
        lines = findings.for_node(network.fingerprint, node, LENS)
        if any(Location.parse(line.location).unit == unit for line in lines):
            return
        place = Location(network.name, node, unit)
        parameters = with_recipe("standard", objectives=("channel", "neuron"))
        yield from quietly(LensRequest(LENS, place, parameters).start(bench, token))


@dataclass(frozen=True)
class WriteReport:
    """Write the evidence of a unit as a page that needs no other file; returns it as a tuple of one.

    Attributes:
        evidence: What was gathered.
        verdicts: What a person says of it.
        path: The file.
    """

    evidence: UnitEvidence
    verdicts: tuple[Verdict, ...]
    path: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Path, ...]]:
        """Write it, whole or not at all.

        Raises:
            InspectorError: The file cannot be written.
        """
        yield Progress(0, 1, say("Writing the report"))
        from inspector.atlas.alone.evidence import evidence_page
        from inspector.files import replacing

        path = Path(self.path)
        with replacing(path) as temporary:
            temporary.write_text(evidence_page(self.evidence, self.verdicts), encoding="utf-8")
        return (path,)
