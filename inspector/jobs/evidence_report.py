"""A unit's evidence as one HTML page that needs no other file."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from html import escape

from inspector import __version__
from inspector.jobs.evidence_arguments import ARGUMENTS, VERDICTS, Argument, UnitEvidence, Verdict
from inspector.jobs.evidence_pictures import picture_of

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
section { border-top: 1px solid #8884; padding: .6rem 0; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.05rem; margin: .2rem 0; }
figure { display: inline-block; margin: .3rem .5rem .3rem 0; text-align: center; vertical-align: top; }
img { height: 6.5rem; image-rendering: pixelated; } figcaption, .muted { color: #888; font-size: .85rem; }
/* A long caption wraps below its picture and does not widen it. */
figcaption { width: 0; min-width: 100%; overflow-wrap: anywhere; }
.for { color: #00734f; } .against { color: #b3261e; } .open { color: #945200; }
@media print { section { break-inside: avoid; } img { height: 4.5rem; } body { font-size: 11px; margin: 0; } }
"""


def report(evidence: UnitEvidence, verdicts: Sequence[Verdict]) -> str:
    """The page: every argument with its pictures, facts, recipe, and what the person says of it."""
    said = {verdict.argument: verdict for verdict in verdicts}
    found = {argument.name: argument for argument in evidence.arguments}
    sections = "\n".join(
        _section(number, found.get(name, Argument(name)), said.get(name, Verdict(name)))
        for number, name in enumerate(ARGUMENTS, 1)
    )
    title = escape(evidence.location)
    made = f"Neuron Inspector {__version__} · {datetime.date.today().isoformat()}"
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body>\n<h1>{title}</h1>\n"
        f'<p class="muted">{escape(evidence.network)} · seven arguments after Olah et al. 2020, '
        f'“Zoom In”</p>\n{sections}\n<p class="muted">{escape(made)}</p>\n</body></html>\n'
    )


def _section(number: int, argument: Argument, said: Verdict) -> str:
    title, sentence = ARGUMENTS[argument.name]
    pictures = "".join(
        f'<figure><img src="{picture_of(pixels)}" alt="{escape(caption)}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
        for caption, pixels in argument.pictures
    )
    facts = "".join(f"<p>{escape(fact)}</p>" for fact in argument.facts)
    recipe = f'<p class="muted">{escape(argument.recipe)}</p>' if argument.recipe else ""
    remark = f" — {escape(said.remark)}" if said.remark else ""
    verdict = f'<p class="{said.verdict}"><b>{escape(VERDICTS[said.verdict])}</b>{remark}</p>'
    return (
        f'<section><h2>{number}. {title}</h2><p class="muted">{escape(sentence)}</p>'
        f"{pictures}{facts}{recipe}{verdict}</section>"
    )
