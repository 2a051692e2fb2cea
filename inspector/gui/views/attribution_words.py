"""How the methods of attribution and their numbers read."""

from __future__ import annotations

import math

from inspector.gui.translation import mark, tr
from inspector.gui.views.words import reading
from inspector.lenses.attribution import Attribution

METHODS = {
    "gradient": (mark("Act × grad"), mark("Activation times gradient of the score: a linear approximation.")),
    "integrated": (
        mark("Integrated"),
        mark("Integrated gradients: the shares add up to the score less that of nothing."),
    ),
    "grad-cam": (
        mark("Grad-CAM"),
        mark("Maps weighted by their mean gradient; what speaks for the class only."),
    ),
    "occlusion": (mark("Occlusion"), mark("What the score loses where a grey patch covers the picture.")),
    "groups": (
        mark("Groups"),
        mark("Six groups of units that fire together (NMF), and what each does for classes."),
    ),
}
"""Title and sentence of each method."""


def sums(found: Attribution) -> str:
    """Score, sum and completeness error, for a person."""
    score = tr("{target}: {score}, of nothing {reference}").format(
        target=found.target, score=reading(found.score), reference=reading(found.reference)
    )
    if math.isnan(found.total):
        return tr("{score} · these shares need not add up").format(score=score)
    state = "" if found.complete else tr(" so far")
    return tr("{score} · sum of shares {total} · completeness error {error:.1%}{state}").format(
        score=score, total=reading(found.total), error=found.error, state=state
    )
