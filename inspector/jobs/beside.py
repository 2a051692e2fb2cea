"""A second network beside the one in front: opening it, measuring the same there, putting it away."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.messages import NetworkCard
from inspector.jobs.requests import describe
from inspector.jobs.scans_shown import newest_scale
from inspector.lenses.base import LensRun, Progress, Update, lens, passed_on
from inspector.lenses.examples import ExamplesParameters, NodeExamples
from inspector.lenses.tuning import TuningParameters, UnitScale
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import counted, say

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.stimuli.axes import Axis

_LENGTH = "px"


@dataclass(frozen=True)
class OpenBeside:
    """Open what `spec` says and lay it beside the network in front; returns its `NetworkCard`."""

    spec: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, NetworkCard]:
        """Open, name, trace and describe the network.

        Raises:
            InspectorError: It does not open, or needs code that has to be allowed first.
        """
        yield Progress(0, 2, say("Opening {spec}", spec=self.spec))
        from inspector.network.opening import open_network
        from inspector.network.trust import NeedsTrust
        from inspector.probe.patience import cancelled_between_leaves

        try:
            with cancelled_between_leaves(token):
                network = open_network(self.spec)
        except NeedsTrust as question:
            raise InspectorError(
                say(
                    "{name} needs code to run: open it by itself once, where that can be allowed.",
                    name=question.file.name,
                )
            ) from question
        token.check()
        yield Progress(1, 2, say("Reading {name}", name=network.name))
        _ = network.nodes  # what cannot run is refused before it takes a name
        bench.put_beside(network)
        return describe(network, self.spec)


@dataclass(frozen=True)
class TakeAway:
    """Let go of networks that lie beside the one in front; returns their names."""

    names: tuple[str, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[str, ...]]:
        """Give their memory back."""
        yield Progress(0, 1, "Closing")
        for name in self.names:
            bench.take_away(name)
        return self.names


@dataclass(frozen=True)
class TuneBeside:
    """The tuning that was asked for in front, of a unit of another open network.

    Both networks see the same pictures, each in its own size: lengths in px are taken as parts of the
    picture. What the other input cannot show (finer gratings than its pixels carry) is left out.

    Attributes:
        location: The unit.
        parameters: What was asked for, without a scale.
        size: Height and width of the stimuli that this was asked for.
        sigma: Whether responses are given in sigma: over the unit's own newest scan, else over the pictures;
            raw where there is neither.
        pictures: Files that tell the spread of units that have not been scanned.
    """

    location: Location
    parameters: TuningParameters
    size: tuple[int, int]
    sigma: bool = False
    pictures: tuple[str, ...] = ()
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Find out the scale where one is wanted, then measure; updates and result are the tuning lens's."""
        network = bench.network(self.location.network)
        network.check(self.location)
        asked = fitted(self.parameters, network, self.size)
        if self.sigma:
            asked = replace(asked, scale=(yield from self._scale(bench, network, token)))
        result = yield from lens("tuning").run(network, self.location, asked, token)
        return result

    def _scale(
        self, bench: Bench, network: Network, token: CancelToken
    ) -> Generator[Update, None, UnitScale | None]:
        from inspector.lenses.tuning.nonlinearity import nodes_before

        node = self.location.node or ""
        nodes = (nodes_before(network.nodes, node) if self.parameters.pre_activation else ()) or (node,)
        own = newest_scale(bench, network, nodes)
        if own is not None or not self.pictures:
            return own
        parameters = ExamplesParameters(pictures=self.pictures, nodes=nodes, top=1)
        run = lens("examples").run(network, Location(network.name, nodes[0]), parameters, token)
        found = yield from passed_on(run, lambda update: update if isinstance(update, Progress) else None)
        return _scale([found[node] for node in nodes])


def _scale(found: Sequence[NodeExamples]) -> UnitScale:
    return UnitScale(
        np.concatenate([node.mean for node in found]).astype(np.float32),
        np.sqrt(np.concatenate([node.variance for node in found])).astype(np.float32),
        counted("{count:,} picture", "{count:,} pictures", count=len(found[0].pictures)),
        tuple(node.node for node in found),
    )


def fitted(parameters: TuningParameters, network: Network, size: tuple[int, int]) -> TuningParameters:
    """The parameters as another network's input shows the same stimuli.

    Args:
        parameters: What was asked for.
        network: The other network.
        size: Height and width of the stimuli that it was asked for.

    Raises:
        InspectorError: An axis has no value left that the input can show, or the family is unknown.
    """
    from inspector.lenses.tuning.plan import bound

    family = bound(parameters.family, parameters.subject, network.preprocessing)
    axes = {axis.name: axis for axis in family.axes_for(network.preprocessing.crop)}
    ratio = min(network.preprocessing.crop) / min(size)
    varied = tuple((name, _within(axes.get(name), values, ratio)) for name, values in parameters.axes)
    empty = next((name for name, values in varied if not values), None)
    if empty is not None:
        raise InspectorError(
            say(
                "The input of {name} can show none of these values of {empty}.",
                name=network.name,
                empty=empty,
            )
        )
    held = ((name, _within(axes.get(name), (value,), ratio)) for name, value in parameters.fixed)
    fixed = tuple((name, values[0]) for name, values in held if values)
    return replace(parameters, axes=varied, fixed=fixed, scale=None)


def _within(axis: Axis | None, values: tuple[float, ...], ratio: float) -> tuple[float, ...]:
    if axis is None:
        return values  # the lens says what is wrong
    factor = ratio if axis.unit == _LENGTH else 1.0
    return tuple(value * factor for value in values if axis.minimum <= value * factor <= axis.maximum)
