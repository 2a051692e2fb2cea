"""The command `atlas`."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from inspector.atlas.make import Atlas, written
from inspector.atlas.request import FAMILIES, AtlasParameters
from inspector.atlas.words import counted
from inspector.atlas.writing import claimed
from inspector.batch.estimate import Estimate
from inspector.batch.wish import chosen_nodes, plan
from inspector.cli.batch import carry_out, tell_estimate, wish_of, workspace_of
from inspector.cli.opening import opened
from inspector.cli.output import complain, finish, print_json, print_line
from inspector.network.network import Network

# What a unit takes in a site, measured on the demonstration network with previews and no tuning; and what
# each stimulus family adds to it.
PAGE_BYTES, FAMILY_BYTES = 42_000, 13_500


def atlas(arguments: Namespace) -> int:
    """Compute what is missing and write the site, or tell what it would take; 1 where some of it failed."""
    network = opened(arguments.network, arguments.trust)
    parameters = parameters_of(arguments, network)
    pieces = plan(parameters.wish, network, arguments.network, arguments.trust)
    if not arguments.dry_run:
        claimed(parameters, network)  # says that it cannot be written before hours of work, not after
    made = carry_out(arguments, network, parameters.wish)
    if isinstance(made, Estimate):
        tell_estimate(made, arguments)
        _tell_size(network, parameters, arguments)
        return 0
    failed = tuple(f"{one.title}: {one.why}" for one in made.failed)
    hands = arguments.local or 1
    site: Atlas = finish(
        lambda token: written(network, parameters, pieces, workspace_of(arguments), token, failed, hands),
        network.name,
    )
    _tell(site, arguments)
    return 1 if failed else 0


def parameters_of(arguments: Namespace, network: Network) -> AtlasParameters:
    """What the options ask for."""
    wish = wish_of(arguments, network)
    if not wish.families:
        wish = replace(wish, families=FAMILIES)
    if wish.families == ("none",):
        wish = replace(wish, families=())
    return AtlasParameters(str(arguments.out), wish, arguments.licence, arguments.without_pictures)


def _tell_size(network: Network, parameters: AtlasParameters, arguments: Namespace) -> None:
    if arguments.json:
        return
    units = sum(node.units for node in chosen_nodes(parameters.wish, network))
    size = units * (PAGE_BYTES + FAMILY_BYTES * len(parameters.wish.families))
    print_line(f"The site itself takes about {size / 1e6:,.0f} MB for {units:,} units.")


def _tell(site: Atlas, arguments: Namespace) -> None:
    if arguments.json:
        print_json(vars(site) | {"failed": list(site.failed)})
        return
    for sentence in site.failed:
        complain(sentence)
    print_line(
        f"The atlas in {site.folder} shows {counted(site.units, 'unit')} of {counted(site.nodes, 'node')} "
        f"({site.written:,} files new or changed): open {site.page}"
    )
