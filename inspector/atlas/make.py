"""Making an atlas: what is missing in the workspace is computed first, then the site is written."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from inspector.atlas.request import AtlasParameters, chosen_families, chosen_nodes
from inspector.jobs.bench import Bench
from inspector.lenses.base import Update
from inspector.probe.cancel import CancelToken


@dataclass(frozen=True)
class Atlas:
    """What was made.

    Attributes:
        folder: The site.
        page: The network's page.
        nodes, units: How many are in it.
        written: How many files were written anew.
    """

    folder: str
    page: str
    nodes: int
    units: int
    written: int


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
        """Claim the folder, compute, write."""
        from inspector.atlas.computing import Computing
        from inspector.atlas.facts import feature_parameters
        from inspector.atlas.writing import claimed, write_site

        network, parameters = bench.network(self.network), self.parameters
        nodes, families = chosen_nodes(network, parameters), chosen_families(parameters)
        for objective in parameters.objectives:
            feature_parameters(parameters, objective)  # says what is wrong before anything is written
        site, place = claimed(Path(parameters.out), network.name, network.fingerprint)
        computing = Computing(bench, network, parameters, nodes, families)
        yield from computing.run(token)
        with computing.facts() as facts:
            yield from write_site(site, place, facts, nodes, families, token)
        units = sum(network.nodes[node].units for node in nodes)
        page = site.folder / place / "index.html"
        return Atlas(str(site.folder), str(page), len(nodes), units, site.written)
