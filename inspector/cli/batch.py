"""The command `batch`, and the part of other commands that computes a whole network."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from inspector import paths
from inspector.batch.carrying import Failure
from inspector.batch.estimate import Estimate, estimate
from inspector.batch.piece import Piece
from inspector.batch.running import Run, Summary, run
from inspector.batch.wish import OBJECTIVES, AtlasWish, plan, with_facets
from inspector.cli.edits import edits_for
from inspector.cli.opening import opened, through
from inspector.cli.output import complain, finish, print_json, print_line
from inspector.lenses.base import Remark
from inspector.network.network import Network
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import Edit


def batch(arguments: Namespace) -> int:
    """Compute it, or tell what it would take; 1 where some of it could not be done."""
    network = opened(arguments.network, arguments.trust)
    edits = edits_for(network, arguments.edits)
    network = through(network, edits)
    made = carry_out(arguments, network, wish_of(arguments, network), edits)
    if isinstance(made, Estimate):
        tell_estimate(made, arguments)
        return 0
    if arguments.json:
        print_json(document(made) | {"workspace": str(workspace_of(arguments))})
    else:
        first, *failures = made.sentences()
        print_line(f"{first} Kept in {workspace_of(arguments)}")
        for sentence in failures:
            complain(sentence)
    return 1 if made.failed else 0


def wish_of(arguments: Namespace, network: Network) -> AtlasWish:
    """What the options of `add_wish` ask for, with the facets that objectives name from the workspace.

    Raises:
        InspectorError: An objective does not read, or a facet is not there.
    """
    objectives = tuple(arguments.objectives or OBJECTIVES)
    wish = AtlasWish(
        nodes=tuple(arguments.nodes),
        objectives=() if objectives == ("none",) else objectives,
        recipe=arguments.recipe,
        settings=tuple(arguments.settings),
        families=_families(arguments.families),
        pictures=tuple(arguments.pictures),
        top=arguments.top,
        unique=arguments.unique,
        objective_pictures=tuple(map(str, arguments.objective_pictures)),
        thumbnail="" if arguments.thumbnail == "none" else arguments.thumbnail,
        caricature_of=str(arguments.caricature_of or ""),
    )
    return with_facets(wish, workspace_of(arguments), network.fingerprint)


def workspace_of(arguments: Namespace) -> Path:
    """The folder where results are kept."""
    return arguments.workspace or paths.data_dir()


def carry_out(
    arguments: Namespace, network: Network, wish: AtlasWish, edits: Sequence[Edit] = ()
) -> Summary | Estimate:
    """Compute what is wished for, where the options of `add_running` say; of a dry run the estimate.

    Raises:
        InspectorError: The wish makes no sense, the workspace cannot be written, or there is no such cluster.
    """
    pieces = plan(wish, network, arguments.network, arguments.trust, edits)
    workspace = workspace_of(arguments)
    if arguments.dry_run:
        tried: Estimate = finish(lambda token: estimate(pieces, network, workspace, token), network.name)
        return tried
    summary: Summary = finish(
        lambda token: _said(_started(arguments, pieces, network, workspace, token)), network.name
    )
    return summary


def _started(
    arguments: Namespace, pieces: tuple[Piece, ...], network: Network, workspace: Path, token: CancelToken
) -> Run:
    if arguments.local is None and arguments.scheduler is None:
        return run(pieces, network, workspace, token)
    from inspector.batch.cluster import run_on_cluster

    local, scheduler = arguments.local or 0, arguments.scheduler or ""
    return run_on_cluster(pieces, network, workspace, token, local=local, scheduler=scheduler)


def _said(updates: Run) -> Run:
    """The updates; what they remark, such as a worker that does not take part, is said at once."""
    try:
        while True:
            update = next(updates)
            if isinstance(update, Remark):
                complain(update.sentence)
            yield update
    except StopIteration as end:
        summary: Summary = end.value
        return summary
    finally:
        updates.close()


def tell_estimate(found: Estimate, arguments: Namespace) -> None:
    """Print what a batch would take."""
    if arguments.json:
        print_json(
            {
                "pieces": found.pieces,
                "kept": found.kept,
                "seconds": found.seconds,
                "bytes": found.bytes,
                "kinds": [vars(kind) for kind in found.kinds],
            }
        )
        return
    for sentence in found.sentences():
        print_line(sentence)


def document(summary: Summary) -> dict[str, Any]:
    """A summary as JSON."""
    return {
        "done": summary.done,
        "kept": summary.kept,
        "failed": [_failure(one) for one in summary.failed],
        "seconds": summary.seconds,
    }


def _failure(failure: Failure) -> dict[str, str]:
    return {"title": failure.title, "why": failure.why}


def _families(names: list[str]) -> tuple[str, ...]:
    """The families by name; “all” are those that need nothing to be shown."""
    if "all" not in names:
        return tuple(dict.fromkeys(names))
    from inspector.stimuli.family import families

    return tuple(name for name, family in families().items() if family.subject != "picture")
