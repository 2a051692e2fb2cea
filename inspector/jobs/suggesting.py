"""Looking for groups of units that may belong together, with what scans tell of them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from inspector.jobs.bench import Bench
from inspector.lenses.base import LensRun, Progress, Update
from inspector.lenses.suggestions import KeptScan, SuggestionParameters, Suggestions
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.workspace.scans import Scans

_TOP = 8
_FROM_PICTURES = ("responses", "transform")


@dataclass(frozen=True)
class SuggestGroups:
    """Look for groups of a node's units, or those that one unit is in; returns `Suggestions`.

    Attributes:
        location: The node, or the unit.
        parameters: How.
        scan: The key of a kept scan that spares looking at pictures; "" for none.
    """

    location: Location
    parameters: SuggestionParameters = field(default_factory=SuggestionParameters)
    scan: str = ""
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Suggestions]:
        """Read the scan where one is named, then compare.

        Raises:
            InspectorError: The scan is gone, or what is needed cannot be had of this node.
            Cancelled: The token was set.
        """
        yield Progress(0, 1, "Reading the scan")
        from inspector.lenses.suggestions.find import find

        network = bench.network(self.location.network)
        run: LensRun = find(network, self.location, self._told(bench, network), token)
        found: Suggestions = yield from run
        return found

    def _told(self, bench: Bench, network: Network) -> SuggestionParameters:
        """The parameters with what the scan tells, where it is one of the network as it is now."""
        if not self.scan or self.parameters.by not in _FROM_PICTURES:
            return self.parameters
        from inspector.jobs.scans_shown import opened_scans

        scans = opened_scans(bench)
        try:
            summary = next((one for one in scans.summaries() if one.key == self.scan), None)
            if summary is None or summary.fingerprint == network.fingerprint:
                return replace(self.parameters, kept=kept_scan(scans, self.scan, self.location.node or ""))
            # Looked at through edits: its pictures are shown again.
            return replace(self.parameters, pictures=summary.paths)
        finally:
            scans.close()


def kept_scan(scans: Scans, key: str, node: str) -> KeptScan:
    """What a kept scan tells of a node, for suggestions.

    Raises:
        WorkspaceError: There is no such scan or node, or a file is damaged.
    """
    arrays, pictures = scans.node_arrays(key, node)
    summary = next(one for one in scans.summaries() if one.key == key)
    numbers, places = (arrays[f"top_{name}"][:, :_TOP].tolist() for name in ("index", "place"))
    names = {number: pictures.about(number)[0] for row in numbers for number in row if number >= 0}
    top = tuple(
        tuple((names[number], place) for number, place in zip(*row, strict=True) if number >= 0)
        for row in zip(numbers, places, strict=True)
    )
    return KeptScan(key, node, summary.title, summary.paths, arrays.get("correlation"), top)
