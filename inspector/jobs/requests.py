"""The kinds of jobs. Making a request is cheap and free of torch; starting it happens on the worker."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from inspector.jobs.bench import Bench
from inspector.jobs.keeping import LENS, kept_or_made
from inspector.jobs.messages import EngineCard, InputQuestion, NetworkCard, TrustQuestion
from inspector.lenses.base import LensRun, Progress, Remark, Update, lens
from inspector.network.device import Compute
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import joined, say

if TYPE_CHECKING:
    from inspector.network.network import Network
    from inspector.pictures.picture import Picture
    from inspector.stimuli.family import Family


@dataclass(frozen=True)
class LensRequest:
    """One lens at one location with these parameters (the lens's frozen dataclass)."""

    lens: str
    location: Location
    parameters: Any
    keep: bool = field(default=True, compare=False)

    def start(self, bench: Bench, token: CancelToken) -> LensRun:
        """Run the lens on the open network, or answer from what is kept."""
        network = bench.network(self.location.network)
        if self.location.node is not None:
            network.check(self.location)
        parameters = self.parameters
        if self.lens == LENS and any("facet" in text for text in parameters.objectives):
            from inspector.workspace.facets import Facets

            parameters = Facets(bench.workspace).given_to(parameters, network.fingerprint)
        if self.keep and bench.findings is not None and self.lens == LENS:
            return kept_or_made(bench.findings, network, self.location, parameters, token)
        return lens(self.lens).run(network, self.location, parameters, token)


@dataclass(frozen=True)
class LoadEngine:
    """Import torch and set it up; returns an `EngineCard`.

    Attributes:
        wish: Device and precision; None takes what the environment asks for.
    """

    wish: Compute | None = None
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, EngineCard]:
        """Load what every other job needs."""
        yield Progress(0, 1, "Loading engine")
        from inspector.network.device import choose, current, wished
        from inspector.probe.engine import set_up

        threads = set_up(wish=Compute())
        _, sentence = choose(self.wish or wished())
        if sentence:
            yield Remark(sentence)
        return EngineCard(threads, str(current()))


@dataclass(frozen=True)
class OpenNetwork:
    """Open what `spec` says and lay it on the bench; returns a `NetworkCard`, or a question first.

    Attributes:
        spec: What to open.
        trust: Whether code that this needs may run; asked once for each file.
    """

    spec: str
    trust: bool = False
    keep: bool = False

    def start(
        self, bench: Bench, token: CancelToken
    ) -> Generator[Update, None, NetworkCard | TrustQuestion | InputQuestion]:
        """Open, trace and describe the network."""
        yield Progress(0, 2, say("Opening {spec}", spec=self.spec))
        from inspector.network.errors import InputError
        from inspector.network.opening import open_network
        from inspector.network.trust import NeedsTrust
        from inspector.probe.patience import cancelled_between_leaves

        try:
            with cancelled_between_leaves(token):
                network = open_network(self.spec, trust=self.trust)
        except InputError as error:
            return InputQuestion(self.spec, str(error), self.trust)
        except NeedsTrust as question:
            return TrustQuestion(self.spec, str(question.file), question.what)
        token.check()
        yield Progress(1, 2, say("Reading {name}", name=network.name))
        card = describe(network, self.spec)
        bench.put(network)
        for sentence in network.limits:
            yield Remark(sentence)
        if not card.sees:
            yield Remark(
                say(
                    "{name} reads {reads}: its words, weights, circuits and graph can be looked at; what "
                    "shows pictures or stimuli needs a network that reads pictures.",
                    name=network.name,
                    reads=network.reads,
                )
            )
        return card


@dataclass(frozen=True)
class ChangePreprocessing:
    """Show pictures to the network in another way; `values` are items of `Preprocessing.to_json`."""

    network: str
    spec: str
    values: tuple[tuple[str, Any], ...]
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, NetworkCard]:
        """Give the open network another preprocessing; the old one stays where the new does not run."""
        yield Progress(0, 1, "Changing preprocessing")
        from inspector.network.opening import with_preprocessing
        from inspector.probe.patience import cancelled_between_leaves

        with cancelled_between_leaves(token):
            changed = with_preprocessing(bench.network(self.network), dict(self.values))
        card = describe(changed, self.spec)
        bench.put(changed)
        return card


@dataclass(frozen=True)
class OpenedPictures:
    """Pictures that opened, each with a thumbnail (uint8 [h,w,3]), and a sentence for each that did not."""

    pictures: tuple[tuple[Picture, Any], ...]
    refusals: tuple[str, ...]


@dataclass(frozen=True)
class OpenPictures:
    """Decode files and folders; returns `OpenedPictures`.

    Attributes:
        paths: Files and folders, as dropped.
        samples: Whether the shipped samples are meant (the paths do not count then).
        first: How many at most; the rest is refused in one sentence.
    """

    paths: tuple[str, ...] = ()
    samples: bool = False
    first: int = 500
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, OpenedPictures]:
        """Decode one by one; a picture that is refused does not stop the others."""
        from inspector.pictures.decode import open_picture, thumbnail
        from inspector.pictures.folders import collect
        from inspector.pictures.samples import samples

        opened: list[tuple[Picture, Any]] = []
        refusals: list[str] = []
        if self.samples:
            return OpenedPictures(tuple((picture, thumbnail(picture, 128)) for picture in samples()), ())
        files = collect([Path(path) for path in self.paths])
        if not files:
            refusals.append(
                say("No pictures in {paths}.", paths=", ".join(Path(path).name for path in self.paths))
            )
        if len(files) > self.first:
            refusals.append(
                say(
                    "{count:,} of {total:,} pictures left out: {first} at a time.",
                    count=len(files) - self.first,
                    total=len(files),
                    first=self.first,
                )
            )
        for i, file in enumerate(files[: self.first]):
            yield Progress(i, min(len(files), self.first), file.name)
            token.check()
            try:
                picture = open_picture(file)
                opened.append((picture, thumbnail(picture, 128)))
            except InspectorError as error:
                refusals.append(str(error))
        return OpenedPictures(tuple(opened), tuple(refusals))


def ordered(families: Mapping[str, Family]) -> list[Family]:
    """The families, those that one asks for first in front."""
    first = [families[name] for name in ("grating", "curve", "hue", "spot") if name in families]
    return first + [family for name, family in families.items() if family not in first]


def describe(network: Network, spec: str) -> NetworkCard:
    """What the window needs to know of a network."""
    from inspector.lenses.kernels.read import nodes_with_kernels
    from inspector.network.text_tower import has_text_tower
    from inspector.stimuli.family import card, families

    about = [
        network.card.get("renamed"),
        network.card.get("title"),
        network.card.get("description"),
        network.card.get("accuracy"),
    ]
    # Stimuli are pictures.
    known = ordered(families()) if network.reads == "pictures" else []
    shown = tuple(card(family, network.preprocessing.crop) for family in known)
    return NetworkCard(
        name=network.name,
        spec=spec,
        architecture=network.architecture,
        trained=network.trained,
        nodes=network.nodes,
        input_shape=network.input_shape,
        preprocessing=network.preprocessing.to_json(),
        source=str(network.source or ""),
        description=joined(" · ", (text for text in about if text)),
        kernels=nodes_with_kernels(network),
        labels=network.labels,
        outputs=network.outputs,
        families=shown,
        reads=has_text_tower(network),
        input=network.reads,
    )
