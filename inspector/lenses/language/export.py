"""Writing results of prompts, words and attacks to files: CSV, JSON with the recipe, PNG that holds it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from inspector.files import replacing
from inspector.lenses.attack import Attack
from inspector.lenses.language import NearestWords, Stroop, WordResponses, ZeroShot
from inspector.network.errors import InspectorError
from inspector.saying import say

Result = Attack | ZeroShot | WordResponses | NearestWords | Stroop
Row = list[Any]
ENDINGS = (".csv", ".json", ".png")
_KEY = "neuron-inspector"
_GAP = 4


def write(result: Result, path: Path) -> Path:
    """Write a result in the form that the file's ending names; returns the file.

    A CSV holds the numbers, a JSON the numbers and the recipe, a PNG the pictures (those that have any) and
    the recipe as a text of its own.

    Raises:
        InspectorError: The ending is another, the result has no picture, or the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise InspectorError(
            say(
                "{name} must end in {endings} or {last}.",
                name=path.name,
                endings=", ".join(ENDINGS[:-1]),
                last=ENDINGS[-1],
            )
        )
    {".csv": _write_csv, ".json": _write_json, ".png": _write_png}[ending](result, path)
    return path


def rows(result: Result) -> tuple[list[str], list[Row]]:
    """The result's numbers as a table: headings and rows."""
    if isinstance(result, ZeroShot):
        found: Iterable[Row] = (
            [prompt, float(share), float(cosine)]
            for prompt, share, cosine in zip(
                result.prompts, result.probabilities, result.cosines, strict=True
            )
        )
        return ["prompt", "probability", "cosine"], list(found)
    if isinstance(result, Attack):
        return ["kind", "index", "label", "before", "after"], _attack_rows(result)
    if isinstance(result, Stroop):
        return ["word", "ink", "asked", "answer", "probability"], list(_stroop_rows(result))
    values = result.responses if isinstance(result, WordResponses) else result.cosines
    heads = ["word", *(str(unit) for unit in range(values.shape[1]))]
    return heads, [[word, *map(float, row)] for word, row in zip(result.words, values, strict=True)]


def _attack_rows(attack: Attack) -> list[Row]:
    kind = {"classes": "class", "prompts": "prompt"}.get(attack.asked, "")
    told = [[kind, c.index, c.label, c.before, c.after] for c in attack.classes]
    peaks = zip(attack.peaks_before, attack.peaks_after, strict=True)
    return told + [["unit", i, f"{attack.node}/{i}", float(a), float(b)] for i, (a, b) in enumerate(peaks)]


def _stroop_rows(stroop: Stroop) -> Iterable[Row]:
    for w, word in enumerate(stroop.words):
        for i, ink in enumerate(stroop.inks):
            for answers, values, asked in (
                (stroop.inks, stroop.by_ink, "ink"),
                (stroop.words, stroop.by_word, "word"),
            ):
                yield from (
                    [word, ink, asked, answer, float(values[w, i, k])] for k, answer in enumerate(answers)
                )


def _write_csv(result: Result, path: Path) -> None:
    heads, table = rows(result)
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows(table)


def _write_json(result: Result, path: Path) -> None:
    heads, table = rows(result)
    document = {"recipe": result.recipe, "columns": heads, "rows": table}
    with replacing(path) as temporary:
        temporary.write_text(json.dumps(document, ensure_ascii=False, indent=1), "utf-8")


def _write_png(result: Result, path: Path) -> None:
    if isinstance(result, Attack):
        pixels = result.after
    elif isinstance(result, Stroop):
        pixels = _wall([list(row) for row in result.views])
    else:
        raise InspectorError("This result has no picture: write it as .csv or .json.")
    about = PngInfo()
    about.add_itxt(_KEY, json.dumps(result.recipe, ensure_ascii=False))
    with replacing(path) as temporary:
        Image.fromarray(pixels).save(temporary, "PNG", pnginfo=about)


def _wall(pictures: list[list[np.ndarray[Any, Any]]]) -> np.ndarray[Any, Any]:
    height, width = pictures[0][0].shape[:2]
    down, along = len(pictures), len(pictures[0])
    shape = (down * (height + _GAP) - _GAP, along * (width + _GAP) - _GAP, 3)
    wall = np.full(shape, 255, np.uint8)
    for row, line in enumerate(pictures):
        for column, picture in enumerate(line):
            top, left = row * (height + _GAP), column * (width + _GAP)
            wall[top : top + height, left : left + width] = picture
    return wall
