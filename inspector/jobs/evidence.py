"""The seven arguments that a unit detects something (Olah et al. 2020), each filled by its lens."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.evidence_arguments import ARGUMENTS, VERDICTS, Argument, UnitEvidence, Verdict
from inspector.jobs.evidence_edits import quietly, tested
from inspector.jobs.evidence_pictures import heat_picture, kernel_picture
from inspector.jobs.requests import LensRequest
from inspector.jobs.scanning import ShowEvidence
from inspector.lenses.base import Partial, Progress, Update
from inspector.lenses.weights import Connection, Weights, WeightsParameters
from inspector.network.errors import InspectorError
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.saying import counted, joined, say

if TYPE_CHECKING:
    from inspector.lenses.tuning import Tuning

Array = np.ndarray[Any, Any]
KIND = "verdicts"
_PICTURES, _INDICES, _TUNED_WITH = 6, 6, "grating"

_Step = Callable[[Location, Bench, CancelToken], Generator[Update, None, tuple[Argument, ...]]]


@dataclass(frozen=True)
class GatherEvidence:
    """Fill the seven arguments of a unit, each by its lens; returns `UnitEvidence`."""

    location: Location
    keep: bool = True

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, UnitEvidence]:
        """One argument after the other; a partial after each. What a lens cannot tell is said."""
        network = bench.network(self.location.network)
        about = say(
            "{architecture} · fingerprint {fingerprint}",
            architecture=network.architecture,
            fingerprint=network.fingerprint[:12],
        )
        found: list[Argument] = []
        steps: tuple[_Step, ...] = (_feature, _examples, _tuned, _woven, _written)
        for done, step in enumerate(steps):
            yield Progress(done, len(steps), list(ARGUMENTS.values())[len(found)][0])
            try:
                found += yield from step(self.location, bench, token)
            except InspectorError as error:
                found.append(Argument(list(ARGUMENTS)[len(found)], (str(error),)))
            yield Partial(UnitEvidence(str(self.location), about, tuple(found), complete=False))
        return UnitEvidence(str(self.location), about, tuple(found), complete=True)


def _feature(
    place: Location, bench: Bench, token: CancelToken
) -> Generator[Update, None, tuple[Argument, ...]]:
    from inspector.lenses.feature_visualization.recipes import with_recipe

    parameters = with_recipe("standard")
    run = LensRequest("feature-visualization", replace(place, position=None), parameters).start(bench, token)
    made = yield from quietly(run)
    pictures = [
        (say("{objective} {value:.3g}", objective=objective, value=value), image)
        for objective, value, image in zip(made.objectives, made.values, made.images, strict=True)
    ]
    dead = not any(made.moved)
    fact = say("No gradient reaches it: it may be dead.") if dead else say("Made to drive the unit.")
    recipe = counted(
        "{recipe}, {count} step, seed {seed}",
        "{recipe}, {count} steps, seed {seed}",
        count=made.steps,
        recipe=parameters.recipe,
        seed=made.seed,
    )
    return (Argument("feature", (fact,), tuple(pictures[:_PICTURES]), recipe),)


def _examples(
    place: Location, bench: Bench, token: CancelToken
) -> Generator[Update, None, tuple[Argument, ...]]:
    unit = replace(place, position=None)
    found = yield from quietly(ShowEvidence(unit).start(bench, token))
    if found is None:
        return (Argument("examples", (say("No pictures were scanned: scan some to fill this."),)),)
    pictures = tuple(
        (say("{label} {value:.3g}", label=e.label or e.name, value=e.value), e.thumbnail)
        for e in found.top[:_PICTURES]
    )
    facts = [
        counted(
            "{count:,} picture of {title}; it fires at {firing:.1%} of all places.",
            "{count:,} pictures of {title}; it fires at {firing:.1%} of all places.",
            count=found.pictures,
            title=found.title,
            firing=found.firing,
        )
    ]
    if len(found.class_order):
        names = ", ".join(found.class_names[i] for i in found.class_order[:3])
        facts.append(
            say(
                "Drives it most: {names} (class selectivity {selectivity:.2f}).",
                names=names,
                selectivity=found.selectivity,
            )
        )
    return (Argument("examples", tuple(facts), pictures, say("scan {scan}", scan=found.scan)),)


def _tuned(
    place: Location, bench: Bench, token: CancelToken
) -> Generator[Update, None, tuple[Argument, ...]]:
    from inspector.lenses.tuning import TuningParameters

    run = LensRequest("tuning", place, TuningParameters(_TUNED_WITH)).start(bench, token)
    tuning: Tuning = yield from quietly(run)
    flat = np.nan_to_num(tuning.response.ravel(), nan=-np.inf)
    order = np.argsort(-flat)
    stimuli = tuning.stimuli.reshape(-1, *tuning.stimuli.shape[-3:])
    shown = tuple((say("{value:.3g}", value=flat[i]), stimuli[i].copy()) for i in (*order[:3], *order[-2:]))
    recipe = counted(
        "{count:,} stimulus of {family}, {measured}, {reduction}",
        "{count:,} stimuli of {family}, {measured}, {reduction}",
        count=len(flat),
        family=tuning.family,
        measured=tuning.measured,
        reduction=tuning.reduction,
    )
    strongest = Argument("synthetic", (_strongest(tuning, int(order[0])),), shown, recipe)
    return (strongest, Argument("joint", (_indices(tuning),), (_plane(tuning),), recipe))


def _strongest(tuning: Tuning, best: int) -> str:
    """Where in the axes the strongest response is, and how strong; `best` is its place in all of them."""
    places = np.unravel_index(best, tuning.response.shape)
    where = (
        say("{name} {values:.3g}", name=name, values=values[i])
        for (name, values), i in zip(tuning.axes.items(), places, strict=True)
    )
    return say(
        "The strongest of {family} is {where}: {flat:.3g}; grey gives {baseline:.3g}.",
        family=tuning.family,
        where=joined(", ", where),
        flat=tuning.response.ravel()[best],
        baseline=tuning.baseline,
    )


def _indices(tuning: Tuning) -> str:
    named = list(tuning.indices.items())[:_INDICES]
    told = [say("{name} {value:.3g}", name=name, value=value) for name, value in named]
    return joined(" · ", told) if told else say("No index is defined.")


def _plane(tuning: Tuning) -> tuple[str, Array]:
    """The responses over the first axis and all others, as a picture with the axes' names."""
    response = tuning.response
    return " × ".join(tuning.axes), heat_picture(response.reshape(response.shape[0], -1))


