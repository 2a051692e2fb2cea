"""Writing a tuning to a file: CSV, NPZ, PNG or SVG, whole or not at all. Free of torch."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from PIL.PngImagePlugin import PngInfo

from inspector.files import replacing
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.document import recipe
from inspector.lenses.tuning.plot import Form, plot, plot_svg
from inspector.network.errors import InspectorError
from inspector.saying import say


def write_csv(tuning: Tuning, path: Path) -> None:
    """One row per stimulus in the grid's order: a column per axis, then "response" (empty for a gap).

    Raises:
        InspectorError: The file cannot be written.
    """
    points = product(*tuning.axes.values())
    rows = ([*point, value] for point, value in zip(points, tuning.response.flat, strict=True))
    _write_rows(path, [*tuning.axes, "response"], rows)


def write_table(tuning: Tuning, path: Path) -> None:
    """One row per unit of the node as CSV: its number, and a column per index (empty where not defined).

    Raises:
        InspectorError: The file cannot be written.
    """
    columns = {"mid grey": tuning.baselines, "noise at mid grey": tuning.baseline_noises, **tuning.table}
    columns = {name: values for name, values in columns.items() if len(values)}
    rows = ([unit, *values] for unit, values in enumerate(zip(*columns.values(), strict=True)))
    _write_rows(path, ["unit", *columns], rows)


def _write_rows(path: Path, heads: list[str], rows: Iterable[list[Any]]) -> None:
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerows([_shown(value) for value in row] for row in rows)


def _shown(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return repr(float(value)) if np.isfinite(value) else ""


def write_npz(tuning: Tuning, path: Path) -> None:
    """All arrays and the recipe; nothing in it needs pickle.

    Keys: `response`, `responses`, `baselines`, `baseline_noises`, `stimuli`, `axes` (names in order),
    `axis_NAME` for each, `index_names` with `index_table` [indices, units], and the JSON texts `indices` and
    `recipe`.

    Raises:
        InspectorError: The file cannot be written.
    """
    axes: dict[str, Any] = {f"axis_{name}": values for name, values in tuning.axes.items()}
    units = tuning.responses.shape[-1]
    with replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            axes=np.array(list(tuning.axes)),
            response=tuning.response,
            responses=tuning.responses,
            baselines=tuning.baselines,
            baseline_noises=tuning.baseline_noises,
            stimuli=tuning.stimuli,
            index_names=np.array(list(tuning.table)),
            index_table=np.array(list(tuning.table.values()), np.float32).reshape(-1, units),
            indices=np.array(json.dumps(dict(tuning.indices))),
            recipe=np.array(_recipe_text(tuning)),
            **axes,
        )


def plot_png(tuning: Tuning, path: Path, form: Form = "plain") -> None:
    """The curve, polar plot or heat map as a picture with labelled axes, the recipe in its "recipe" text.

    Raises:
        InspectorError: The file cannot be written, or no axis comes round, as a polar plot needs.
    """
    image, notes = plot(tuning, form), PngInfo()
    notes.add_itxt("recipe", _recipe_text(tuning))
    with replacing(path) as temporary:
        image.save(temporary, format="PNG", pnginfo=notes)


def write_svg(tuning: Tuning, path: Path, form: Form = "plain") -> None:
    """The same as a drawing whose lines and texts can be edited, the recipe in its description.

    Raises:
        InspectorError: The file cannot be written, or no axis comes round, as a polar plot needs.
    """
    drawing = plot_svg(tuning, _recipe_text(tuning), form)
    with replacing(path) as temporary:
        temporary.write_text(drawing, encoding="utf-8")


def _recipe_text(tuning: Tuning) -> str:
    axes = {name: values.tolist() for name, values in tuning.axes.items()}
    return json.dumps({**recipe(tuning), "axes": axes}, ensure_ascii=False)


def write(tuning: Tuning, path: Path, form: Form = "plain") -> None:
    """Write by the file name's ending: .csv, .npz, .png or .svg, the last two in the form that is asked for.

    Raises:
        InspectorError: The ending is none of these, the file cannot be written, or no axis comes round.
    """
    writers: dict[str, Callable[[Tuning, Path], None]] = {
        ".csv": write_csv,
        ".npz": write_npz,
        ".png": partial(plot_png, form=form),
        ".svg": partial(write_svg, form=form),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise InspectorError(
            say(
                "{name}: a tuning is written as {writers}, not “{suffix}”.",
                name=path.name,
                writers=", ".join(writers),
                suffix=path.suffix,
            )
        )
    writer(tuning, path)
