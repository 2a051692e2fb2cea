"""Making an atlas: what the workspace lacks is computed first, then the site is written."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from inspector.atlas.request import AtlasParameters, scan_of
from inspector.jobs.bench import Bench
from inspector.lenses.base import Remark, Update
from inspector.probe.cancel import CancelToken

if TYPE_CHECKING:
    from pathlib import Path

    from inspector.batch.piece import Piece
    from inspector.network.network import Network

_FAILURES_TOLD = 5


@dataclass(frozen=True)
class Atlas:
    """What was made.

    Attributes:
        folder: The site.
        page: The network's page.
        nodes, units: How many were written.
        written: How many files are new or changed.
        failed: A sentence on each piece of work that could not be done; their places stay empty.
    """

    folder: str
    page: str
    nodes: int
    units: int
    written: int
    failed: tuple[str, ...] = ()


@dataclass(frozen=True)
class MakeAtlas:
    """Compute what an atlas asks for and write its site; returns an `Atlas`. To be queued as `FILLING`.

    Attributes:
        network: The open network's name.
        parameters: What it is to hold.
    """

    network: str
    parameters: AtlasParameters
    keep: bool = False

    @property
    def goes_on(self) -> bool:
        """What is found is kept at once."""
        return True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, Atlas]:
        """Look that it can be written, compute, write.

        Raises:
            InspectorError: What is wished for makes no sense, or the site or the workspace cannot be written.
            Cancelled: The token was set; what was made is kept, and the same request goes on from there.
        """
        from inspector.atlas.writing import claimed
        from inspector.batch.running import run_on_bench
        from inspector.batch.wish import plan, with_facets

        network = bench.plain.network(self.network)
        wish = with_facets(self.parameters.wish, bench.workspace, network.fingerprint)
        parameters = replace(self.parameters, wish=wish)
        pieces = plan(wish, network)
        claimed(parameters, network)
        summary = yield from run_on_bench(pieces, bench.plain, bench.workspace, token)
        failed = tuple(f"{one.title}: {one.why}" for one in summary.failed)
        yield from map(Remark, failed[:_FAILURES_TOLD])
        return (yield from written(network, parameters, pieces, bench.workspace, token, failed))


def written(
    network: Network,
    parameters: AtlasParameters,
    pieces: tuple[Piece, ...],
    workspace: Path,
    token: CancelToken,
    failed: tuple[str, ...] = (),
    hands: int = 1,
) -> Generator[Update, None, Atlas]:
    """Write the site of what a workspace holds of some pieces, in so many processes.

    Raises:
        InspectorError: The site cannot be written; what is written stays.
        Cancelled: The token was set, likewise.
    """
    from inspector.atlas.facts import opened_facts
    from inspector.atlas.hands import WritingTask, write_nodes
    from inspector.atlas.leaving_out import remove_pictures
    from inspector.atlas.network_page import write_network
    from inspector.atlas.writing import claimed, write_site
    from inspector.batch.wish import chosen_nodes

    units = {node.name: node.units for node in chosen_nodes(parameters.wish, network)}
    site, place = claimed(parameters, network)
    elsewhere = 0
    with opened_facts(network, parameters, scan_of(pieces), workspace) as facts:
        if hands > 1 and len(units) > 1 and pieces and pieces[0].network.spec:
            task = WritingTask(pieces[0].network, parameters, scan_of(pieces), workspace, tuple(units))
            elsewhere = yield from write_nodes(task, units, hands, token)
            write_network(site, place, facts)
        else:
            yield from write_site(site, place, facts, tuple(units), token)
    if parameters.without_pictures:
        remove_pictures(site, place)
    page = site.folder / place / "index.html"
    files = site.written + elsewhere
    return Atlas(str(site.folder), str(page), len(units), sum(units.values()), files, failed)
