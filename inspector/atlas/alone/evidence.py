"""The evidence of a unit as one file."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from typing import Any

import numpy as np
from PIL import Image

from inspector.atlas.alone.inline import data_address
from inspector.atlas.alone.style import style
from inspector.atlas.render import page
from inspector.jobs.evidence_arguments import ARGUMENTS, VERDICTS, Argument, UnitEvidence, Verdict

Array = np.ndarray[Any, Any]


def evidence_page(evidence: UnitEvidence, verdicts: Sequence[Verdict]) -> str:
    """Every argument with its pictures, facts, recipe, and what the person says of it."""
    found = {argument.name: argument for argument in evidence.arguments}
    said = {verdict.argument: verdict for verdict in verdicts}
    arguments = [_told(found.get(name, Argument(name)), said.get(name, Verdict(name))) for name in ARGUMENTS]
    return page(
        "evidence-alone.html",
        root="",
        alone=style(),
        licence="",
        address=evidence.location,
        network=evidence.network,
        made=datetime.date.today().isoformat(),
        arguments=arguments,
    )


def _told(argument: Argument, said: Verdict) -> dict[str, object]:
    title, sentence = ARGUMENTS[argument.name]
    return {
        "name": argument.name,
        "title": title,
        "sentence": sentence,
        "pictures": [(caption, data_address(_png(pixels), ".png")) for caption, pixels in argument.pictures],
        "facts": argument.facts,
        "recipe": argument.recipe,
        "verdict": said.verdict,
        "judged": VERDICTS[said.verdict],
        "remark": said.remark,
    }


def _png(pixels: Array) -> bytes:
    """uint8 [h,w,3] as a PNG: kernels and planes stay what they are, to the pixel."""
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG")
    return buffer.getvalue()
