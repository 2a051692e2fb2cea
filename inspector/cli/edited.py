"""The command `edit`: classes of pictures and accuracy over a set, without and with edits."""

from __future__ import annotations

import json
import math
from argparse import Namespace
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from inspector.cli.edits import edits_for
from inspector.cli.opening import opened
from inspector.cli.output import complain, finish, print_json, print_line, print_table
from inspector.files import replacing
from inspector.lenses.activations import Prediction
from inspector.lenses.comparing import AccuracyChange, PictureChange
from inspector.lenses.comparing.accuracy import compare_accuracy
from inspector.lenses.comparing.pictures import compare_picture
from inspector.network.errors import InspectorError
from inspector.network.network import Network
from inspector.pictures.decode import open_picture
from inspector.pictures.folders import collect
from inspector.pictures.sources import open_set
from inspector.probe.edited import edited
from inspector.probe.edits import Edit, active, to_json


def edit(arguments: Namespace) -> None:
    """What the edits change, beside the unedited network."""
    plain = opened(arguments.network, arguments.trust)
    edits = active(edits_for(plain, arguments.edits))
    if not edits:
        raise InspectorError("There is nothing to compare: name an edit, as in --edit conv3/17=zero.")
    made = edited(plain, edits)
    if arguments.out is not None:
        _write(edits, arguments.out)
    pictures = [_picture(plain, made, file, arguments.top) for file in collect(arguments.pictures)]
    accuracy = _accuracy(plain, made, arguments.over) if arguments.over else None
    if arguments.json:
        print_json(_document(edits, pictures, accuracy))
    else:
        _print(edits, pictures, accuracy)


def _picture(plain: Network, made: Network, file: Path, top: int) -> PictureChange:
    start = partial(compare_picture, plain, made, open_picture(file), top=top)
    found: PictureChange = finish(start, str(file))
    return found


def _accuracy(plain: Network, made: Network, paths: list[str]) -> AccuracyChange:
    found: AccuracyChange = finish(partial(compare_accuracy, plain, made, open_set(paths)), "Accuracy")
    for sentence in found.skipped:
        complain(sentence)
    return found


def _write(edits: tuple[Edit, ...], file: Path) -> None:
    with replacing(file) as temporary:
        temporary.write_text(json.dumps([to_json(each) for each in edits], ensure_ascii=False), "utf-8")


def _document(
    edits: tuple[Edit, ...], pictures: list[PictureChange], accuracy: AccuracyChange | None
) -> dict[str, Any]:
    return {
        "edits": [each.title for each in edits],
        "pictures": [asdict(one) for one in pictures],
        "accuracy": _plain(asdict(accuracy)) if accuracy is not None else None,
    }


def _plain(values: dict[str, Any]) -> dict[str, Any]:
    """JSON has no number that is none."""
    return {key: None if isinstance(x, float) and math.isnan(x) else x for key, x in values.items()}


def _print(edits: tuple[Edit, ...], pictures: list[PictureChange], accuracy: AccuracyChange | None) -> None:
    for each in edits:
        print_line(each.title)
    for one in pictures:
        print_line()
        print_line(one.picture)
        sides = zip(one.before, one.after, strict=True)
        print_table([(*_row(before), *_row(after)) for before, after in sides], ("before", "", "after", ""))
    if accuracy is not None:
        print_line()
        _print_accuracy(accuracy)


def _print_accuracy(found: AccuracyChange) -> None:
    right = "the pictures’ classes" if found.against == "labels" else "what the unedited network says"
    print_line(f"{found.pictures:,} pictures of {found.title}, against {right}")
    first = ("first", found.before, found.after, found.difference, *found.interval)
    five = ("among five", found.before_top5, found.after_top5, found.difference_top5, *found.interval_top5)
    print_table([first, five], ("right is", "before", "after", "difference", "95 % from", "to"))


def _row(prediction: Prediction) -> tuple[str, float]:
    return prediction.label, prediction.probability
