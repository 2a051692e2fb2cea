"""Writing the responses of all units to one stimulus: CSV or NPZ, whole or not at all. Free of torch."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from inspector.files import replacing
from inspector.lenses.live import Live
from inspector.network.errors import InspectorError
from inspector.saying import say


def recipe(live: Live) -> dict[str, Any]:
    """What was shown and how it was read, without the values."""
    return {
        "location": live.location,
        "family": live.family,
        "values": dict(live.values),
        "reduction": live.reduction,
        "pre_activation": live.pre_activation,
        "recorded": live.recorded,
        "measured": "sigma" if live.scale_source else "raw",
        "scale": live.scale_source,
    }


def write(live: Live, path: Path) -> None:
    """Write by the file name's ending: .csv (unit, response, mid grey) or .npz (with stimulus and recipe).

    Raises:
        InspectorError: The ending is none of these, or the file cannot be written.
    """
    writer = {".csv": _write_csv, ".npz": _write_npz}.get(path.suffix.lower())
    if writer is None:
        raise InspectorError(
            say(
                "{name}: responses to one stimulus are written as .csv or .npz, not “{suffix}”.",
                name=path.name,
                suffix=path.suffix,
            )
        )
    with replacing(path) as temporary:
        writer(live, temporary)


def _write_csv(live: Live, path: Path) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "response", "mid grey"])
        pairs = zip(live.responses, live.baselines, strict=True)
        writer.writerows([unit, *map(_shown, pair)] for unit, pair in enumerate(pairs))


def _shown(value: float) -> str:
    return repr(float(value)) if np.isfinite(value) else ""


def _write_npz(live: Live, path: Path) -> None:
    with path.open("wb") as file:
        np.savez_compressed(
            file,
            responses=live.responses,
            baselines=live.baselines,
            stimulus=live.stimulus,
            recipe=np.array(json.dumps(recipe(live))),
        )
