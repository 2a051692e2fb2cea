"""The last argument of a unit's evidence: what becomes of it under the edits that test its circuit."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.editing import CompareTuning, ReadEdits, TuningChange
from inspector.jobs.evidence_pictures import heat_picture
from inspector.lenses.base import LensRun, Partial, Update, passed_on
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import Edit, WeightEdit, active
from inspector.saying import counted, say

if TYPE_CHECKING:
    from inspector.lenses.comparing import ResponseChange
    from inspector.lenses.tuning import Tuning, TuningParameters
    from inspector.network.network import Network

Array = np.ndarray[Any, Any]
Found = tuple[tuple[str, ...], tuple[tuple[str, Array], ...], str]
_NAMED, _SHOWN, _SHIPPED, _BEST_SHARE = 6, 3, 24, 5


def tested(
    place: Location, bench: Bench, parameters: TuningParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Facts, pictures and recipe: tuning and answers to pictures without and with the edits that concern it.

    The bench's open network is what edits are compared with, also where all is looked at through edits.
    """
    from inspector.lenses.comparing.concerning import concerning

    plain = bench.plain
    edits: tuple[Edit, ...] = yield from quietly(ReadEdits(place.network).start(plain, token))
    about = concerning(plain.network(place.network), place, edits, token)
    chosen = active(about)
    if not chosen:
        return (_untested(about, len(edits)),), (), ""
    run = CompareTuning(place.network, chosen, place, parameters).start(plain, token)
    change: TuningChange = yield from quietly(run)
    assert change.after is not None
    left = len(chosen) - _NAMED
    more = [counted("and {count} more edit", "and {count} more edits", count=left)] if left > 0 else []
    found = yield from _on_pictures(place, plain, chosen, token)
    facts = (
        *(edit.title for edit in chosen[:_NAMED]),
        *more,
        *written_alike(plain.network(place.network), chosen),
        _change(change.before.response, change.after.response),
        _pictures_change(found),
    )
    return facts, (*_planes(change.before, change.after), *_strongest(found)), _recipe(change.before, found)


def _planes(before: Tuning, after: Tuning) -> tuple[tuple[str, Array], ...]:
    """Both tunings as pictures in one scale of colours."""
    ends = _ends(before.response, after.response)
    return tuple(
        (
            say("{title}: {axes}", title=title, axes=" × ".join(tuning.axes)),
            heat_picture(_plane(tuning.response), ends),
        )
        for title, tuning in (("unedited", before), ("edited", after))
    )


def _recipe(tuning: Tuning, found: ResponseChange) -> str:
    recipe = counted(
        "{count:,} stimulus of {family}, {measured}, {reduction}",
        "{count:,} stimuli of {family}, {measured}, {reduction}",
        count=tuning.response.size,
        family=tuning.family,
        measured=tuning.measured,
        reduction=tuning.reduction,
    )
    looked = counted(
        "{count} picture ({source})",
        "{count} pictures ({source})",
        count=len(found.names),
        source=found.source,
    )
    return say("{recipe}, on one scale; {looked}", recipe=recipe, looked=looked)


def written_alike(network: Network, edits: Sequence[Edit]) -> list[str]:
    """How like the learned kernels those are that were written in their place, one sentence each."""
    from inspector.probe.modules import module_of

    told = []
    for edit in edits:
        change = edit.change
        if not isinstance(change, WeightEdit) or change.kind != "kernel":
            continue
        weight = getattr(module_of(network, network.node(change.node)), "weight", None)
        if weight is None:
            continue
        rows = weight[change.unit].detach().float().cpu().numpy()
        learned = rows[list(change.sources)] if change.sources else rows
        kernel = np.asarray(change.kernel, np.float32).reshape(learned.shape[1:])
        written = np.broadcast_to(kernel, learned.shape)
        norms = float(np.linalg.norm(learned) * np.linalg.norm(written))
        cosine = float((learned * written).sum()) / norms if norms else 0.0
        told.append(
            say("The kernel written is at cosine {cosine} to the learned one.", cosine=_signed(cosine, ".2f"))
        )
    return told


