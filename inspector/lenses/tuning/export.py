"""Writing a tuning to a file: CSV, NPZ or PNG, whole or not at all. Free of torch."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np

from inspector.files import replacing
from inspector.lenses.tuning import Tuning
from inspector.lenses.tuning.document import recipe
from inspector.lenses.tuning.plot import plot
from inspector.network.errors import InspectorError


def write_csv(tuning: Tuning, path: Path) -> None:
    """One row per stimulus in the grid's order: a column per axis, then "response" (empty for a gap).

    Raises:
        InspectorError: The file cannot be written.
    """
    with replacing(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*tuning.axes, "response"])
        for point, response in zip(product(*tuning.axes.values()), tuning.response.flat, strict=True):
            shown = repr(float(response)) if np.isfinite(response) else ""
            writer.writerow([*(repr(float(value)) for value in point), shown])


def write_npz(tuning: Tuning, path: Path) -> None:
    """All arrays and the recipe; nothing in it needs pickle.

    Keys: `response`, `responses`, `baselines`, `stimuli`, `axes` (names in order), `axis_NAME` for each, and
    the JSON texts `indices` and `recipe`.

    Raises:
        InspectorError: The file cannot be written.
    """
    axes: dict[str, Any] = {f"axis_{name}": values for name, values in tuning.axes.items()}
    with replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            axes=np.array(list(tuning.axes)),
            response=tuning.response,
            responses=tuning.responses,
            baselines=tuning.baselines,
            stimuli=tuning.stimuli,
            indices=np.array(json.dumps(dict(tuning.indices))),
            recipe=np.array(json.dumps(recipe(tuning))),
            **axes,
        )


def plot_png(tuning: Tuning, path: Path) -> None:
    """The curve or heat map as a picture with labelled axes.

    Raises:
        InspectorError: The file cannot be written.
    """
    image = plot(tuning)
    with replacing(path) as temporary:
        image.save(temporary, format="PNG")


_WRITERS: dict[str, Callable[[Tuning, Path], None]] = {".csv": write_csv, ".npz": write_npz, ".png": plot_png}


def write(tuning: Tuning, path: Path) -> None:
    """Write by the file name's ending: .csv, .npz or .png.

    Raises:
        InspectorError: The ending is none of these, or the file cannot be written.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise InspectorError(
            f"{path.name}: a tuning is written as {', '.join(_WRITERS)}, not “{path.suffix}”."
        )
    writer(tuning, path)
