"""Edits as jobs: making them, keeping them, running any job through them, and comparing with the unedited."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from inspector.jobs.bench import Bench
from inspector.jobs.queue import Request
from inspector.lenses.base import LensRun, Partial, Progress, Remark, Update, passed_on
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import ActivationEdit, Edit, WeightKind, Which, from_json, to_json
from inspector.saying import say

if TYPE_CHECKING:
    from inspector.lenses.tuning import Tuning, TuningParameters
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture

KIND = "edits"
Making = Literal["mean", "picture", "weights"]


class _EditedBench(Bench):
    """The bench as it looks through the edits: the network in front is the edited one."""

    def __init__(self, bench: Bench, name: str, edited: Network) -> None:
        self.__dict__.update(bench.__dict__)
        self._plain = bench
        self._edited_name, self._edited = name, edited

    @property
    def plain(self) -> Bench:
        """The bench that has the unedited network."""
        return self._plain

    def network(self, name: str) -> Network:
        """The edited network for the name of the one that is edited, else the open one."""
        return self._edited if name == self._edited_name else super().network(name)


@dataclass(frozen=True)
class Edited:
    """Another request, run on the edited network.

    Attributes:
        request: What is to be done.
        network: The name of the network that is edited.
        edits: The edits; those that are off do not count.
    """

    request: Request
    network: str
    edits: tuple[Edit, ...]

    @property
    def keep(self) -> bool:
        """As the request says."""
        return self.request.keep

    @property
    def goes_on(self) -> bool:
        """As the request says."""
        return bool(getattr(self.request, "goes_on", False))

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Start the request on a bench where the network is the edited one."""
        from inspector.probe.edited import edited

        made = edited(bench.network(self.network), self.edits)
        return self.request.start(_EditedBench(bench, self.network, made), token)


@dataclass(frozen=True)
class MakeEdits:
    """Edits that need a look at the network first; returns a tuple of `Edit`.

    Attributes:
        location: The unit.
        making: "mean": set it to its mean over `pictures`; "picture": to its map on the first of them;
            "weights": zero or flip the weights that make it.
        pictures: Those pictures.
        kind: What becomes of the weights.
        which: Which weights.
        units: Several units of the node, in place of the location's.
    """

    location: Location
    making: Making
    pictures: tuple[Picture, ...] = ()
    kind: WeightKind = "zero"
    which: Which = "negative"
    units: tuple[int, ...] = ()
    keep: bool = field(default=False, compare=False)

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Edit, ...]]:
        """Look and make them."""
        yield Progress(0, 1, "Looking at the network")
        from inspector.lenses.comparing import making

        network, place = bench.network(self.location.network), self.location
        if self.making == "weights":
            places = [place.at(place.node, unit) for unit in self.units] or [place]
            each = (making.weight_edits(network, one, self.kind, self.which, token) for one in places)
            return tuple(Edit(change) for found in each for change in found)
        node, units = place.node or "", self.units or (place.unit or 0,)
        change: ActivationEdit
        if self.making == "mean":
            change = making.mean_edit(network, node, units, self.pictures, token)
        else:
            change = making.picture_edit(network, node, units, self.pictures[0], token)
        return (Edit(change),)


@dataclass(frozen=True)
class ReadEdits:
    """The edits that are kept of a network; returns a tuple of `Edit`."""

    network: str
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Edit, ...]]:
        """Read them from the workspace."""
        yield Progress(0, 1, "Reading edits")
        from inspector.workspace.said import Said

        said = Said(bench.workspace, KIND)
        content = said.read(bench.network(self.network).fingerprint)
        yield from map(Remark, said.notices)
        return tuple(from_json(item) for item in content.get("edits", ()))


@dataclass(frozen=True)
class KeepEdits:
    """Keep a network's edits in place of those that were kept before; returns nothing."""

    network: str
    edits: tuple[Edit, ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, None]:
        """Write them into the workspace."""
        yield Progress(0, 1, "Keeping edits")
        from inspector.workspace.said import Said

        network = bench.network(self.network)
        document = {"edits": [to_json(edit) for edit in self.edits]}
        Said(bench.workspace, KIND).change(network.fingerprint, network.name, lambda _: document)


@dataclass(frozen=True)
class _Comparison:
    """Two networks: the open one and the edited one."""

    network: str
    edits: tuple[Edit, ...]

    def _both(self, bench: Bench) -> tuple[Network, Network]:
        from inspector.probe.edited import edited

        plain = bench.network(self.network)
        return plain, edited(plain, self.edits)


@dataclass(frozen=True)
class ComparePicture(_Comparison):
    """A picture's strongest classes before and after; returns `PictureChange`."""

    picture: Picture
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Run it through both."""
        from inspector.lenses.comparing.pictures import compare_picture

        return compare_picture(*self._both(bench), self.picture, token)


@dataclass(frozen=True)
class CompareResponses(_Comparison):
    """A unit's maxima on pictures before and after; returns `ResponseChange`.

    Attributes:
        location: The unit.
        pictures: The pictures where no scan knows the unit's own.
        scan: The scan whose top examples of the unit are taken; "" for none.
    """

    location: Location
    pictures: tuple[Picture, ...]
    scan: str = ""
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Run them through both.

        Raises:
            InspectorError: The scan's pictures are all gone, and none are laid out.
        """
        from inspector.jobs.looking import top_examples
        from inspector.lenses.comparing.pictures import compare_responses

        pictures, source = self.pictures, "the pictures laid out"
        if self.scan:
            found, title = yield from top_examples(bench, self.scan, self.location, token)
            if found:
                pictures, source = found, say("its top examples in {title}", title=title)
            else:
                yield Remark(
                    say(
                        "None of {title}’s pictures opens any more: those laid out are compared.", title=title
                    )
                )
        return (yield from compare_responses(*self._both(bench), self.location, pictures, token, source))


@dataclass(frozen=True)
class CompareAccuracy(_Comparison):
    """Accuracy over a picture set before and after; returns `AccuracyChange`."""

    paths: tuple[str, ...]
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Run it through both."""
        from inspector.lenses.comparing.accuracy import compare_accuracy

        return compare_accuracy(*self._both(bench), bench.pictures(self.paths), token)


@dataclass(frozen=True)
class TuningChange:
    """A unit's tuning before and after; after is None while it is not measured."""

    before: Tuning
    after: Tuning | None


@dataclass(frozen=True)
class CompareTuning(_Comparison):
    """A unit's tuning before and after, one laid over the other; returns `TuningChange`."""

    location: Location
    parameters: TuningParameters
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, TuningChange]:
        """Measure both."""
        from inspector.lenses.base import lens

        plain, made = self._both(bench)
        measure = lens("tuning").run
        before: Tuning | None = None
        run = measure(plain, self.location, self.parameters, token)
        before = yield from _wrapped(run, None)
        after = yield from _wrapped(measure(made, self.location, self.parameters, token), before)
        return TuningChange(before, after)


def _wrapped(run: LensRun, before: Tuning | None) -> LensRun:
    """The run, each of its curves as that of the unedited network, or of the edited one beside `before`."""

    def wrapped(update: Update) -> Update:
        if not isinstance(update, Partial):
            return update
        tuning = update.payload
        return Partial(TuningChange(tuning, None) if before is None else TuningChange(before, tuning))

    return passed_on(run, wrapped)