def _on_pictures(
    place: Location, plain: Bench, edits: tuple[Edit, ...], token: CancelToken
) -> Generator[Update, None, ResponseChange]:
    """The unit's maxima on its top examples where it was scanned, and on some of the shipped pictures."""
    from inspector.jobs.looking import top_examples
    from inspector.jobs.scans_shown import newest_scan
    from inspector.lenses.comparing.pictures import compare_responses
    from inspector.pictures.samples import samples
    from inspector.probe.edited import edited

    network, unit = plain.network(place.network), replace(place, position=None)
    scan = newest_scan(plain, network, place.node or "")
    top, title = (yield from top_examples(plain, scan, unit, token)) if scan else ((), "")
    shipped = samples()
    pictures = (*top, *shipped[:: max(len(shipped) // _SHIPPED, 1)])
    source = say("its top examples in {title} and shipped ones", title=title) if top else say("shipped ones")
    run = compare_responses(network, edited(network, edits), unit, pictures, token, source)
    found: ResponseChange = yield from quietly(run)
    return found


def _pictures_change(found: ResponseChange) -> str:
    best = slice(0, max(len(found.before) // _BEST_SHARE, 1))
    before, after = float(found.before[best].mean()), float(found.after[best].mean())
    rest = ""
    if found.before.std() > 0 and found.after.std() > 0:
        rest = say(
            "; over all {count} the maxima correlate by {correlation}",
            count=len(found.before),
            correlation=_signed(np.corrcoef(found.before, found.after)[0, 1], ".2f"),
        )
    return say(
        "On the pictures that drove it most its maximum goes from {before} to {after}{rest}.",
        before=_signed(before, ".3g"),
        after=_signed(after, ".3g"),
        rest=rest,
    )


def _strongest(found: ResponseChange) -> tuple[tuple[str, Array], ...]:
    ends = zip(found.names, found.before, found.after, found.views, strict=True)
    return tuple(
        (say("{name} {one:.3g} → {other:.3g}", name=name, one=one, other=other), view)
        for name, one, other, view in list(ends)[:_SHOWN]
    )


def _untested(about: tuple[Edit, ...], edits: int) -> str:
    if about:
        return say("Switched off: {about}.", about=", ".join(edit.title for edit in about[:_NAMED]))
    ask = say("cut or write weights of it, or silence what it reads, and compare.")
    return (
        counted(
            "The {count} edit does not test it: {ask}",
            "None of the {count} edits tests it: {ask}",
            count=edits,
            ask=ask,
        )
        if edits
        else say("No edit tests it yet: {ask}", ask=ask)
    )


def _change(before: Array, after: Array) -> str:
    """What becomes of the strongest response, of where it is, and of the shape of the tuning."""
    both = np.isfinite(before) & np.isfinite(after)
    x, y = before[both].astype(np.float64), after[both].astype(np.float64)
    if not x.size:
        return say("No response is a number.")
    best = int(x.argmax())
    rest = ""
    if x.std() > 0 and y.std() > 0:
        rest = say(
            "; the tunings correlate by {correlation}", correlation=_signed(np.corrcoef(x, y)[0, 1], ".2f")
        )
    return say(
        "Its strongest response {before:.3g} becomes {after:.3g} there, {most:.3g} is the most{rest}.",
        before=x[best],
        after=y[best],
        most=y.max(),
        rest=rest,
    )


def _plane(response: Array) -> Array:
    return response.reshape(response.shape[0], -1)


def _ends(*responses: Array) -> tuple[float, float] | None:
    known = np.concatenate([each[np.isfinite(each)] for each in responses])
    return (float(known.min()), float(known.max())) if known.size else None


def quietly(run: LensRun) -> LensRun:
    """The run's progress without its frames, which are of another kind."""
    return passed_on(run, lambda update: None if isinstance(update, Partial) else update)


def _signed(value: float, spec: str) -> str:
    """A number in Python's format `spec`, with a minus of the length of a plus."""
    return say(f"{{minus}}{{size:{spec}}}", minus="−" if value < 0 else "", size=abs(value))
