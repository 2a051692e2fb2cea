"""Feature visualizations that are kept: looked up before they are made, kept afterwards.

Each unit is looked up and kept for itself, so a batch makes only those of its units that are not there yet.
Nothing that goes wrong with the workspace costs a picture: it becomes a remark.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from inspector.lenses.base import LensRun, Partial, Remark, Update, lens, passed_on
from inspector.lenses.feature_visualization import Feature, FeatureParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import say
from inspector.workspace.errors import WorkspaceError
from inspector.workspace.features import LENS, from_finding, join, places, split, to_findings, unit_recipe
from inspector.workspace.findings import Findings
from inspector.workspace.recipe import recipe_digest

if TYPE_CHECKING:
    from inspector.network.network import Network

__all__ = ["LENS", "kept_or_made"]
Result = TypeVar("Result")
_log = logging.getLogger(__name__)


def kept_or_made(
    findings: Findings,
    network: Network,
    location: Location,
    parameters: FeatureParameters,
    token: CancelToken,
) -> LensRun:
    """What the lens returns: units that are kept from the workspace, others made now and kept.

    Yields the lens's own updates, with kept pictures in their places among those that grow.

    Raises:
        InspectorError: As the lens itself.
        Cancelled: The token was set.
    """
    there = places(location, parameters)
    kept: dict[Location, Feature] = {}
    yield from _trying(findings, lambda: kept.update(_recalled(findings, network, there, parameters)))
    missing = [place for place in there if place not in kept]
    if not missing:
        return join([kept[place] for place in there], parameters)
    if parameters.resume is not None:
        kept, missing = {}, list(there)  # a checkpoint is that of all of them together

    def arranged(feature: Feature) -> Feature:
        if not kept:
            return feature
        pieces = kept | dict(zip(missing, split(feature, len(missing)), strict=True))
        return join([pieces[place] for place in there], parameters)

    units = tuple(place.unit for place in missing if place.unit is not None)
    wanted = replace(parameters, units=units) if kept else parameters
    made: Feature = yield from _growing(lens(LENS).run(network, location, wanted, token), arranged)
    yield from _trying(findings, lambda: findings.keep(*to_findings(made, network, location, wanted)))
    return arranged(made)


def _recalled(
    findings: Findings, network: Network, there: Sequence[Location], parameters: FeatureParameters
) -> Iterator[tuple[Location, Feature]]:
    for place in there:
        digest = recipe_digest(unit_recipe(network, place, parameters))
        finding = findings.find(network.fingerprint, digest)
        if finding is None:
            continue
        try:
            yield place, from_finding(finding, place, parameters)
        except WorkspaceError as error:
            _log.info("%s", error)  # it is made and kept anew


def _growing(run: LensRun, arranged: Callable[[Feature], Feature]) -> LensRun:
    """The run, each of its frames arranged."""
    return passed_on(
        run, lambda update: Partial(arranged(update.payload)) if isinstance(update, Partial) else update
    )


def _trying(findings: Findings, action: Callable[[], None]) -> Iterator[Update]:
    """Do `action`; what the user should know of it."""
    sentences: list[str] = []
    try:
        action()
    except InspectorError as error:
        sentences.append(str(error))
    except Exception:
        _log.exception("The workspace failed")
        sentences.append(
            say(
                "The workspace {folder} failed unexpectedly (the log has the details).",
                folder=findings.folder,
            )
        )
    yield from map(Remark, (*findings.take_notices(), *sentences))
