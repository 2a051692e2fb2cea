"""The last argument of a unit's evidence: what becomes of it under the edits that test its circuit."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

import numpy as np

from inspector.jobs.bench import Bench
from inspector.jobs.editing import CompareTuning, ReadEdits, TuningChange
from inspector.jobs.evidence_pictures import heat_picture
from inspector.lenses.base import Partial, Update
from inspector.network.location import Location
from inspector.probe.cancel import CancelToken
from inspector.probe.edits import Edit, active

if TYPE_CHECKING:
    from inspector.lenses.tuning import TuningParameters

Array = np.ndarray[Any, Any]
Found = tuple[tuple[str, ...], tuple[tuple[str, Array], ...], str]
_NAMED = 6


def tested(
    place: Location, bench: Bench, parameters: TuningParameters, token: CancelToken
) -> Generator[Update, None, Found]:
    """Facts, pictures and recipe: the unit's tuning without and with the edits that concern it.

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
    before, after = change.before, change.after
    ends = _ends(before.response, after.response)
    pictures = tuple(
        (f"{title}: {' × '.join(tuning.axes)}", heat_picture(_plane(tuning.response), ends))
        for title, tuning in (("unedited", before), ("edited", after))
    )
    more = [f"and {len(chosen) - _NAMED} more edits"] if len(chosen) > _NAMED else []
    facts = (*(edit.title for edit in chosen[:_NAMED]), *more, _change(before.response, after.response))
    recipe = f"{before.response.size:,} stimuli of {before.family}, {before.measured}, {before.reduction}"
    return facts, pictures, f"{recipe}, both pictures on one scale"


def _untested(about: tuple[Edit, ...], edits: int) -> str:
    if about:
        return f"Switched off: {', '.join(edit.title for edit in about[:_NAMED])}."
    ask = "cut or write weights of it, or silence what it reads, and compare."
    return f"None of the {edits} edits tests it: {ask}" if edits else f"No edit tests it yet: {ask}"


def _change(before: Array, after: Array) -> str:
    """What becomes of the strongest response, of where it is, and of the shape of the tuning."""
    both = np.isfinite(before) & np.isfinite(after)
    x, y = before[both].astype(np.float64), after[both].astype(np.float64)
    if not x.size:
        return "No response is a number."
    best = int(x.argmax())
    sentence = f"Its strongest response {x[best]:.3g} becomes {y[best]:.3g} there, {y.max():.3g} is the most"
    if x.std() > 0 and y.std() > 0:
        sentence += f"; the tunings correlate by {np.corrcoef(x, y)[0, 1]:.2f}".replace("-", "−")
    return f"{sentence}."


def _plane(response: Array) -> Array:
    return response.reshape(response.shape[0], -1)


def _ends(*responses: Array) -> tuple[float, float] | None:
    known = np.concatenate([each[np.isfinite(each)] for each in responses])
    return (float(known.min()), float(known.max())) if known.size else None


def quietly(run: Generator[Update, None, Any]) -> Generator[Update, None, Any]:
    """The run's progress without its frames, which are of another kind."""
    try:
        while True:
            update = next(run)
            if not isinstance(update, Partial):
                yield update
    except StopIteration as end:
        return end.value
    finally:
        run.close()