def _woven(
    place: Location, bench: Bench, token: CancelToken
) -> Generator[Update, None, tuple[Argument, ...]]:
    unit = replace(place, position=None)
    run = LensRequest("weights", unit, WeightsParameters(top=_PICTURES)).start(bench, token)
    found: Weights = yield from quietly(run)
    recipe = "weights of a linear approximation, by L2 norm"
    return tuple(
        Argument(name, (_sentence(ends) or found.note or say("There are none."),), _kernels(ends), recipe)
        for name, ends in (("implementation", found.inputs), ("use", found.users))
    )


def _written(
    place: Location, bench: Bench, token: CancelToken
) -> Generator[Update, None, tuple[Argument, ...]]:
    from inspector.lenses.tuning import TuningParameters

    facts, pictures, recipe = yield from tested(place, bench, TuningParameters(_TUNED_WITH), token)
    return (Argument("circuit", facts, pictures, recipe),)


def _sentence(ends: tuple[Connection, ...]) -> str:
    return joined(
        ", ",
        (
            say(
                "{node}/{unit} ({what}{norm:.2g})",
                node=end.node,
                unit=end.unit,
                what="+" if end.sum >= 0 else "−",
                norm=end.norm,
            )
            for end in ends
        ),
    )


def _kernels(ends: tuple[Connection, ...]) -> tuple[tuple[str, Array], ...]:
    limit = max((float(np.abs(end.kernel).max()) for end in ends), default=1.0)
    return tuple((f"{end.node}/{end.unit}", kernel_picture(end.kernel, limit)) for end in ends)


@dataclass(frozen=True)
class ReadVerdicts:
    """What a person said of a unit's arguments; returns a tuple of `Verdict`."""

    location: Location
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, tuple[Verdict, ...]]:
        """Read it from the workspace."""
        yield Progress(0, 1, "Reading verdicts")
        from inspector.workspace.said import Said

        content = Said(bench.workspace, KIND).read(bench.network(self.location.network).fingerprint)
        return tuple(_verdicts(content.get(_key(self.location), {})))


@dataclass(frozen=True)
class KeepVerdict:
    """Keep what a person says of one argument of a unit; returns nothing."""

    location: Location
    verdict: Verdict
    keep: bool = False

    def start(self, bench: Bench, token: CancelToken) -> Generator[Update, None, None]:
        """Write it into the workspace, beside what was said of the others."""
        yield Progress(0, 1, "Keeping a verdict")
        from inspector.workspace.said import Said

        network, said = bench.network(self.location.network), self.verdict
        entry = {"verdict": said.verdict, "remark": said.remark}

        def change(content: dict[str, Any]) -> dict[str, Any]:
            unit = {**content.get(_key(self.location), {}), said.argument: entry}
            return {**content, _key(self.location): unit}

        Said(bench.workspace, KIND).change(network.fingerprint, network.name, change)


def _key(location: Location) -> str:
    return f"{location.node}/{location.unit}"


def _verdicts(unit: dict[str, Any]) -> Iterator[Verdict]:
    for name in ARGUMENTS:
        entry = unit.get(name)
        if isinstance(entry, dict):
            verdict = str(entry.get("verdict", ""))
            yield Verdict(name, verdict if verdict in VERDICTS else "", str(entry.get("remark", "")))
